import { describe, expect, it } from 'vitest';
import { languageByLetters } from '../../../src/dialects/language-of.js';
import { bodyText } from '../../../src/language/reading-time.js';
import { articleWith } from '../support/articles.js';
import { fixture, isPresent, SETS } from '../support/fixtures.js';

interface WildArticle {
  readonly title: string;
  readonly html: string;
}

const ARTICLES = {
  own: [
    ['ar', 'arabic-report'],
    ['ar', 'arabic-interview'],
    ['ar', 'arabic-portal'],
    ['fa', 'persian-report'],
    ['ur', 'urdu-report'],
    ['ps', 'pashto-report'],
    ['he', 'hebrew-report'],
    ['en', 'english-report'],
  ],
  shared: [
    ['ar', 'assabah-tn'],
    ['ar', 'bbc-arabic-c69dvq19k63o'],
    ['ar', 'bbc-arabic-clr0em3yzkmo'],
    ['ar', 'bbc-arabic-cps-world-57714779'],
    ['ar', 'cnnarabic-2012'],
    ['fa', 'bbc-persian-cej3lzd5e0go'],
    ['fa', 'bbc-persian-cps-magazine-57679929'],
    ['ur', 'bbc-urdu-cwgq7rzv172o'],
    ['ps', 'bbc-pashto-cps-columns-52106293'],
    ['he', 'haaretz-hebrew'],
    ['en', 'guardian-standard'],
  ],
} as const;

/** Pieces of a text that begin with a word, of about the same length. */
function pieces(text: string, length: number): string[] {
  const found: string[] = [];
  for (let at = 0; at + length <= text.length; at = text.indexOf(' ', at + length) + 1 || Infinity) {
    found.push(text.slice(at, at + length));
  }
  return found;
}

/** The share of pieces that are told right on a page in another language. */
function share(language: string, texts: readonly string[]): number {
  const page = language === 'ar' ? 'fa' : 'ar';
  return (
    texts.filter((headline) => languageByLetters(articleWith({ headline }), page) === language).length / texts.length
  );
}

const TITLES = { own: 'articles of our own', shared: 'published articles' };

for (const set of SETS) {
  describe.skipIf(!isPresent(set))(`languageByLetters, measured on ${TITLES[set]},`, () => {
    const articles: readonly (readonly [language: string, name: string])[] = ARTICLES[set];

    it.each(articles)('is %s for %s', (language, name) => {
      const { title, html } = fixture<WildArticle>(`${set}/wild/${name}.json`);
      const page = language === 'ar' ? 'fa' : 'ar';
      expect(languageByLetters(articleWith({ headline: title, body: { html } }), page)).toBe(language);
    });

    it('is Arabic for the reference article', () => {
      const { title, summary } = fixture<{ title: string; summary: string }>(`${set}/seed/article.json`);
      expect(languageByLetters(articleWith({ headline: title, summary }), 'en')).toBe('ar');
    });

    const languages = ['ar', 'fa', 'ur', 'ps', 'he'] as const;
    const textsOf = (language: string) =>
      articles
        .filter(([of]) => of === language)
        .map(([, name]) => bodyText(fixture<WildArticle>(`${set}/wild/${name}.json`)).replace(/\s+/g, ' '));

    it.each(languages)('is right for 99 of 100 pieces of 160 characters in %s', (language) => {
      const all = textsOf(language).flatMap((text) => pieces(text, 160));
      expect(share(language, all)).toBeGreaterThan(0.99);
    });

    it.each(languages)('is right for 90 of 100 pieces of 40 characters in %s', (language) => {
      const all = textsOf(language).flatMap((text) => pieces(text, 40));
      expect(share(language, all)).toBeGreaterThan(0.9);
    });
  });
}
