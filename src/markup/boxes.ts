import { extractContents, renamed } from '../html/elements.js';

const BLOCKS = 'p, div, ul, ol, dl, table, figure, blockquote, pre, h1, h2, h3, h4, h5, h6, section, article';

/** Classes of what a style sheet sets apart as a box, though its element is one of the line. */
const BOX_CLASS =
  /(^|[\s_-])(tags?|labels?|values?|badges?|chips?|pills?|buttons?|btn|items?|authors?|publishers?|dates?|times?|cat(egory|egories)?|names?|titles?|prices?|counts?|numbers?|cols?|cells?|links?|tabs?|meta|scores?|home|away|teams?|days?|hours?|minutes?|seconds?|integer|decimals?|cents?)($|[\s_-])/i;
/** Elements, and styles, of boxes in a line. */
const BOXES = 'button, label, output, [role]';
const BOX_STYLE = /display\s*:\s*(inline-)?(block|flex|grid|table)|margin/i;
const INLINE = 'a, span, button, label, output, time, b, strong, em, i, s, del, ins, small, abbr, cite';

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
  const both = [one, other];
  const count = both.filter((element) => BOX_CLASS.test(element.className)).length;
  const [before, after] = [one.textContent.slice(-20), other.textContent.slice(0, 20)];
  return (
    (count === 2 ||
      both.some((element) => element.matches(BOXES) || BOX_STYLE.test(element.getAttribute('style') ?? '')) ||
      /display\s*:\s*(inline-)?(flex|grid)/i.test(one.parentElement!.getAttribute('style') ?? '') ||
      (count === 1 && one.localName === 'a' && other.localName === 'a') ||
      // The old price and the new one.
      (both.some(isStruck) && /\p{Nd}\s*$/u.test(before) && /^\s*\p{Nd}/u.test(after))) &&
    /[\p{L}\p{N}]\s*$/u.test(before) &&
    /^\s*[\p{L}\p{N}]/u.test(after)
  );
}

function isStruck(element: Element): boolean {
  return element.matches('s, del, ins, [style*=line-through]');
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
