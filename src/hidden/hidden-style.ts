/** Class names by which themes keep words for screen readers, or traps for bots, out of sight; their style sheet is not here. */
export const SCREEN_READER_CLASSES = 'screen-reader-text|sr-only|visually-?hidden';

/** CSS pixels outside the window at which a box is out of sight; less is a hanging figure or a ribbon. */
const OFF_SCREEN = 100;
/** The same for margins and transforms, which also move honest pictures. */
const FAR_OFF_SCREEN = 1000;
/** Steps of 256 between two colours that nobody can tell apart. */
const SAME_SHADE = 8;

/** Declarations, as browsers write them, that hide a box by themselves, and leave its place empty. */
const FADED =
  /^(visibility:(hidden|collapse)|filter:opacity\(0%?\)|transform:.*scale[XY]?\(0[,)]|scale:0\b|zoom:0(\.0\d*)?$)/;
/** The same, without its place. */
const HIDDEN =
  /^(display:none|content-visibility:hidden|clip:rect\(([01]px,? ?){4}\)|clip-path:(inset\((50|100)%|circle\(0(px|%)?[ )]|polygon\([0px%, ]+\)))/;

/** CSS pixels in a unit, of letters of 16. Others, such as `%` and `vw`, count as {@link RELATIVE}. */
const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 1.3,
  pc: 16,
  in: 96,
  cm: 38,
  mm: 4,
  em: 16,
  rem: 16,
};
/** CSS pixels in a hundredth of a window or a box, roughly. */
const RELATIVE = 10;

/** Characters of a style that are read: WebKit takes quadratic time for brackets within one another. */
const LONGEST_STYLE = 2048;

let parsed: CSSStyleDeclaration | undefined;

/**
 * The text of a `style` attribute as the browser reads it. The answer is one object for all calls: read it before the
 * next one. It belongs to an element of the page's own document: Chromium leaves the `style` of elements of inert
 * documents empty under a strict `style-src`, which does not apply to what scripts write.
 */
export function styleOf(text: string): CSSStyleDeclaration {
  parsed ??= document.createElement('p').style;
  parsed.cssText =
    text.length > LONGEST_STYLE ? text.slice(0, Math.max(0, text.lastIndexOf(';', LONGEST_STYLE))) : text;
  return parsed;
}

/** Whether the text of a `style` attribute keeps an element from readers. */
export function hidesByStyle(text: string): boolean {
  // Node has no CSS parser, and articles are read there too.
  if (typeof document === 'undefined') return /display\s*:\s*none/i.test(text);
  const style = styleOf(text);
  return hidingOf(style) !== undefined || hidesBySize(style) || hidesByColor(style);
}

/**
 * How a style keeps a whole element, its pictures included, from being seen. A `faded` one keeps its place, as what a
 * script will fade in.
 */
export function hidingOf(style: CSSStyleDeclaration): 'faded' | 'gone' | undefined {
  let hiding: 'faded' | undefined;
  // Most styles have few properties: to read these is several times faster than to read all that may hide.
  for (const name of style) {
    // Longhands by the dozen.
    if (name.startsWith('background')) continue;
    const value = style.getPropertyValue(name);
    const length = pixels(value);
    if (
      FADED.test(`${name}:${value}`) ||
      (name === 'opacity' && Number.parseFloat(value) <= (value.endsWith('%') ? 2 : 0.02))
    )
      hiding = 'faded';
    else if (
      HIDDEN.test(`${name}:${value}`) ||
      // With a padding it is a hanging line.
      (name === 'text-indent' && length <= -OFF_SCREEN && !style.cssText.includes('padding')) ||
      (/^margin-(?!b)/.test(name) && length <= -FAR_OFF_SCREEN) ||
      (name === 'transform' && isTranslatedAway(value)) ||
      (name === 'translate' && value.split(' ').some((part) => pixels(part) <= -FAR_OFF_SCREEN)) ||
      (/^(left|right|top|bottom|inset)/.test(name) && isPlacedAway(length, style.position)) ||
      (/^(max-)?(width|height|(block|inline)-size)/.test(name) && isCutOff(length, style))
    )
      return 'gone';
  }
  return hiding;
}

function isTranslatedAway(transform: string): boolean {
  const translations = String(transform.match(/translate[^)]*/g));
  return translations.split(/[(,]/).some((length) => pixels(length) <= -FAR_OFF_SCREEN);
}

function isPlacedAway(length: number, position: string): boolean {
  return /absolute|fixed/.test(position)
    ? length <= -OFF_SCREEN || length >= 2 * FAR_OFF_SCREEN
    : position === 'relative' && length <= -FAR_OFF_SCREEN;
}

/** Whether a box of this width or height shows nothing of what is in it. */
function isCutOff(length: number, { cssText, overflow, width, height }: CSSStyleDeclaration): boolean {
  return (
    length <= 1 &&
    /^(hidden|clip|auto|scroll)/.test(overflow) &&
    // A box of no height with padding keeps the shape of a film.
    !/padding[\w-]*: (?!0)|aspect/.test(cssText) &&
    (length === 0 || (pixels(width) <= 1 && pixels(height) <= 1))
  );
}

/** Whether the letters of an element have no size; pictures in it, and what has a size of its own, can be seen. */
export function hidesBySize(style: CSSStyleDeclaration): boolean {
  return pixels(style.fontSize) <= 1;
}

/** Whether the letters of an element have no colour, or that of its ground; what has a colour of its own can be seen. */
export function hidesByColor(style: CSSStyleDeclaration): boolean {
  return (isSameColor(style.color, groundOf(style)) && !castsShadow(style)) || hasNoColor(style);
}

/** Whether the letters of an element have no colour, and are not cut out of a coloured ground. */
export function hasNoColor(style: CSSStyleDeclaration): boolean {
  const { color, backgroundClip, webkitBackgroundClip, webkitTextFillColor } = style;
  // WebKit tells the two names apart.
  return (
    /, 0(\.0[0-4]\d*)?\)$/.test(normalized(webkitTextFillColor || color)) &&
    !/text/.test(backgroundClip + webkitBackgroundClip) &&
    !castsShadow(style)
  );
}

/** Whether letters can be seen by what they cast, whatever their colour. */
export function castsShadow({ textShadow, filter }: CSSStyleDeclaration): boolean {
  return !/^(|none|initial)$/.test(textShadow) || filter.includes('blur');
}

/** What a style puts behind its letters: a colour; a picture or a gradient, on which any colour can be seen; or nothing. */
export function groundOf({ backgroundColor, backgroundImage }: CSSStyleDeclaration): string {
  return /^(|none|initial)$/.test(backgroundImage) ? backgroundColor : backgroundImage;
}

/** Whether letters of one colour cannot be told from a ground of the other. */
export function isSameColor(color: string, ground: string): boolean {
  if (!color || !ground) return false;
  const [letters, behind] = [normalized(color), normalized(ground)];
  const part = (hexadecimal: string, start: number) => parseInt(hexadecimal.slice(start, start + 2), 16);
  return (
    letters.startsWith('#') &&
    [1, 3, 5].every((start) => Math.abs(part(letters, start) - part(behind, start)) <= SAME_SHADE)
  );
}

/** A length or percentage in CSS pixels, roughly; `NaN` for what is none. */
function pixels(value: string): number {
  return (
    Number.parseFloat(value.replace(/^calc\(([^()\s]+)\)$/, '$1')) *
    (PIXELS[/[a-z%]*$/i.exec(value)![0].toLowerCase()] ?? RELATIVE)
  );
}

let canvas: CanvasRenderingContext2D | null | undefined;

/** An opaque colour as `#rrggbb`, one that is not as `rgba(…)` (HTML, "serialisation of a color"); else `''`. */
function normalized(color: string): string {
  canvas ??= document.createElement('canvas').getContext('2d');
  // Of a canvas it would be black.
  if (!canvas || /^(|currentcolor)$/i.test(color)) return '';
  // A canvas passes over what is no colour, such as `inherit`.
  canvas.fillStyle = '#0001';
  canvas.fillStyle = color;
  return canvas.fillStyle;
}
