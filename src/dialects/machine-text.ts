import { closedShortcodes, isOfBuilder, shortcodesIn } from '../hidden/shortcodes.js';

const ELEMENT =
  '(?:html|body|div|span|p|a|b|i|em|strong|small|h[1-6]|[uod]l|li|d[td]|img|picture|figure|figcaption|table|thead|tbody|t[rdh]|section|article|header|footer|nav|main|aside|form|input|button|select|textarea|label|svg|path|iframe|video|audio|blockquote|pre|code|hr|su[bp])(?![\\w-])';
const PART = '(?:[.#][\\w-]+|::?[a-z-]+(?:\\([^(){}]{0,100}\\))?|\\[[^\\][{}]{1,100}\\])';
// Each part begins with a character of its own, so that no text can be parted in two ways.
const COMPOUND = `(?:(?:[a-z][a-z\\d-]{0,30})?${PART}{1,20}|${ELEMENT}|\\*|from(?=\\s*\\{)|to(?=\\s*\\{)|\\d{1,3}%)`;
const SELECTOR = `(?<![\\w.#-])${COMPOUND}(?:(?:\\s?[>+~,]\\s?|\\s)${COMPOUND}){0,50}`;
const AT_RULE =
  '@(?:-\\w{1,9}-)?(?:media|supports|keyframes|font-face|page|layer|container|property|scope|starting-style)\\b[^{};@]{0,300}';
/** Declarations, or what is left of a rule that held others. */
const BLOCK = '\\{\\s{0,9}(?:[a-z-]{1,40}\\s?:[^{}]{0,5000})?\\}';
const RULE = new RegExp(`(?:${SELECTOR}|${AT_RULE})\\s?${BLOCK}`, 'gi');
/** The last rule of a text that was cut. */
const CUT_RULE = new RegExp(`(?:(?:${SELECTOR}|${AT_RULE})\\s?\\{\\s{0,9})+(?:[a-z-]{1,40}\\s?:[^{}]{0,5000})?$`, 'i');
const STATEMENT = /@(?:import|charset|namespace)\s[^;{}]{1,300};/gi;
const COMMENT = /\/\*[^]{0,2000}?\*\//g;
const LICENCE = /\/\*![^]{0,2000}?\*\//g;
/** A rule within a rule within a rule. */
const MOST_NESTED = 3;

/** A text without the rules of a style sheet that stand in it as words. */
export function withoutStyles(plain: string): string {
  let rest = plain.replace(LICENCE, ' ');
  if (!rest.includes('{')) return rest.replace(STATEMENT, ' ');
  const bare = rest.replace(COMMENT, ' ').replace(STATEMENT, ' ');
  let isChanged = false;
  let next = bare;
  for (let pass = 0; pass < MOST_NESTED; pass++) next = next.replace(RULE, () => ((isChanged = true), ' '));
  next = next.replace(CUT_RULE, () => ((isChanged = true), ''));
  // Without a rule, what looks like a comment is words.
  if (isChanged) rest = next;
  return rest;
}

/** One that a cut has left without its end, before the mark of the cut. */
const CUT_SHORTCODE = /\[(\/?)([a-z][\w-]{0,60})((?:\s[^\][]{0,1000})?)(?=(?:\s?\[(?:…|\.{3})\]|…|\.{3})?$)/i;
/** A text without the shortcodes of WordPress: what they hold stays. */
export function withoutShortcodes(plain: string): string {
  if (!plain.includes('[')) return plain;
  let [rest, end] = ['', 0];
  for (const code of shortcodesIn(plain, new Set(closedShortcodes(plain)))) {
    rest += plain.slice(end, code.start) + (code.isBox ? ' ' : '');
    end = code.end;
  }
  rest += plain.slice(end);
  return rest.replace(CUT_SHORTCODE, (code: string, slash: string, name: string, attributes: string) =>
    slash !== '' || isOfBuilder(name, attributes) ? '' : code,
  );
}

const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|[^\s@]{1,99}@[^\s@]{1,99}\.\S+/gi;

/** A text without what is no language: style sheets, shortcodes, addresses. */
export function withoutMachineText(plain: string): string {
  return withoutShortcodes(withoutStyles(plain)).replace(ADDRESS, ' ');
}
