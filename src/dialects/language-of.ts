import { isHtml, type Article, type UncleanBody } from '../article/article.js';
import { primaryLanguage } from '../language/direction.js';
import { bodyText } from '../language/reading-time.js';

// Without its digits, with which Urdu may also write the year of an English headline.
const ARABIC_LETTER = /(?=\p{L})\p{sc=Arab}/gu;
const HEBREW_LETTER = /\p{sc=Hebr}/gu;
const LATIN_LETTER = /\p{sc=Latn}/gu;
const ARABIC_SCRIPT = /^(ar|fa|ur|ps|ckb|ug|sd)\b/;

/**
 * Letters that are in no Arabic or Persian word. Uyghur stands first, as it has ە and ۆ of Sorani and ې of Pashto, too;
 * Urdu before Sindhi, as its neighbours mix the two. Left out: ھ, which too many use for their own h; ڤ of Sorani and ڭ
 * of Uyghur, with which Arabic writes the v and the g of foreign names.
 */
const OWN_LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ug', /[ۇۈۋ]/g],
  ['ps', /[ټځڅډړږښګڼۍې]/g],
  ['ckb', /[ڕڵێۆە]/g],
  ['ur', /[ٹڈڑںےۓہۂۃ]/g],
  ['sd', /[ٻٽٿڏڙڪڻ]/g],
];
/** Persian has them in quotations and a few names. The article ال counts as a letter: it is in every third word. */
const OF_ARABIC = /\P{L}ال|[ةأإٱ]/gu;
/** By the word, as a foreign name that Arabic writes so often has the letter twice: گوگل. */
const OF_PERSIAN = /[پچژگ]\S*/g;
/** The yeh and kaf of either keyboard. They tell less: each language is typed on the other's, too. */
const ARABIC_KEYS = /[يك]/g;
const PERSIAN_KEYS = /[یک]/g;

/** One foreign letter among so many is a name, not the language of a text. */
const FOREIGN = 60;
/** Characters from which on the language is as good as sure. */
const ENOUGH = 160;
/** Characters that are looked at, whatever megabytes a title has. */
const SAMPLE = 1000;
/** Characters of a body that are searched for a sample. */
const BEGINNING = 20_000;

/**
 * The language of an article that states none: as its letters show, else the page's. An article in the language of the page
 * has the page's tag, with its region.
 * Measured, 160 characters tell Arabic, Persian, Urdu, Pashto, Sorani and Hebrew apart in 99.9% of texts (Pashto, the
 * least, in 99.5%), 40 characters in 98.3% (94.4%). Where headline and summary are shorter than 160, the beginning of the
 * body is added. Latin letters do not tell which language it is, only that it is not the page's: on a page in Arabic or
 * Hebrew letters such an article is taken as English. docs/decisions/0003-language-by-letters.md
 */
export function languageByLetters(article: Article, pageLanguage: string): string {
  const words = ['', article.headline, article.summary].join(' ').slice(0, SAMPLE);
  const sample = article.body && words.length < ENOUGH ? words + beginning(article.body) : words;
  // A brand's Latin name is the headline of articles in any script. An Arabic headline is none but an Arabic article's,
  // even if the body begins with what someone posted in English.
  const script = scriptOf(words) ?? scriptOf(sample);
  const pageIsArabic = ARABIC_SCRIPT.test(pageLanguage);
  if (!script) {
    return count(LATIN_LETTER, sample) && (pageIsArabic || /^he\b/.test(pageLanguage)) ? 'en' : pageLanguage;
  }
  const language = (script === 'Hebr' ? 'he' : languageInArabicScript(sample)) ?? (pageIsArabic ? pageLanguage : 'ar');
  // The page's tag may name a region, too.
  return language === primaryLanguage(pageLanguage) ? pageLanguage : language;
}

function scriptOf(text: string): 'Arab' | 'Hebr' | undefined {
  const [arabic, hebrew, latin] = [count(ARABIC_LETTER, text), count(HEBREW_LETTER, text), count(LATIN_LETTER, text)];
  // Arabic and Hebrew headlines carry Latin names and abbreviations, seldom the other way round.
  if (hebrew > arabic && hebrew * 2 > latin) return 'Hebr';
  return arabic * 2 > latin ? 'Arab' : undefined;
}

function languageInArabicScript(sample: string): string | undefined {
  // Texts out of old systems and of PDFs are in presentation forms: ﻻ for لا.
  const text = sample.normalize('NFKC');
  const foreign = count(ARABIC_LETTER, text) / FOREIGN;
  const ofArabic = count(OF_ARABIC, text);
  // An Arabic text is full of its own letters, whatever names are in it.
  const own = OWN_LETTERS.find(([, letters]) => count(letters, text) - ofArabic > foreign);
  if (own) return own[0];
  const ofPersian = count(OF_PERSIAN, text);
  const keyboard = count(ARABIC_KEYS, text) - count(PERSIAN_KEYS, text);
  // Arabic seldom goes so far without a letter of its own. Persian of old systems does, and Pashto and Sindhi do.
  if (!ofArabic && !ofPersian && keyboard >= 0 && foreign < 1) return undefined;
  return ofArabic - ofPersian + Math.sign(keyboard) > foreign ? 'ar' : 'fa';
}

function count(letters: RegExp, text: string): number {
  return text.match(letters)?.length ?? 0;
}

/** Cut before its tags are taken out: that is done anew whenever the card is drawn. */
function beginning(body: UncleanBody): string {
  // The bracket ends a tag that the cut went through, such as a picture's whose address is its data.
  const text = isHtml(body) ? bodyText({ html: `${body.html.slice(0, BEGINNING)}>` }) : body.text.slice(0, BEGINNING);
  return ` ${text}`.replace(/\s+/g, ' ').slice(0, SAMPLE);
}
