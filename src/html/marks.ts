/**
 * Attributes that carry what cleaning must know of an element past DOMPurify, which makes a copy of it. The publisher's
 * own attributes of these names are removed first, and ours last: none reaches the card.
 */
export const EMBED = 'data-khabar-embed';
/** The number of the place that a link leads to, and of a place that links lead to. */
export const LINK = 'data-khabar-link';
export const TARGET = 'data-khabar-target';
/** One of {@link STYLES}: what a style or class of the publisher's says that no element does. */
export const STYLE = 'data-khabar-style';
export const STYLES: readonly string[] = [
  'verse',
  'hemistichs',
  'pull',
  'small-caps',
  'center',
  'left',
  'right',
  'end',
  'unmarked',
  'arabic-indic',
  'persian',
  // A picture that stands in its line; without a size of its own, at that of a letter.
  'inline',
  'inline letter',
];

export const MARKS: readonly string[] = [EMBED, LINK, TARGET, STYLE];

export function removeMarks(root: ParentNode): void {
  for (const name of MARKS) for (const element of root.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
}
