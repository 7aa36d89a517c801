import { compact, text } from './json.js';

// `[^<>]` and the upper bounds keep this linear: a body may be megabytes of `<a <a <a`.
const LINK = /<a\b([^<>]{0,2000})>([^<>]{1,200})<\/a/gi;
const HIDING =
  /\bhidden\b|display\s{0,9}:\s{0,9}none|(?<![\w-])(?:(?:left|right|top|bottom|text-indent)\s{0,9}:\s{0,9}-\d{3}|(?:opacity|font-size)\s{0,9}:\s{0,9}0(?![.\d]))/i;

/** What the trap of many WordPress sites is called; found even where the body that hides it is not sent. */
const KNOWN_TRAP = 'Secret Link';

/** Hidden links that are looked for, counted from the last: a trap stands at the end, and many would hold up the page. */
const MOST_LINKS = 20;
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;

/**
 * A summary without the bot trap at its end. Publishers hide a link from readers (by style) to catch scrapers; where
 * the summary is made from the body by stripping tags, the hidden words come out as plain text behind the last sentence.
 * Only words that the body itself hides, and the known trap, are taken off, and only from the very end.
 */
export function withoutHiddenText(summary: string, html = ''): string {
  const links = [...html.matchAll(LINK)].filter(([, attributes = '']) => HIDING.test(attributes));
  const found = new Set(compact(links.map(([, , content]) => text(content))));
  const hidden = [KNOWN_TRAP, ...[...found].slice(-MOST_LINKS)];
  let rest = summary;
  for (let before; before !== rest;) {
    before = rest;
    for (const words of hidden) if (endsWith(rest, words)) rest = rest.slice(0, -words.length).trim();
  }
  return rest;
}

/** A word by itself has to be a whole one: "forevermore" does not end with a hidden "more". */
function endsWith(summary: string, words: string): boolean {
  return summary.endsWith(words) && (words.includes(' ') || !IN_WORD.test(summary.at(-words.length - 1) ?? ''));
}
