import { decode } from './html-text.js';

const ANY_TAG = /<[a-z/!]/i;
const ESCAPED_TAG = '&(?:lt|#0*60|#x0*3c);/?[a-z][a-z\\d]{0,12}\\b';
const BEGINS_ESCAPED = new RegExp(`^\\s{0,99}${ESCAPED_TAG}`, 'i');
const ENDS_ESCAPED = /&(?:gt|#0*62|#x0*3e);\s{0,99}$/i;
/** The end of a paragraph, or of what else holds one. */
const ESCAPED_BLOCK_END = /&(?:lt|#0*60|#x0*3c);\/(?:p|div|h[1-6]|li|[uo]l|blockquote|figure|table|section|article)\b/i;

/**
 * The HTML of a body. Some programs escape it twice: a body without any tag that begins with an escaped tag, ends with one
 * and holds an escaped block is read once more. An article about HTML has tags of its own around its escaped code.
 */
export function htmlOfBody(html: string): string {
  const isEscaped =
    !ANY_TAG.test(html) &&
    BEGINS_ESCAPED.test(html.slice(0, 200)) &&
    ENDS_ESCAPED.test(html.slice(-200)) &&
    ESCAPED_BLOCK_END.test(html);
  return isEscaped ? decode(html) : html;
}
