import { isHtml, type UncleanBody } from '../article/article.js';
import { direction, primaryLanguage } from './direction.js';

/**
 * Characters per minute, as measured (Trauzettel-Klosinski & Dietz 2012, the table Mozilla's Readability uses). It belongs
 * to the language of the article, which the card need not speak.
 */
const READING_SPEEDS: ReadonlyMap<string, number> = new Map([
  ['ar', 612],
  ['he', 833],
  ['tr', 1054],
  ['fr', 998],
  ['en', 987],
]);

/** Reading speed in a language. A language that was not measured has the speed of Arabic or English, by its direction. */
export function charactersPerMinute(tag: string): number {
  return READING_SPEEDS.get(primaryLanguage(tag)) ?? READING_SPEEDS.get(direction(tag) === 'rtl' ? 'ar' : 'en')!;
}

// Linear: each comment, script or style that has no end reaches to the end of the text. No group repeats, because in
// megabytes of `<` that overflows the engine's stack.
const UNSEEN =
  /<!--[^]*?(?:-->|$)|<(?:script|style)(?![\w-])[^]*?(?:<\/(?:script|style)[^<>]*>?|$)|<[^<>]*>|&(?:nbsp|#160|#xa0);/gi;
const CHARACTER = /&#?\w{1,31};/g;

/**
 * Whole minutes, at least one; `undefined` for a body without words. The body is measured as it was sent, without its
 * tags: the card shows the figure before the body is clean, and the figure must not change afterwards.
 */
export function readingMinutes(body: UncleanBody, charactersPerMinute: number): number | undefined {
  const characters = bodyLength(body);
  return characters ? Math.max(1, Math.round(characters / charactersPerMinute)) : undefined;
}

/** Characters of a body without its tags. */
export function bodyLength(body: UncleanBody): number {
  const length = lengths.get(body) ?? bodyText(body).replace(/\s+/g, ' ').trim().length;
  lengths.set(body, length);
  return length;
}

/** Characters of the bodies that were measured. A card is drawn several times, and a body may have megabytes. */
const lengths = new WeakMap<UncleanBody, number>();

/** The text of a body, for measuring only: each entity counts as one character, written as a full stop. */
export function bodyText(body: UncleanBody): string {
  return isHtml(body) ? body.html.replace(UNSEEN, ' ').replace(CHARACTER, '.') : body.text;
}
