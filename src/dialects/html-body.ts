import { decode, withoutCdata } from './html-text.js';

const LESS = '&(?:lt|#0*60|#x0*3c);';
const GREATER = '&(?:gt|#0*62|#x0*3e);';
const SPACE = '(?:\\s|&nbsp;|&#160;){0,99}';
const ANY_TAG = /<[a-z/!]/i;
/** An element's tag, or the comment of an editor's block. */
const BEGINS_ESCAPED = new RegExp(`^${SPACE}${LESS}(?:/?[a-z][a-z\\d]{0,12}\\b|!--)`, 'i');
const ENDS_ESCAPED = new RegExp(`${GREATER}${SPACE}$`, 'i');
/** The end of a paragraph, or of what else holds one. */
const ESCAPED_BLOCK_END = new RegExp(
  `${LESS}/(?:p|div|h[1-6]|li|[uo]l|blockquote|figure|table|section|article)\\b`,
  'i',
);
/** What WordPress puts around lines (`wpautop`). */
const PARAGRAPHS = /<\/?p>|<br ?\/?>/g;

/**
 * The HTML of a body. Some programs escape it twice: a body without any tag that begins with an escaped tag, ends with one
 * and holds an escaped block is read once more. An article about HTML has tags of its own around its escaped code; where
 * they are paragraphs alone, one of them begins with a word. CDATA of a feed in XML is taken off.
 */
export function htmlOfBody(stated: string): string {
  const html = withoutCdata(stated);
  // Of most bodies the beginning tells.
  const isWrapped = /^\s*<p>/.test(html);
  if (isWrapped ? !BEGINS_ESCAPED.test(html.trimStart().slice(3, 200)) : ANY_TAG.test(html)) return html;
  const bare = isWrapped ? html.replace(PARAGRAPHS, '\n') : html;
  const isEscaped =
    !ANY_TAG.test(bare) &&
    BEGINS_ESCAPED.test(bare.trimStart().slice(0, 200)) &&
    ENDS_ESCAPED.test(bare.slice(-200)) &&
    ESCAPED_BLOCK_END.test(bare) &&
    (!isWrapped || paragraphs(html).every((paragraph) => BEGINS_ESCAPED.test(paragraph.slice(0, 200))));
  return isEscaped ? decode(bare) : html;
}

function paragraphs(html: string): readonly string[] {
  return html.split(/<\/?p>/).filter((paragraph) => paragraph.trim() !== '');
}
