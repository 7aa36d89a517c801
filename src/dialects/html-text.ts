import { SCREEN_READER_CLASSES } from '../hidden/hidden-style.js';
import { text } from '../article/json.js';

/** Named character references (HTML, "Named character references") by name, without `&` and `;`. */
export type References = Readonly<Record<string, string>>;

/** What programs write when they escape text, or set its quotes and dashes. */
export const commonReferences: References = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
};

const REFERENCE = /&(?:#(\d{1,8})|#x([\da-f]{1,8})|([a-z][a-z\d]{1,30}));/gi;

/** The text with its character references decoded, once. What names no character stays as it is. */
export function decode(escaped: string, names: References = commonReferences): string {
  return escaped.replace(REFERENCE, (reference, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(names, name) ? names[name]! : reference;
    return character(decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal));
  });
}

/** Its characters from 0x80 to 0x9F. Node's decoder of that name has had others, and articles are read in Node too. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** HTML, "numeric character reference end state". */
function character(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD';
  // Editors on Windows have written &#150; for a dash since the nineties; every browser reads it as windows-1252.
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252[code - 0x80]!;
  return String.fromCodePoint(code);
}

// Bounded, and none looks for its end twice, so that megabytes of `<` take linear time. A bare `<`, as in "< 5%", is no
// tag (HTML, "tag open state": a letter has to follow).
const UNSEEN = /<!--[^]*?(?:-->|$)|<(script|style|template)\b[^]*?(?:<\/\1[^<>]*>|$)/gi;
/** What themes say to screen readers alone, such as the title of a story behind its "Read more". */
const VISUALLY_HIDDEN = new RegExp(
  `<([a-z]+)\\b[^<>]{0,500}\\bclass\\s*=\\s*["'][^"'<>]{0,500}(?<![\\w-])(?:${SCREEN_READER_CLASSES})\\b[^<>]{0,500}>(?:[^<]|<(?!/\\1>)){0,1000}</\\1>`,
  'gi',
);
const TAG = /<\/?([a-z][\w:-]{0,40})(?:[\s/][^<>]{0,5000})?>/gi;
/** Elements that part words. Browsers draw all others, those that they do not know among them, within the line. */
const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|button|canvas|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|iframe|img|input|legend|li|main|menu|nav|object|ol|option|p|picture|pre|section|select|summary|svg|table|tbody|td|textarea|tfoot|th|thead|tr|ul|video|audio)$/i;

const CDATA = /^\s*<!\[CDATA\[([^]*)\]\]>\s*$/;

/** A field that is as a whole a CDATA section, of a feed in XML, without its marks. */
export function withoutCdata(stated: string): string {
  return CDATA.exec(stated)?.[1] ?? stated;
}

/** Characters of a title, a caption or a summary that are looked at; more is not what its name says. */
const LONGEST_TEXT = 20_000;

/** The text of a field that its dialect sends as HTML: a title, a caption, a summary. */
export function textOfHtml(html: unknown, names?: References): string | undefined {
  if (typeof html !== 'string') return undefined;
  return text(decode(withoutTags(withoutCdata(html).slice(0, LONGEST_TEXT).replace(CUT_TAG, ''), names), names));
}

function withoutTags(html: string, names?: References): string {
  const withScripts = html
    .replace(UNSEEN, ' ')
    .replace(VISUALLY_HIDDEN, '')
    .replace(TAG, (tag, name: string) => {
      if (/^su[bp]$/i.test(name)) return tag.replace(/(?<=\w)[^\w>][^>]*/, '');
      return BLOCK.test(name) ? ' ' : '';
    });
  const inLetters = (_: string, before: string, name: string, inside: string) => {
    const plain = text(decode(inside, names)) ?? '';
    return before + inScript(plain, /p/i.test(name), DIGIT.test(before));
  };
  // Twice, as one may stand in another.
  return withScripts.replace(SCRIPT, inLetters).replace(SCRIPT, inLetters).replace(TAG, '');
}

/** Superscripts and subscripts, with the character before them. */
const SCRIPT = /(.?)<(su[bp])>([^<]{0,200})<\/\2>/gisu;
const DIGIT = /\p{N}/u;

const PLAIN = '0123456789+-=()aeijoruvxhklmnpstbcdfgwyzABDEGHIJKLMNOPRTUW';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵉⁱʲᵒʳᵘᵛˣʰᵏˡᵐⁿᵖˢᵗᵇᶜᵈᶠᵍʷʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁᵂ';
/** Unicode has fewer subscripts: they end with `t`. */
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₒᵣᵤᵥₓₕₖₗₘₙₚₛₜ';

/**
 * Words of a superscript or a subscript: in letters of Unicode, where each of them has one. Others stay as they are, but
 * behind a digit a sign parts them: `10^(½)`.
 */
function inScript(plain: string, isRaised: boolean, isBehindDigit: boolean): string {
  const letters = [...(isRaised ? RAISED : LOWERED)];
  const written = [...plain].map((character) => letters[PLAIN.indexOf(asciiOf(character))]);
  if (!written.includes(undefined)) return written.join('');
  if (!isBehindDigit || !/^[\p{L}\p{N}]/u.test(plain)) return plain;
  const sign = isRaised ? '^' : '_';
  return [...plain].length === 1 ? sign + plain : `${sign}(${plain})`;
}

/** Minus signs are several; a digit is the same number in any script. */
function asciiOf(character: string): string {
  if (/[−–]/.test(character)) return '-';
  const digit = /[٠-٩۰-۹]/.test(character) && character.charCodeAt(0) & 0xf;
  return digit === false ? character : String(digit);
}

const ESCAPED = /&(?:[a-z]{2,8}\d{0,2}|#\d{2,5}|#x[\da-f]{2,4});/i;
const NOT_ESCAPED = /&(?!#?\w{1,31};)/;

/**
 * Whether a program has escaped texts for HTML that are by their standard plain. It shows where one of them holds a
 * character reference, and none of them a bare `&`, which an escaping program would not have let through. A bare `<` says
 * nothing: it may be a tag that a program has put there, too.
 */
export function areEscaped(texts: readonly (string | undefined)[]): boolean {
  return (
    texts.some((plain) => plain !== undefined && ESCAPED.test(plain)) &&
    !texts.some((plain) => plain !== undefined && NOT_ESCAPED.test(plain))
  );
}

const ELEMENTS =
  'a|abbr|b|bdi|blockquote|center|cite|code|del|div|em|figcaption|figure|font|h[1-6]|i|ins|li|mark|ol|p|q|s|script|small|span|strike|strong|style|su[bp]|table|td|tr|u|ul';
/**
 * Tags that no author writes into plain text: an element's end, a break, or one with an attribute; also cut off at the end,
 * or a paragraph's at the beginning of a text that a cut has taken the end from.
 */
const MARKUP = new RegExp(
  `</(?:${ELEMENTS})\\s{0,9}>|<br\\s{0,9}/?>|<(?:${ELEMENTS}|img)\\s[\\w-]{1,40}=["'][^<>]{0,2000}(?:>|$)|^\\s{0,9}<(?:p>|div>|!--)`,
  'i',
);
/** A tag that a cut has gone through. */
const CUT_TAG = /<[a-z][a-z\d]{0,12}\s[^<>]{0,2000}$/i;

export function hasMarkup(plain: string): boolean {
  return MARKUP.test(plain);
}

/**
 * A headline, a summary or a caption that is plain by its dialect's standard, without the tags that programs put there all
 * the same.
 * @param isEscaped whether its dialect's texts show that they are escaped; see {@link areEscaped}
 */
export function plainOf(stated: string | undefined, isEscaped: boolean, names?: References): string | undefined {
  if (stated === undefined) return undefined;
  const whole = withoutCdata(stated);
  const shown = isEscaped && !hasMarkup(whole) ? decode(whole, names) : whole;
  return hasMarkup(shown) ? textOfHtml(shown, names) : text(shown);
}

/** A name or a tag, which is judged by itself: `R&amp;D` means `R&D`. */
export function label(stated: string | undefined, names?: References): string | undefined {
  return plainOf(stated, areEscaped([stated]), names);
}
