import { closed } from '../article/bidi.js';
import { isBlank } from '../html/blank.js';
import { setDirections } from './direction.js';
import { activateInPageLinks } from './in-page-links.js';
import { EMBED, removeMarks, STYLE, STYLES } from '../html/marks.js';
import { partLongTexts } from './long-texts.js';
import { describe } from './lost-pictures.js';
import { removeShownAbove, type ShownAbove } from './repeated.js';
import { extractContents, renamed } from '../html/elements.js';
import { watchScrolling } from './scrolling.js';

export interface TidyOptions {
  /** Level of the body's highest headings, 2–6; lower ones follow from it. */
  readonly headingLevel: number;
  /** `id` of the sentence that says where links open, for `aria-describedby`. */
  readonly linkDescription: string;
  /** What a table is called that has no caption. */
  readonly table: string;
  /** What a box of code is called. */
  readonly code: string;
  /** Of the article. */
  readonly direction: 'ltr' | 'rtl';
  /** Not to be said again. */
  readonly above?: ShownAbove | undefined;
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** What is seen or heard without a word. */
const MEDIA = 'img, audio, video, hr';

/** Characters of a caption that name its table; all of it stands below. */
const LONGEST_NAME = 200;

/** Adds what the card needs to a clean body, and removes what cleaning left empty. */
export function tidy(fragment: DocumentFragment, options: TidyOptions): void {
  for (const link of fragment.querySelectorAll('a[target]'))
    link.setAttribute('aria-describedby', options.linkDescription);
  for (const embed of fragment.querySelectorAll(`a[${EMBED}]`)) embed.className = 'embed';
  for (const styled of fragment.querySelectorAll(`[${STYLE}]`)) {
    const style = styled.getAttribute(STYLE)!;
    if (STYLES.includes(style)) styled.className = style;
  }
  for (const picture of fragment.querySelectorAll('img:not([src], [srcset], source ~ *, [alt=""])'))
    picture.replaceWith(describe(picture), ' ');
  activateInPageLinks(fragment);
  removeMarks(fragment);
  relevelHeadings(fragment, options.headingLevel);
  finishText(fragment, options);
  removeEmpty(fragment);
  boxTables(fragment, options.table);
  for (const pre of fragment.querySelectorAll('pre:not(.verse)')) watchScrolling(pre, options.code);
}

/** Removes what the card says above, gives the rest its directions, and parts what would take too long to lay out. */
export function finishText(fragment: DocumentFragment, { above, direction }: TidyOptions): void {
  if (above) removeShownAbove(fragment, above);
  setDirections(fragment, direction);
  partLongTexts(fragment);
}

/** How far below the highest heading of its body each heading stands, however few levels there are for it. */
const depths = new WeakMap<Element, number>();

/**
 * The body's outline hangs under the headline, and skips no level (WCAG technique H42): a heading is one level below the
 * one that it stands under, whatever size the publisher chose for it. A clean body may be given another level later.
 */
export function relevelHeadings(body: ParentNode, level: number): void {
  /** The levels, as they were, of the headings that what comes next may stand under. */
  let above: number[] = [];
  for (const heading of body.querySelectorAll(HEADINGS)) {
    const own = Number(heading.localName[1]);
    above = above.filter((other) => other < own);
    const depth = depths.get(heading) ?? above.length;
    depths.set(renamed(heading, `h${Math.min(6, level + depth)}`), depth);
    above.push(own);
  }
}

/** A wide table scrolls in a box of its own; the card itself never scrolls sideways. */
function boxTables(fragment: DocumentFragment, name: string): void {
  for (const table of fragment.querySelectorAll('table:not(table *)')) {
    let box = table.parentElement;
    // A box that the publisher has put around it serves as well.
    if (box?.localName !== 'div' || box.childNodes.length > 1) {
      box = document.createElement('div');
      table.replaceWith(box);
      box.append(table);
    }
    box.className = 'table';
    const caption = table.querySelector('caption') ?? box.closest('figure')?.querySelector('figcaption');
    const words = caption?.textContent.slice(0, LONGEST_NAME).replace(/\s+/g, ' ').trim();
    watchScrolling(box, closed(words || name));
  }
}

/** Links, paragraphs and boxes that cleaning, or the editor, left without anything to read. */
function removeEmpty(fragment: DocumentFragment): void {
  // Without an address it is no link; its words stay.
  for (const link of fragment.querySelectorAll('a:not([href])')) link.replaceWith(extractContents(link));
  // Placeholders, what is left of a bad address, and players without a source.
  for (const media of fragment.querySelectorAll(
    'img[alt=""]:not([src], [srcset], source ~ *), :is(audio, video):not([src], :has(source[src]))',
  ))
    media.remove();
  // The innermost first, so that each is asked once for what it holds.
  const boxes = fragment.querySelectorAll(`a, p, ${HEADINGS}, figcaption, figure, ul, ol, li, blockquote`);
  for (const box of [...boxes].reverse()) if (!box.querySelector(MEDIA) && isBlank(box)) box.remove();
}
