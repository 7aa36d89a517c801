/**
 * What the cleaning room has to remember of an element while DOMPurify makes a copy of it. The publisher's own
 * attributes of this name are taken off first, and ours at the end: it never reaches the card. No colons: DOMPurify would
 * take what stands before one for a scheme.
 */
export const MARK = 'data-khabar';

export function mark(element: Element, word: string): void {
  element.setAttribute(MARK, `${element.getAttribute(MARK) ?? ''} ${word}`.trim());
}

export function marksOf(element: Element): string[] {
  return element.getAttribute(MARK)?.split(' ') ?? [];
}

export function removeMarks(root: ParentNode): void {
  for (const element of root.querySelectorAll(`[${MARK}]`)) element.removeAttribute(MARK);
}
