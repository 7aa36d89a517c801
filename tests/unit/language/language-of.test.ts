import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/article/readers.js';
import { languageOf } from '../../../src/language/language-of.js';
import { articleWith } from '../support/articles.js';
import { fixture, fixturesPresent } from '../support/fixtures.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

describe('languageOf', () => {
  it('is what the article states, whatever its letters', () => {
    expect(languageOf(articleWith({ language: 'fa', headline: 'Breaking news' }), 'en')).toBe('fa');
  });

  it.skipIf(!fixturesPresent)('of the reference article is Arabic where it does not say so', () => {
    const seed = { ...readArticle(fixture('seed/article.json')), language: undefined };
    expect(languageOf(seed, 'en')).toBe('ar');
  });

  it.each([
    ['Arabic letters', 'افتتاح الميناء الجديد', 'ar'],
    ['Arabic letters and a Latin name', 'شركة Microsoft تفتتح مكتبا', 'ar'],
    ['Hebrew letters', 'חדשות היום', 'he'],
    ['Hebrew letters and a longer Latin name', 'חדשות Microsoft', 'he'],
    ['Latin letters', 'Port opens', 'fr'],
    ['Latin letters and an Arabic word', 'The minister said the word سلام at the port today', 'fr'],
    ['no letters', '2025: 3 + 4', 'fr'],
    ['letters of another script', 'Новости дня', 'fr'],
  ])('on a French page is told by %s', (_, headline, expected) => {
    expect(languageOf(articleWith({ headline }), 'fr')).toBe(expected);
  });

  it.each(['ar', 'ar-OM', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd', 'he'])(
    'on a page in %s is English where the letters are Latin',
    (page) => {
      expect(languageOf(articleWith({ headline: 'Port opens' }), page)).toBe('en');
    },
  );

  it.each(['ar', 'ar-OM', 'fa', 'fa-AF', 'ur', 'ps', 'ckb', 'ug', 'sd'])(
    'on a page in %s is the page’s where the letters are Arabic',
    (page) => {
      expect(languageOf(articleWith({ headline: 'افتتاح' }), page)).toBe(page);
    },
  );

  it.each(['en', 'he', 'arn', 'fur', 'art-x-code'])('on a page in %s is Arabic where the letters are', (page) => {
    expect(languageOf(articleWith({ headline: 'افتتاح' }), page)).toBe('ar');
  });

  it.each(['arn', 'fur', 'hei', 'de'])('on a page in %s is the page’s where the letters are Latin', (page) => {
    expect(languageOf(articleWith({ headline: 'Port opens' }), page)).toBe(page);
  });

  it('is the page’s where there is nothing to tell it by', () => {
    expect(languageOf(articleWith({}), 'ur')).toBe('ur');
  });

  it('is told by the summary where the headline has no letters', () => {
    expect(languageOf(articleWith({ headline: '2025', summary: 'افتتاح الميناء' }), 'en')).toBe('ar');
  });

  it.each([
    ['an HTML body', { html: '<p class="has-large-font-size"><a href="https://news.example/">افتتاح</a></p>' }],
    ['a plain body', { text: 'افتتاح الميناء' }],
  ])('is told by %s where neither headline nor summary has letters', (_, body) => {
    expect(languageOf(articleWith({ body, headline: '2025' }), 'en')).toBe('ar');
  });

  it('is not told by the body where the headline tells it', () => {
    expect(languageOf(articleWith({ headline: 'Port opens', body: { text: 'افتتاح الميناء الجديد' } }), 'fr')).toBe(
      'fr',
    );
  });

  it.each([
    ['headline of Arabic letters', (text: string) => articleWith({ headline: text }), repeated('ع')],
    ['headline of digits', (text: string) => articleWith({ headline: text }), repeated('1')],
    ['summary of Latin letters', (text: string) => articleWith({ summary: text }), repeated('a')],
    ['body of <', (text: string) => articleWith({ body: { html: text } }), repeated('<')],
    ['body of <script', (text: string) => articleWith({ body: { html: text } }), repeated('<script')],
  ])(
    'is linear in a %s',
    (_, article, input) => {
      expectLinear(input, (text) => languageOf(article(text), 'en'));
    },
    SERIES_TIMEOUT,
  );
});
