import { letters } from '../html/letters.js';

/** Classes of blocks that are for some widths of a screen alone. */
const BY_WIDTH = /desktop|mobile|tablet|phone|d-(\w+-)?none|hidden-|visible-|(show|hide)-(for|on)/i;
const LONGEST_COPY = 20_000;

/** Removes the second of two copies of a block, one for wide and one for narrow screens. Comes before classes are stripped. */
export function removeCopies(root: Element): void {
  const seen = new Map<Element, Set<string>>();
  for (const block of root.querySelectorAll('[class]')) {
    const { parentElement: around } = block;
    if (!around || !BY_WIDTH.test(block.className)) continue;
    const { textContent } = block;
    const words = textContent.length <= LONGEST_COPY ? letters(textContent) : '';
    const pictures = [...block.querySelectorAll('img')].map((picture) => picture.getAttribute('src'));
    const content = [words, ...pictures].join(' ');
    if (!content.trim()) continue;
    const copies = seen.get(around) ?? new Set();
    if (copies.has(content)) block.remove();
    seen.set(around, copies.add(content));
  }
}
