import { renamed } from '../html/elements.js';
import { STYLE } from '../html/marks.js';

/** Classes of half a line: sadr and ajuz in Arabic, misra in Persian and Urdu. */
const HALF = /(?:^|[\s_-])(?:sade?r|aa?ju?z|shate?r|m[ei]sra|hemistich)/i;
/** Content of tables that hold no verse. */
const OTHER = 'th, table, ul, ol, img, audio, video, pre, h1, h2, h3, h4, h5, h6';
/** Letters of half a line, without vowel marks. */
const LONGEST = 60;
const NO_LETTER_OF_VERSE = /\p{N}|[^\p{sc=Arab}\p{sc=Hebr}\p{P}\p{Cf}\s\u0640]/u;

/** Gaps between the halves of a line that is set by spaces. */
const GAP = /[^\S\n]{3,}/;

/**
 * Marks classical verse, whose lines are set in two halves side by side: tables, text with wide gaps, and boxes of halves by
 * their classes.
 */
export function markHemistichs(root: Element): void {
  for (const table of root.querySelectorAll('table')) if (isVerse(table)) table.setAttribute(STYLE, 'hemistichs');
  for (const pre of root.querySelectorAll('pre:not(:has(:not(br)))')) partLines(pre);
  for (const half of root.querySelectorAll('[class]:first-child')) {
    const line = half.parentElement!;
    if (line !== root && isHalf(half) && line.childElementCount > 1 && isOfHalves(line))
      line.setAttribute(STYLE, 'hemistichs');
  }
}

/** A cell without letters may stand between the two. A table that only looks like verse loses no more than its rules. */
function isVerse(table: HTMLTableElement): boolean {
  const rows = [...table.rows];
  return (
    !table.querySelector(OTHER) &&
    rows.every(({ cells }) => cells.length <= 3) &&
    areHalves(
      rows.map(({ cells }) =>
        [...cells].map(({ textContent }) => textContent.trim()).filter((text) => /\p{L}/u.test(text)),
      ),
    )
  );
}

/** Gaps of spaces are as wide as the publisher's column: in another they part a half from its own line. */
function partLines(pre: Element): void {
  // The same in a text whose line ends are kept.
  for (const end of pre.querySelectorAll('br')) end.replaceWith('\n');
  const lines = pre.textContent.split('\n').flatMap((line) => (line.trim() ? [line.trim().split(GAP)] : []));
  if (!areHalves(lines)) return;
  const { ownerDocument } = pre;
  const rows = lines.map(([one, other]) => {
    const [row, ...halves] = ['p', 'span', 'span'].map((name) => ownerDocument.createElement(name));
    halves[0]!.append(one!);
    halves[1]!.append(other!);
    row!.append(halves[0]!, ' ', halves[1]!);
    row!.setAttribute(STYLE, 'hemistichs');
    return row!;
  });
  renamed(pre, 'div').replaceChildren(...rows);
}

/** By their words, for there is nothing else: short rows of two, letters alone, all about as long, as one metre makes them. */
function areHalves(lines: readonly (readonly string[])[]): boolean {
  const halves = lines.flat().map((text) => text.replace(/\p{M}/gu, ''));
  const lengths = halves.map(({ length }) => length);
  return (
    lines.length > 1 &&
    lines.every(({ length }) => length === 2) &&
    halves.every((text) => /\S\s+\S/.test(text) && !NO_LETTER_OF_VERSE.test(text)) &&
    Math.max(...lengths) <= Math.min(LONGEST, 2 * Math.min(...lengths))
  );
}

function isOfHalves(line: Element): boolean {
  return (
    [...line.children].every((child) => child.localName === 'br' || isHalf(child)) &&
    [...line.childNodes].every((node) => node.nodeType !== Node.TEXT_NODE || !/\S/.test(node.nodeValue!))
  );
}

function isHalf({ className, localName }: Element): boolean {
  return HALF.test(className) && /^(span|div|p|b|strong|em|i)$/.test(localName);
}
