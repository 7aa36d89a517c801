import { part, type Part } from '../fetching/part.js';
import { loadWords } from '../language/load-words.js';
import { addWords, LOADED_LANGUAGES, missingWords } from '../language/words.js';

export const foot = part(() => import('../foot/foot.js'));
export const body = part(() => import('../body/body.js'));
export const tools = part(() => import('../tools/tools.js'));
/** Why a card has no story, for those who embed it. */
export const explain = part(() => import('../explain/explain.js'));
/** What prepares the markup of publishing systems for the body. */
export const markup = part(() => import('../markup/markup.js'));
/** The readers of all dialects but Khabar's own, and what tells a language by its letters. */
export const dialects = part(() => import('../dialects/dialects.js'));

const languages = new Map(
  LOADED_LANGUAGES.map((language) => [language, part(() => loadWords(language).then(({ words }) => addWords(words)))]),
);

/** The words to load before a card can say anything in the language of a tag; `undefined` where they are there. */
export function wordsPart(tag: string): Part<unknown> | undefined {
  const language = missingWords(tag);
  return language && languages.get(language);
}
