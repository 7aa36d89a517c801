import { hidesByStyle, SCREEN_READER_CLASSES } from '../hidden/hidden-style.js';
import { decode } from './html-text.js';
import { compact, text } from '../article/json.js';
import { withoutKnownTrap } from '../article/known-trap.js';

// `[^<>]` and the upper bounds keep these linear: a body may be megabytes of `<a <a <a`.
const TAG = /<([a-z][a-z0-9]{0,19})\b([^<>]{0,2000})>/gi;
/** Panels of tabs and accordions, and what stands right below a title (src/body/hidden.ts). */
const FOLDED =
  /\brole\s*=\s*["']?(?:tabpanel|region)|\baria-labelledby|\bclass\s*=\s*["'][^"']{0,500}(?:accordion|collaps|toggle|tab-?(?:content|pan)|panel|faq|answer)/i;
const TITLED = /<\/(?:h[1-6]|dt|button|summary)>\s*$/i;
const QUOTED = /"[^"]*"|'[^']*'/g;
const STYLE = /(?<![^\s"'])style\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/i;
const HIDDEN = /(?<!\S)hidden(?![^\s=])/i;

const CLASS = /(?<![^\s"'])class\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/i;
const UNSEEN = new RegExp(`(?<!\\S)(${SCREEN_READER_CLASSES})(?!\\S)`, 'i');

/** Hidden elements that are looked at, counted from the last: a trap stands at the end, and many would hold up the page. */
const MOST_HIDDEN = 20;
/** Characters at the end of a summary in which the known trap may have come to stand last. */
const TAIL = 100;
/** Characters, tags included, within which the words of a trap end. */
const LONGEST_TRAP = 600;
/** The same of the words before and after it. */
const NEIGHBOURHOOD = 4000;
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;

/** How a summary shows that it was cut: ` […]`, `…`, `...`. */
const CUT_MARK = /(?:\[ ?(?:…|\.\.\.) ?\]|…|\.\.\.)$/;

/**
 * A text without the bot trap. Publishers hide a link from readers (by style) to catch scrapers; where a summary is made
 * from the body by stripping tags, the hidden words come out as plain text. What the body hides is taken off the end of
 * a summary, before a mark that it was cut as well; the words of a hidden link also from between the very words that
 * they stand between in the body. The known trap is taken off the end, from between two
 * sentences, and where it is a line of its own.
 */
export function withoutHiddenText(shown: string, html = ''): string {
  const hidden = hiddenElements(html);
  const links = hidden.filter(({ isLink }) => isLink);
  const rest = withoutKnownTrap(links.reduce(withoutLink, shown));
  const uncut = withoutCutMark(rest);
  const kept = withoutEnd(
    uncut,
    hidden.map(({ words }) => words),
  );
  const whole = uncut === rest ? kept : links.reduce(withoutBeginningOf, kept);
  // A mark stays where what it stands behind stays.
  return whole === uncut ? rest : whole;
}

function withoutCutMark(summary: string): string {
  // The end alone is looked at: white space in front of a mark that is none would be gone through again and again.
  const mark = CUT_MARK.exec(summary.slice(-7));
  return mark ? summary.slice(0, -mark[0].length).trimEnd() : summary;
}

function withoutEnd(summary: string, hidden: readonly string[]): string {
  let rest = summary;
  for (let before; before !== rest;) {
    before = rest;
    // The end alone, as what was taken off may be there many times.
    const tail = rest.slice(-TAIL);
    const kept = withoutKnownTrap(tail);
    if (kept !== tail) rest = (rest.slice(0, -TAIL) + kept).trim();
    for (const words of hidden) if (endsWith(rest, words)) rest = rest.slice(0, -words.length).trim();
  }
  return rest;
}

/** Where the same words are honest, they stand between others. */
function withoutLink(summary: string, { words, before, after }: HiddenElement): string {
  if (after === '' || !summary.includes(words)) return summary;
  const place = new RegExp(`${before === '' ? '^' : escaped(before)}\\s?${escaped(words)}\\s?${escaped(after)}`);
  return summary.replace(place, () => `${before} ${after}`.trim());
}

/** A cut may have gone through the trap itself. */
function withoutBeginningOf(summary: string, { words, before }: HiddenElement): string {
  const parts = words.split(' ');
  for (let length = parts.length - 1; length > 0 && before !== ''; length--) {
    const beginning = ` ${parts.slice(0, length).join(' ')}`;
    if (summary.endsWith(before + beginning)) return summary.slice(0, -beginning.length);
  }
  return summary;
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** A word by itself has to be a whole one: "forevermore" does not end with a hidden "more". */
function endsWith(summary: string, words: string): boolean {
  return summary.endsWith(words) && (words.includes(' ') || !IN_WORD.test(summary.at(-words.length - 1) ?? ''));
}

interface HiddenElement {
  readonly words: string;
  readonly isLink: boolean;
  /** The words next to it in the body, as far as it is looked at. */
  readonly before: string;
  readonly after: string;
}

/** The elements that hide themselves. Read without a DOM, so that a summary can be judged before a body is. */
function hiddenElements(html: string): HiddenElement[] {
  const tags = [...html.matchAll(TAG)].filter(([, name = '', attributes = '']) => hides(name, attributes));
  return compact(
    tags.slice(-MOST_HIDDEN).map((tag) => {
      const start = tag.index + tag[0].length;
      const [inside = ''] = html.slice(start, start + LONGEST_TRAP).split(`</${tag[1]}`, 1);
      const words = plain(inside);
      if (words === undefined) return undefined;
      const end = start + inside.length;
      // … or a box around one.
      const isLink = /^a$/i.test(tag[1] ?? '') || /^\s*<a\s/i.test(inside);
      // The body shows what is folded under a title.
      if (!isLink && (FOLDED.test(tag[2] ?? '') || TITLED.test(html.slice(Math.max(0, tag.index - 30), tag.index))))
        return undefined;
      return {
        words,
        isLink,
        before:
          plain(html.slice(Math.max(0, tag.index - NEIGHBOURHOOD), tag.index))
            ?.split(' ')
            .at(-1) ?? '',
        after: plain(html.slice(end, end + NEIGHBOURHOOD).replace(/^<[^<>]*>/, ''))?.split(' ')[0] ?? '',
      };
    }),
  );
}

function plain(html: string): string | undefined {
  return text(decode(html.replace(/^[^<>]*>|<[^<>]*>|<[^<>]*$/g, ' ')));
}

function hides(name: string, attributes: string): boolean {
  if (attributes === '') return false;
  const [, doubleClass, singleClass] = CLASS.exec(attributes) ?? [];
  if (/^a$/i.test(name) && UNSEEN.test(doubleClass ?? singleClass ?? '')) return true;
  const [, double, single] = STYLE.exec(attributes) ?? [];
  const style = double ?? single;
  // What stands in quotes is a value: an address that speaks of hidden gems hides nothing.
  return (style !== undefined && hidesByStyle(style)) || HIDDEN.test(attributes.replace(QUOTED, '""'));
}
