import { describe, expect, it } from 'vitest';
import { ArticleError } from '../../../src/article/article-error.js';
import type { Article } from '../../../src/article/article.js';
import { readArticle, unlessRefused, type Dialect, type Reading, type Refusal } from '../../../src/article/readers.js';
import { address, articleWith } from '../support/articles.js';
import { expectLinear, repeated } from '../support/linear.js';

describe('ArticleError', () => {
  it('carries the status that a site answered with', () => {
    expect(new ArticleError('http', 'The site answered 503.', { status: 503 }).status).toBe(503);
  });

  it('carries what caused it', () => {
    const cause = new TypeError('Failed to fetch');
    expect(new ArticleError('network', 'No answer.', { cause }).cause).toBe(cause);
  });

  it('carries the address of the story', () => {
    const url = address('https://news.example/7');
    expect(new ArticleError('protected', 'For members.', { url }).url).toBe(url);
  });

  it('is told by its name where instanceof does not reach', () => {
    expect(new ArticleError('gone', 'Withdrawn.').name).toBe('ArticleError');
  });
});

describe('readArticle', () => {
  const dialect = (result: Article | Refusal | undefined): Dialect => ({ read: () => result });
  const knowing = (headline: string) => dialect(articleWith({ headline }));
  const unknowing = dialect(undefined);
  const read = (...dialects: Dialect[]): Reading => unlessRefused(readArticle({}, {}, dialects));
  const refusing = dialect({ refused: 'protected', message: 'For members.', status: 403 });

  it('takes the first dialect that knows the JSON', () => {
    expect(read(unknowing, knowing('الأول'), knowing('الثاني')).article.headline).toBe('الأول');
  });

  it.each(['authors', 'source', 'follow', 'related', 'tags'] as const)('leaves a million %s aside', (list) => {
    const many = { [list]: Array.from({ length: 1_000_000 }, () => 'خبر') } as unknown as Partial<Article>;
    expect(read(dialect(articleWith(many))).article[list]).toHaveLength(100);
  });

  const words = 'خبر طويل '.repeat(300_000).trim();
  const lines = { headline: words, section: words, tags: [words], publisher: { name: words } };
  const url = address('https://news.example/7');
  const long = articleWith({
    ...{ ...lines, summary: words, authors: [{ name: words }], source: [{ name: words }] },
    picture: { url, alt: words, caption: words, credit: words },
    related: [{ url, headline: words }],
  });

  it.each([
    ...['headline', 'summary', 'section', 'tags.0', 'publisher.name', 'authors.0.name', 'source.0.name'],
    ...['picture.alt', 'picture.caption', 'picture.credit', 'related.0.headline'],
  ])('keeps of a long %s 2,000 characters, and cuts between words', (path) => {
    const { article } = read(dialect(long));
    const text = path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], article);
    expect(text).toMatch(/^(?:خبر طويل )*خبر(?: طويل)?…$/);
    expect(String(text).length).toBeGreaterThan(1990);
    expect(String(text).length).toBeLessThanOrEqual(2000);
  });

  it.each([
    ['of one word', 'خ'.repeat(3000), `${'خ'.repeat(1999)}…`],
    ['within a pair of surrogates', `x${'🐟'.repeat(3000)}`, `x${'🐟'.repeat(999)}…`],
    ['within a letter and its mark', `x${'e\u0301'.repeat(3000)}`, `x${'e\u0301'.repeat(999)}…`],
  ])('cuts a text %s before its last letter', (_, headline, kept) => {
    expect(read(knowing(headline)).article.headline).toBe(kept);
  });

  it('leaves what is no text at its length', () => {
    const far = address(`https://news.example/${'a'.repeat(3000)}`);
    const body = { html: `<p>${words}</p>` };
    const fields = {
      url: far,
      body,
      picture: { url: far },
      follow: [far],
      related: [{ url: far, headline: 'x', picture: far }],
    };
    expect(read(dialect(articleWith(fields))).article).toEqual(articleWith(fields));
  });

  it('caps a text of nothing but white space or marks in linear time', () => {
    for (const unit of [' ', '\u0301', 'e\u0301', '\u200D', 'x'])
      expectLinear(repeated(unit), (headline) => read(knowing(headline)));
  });

  it('gives nothing where no dialect knows the JSON', () => {
    expect(readArticle({}, {}, [unknowing, unknowing])).toBeUndefined();
  });

  it('gives the refusal of the first dialect that knows the JSON', () => {
    expect(readArticle({}, {}, [unknowing, refusing, knowing('خبر')])).toHaveProperty('refused', 'protected');
  });

  it('is told as an ArticleError where it is refused', () => {
    expect(() => read(refusing)).toThrow(
      expect.objectContaining({ code: 'protected', message: 'For members.', status: 403 }),
    );
  });

  it('is told as an ArticleError where no dialect knows the JSON', () => {
    expect(() => read(unknowing)).toThrow(expect.objectContaining({ code: 'not-an-article' }));
  });

  it('requests no details where the dialect knows of none', () => {
    expect(read(knowing('خبر')).detailsRequests).toEqual([]);
  });

  it('asks the dialect that knew the JSON which details to request', () => {
    const request = { address: address('https://news.example/more'), kind: 'related', read: () => ({}) } as const;
    expect(read({ ...knowing('خبر'), detailsRequests: () => [request] }).detailsRequests).toEqual([request]);
  });
});
