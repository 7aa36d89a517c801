import { text } from '../article/json.js';
import { withoutHiddenText } from './hidden-text.js';
import { withoutShortcodes, withoutStyles } from './machine-text.js';

/** Characters of a summary that are looked at. */
const LONGEST = 20_000;

/**
 * A summary without what publishing systems leave in one that they make from a body: style sheets, shortcodes, and the words
 * that the body hides.
 * @param html of the body
 */
export function cleanSummary(plain: string | undefined, html = ''): string | undefined {
  if (plain === undefined) return undefined;
  const words = text(withoutShortcodes(withoutStyles(plain.slice(0, LONGEST))));
  return words && text(withoutHiddenText(words, html));
}
