import type { Article } from '../article/article.js';
import { bodyText } from './reading-time.js';

const ARABIC_LETTER = /\p{Script=Arabic}/gu;
const HEBREW_LETTER = /\p{Script=Hebrew}/gu;
const LATIN_LETTER = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/u;

/** Characters that are looked at: enough to tell, whatever megabytes a title has. */
const SAMPLE = 1000;

/**
 * The language of an article: as it states, else as its letters show, else the page's.
 * By letters alone: Arabic script is taken as Arabic, Hebrew as Hebrew. Latin letters are no evidence for one language,
 * but they are against one: on an Arabic page such an article is taken as English.
 */
export function languageOf(article: Article, pageLanguage: string): string {
  if (article.language) return article.language;
  const words = [article.headline, article.summary].join(' ').slice(0, SAMPLE);
  const sample = LETTER.test(words) || !article.body ? words : bodyText(article.body).slice(0, SAMPLE);
  const letters = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const [arabic, hebrew, latin] = [letters(ARABIC_LETTER), letters(HEBREW_LETTER), letters(LATIN_LETTER)];
  if (arabic + hebrew + latin === 0) return pageLanguage;
  // Arabic and Hebrew headlines carry Latin names and abbreviations, seldom the other way round.
  if (hebrew > arabic && hebrew * 2 > latin) return 'he';
  if (arabic * 2 > latin) return /^(ar|fa|ur|ps|ckb|ug|sd)\b/.test(pageLanguage) ? pageLanguage : 'ar';
  return /^(ar|fa|ur|ps|ckb|ug|sd|he)\b/.test(pageLanguage) ? 'en' : pageLanguage;
}
