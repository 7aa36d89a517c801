import { describe, expect, it } from 'vitest';
import { ArticleError } from '../../../src/article/article-error.js';
import type { Article } from '../../../src/article/article.js';
import { readArticle, unlessRefused, type Dialect, type Reading, type Refusal } from '../../../src/article/readers.js';
import { address, articleWith } from '../support/articles.js';

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
