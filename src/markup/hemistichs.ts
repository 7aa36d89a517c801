import { STYLE } from '../html/marks.js';

/** Classes of half a line: sadr and ajuz in Arabic, misra in Persian and Urdu. */
const HALF = /(?:^|[\s_-])(?:sade?r|aa?ju?z|shate?r|m[ei]sra|hemistich)/i;
/** What only a table of other things holds. */
const OTHER = 'th, table, ul, ol, img, audio, video, pre, h1, h2, h3, h4, h5, h6';
/** Letters of half a line, without vowel marks. */
const LONGEST = 60;
const NO_LETTER_OF_VERSE = /\p{N}|[^\p{sc=Arab}\p{sc=Hebr}\p{P}\p{Cf}\s\u0640]/u;

/** Marks classical verse, whose lines are set in two halves side by side: tables, and boxes of halves by their classes. */
export function markHemistichs(root: Element): void {
  for (const table of root.querySelectorAll('table')) if (isVerse(table)) table.setAttribute(STYLE, 'hemistichs');
  for (const half of root.querySelectorAll('[class]:first-child')) {
    const line = half.parentElement!;
    if (line !== root && isHalf(half) && line.childElementCount > 1 && isOfHalves(line))
      line.setAttribute(STYLE, 'hemistichs');
  }
}

/**
 * By its words, for there is nothing else: rows of two short cells of letters alone, all about as long, as one metre makes
 * them. A cell without letters may stand between the two. A table that only looks like that loses no more than its rules.
 */
function isVerse(table: HTMLTableElement): boolean {
  const rows = [...table.rows];
  if (rows.length < 2 || table.querySelector(OTHER)) return false;
  const halves = rows.map(({ cells }) =>
    [...cells]
      .map(({ textContent }) => textContent.replace(/\p{M}/gu, '').trim())
      .filter((text) => /\p{L}/u.test(text)),
  );
  const lengths = halves.flat().map(({ length }) => length);
  return (
    rows.every(({ cells }) => cells.length <= 3) &&
    halves.every((row) => row.length === 2) &&
    halves.flat().every((text) => /\S\s+\S/.test(text) && !NO_LETTER_OF_VERSE.test(text)) &&
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
