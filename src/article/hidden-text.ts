import { hidesByStyle } from './hidden-style.js';
import { compact, text } from './json.js';

// `[^<>]` and the upper bounds keep these linear: a body may be megabytes of `<a <a <a`.
const TAG = /<([a-z][a-z0-9]{0,19})\b([^<>]{0,2000})>/gi;
const QUOTED = /"[^"]*"|'[^']*'/g;
const STYLE = /(?<![^\s"'])style\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/i;
const HIDDEN = /(?<!\S)(?:hidden(?![^\s=])|aria-hidden\s{0,9}=\s{0,9}true)/i;

/** What the trap of many WordPress sites is called; found even where the body that hides it is not sent. */
const KNOWN_TRAP = 'Secret Link';

/** Hidden elements that are looked at, counted from the last: a trap stands at the end, and many would hold up the page. */
const MOST_HIDDEN = 20;
/** Characters, tags included, within which the words of a trap end. */
const LONGEST_TRAP = 600;
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;

/**
 * A summary without the bot trap at its end. Publishers hide a link from readers (by style) to catch scrapers; where
 * the summary is made from the body by stripping tags, the hidden words come out as plain text behind the last sentence.
 * Only words that the body itself hides, and the known trap, are taken off, and only from the very end.
 */
export function withoutHiddenText(summary: string, html = ''): string {
  const hidden = [KNOWN_TRAP, ...hiddenTexts(html)];
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

/** What the elements say that hide themselves. Read without a DOM, so that a summary can be judged before a body is. */
function hiddenTexts(html: string): string[] {
  const tags = [...html.matchAll(TAG)].filter(([, , attributes = '']) => hides(attributes));
  return compact(
    tags.slice(-MOST_HIDDEN).map((tag) => {
      const start = tag.index + tag[0].length;
      const [inside = ''] = html.slice(start, start + LONGEST_TRAP).split(`</${tag[1]}`, 1);
      return text(inside.replace(/<[^<>]*>/g, ' '));
    }),
  );
}

function hides(attributes: string): boolean {
  const [, double, single] = STYLE.exec(attributes) ?? [];
  const style = double ?? single;
  // What stands in quotes is a value: an address that speaks of hidden gems hides nothing.
  return (
    (style !== undefined && hidesByStyle(style)) ||
    HIDDEN.test(attributes.replace(/=\s{0,9}(["'])true\1/gi, '=true').replace(QUOTED, '""'))
  );
}
