import { extractContents, renamed } from '../html/elements.js';

const BLOCKS = 'p, div, ul, ol, dl, table, figure, blockquote, pre, h1, h2, h3, h4, h5, h6, section, article';

/** Classes of what a style sheet sets apart as a box, though its element is one of the line. */
const BOX_CLASS =
  /(^|[\s_-])(tags?|labels?|values?|badges?|chips?|pills?|buttons?|btn|items?|authors?|publishers?|dates?|times?|cat(egory|egories)?|names?|titles?|prices?|counts?|numbers?|cols?|cells?|links?|tabs?|meta|scores?|home|away|teams?|days?|hours?|minutes?|seconds?|integer|decimals?|cents?)($|[\s_-])/i;
const INLINE = 'a, span, button, label, time, b, strong, em, i, small, abbr, cite';

/** Keeps apart what boxes keep apart on the publisher's page: layout tables, custom elements, labels and buttons. */
export function* keepBoxesApart(root: Element): Generator<void> {
  for (const table of [...root.querySelectorAll('table')].reverse()) if (isLayout(table)) dissolve(table);
  for (const element of root.querySelectorAll(':not(form)')) {
    if (!/^(?!amp-)[a-z]+-/.test(element.localName)) continue;
    yield;
    // Those that hold blocks leave them behind.
    if (!element.querySelector(BLOCKS)) renamed(element, element.closest('p, span, a, li') ? 'span' : 'div');
  }
  for (const element of root.querySelectorAll(INLINE)) {
    const next = element.nextSibling;
    if (next?.nodeType === Node.ELEMENT_NODE && areBoxes(element, next as Element)) element.after(' ');
  }
}

/** Not every two elements that touch: the letters of one Arabic word may stand in several. */
function areBoxes(one: Element, other: Element): boolean {
  if (!other.matches(INLINE)) return false;
  const count = [one, other].filter((element) => BOX_CLASS.test(element.className)).length;
  return (
    (count === 2 ||
      [one.localName, other.localName].includes('button') ||
      (count === 1 && one.localName === 'a' && other.localName === 'a')) &&
    /[\p{L}\p{N}]\s*$/u.test(one.textContent.slice(-20)) &&
    /^\s*[\p{L}\p{N}]/u.test(other.textContent.slice(0, 20))
  );
}

/** Tables that only place boxes on a page or in a letter: what a screen reader would say of them is noise. */
function isLayout(table: Element): boolean {
  if (table.matches('[role=presentation i], [role=none i]')) return true;
  if (table.querySelector('th, caption, thead, [scope]')) return false;
  if (table.querySelector('table')) return true;
  const rows = [...table.querySelectorAll('tr')];
  const isColumn = rows.every(({ childElementCount }) => childElementCount <= 1);
  return isColumn && table.querySelector(BLOCKS) !== null;
}

function dissolve(table: Element): void {
  const own = (selector: string) =>
    [...table.querySelectorAll(selector)].filter((part) => part.parentElement!.closest('table') === table);
  for (const cell of own('td, th, caption')) renamed(cell, 'div');
  for (const part of own('tr, thead, tbody, tfoot, colgroup')) part.replaceWith(extractContents(part));
  renamed(table, 'div');
}
