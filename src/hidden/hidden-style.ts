/** Classes by which themes keep words for screen readers, or traps for bots, from the eye; their style sheet is not here. */
export const UNSEEN_CLASSES = 'screen-reader-text|sr-only|visually-?hidden';

/** What the trap of many WordPress sites is called; found even where what hides it is not sent. */
export const KNOWN_TRAP = 'Secret Link';

/** What is moved as far as this, in CSS pixels, is not in anybody's window; less is a hanging figure or a ribbon. */
const OFF_SCREEN = 100;
/** The same where a margin or a transform does it, by which honest pictures are moved about as well. */
const FAR_OFF_SCREEN = 1000;
/** CSS pixels, and colours of 256 steps, that nobody can tell from none. */
const TINY = 1;
const SAME_SHADE = 8;

const PIXELS: Readonly<Record<string, number>> = {
  ...{ '': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 37.8, mm: 3.78, em: 16, rem: 16, ch: 8, ex: 8 },
  // Of a window or a box of 1000 pixels.
  ...{ '%': 10, vw: 10, vh: 10, vmin: 10, vmax: 10 },
};

const SHADES: Readonly<Record<string, string>> = {
  ...{ white: '#ffffff', black: '#000000', silver: '#c0c0c0', gray: '#808080', grey: '#808080', red: '#ff0000' },
  ...{ yellow: '#ffff00', green: '#008000', blue: '#0000ff', whitesmoke: '#f5f5f5', transparent: '#00000000' },
};

const MARGINS = ['margin', 'margin-left', 'margin-right', 'margin-top', 'margin-inline-start', 'margin-inline-end'];
const SIDES = ['left', 'right', 'top', 'bottom', 'inset-inline-start', 'inset-inline-end', 'inset'];
const SIZES = ['width', 'height', 'max-width', 'max-height'];

const CLIPPED_AWAY = /^(inset\(\s*(50|100)%|circle\(\s*0|polygon\((\s*0[a-z%]*\s+0[a-z%]*\s*,?)+\))/;

const GLOBAL = 'inherit|initial|unset|revert|revert-layer';
/** A later declaration of these wins only if it is one: what browsers do not understand they pass over. */
const UNDERSTOOD: Readonly<Record<string, RegExp>> = {
  display: new RegExp(
    `^(none|contents|(inline-|list-|table-)?(block|flex|grid|table|item|row|cell|caption|column)(-group)?|inline|flow-root|ruby|${GLOBAL})$`,
  ),
  visibility: new RegExp(`^(visible|hidden|collapse|${GLOBAL})$`),
  opacity: new RegExp(`^([+-]?[\\d.]+%?|${GLOBAL})$`),
  'font-size': new RegExp(`^(\\+?[\\d.]+([a-z]+|%)?|[a-z-]+|(calc|clamp|min|max|var)\\(.*)$`),
};

/** The declarations of a `style` attribute (CSS Style Attributes), by property: the ones that win. */
export type Declarations = ReadonlyMap<string, string>;

/**
 * The text is read, not `element.style`, which is empty in Chromium for inert documents under a strict `style-src`; and
 * summaries are judged where there is no DOM.
 */
export function declarations(style: string): Declarations {
  const declared = new Map<string, { value: string; isImportant: boolean }>();
  const plain = style
    .toLowerCase()
    // A comment that is never closed runs to the end.
    .replace(/\/\*[^]*?(\*\/|$)/g, '')
    // Within these, ; and : part nothing.
    .replace(/"(?:[^"\\]|\\[^])*"?|'(?:[^'\\]|\\[^])*'?/g, '""')
    .replace(/\burl\([^)]*\)?/g, 'url()')
    .replace(/\\(?:([\da-f]{1,6})\s?|([^]))/g, (_, code: string | undefined, character: string | undefined) =>
      code === undefined ? (character ?? '') : codePoint(code),
    )
    // The patterns below would go through long white space again and again.
    .replace(/\s+/g, ' ');
  for (const declaration of plain.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const property = declaration.slice(0, colon).trim();
    const written = declaration.slice(colon + 1).trim();
    const isImportant = /!\s*important$/.test(written.slice(-40));
    const value = isImportant ? written.slice(0, written.lastIndexOf('!')).trim() : written;
    const understood = Object.hasOwn(UNDERSTOOD, property) ? UNDERSTOOD[property] : undefined;
    if (understood && !understood.test(value)) continue;
    if (declared.get(property)?.isImportant && !isImportant) continue;
    declared.set(property, { value, isImportant });
  }
  return new Map([...declared].map(([property, { value }]) => [property, value]));
}

function codePoint(hexadecimal: string): string {
  const code = parseInt(hexadecimal, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

/** Whether the text of a `style` attribute keeps an element from readers. */
export function hidesByStyle(style: string): boolean {
  // Most have none.
  if (style.trim() === '') return false;
  const declared = declarations(style);
  return hidesBox(declared) || hidesBySize(declared) || hidesByColor(declared);
}

/** Whether nothing of an element can be seen, its pictures included. */
export function hidesBox(declared: Declarations): boolean {
  const value = (property: string) => declared.get(property) ?? '';
  const is = (property: string, pattern: RegExp) => pattern.test(value(property));
  const some = (properties: readonly string[], test: (length: string) => boolean) =>
    properties.some((property) => value(property).split(/\s+/).some(test));
  const isTiny = (property: string) => (pixels(value(property)) ?? Infinity) <= TINY;
  const isZero = (property: string) => pixels(value(property)) === 0;
  return (
    is('display', /^none$/) ||
    is('visibility', /^(hidden|collapse)$/) ||
    is('content-visibility', /^hidden$/) ||
    Number.parseFloat(value('opacity')) <= (is('opacity', /%$/) ? 2 : 0.02) ||
    is('filter', /^opacity\(\s*0*\.?0*%?\s*\)/) ||
    is('transform', /\bscale[xy]?\(\s*0?\.?0+\s*[,)]/) ||
    translations(value('transform')).some((distance) => isBefore(distance, FAR_OFF_SCREEN)) ||
    some(MARGINS, (distance) => isBefore(distance, FAR_OFF_SCREEN)) ||
    isBefore(value('text-indent'), OFF_SCREEN) ||
    is('clip-path', CLIPPED_AWAY) ||
    is('clip', /^rect\(\s*([01](px)?[\s,]+){3}[01](px)?\s*\)$/) ||
    (is('position', /^(absolute|fixed)$/) &&
      some(SIDES, (distance) => isBefore(distance, OFF_SCREEN) || (pixels(distance) ?? 0) >= 5 * FAR_OFF_SCREEN)) ||
    (is('position', /^relative$/) && some(SIDES, (distance) => isBefore(distance, FAR_OFF_SCREEN))) ||
    (is('overflow', /^(hidden|clip)\b/) &&
      // A box of no height with padding keeps the shape of a film.
      ![...declared.keys()].some((property) => /^padding|^aspect-ratio$/.test(property)) &&
      (SIZES.some(isZero) || (isTiny('width') && isTiny('height'))))
  );
}

/** Whether the letters of an element have no size; pictures in it, and what has a size of its own, can be seen. */
export function hidesBySize(declared: Declarations): boolean {
  const size = pixels(declared.get('font-size') ?? '');
  return (size !== undefined && size <= TINY) || /(^|\s)0(px)?(\s|\/)/.test(declared.get('font') ?? '');
}

/** Whether the letters of an element have no colour, or that of its ground; what has a colour of its own can be seen. */
export function hidesByColor(declared: Declarations): boolean {
  return isTransparent(declared) || isShadeOf(declared.get('color') ?? '', backgroundOf(declared));
}

/** A length or percentage in CSS pixels, roughly; `undefined` for what is none. */
function pixels(value: string): number | undefined {
  const [, number, unit = ''] = /^([+-]?\d{0,9}(?:\.\d{0,99})?)([a-z]{1,4}|%)?$/.exec(value) ?? [];
  if (number === undefined || !/\d/.test(number)) return undefined;
  return Object.hasOwn(PIXELS, unit) ? Number(number) * PIXELS[unit]! : undefined;
}

function isBefore(value: string, distance: number): boolean {
  return (pixels(value) ?? 0) <= -distance;
}

/** The distances in `translate(-9999px, 0)`. */
function translations(value: string): string[] {
  return [...value.matchAll(/translate(?:x|y|3d)?\(([^()]{0,99})\)/g)].flatMap(([, distances = '']) =>
    distances.split(',').map((distance) => distance.trim()),
  );
}

/** Letters that have no colour, but where they are cut out of a coloured ground. */
function isTransparent(declared: Declarations): boolean {
  const shade = rgba(declared.get('color') ?? '');
  return (
    shade?.[3] === 0 && !['background-clip', '-webkit-background-clip'].some((name) => declared.get(name) === 'text')
  );
}

/** The ground that an element's own style states, as it is written; `''` where it states none. */
export function backgroundOf(declared: Declarations): string {
  const stated = declared.get('background-color') ?? '';
  if (stated !== '') return stated;
  const background = declared.get('background') ?? '';
  if (/^[a-z]*$/.test(background)) return background;
  return background.match(/[a-z#][^\s(),]*(\([^()]*\))?/g)?.find((part) => rgba(part)) ?? '';
}

/** Whether letters of one colour cannot be told from a ground of the other. */
export function isShadeOf(color: string, background: string): boolean {
  if (color === '' || background === '') return false;
  const [letters, ground] = [rgba(color), rgba(background)];
  if (!letters || !ground)
    return color === background && /^[a-z]+$/.test(color) && !new RegExp(`^(${GLOBAL}|currentcolor)$`).test(color);
  return ground[3] !== 0 && letters.every((part, index) => Math.abs(part - ground[index]!) <= SAME_SHADE);
}

/** Red, green and blue, 0–255, and alpha, 0–255. */
function rgba(color: string): readonly number[] | undefined {
  const named = Object.hasOwn(SHADES, color) ? SHADES[color]! : color;
  const [, digits] = /^#([\da-f]{3,8})$/.exec(named) ?? [];
  if (digits !== undefined) {
    const whole = digits.length < 5 ? digits.replace(/./g, '$&$&') : digits;
    if (whole.length !== 6 && whole.length !== 8) return undefined;
    return [0, 2, 4, 6].map((start) => parseInt(whole.slice(start, start + 2) || 'ff', 16));
  }
  const [, inside] = /^rgba?\(([^()]{0,99})\)$/.exec(named) ?? [];
  const parts = inside?.split(/[\s,/]+/).filter(Boolean) ?? [];
  if (parts.length !== 3 && parts.length !== 4) return undefined;
  const numbers = parts.map((part, index) => {
    const number = Number.parseFloat(part);
    return part.endsWith('%') ? number * 2.55 : index === 3 ? number * 255 : number;
  });
  return numbers.some(Number.isNaN) ? undefined : [...numbers, 255].slice(0, 4);
}
