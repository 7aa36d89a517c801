import { isHtml, type Article, type UncleanBody } from '../article/article.js';
import { primaryLanguage } from '../language/direction.js';
import { bodyText } from '../language/reading-time.js';
import { withoutMachineText } from './machine-text.js';

// Not the digits: Urdu may write the year of an English headline with them, too.
const ARABIC_LETTER = /(?=\p{L})\p{sc=Arab}/gu;
const HEBREW_LETTER = /\p{sc=Hebr}/gu;
const LATIN_LETTER = /\p{sc=Latn}/gu;
const ARABIC_SCRIPT = /^(ar|fa|ur|ps|ckb|ug|sd)\b/;

/**
 * Letters that no Arabic or Persian word has. Uyghur is first, because it also has ە and ۆ of Sorani and ې of Pashto.
 * Urdu is before Sindhi, because its neighbours mix the two. Not listed: ھ, which several languages use for their h; ڤ of
 * Sorani and ڭ of Uyghur, which Arabic uses for the v and the g of foreign names.
 */
const OWN_LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ug', /[ۇۈۋ]/g],
  ['ps', /[ټځڅډړږښګڼۍې]/g],
  ['ckb', /[ڕڵێۆە]/g],
  ['ur', /[ٹڈڑںےۓہۂۃ]/g],
  ['sd', /[ٻٽٿڏڙڪڻ]/g],
];
/** Persian has these in quotations and a few names. The article ال counts as a letter: every third Arabic word has it. */
const OF_ARABIC = /\P{L}ال|[ةأإٱ]/gu;
/** Counted by the word: a foreign name in Arabic often has such a letter twice (گوگل). */
const OF_PERSIAN = /[پچژگ]\S*/g;
/** The yeh and kaf of either keyboard. These are weak evidence: each language is also typed on the other's keyboard. */
const ARABIC_KEYS = /[يك]/g;
const PERSIAN_KEYS = /[یک]/g;

/** One foreign letter among this many letters is a name, not the language of a text. */
const FOREIGN = 60;
/** This many characters make the language almost certain. */
const ENOUGH = 160;
/** Characters of a sample, at most: a title may have megabytes. */
const SAMPLE = 1000;
/** Characters at the beginning of a body that a sample is taken from. */
const BEGINNING = 20_000;

/**
 * The language of an article that states none: as its letters show, else the page's. An article in the language of the page
 * has the page's tag, with its region.
 * The headline alone, then the body, decides before the summary, which a program may have made of anything. Style sheets,
 * shortcodes, addresses and code are no language.
 * Measured, 160 characters tell Arabic, Persian, Urdu, Pashto, Sorani and Hebrew apart in 99.9% of texts (Pashto, the
 * least, in 99.5%), 40 characters in 98.3% (94.4%). Where the headline is shorter than 160, the beginning of the body is
 * added, and the summary where that is not enough. Latin letters do not tell which language it is, only that it is not the
 * page's: on a page in Arabic or Hebrew letters such an article is taken as English.
 * docs/decisions/0003-language-by-letters.md
 */
export function languageByLetters(article: Article, pageLanguage: string): string {
  const headline = words(article.headline);
  let sample = headline;
  // The headline comes first: an article with an Arabic headline is Arabic, even if its body begins with an English post.
  // A Latin headline proves nothing: it may be the name of a brand.
  let script = scriptOf(sample);
  for (const more of [() => article.body && beginning(article.body), () => article.summary]) {
    if (sample.length >= ENOUGH) break;
    sample += words(more());
    script ??= scriptOf(sample);
  }
  const pageIsArabic = ARABIC_SCRIPT.test(pageLanguage);
  if (!script) {
    return count(LATIN_LETTER, sample) && (pageIsArabic || /^he\b/.test(pageLanguage)) ? 'en' : pageLanguage;
  }
  const language = (script === 'Hebr' ? 'he' : languageInArabicScript(sample)) ?? (pageIsArabic ? pageLanguage : 'ar');
  // The page's tag may also name a region.
  return language === primaryLanguage(pageLanguage) ? pageLanguage : language;
}

/** The beginning of a text, without what is no language. */
function words(plain = ''): string {
  return ` ${withoutMachineText(plain.slice(0, BEGINNING))}`.replace(/\s+/g, ' ').slice(0, SAMPLE);
}

/**
 * The article, without a language in Latin letters that its own letters contradict: a program's default, such as English,
 * for stories in Arabic or Hebrew.
 */
export function withLikelyLanguage<Read extends Pick<Article, 'language' | 'headline' | 'body'>>(article: Read): Read {
  const { language, headline = '', body } = article;
  if (!language || new Intl.Locale(language).maximize().script !== 'Latn') return article;
  const words = headline.slice(0, SAMPLE) + (body ? beginning(body) : '');
  const isForeign = count(ARABIC_LETTER, words) + count(HEBREW_LETTER, words) > 4 * count(LATIN_LETTER, words);
  return isForeign ? { ...article, language: undefined } : article;
}

function scriptOf(text: string): 'Arab' | 'Hebr' | undefined {
  const [arabic, hebrew, latin] = [count(ARABIC_LETTER, text), count(HEBREW_LETTER, text), count(LATIN_LETTER, text)];
  // Arabic and Hebrew headlines often have Latin names and abbreviations; the reverse is rare.
  if (hebrew > arabic && hebrew * 2 > latin) return 'Hebr';
  return arabic * 2 > latin ? 'Arab' : undefined;
}

function languageInArabicScript(sample: string): string | undefined {
  // Text from old systems and PDFs has presentation forms: ﻻ for لا.
  const text = sample.normalize('NFKC');
  const foreign = count(ARABIC_LETTER, text) / FOREIGN;
  const ofArabic = count(OF_ARABIC, text);
  // An Arabic text has many letters of its own, whatever names are in it.
  const own = OWN_LETTERS.find(([, letters]) => count(letters, text) - ofArabic > foreign);
  if (own) return own[0];
  const ofPersian = count(OF_PERSIAN, text);
  const keyboard = count(ARABIC_KEYS, text) - count(PERSIAN_KEYS, text);
  // Arabic seldom has so many letters and none of its own. Persian from old systems does, and so do Pashto and Sindhi.
  if (!ofArabic && !ofPersian && keyboard >= 0 && foreign < 1) return undefined;
  return ofArabic - ofPersian + Math.sign(keyboard) > foreign ? 'ar' : 'fa';
}

function count(letters: RegExp, text: string): number {
  return text.match(letters)?.length ?? 0;
}

/** What is no language, or is seen by nobody, to its end. */
const CODE = /<(style|script|template|svg|pre|code)\b[^]*?(?:<\/\1[^<>]*>|$)/gi;
/** Characters of a body in which code is looked for. */
const LONGEST_CODE = 200_000;

/** The body is cut before its tags are removed: it may have megabytes. */
function beginning(body: UncleanBody): string {
  if (!isHtml(body)) return body.text;
  const html = body.html.slice(0, LONGEST_CODE).replace(CODE, ' ').slice(0, BEGINNING);
  // The cut may be inside a tag, such as a picture with a data: address. The bracket ends it.
  return bodyText({ html: `${html}>` });
}
