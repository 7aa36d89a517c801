import { isHtml, type UncleanBody } from '../article/article.js';
import { direction, primaryLanguage } from './direction.js';

/**
 * Characters per minute, as measured (Trauzettel-Klosinski & Dietz 2012, the table Mozilla's Readability uses). Apart from
 * the words of the languages: how long a story takes to read is known before its words are.
 */
const READING_SPEED: Readonly<Record<string, number>> = { ar: 612, he: 833, tr: 1054, fr: 998, en: 987 };

/** How fast text in a language is read; of one that was not measured, as its neighbours in script. */
export function charactersPerMinute(tag: string): number {
  const language = primaryLanguage(tag);
  return READING_SPEED[Object.hasOwn(READING_SPEED, language) ? language : direction(tag) === 'rtl' ? 'ar' : 'en']!;
}

// All are linear: what is not ended ends with the text, so nothing is looked for twice. None repeats a group, which in
// some megabytes of `<` would overflow the stack of the engine.
const UNSEEN = /<!--[^]*?(?:-->|$)|<(?:script|style)(?![\w-])[^]*?(?:<\/(?:script|style)[^<>]*>?|$)/gi;
const TAG = /<[^<>]*>/g;
const SPACE = /&(?:nbsp|#160|#xa0);/gi;
const CHARACTER = /&#?\w{1,31};/g;

/**
 * Whole minutes, at least one; `undefined` for a body without words. It is counted on the body as it was sent, tags
 * left out, so that the figure can stand in the card before the body has been cleaned, and need not change after.
 */
export function readingMinutes(body: UncleanBody, charactersPerMinute: number): number | undefined {
  const characters = lengths.get(body) ?? bodyText(body).replace(/\s+/g, ' ').trim().length;
  lengths.set(body, characters);
  return characters === 0 ? undefined : Math.max(1, Math.round(characters / charactersPerMinute));
}

/** Characters of the bodies that were measured: a card is drawn more than once. */
const lengths = new WeakMap<UncleanBody, number>();

/** The text of a body, to be measured, not to be shown: an entity is a full stop, whatever character it stands for. */
export function bodyText(body: UncleanBody): string {
  if (!isHtml(body)) return body.text;
  return body.html.replace(UNSEEN, ' ').replace(TAG, ' ').replace(SPACE, ' ').replace(CHARACTER, '.');
}
