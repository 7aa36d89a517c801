import { closed } from '../article/bidi.js';
import { tieAnchors } from './anchors.js';
import { isBlank } from './blank.js';
import { MARK, removeMarks } from './marks.js';
import { renamed } from './meanings.js';

export interface TidyOptions {
  /** Level of the body's highest headings, 2–6; lower ones follow from it. */
  readonly headingLevel: number;
  /** `id` of the sentence that says where links open, for `aria-describedby`. */
  readonly linkDescription: string;
  /** What a table is called that has no caption. */
  readonly table: string;
}

/** What the card adds to a clean body, and what cleaning left that nobody needs. */
export function tidy(fragment: DocumentFragment, options: TidyOptions): void {
  for (const link of fragment.querySelectorAll('a[href]'))
    link.setAttribute('aria-describedby', options.linkDescription);
  for (const embed of fragment.querySelectorAll(`a[${MARK}~="embed"]`)) embed.className = 'embed';
  tieAnchors(fragment);
  removeMarks(fragment);
  relevelHeadings(fragment, options.headingLevel);
  boxTables(fragment, options.table);
  removeEmpty(fragment);
}

/** How far below the highest heading of its body each heading stands, however few levels there were left for it. */
const depths = new WeakMap<Element, number>();

/**
 * The body's outline hangs under the headline, and skips no level (WCAG technique H42): a heading is one level below the
 * one that it stands under, whatever size the publisher chose for it. A clean body may be given another level later.
 */
export function relevelHeadings(body: ParentNode, level: number): void {
  /** The levels, as they were, of the headings that what comes next may stand under. */
  let above: number[] = [];
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const own = levelOf(heading);
    above = above.filter((other) => other < own);
    const depth = depths.get(heading) ?? above.length;
    depths.set(renamed(heading, `h${Math.min(6, level + depth)}`), depth);
    above.push(own);
  }
}

function levelOf(heading: Element): number {
  return Number(heading.localName.slice(1));
}

/** Characters of a caption that a table is called by; it stands below, whole. */
const LONGEST_NAME = 200;

/** A wide table scrolls in a box of its own, by keyboard too; the card itself never scrolls sideways. */
function boxTables(fragment: DocumentFragment, name: string): void {
  for (const table of fragment.querySelectorAll('table')) {
    const parent = table.parentElement;
    if (parent?.closest('table')) continue;
    // A box that the publisher has put around it serves as well.
    const isBoxed = parent?.localName === 'div' && parent.childNodes.length === 1;
    const box = isBoxed ? parent : document.createElement('div');
    if (!isBoxed) {
      table.replaceWith(box);
      box.append(table);
    }
    box.className = 'table';
    box.tabIndex = 0;
    // Not "region": a story with ten tables would have ten landmarks.
    box.setAttribute('role', 'group');
    const caption = table.querySelector('caption') ?? box.closest('figure')?.querySelector('figcaption');
    const words = caption?.textContent.slice(0, LONGEST_NAME).replace(/\s+/g, ' ').trim();
    box.setAttribute('aria-label', closed(words || name));
  }
}

/** What is seen or heard without a word. */
const MEDIA = 'img, audio, video, hr';

/** Links, paragraphs and boxes that cleaning, or the editor, left without anything to read. */
function removeEmpty(fragment: DocumentFragment): void {
  // What leads nowhere is no link; its words stay.
  for (const link of fragment.querySelectorAll('a:not([href])')) {
    while (link.firstChild) link.before(link.firstChild);
    link.remove();
  }
  // Pictures that have neither an address nor words: placeholders, and what was left of a bad address.
  for (const picture of fragment.querySelectorAll('img[alt=""]:not([src], [srcset], source ~ *)')) picture.remove();
  for (const media of fragment.querySelectorAll('audio, video'))
    if (!media.hasAttribute('src') && !media.querySelector('source[src]')) media.remove();
  // The innermost first, so that each is asked once for what it holds.
  for (const element of [
    ...fragment.querySelectorAll('a, p, h1, h2, h3, h4, h5, h6, figcaption, figure, ul, ol, li, blockquote'),
  ].reverse())
    if (!element.querySelector(MEDIA) && isBlank(element)) element.remove();
}
