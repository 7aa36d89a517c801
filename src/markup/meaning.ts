import { styleOf } from '../hidden/hidden-style.js';
import { STYLE, STYLES } from '../html/marks.js';
import { extractContents, renamed } from '../html/elements.js';

const BLOCKS = 'p, div, ul, ol, dl, table, figure, blockquote, pre, h1, h2, h3, h4, h5, h6, section, article';
const INLINE = 'span, font, a, em, i, u, b, strong, small, big, label';

/** What a style says in place of an element: the element that says it. */
const MEANINGS: ReadonlyArray<
  readonly [name: string, already: string, isMeant: (style: CSSStyleDeclaration, text: string) => boolean]
> = [
  ['b', 'b, strong, th, h1, h2, h3, h4, h5, h6', ({ fontWeight }) => /^bold|^[6-9]00/.test(fontWeight)],
  ['i', 'i, em, cite, dfn, var', ({ fontStyle }) => /^(italic|oblique)/.test(fontStyle)],
  ['s', 's, del, strike', (_, text) => isDecorated(text, 'line-through')],
  ['u', 'u, a, ins', (_, text) => isDecorated(text, 'underline')],
  ['sup', 'sup', (style) => risesBy(style) > 0],
  ['sub', 'sub', (style) => risesBy(style) < 0],
];

/** Elements of which a style takes the meaning. */
const UNMEANT: ReadonlyArray<readonly [selector: string, isUnmeant: (style: CSSStyleDeclaration) => boolean]> = [
  ['b, strong', ({ fontWeight }) => /^(normal|[1-5]00)$/.test(fontWeight)],
  ['i, em', ({ fontStyle }) => fontStyle === 'normal'],
  ['u, s', ({ textDecorationLine }) => textDecorationLine === 'none'],
];

/** `type` of a list (HTML, "ol") by its style. */
const TYPES: Readonly<Record<string, string | undefined>> = {
  decimal: '1',
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

/** Verse, and other text whose lines are the author's, by the classes of WordPress and of poetry plugins. */
const VERSE = /verse|poem|poetry|stanza/i;
/** Words that are set apart, larger: of WordPress and most themes, and of Ghost. Notes beside a story are no such words. */
const PULL_QUOTES =
  ':is(figure, blockquote, div, p):is([class*=pullquote i], [class*=pull-quote i], [class*=pull_quote i], .kg-blockquote-alt)';
/** Characters of a pull quote. Themes mark whole stories that have one by the same words. */
const LONGEST_QUOTE = 600;
/** Characters of a line of verse, on average. */
const LONGEST_LINE = 70;
const CODE = /code|highlight|lang|prettyprint|brush|terminal/i;
const ARABIC = /(?=\p{L})\p{Script=Arabic}/u;

/**
 * Says by elements what the publisher says by styles alone: struck and bold text, direction, superscripts, verse. Comes
 * before `style` and `class` are stripped.
 */
export function* keepMeaning(root: Element): Generator<void> {
  for (const pre of root.querySelectorAll('pre')) if (isVerse(pre)) pre.setAttribute(STYLE, 'verse');
  for (const quote of root.querySelectorAll(PULL_QUOTES))
    if (!quote.parentElement!.closest(`[${STYLE}=pull]`) && quote.textContent.length <= LONGEST_QUOTE)
      quote.setAttribute(STYLE, 'pull');
  for (const element of root.querySelectorAll('[style]')) {
    if (element.localName === 'form') continue;
    yield;
    const text = element.getAttribute('style')!;
    const style = styleOf(text);
    const { direction, unicodeBidi, fontVariant, textAlign, listStyleType, whiteSpace } = style;
    const meant = MEANINGS.filter(([, already, isMeant]) => isMeant(style, text) && !element.closest(already));
    const isUnmeant = UNMEANT.some(([selector, test]) => element.matches(selector) && test(style));
    if (direction && !element.hasAttribute('dir')) element.setAttribute('dir', direction);
    if (/small-caps/.test(fontVariant) && element.matches(INLINE)) element.setAttribute(STYLE, 'small-caps');
    if (/^pre/.test(whiteSpace) && element.matches('p, div, span, blockquote') && !element.querySelector(BLOCKS))
      element.setAttribute(STYLE, 'verse');
    else if (/^(center|left|right|end)$/.test(textAlign) && isOfLines(element)) element.setAttribute(STYLE, textAlign);
    if (listStyleType && element.matches('ul, ol')) markList(element, listStyleType);
    for (const [name] of meant)
      if (name[0] !== 's' || name === 's' || element.matches(INLINE)) wrapContents(element, name);
    const isOverride = direction && unicodeBidi.endsWith('override') && element.matches(INLINE);
    if (isOverride) renamed(element, 'bdo');
    else if (isUnmeant) renamed(element, element.querySelector(BLOCKS) ? 'div' : 'span');
  }
}

/** The numbers of a list are those that the publisher's page shows: its text may name them, or bring its own. */
function markList(list: Element, style: string): void {
  const type = TYPES[style];
  if (type && list.localName === 'ol') list.setAttribute('type', type);
  else if (style === 'none') list.setAttribute(STYLE, 'unmarked');
  else if (STYLES.includes(style)) list.setAttribute(STYLE, style);
}

/** By its text: WebKit passes over `text-decoration` with a colour or a style in it. */
function isDecorated(text: string, line: string): boolean {
  const declared = text.match(/text-decoration(-line)?\s*:[^;]*/gi);
  return declared?.at(-1)!.toLowerCase().includes(line) ?? false;
}

/** Whether small letters stand above their line (more than 0) or below it. */
function risesBy({ verticalAlign, position, top, bottom, fontSize, display }: CSSStyleDeclaration): number {
  if (verticalAlign === 'super' || verticalAlign === 'text-top') return 1;
  if (verticalAlign === 'sub' || verticalAlign === 'text-bottom') return -1;
  // Boxes are placed by the same property.
  if (/block|flex|table/.test(display)) return 0;
  const moved = position === 'relative' && fontSize ? -Number.parseFloat(top) || Number.parseFloat(bottom) : 0;
  return Number.parseFloat(verticalAlign) || moved || 0;
}

/** Whether the author has broken the lines, as of a poem or an address. */
function isOfLines(element: Element): boolean {
  const lines = element.querySelectorAll('br').length + 1;
  return (
    lines > 2 &&
    element.textContent.length <= lines * LONGEST_LINE &&
    element.matches('p, div, pre') &&
    !element.querySelector(BLOCKS)
  );
}

function isVerse(pre: Element): boolean {
  if (VERSE.test(pre.className)) return true;
  return !pre.querySelector('code') && !CODE.test(pre.className) && ARABIC.test(pre.textContent);
}

/** Not what says itself that it is not bold; and no blocks within a phrase. */
function wrapContents(element: Element, name: string): void {
  if (element.querySelector(BLOCKS)) return;
  if (name === 'b' && element.querySelector('[style*=normal], [style*="400"]')) return;
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(extractContents(element));
  element.append(wrapper);
}
