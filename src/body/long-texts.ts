/**
 * Letters of one line box context. Chromium shapes and breaks some texts in quadratic time: a paragraph of a megabyte of
 * digits, or of letters that its first font lacks, holds the page for a minute.
 */
const LONGEST = 10_000;

/** Parts a text that is longer than any honest one into boxes of its own, at a space where there is one. No letter is lost. */
export function partLongTexts(fragment: DocumentFragment): void {
  const texts = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const long: Text[] = [];
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.length > LONGEST && !text.parentElement?.closest('math')) long.push(text);
  }
  for (const text of long) text.replaceWith(...parts(text.data).map(box));
}

function parts(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    const most = start + LONGEST;
    const space = most < text.length ? text.lastIndexOf(' ', most) : text.length;
    // No pair of surrogates is parted.
    const end = space > start ? space + 1 : /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

function box(text: string): HTMLElement {
  const box = document.createElement('span');
  box.className = 'part';
  box.append(text);
  return box;
}
