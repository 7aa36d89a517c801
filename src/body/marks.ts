/**
 * Attributes that carry what cleaning must know of an element past DOMPurify, which makes a copy of it. The publisher's
 * own attributes of these names are removed first, and ours last: none reaches the card.
 */
export const EMBED = 'data-khabar-embed';
/** The number of the place that a link leads to, and of a place that links lead to. */
export const LINK = 'data-khabar-link';
export const TARGET = 'data-khabar-target';
/** The classes of a picture that stands in its line: `inline`, and `letter` where it has no size of its own. */
export const INLINE = 'data-khabar-inline';

export const MARKS: readonly string[] = [EMBED, LINK, TARGET, INLINE];

export function removeMarks(root: ParentNode): void {
  for (const name of MARKS) for (const element of root.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
}
