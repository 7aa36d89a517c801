import { describe, expect, it } from 'vitest';
import { ArticleError } from '../../../src/article/article-error.js';
import type { Article } from '../../../src/article/article.js';
import { readArticle, withAddition, type Addition, type Dialect, type Refusal } from '../../../src/article/readers.js';
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
  const refusing = dialect({ refused: 'protected', message: 'For members.', status: 403 });

  it('takes the first dialect that knows the JSON', () => {
    expect(readArticle({}, {}, [unknowing, knowing('الأول'), knowing('الثاني')])?.article.headline).toBe('الأول');
  });

  it.each(['authors', 'source', 'follow', 'related', 'tags'] as const)('leaves a million %s aside', (list) => {
    const many = { [list]: Array.from({ length: 1_000_000 }, () => 'خبر') } as unknown as Partial<Article>;
    expect(readArticle({}, {}, [dialect(articleWith(many))])?.article[list]).toHaveLength(100);
  });

  it('gives nothing where no dialect knows the JSON', () => {
    expect(readArticle({}, {}, [unknowing, unknowing])).toBeUndefined();
  });

  it('throws what the first dialect that knows the JSON refuses', () => {
    expect(() => readArticle({}, {}, [unknowing, refusing, knowing('خبر')])).toThrow(ArticleError);
  });

  it('says why it was refused', () => {
    expect(() => readArticle({}, {}, [refusing])).toThrow(
      expect.objectContaining({ code: 'protected', message: 'For members.', status: 403 }),
    );
  });

  it('knows Khabar’s own dialect where it is given none', () => {
    expect(readArticle({ title: 'خبر' })?.article.headline).toBe('خبر');
  });

  it('asks for nothing further where the dialect knows of nothing', () => {
    expect(readArticle({}, {}, [knowing('خبر')])?.further).toEqual([]);
  });

  it('asks the dialect that knew the JSON what to ask for further', () => {
    const request = { address: address('https://news.example/more'), adds: 'related', read: () => ({}) } as const;
    expect(readArticle({}, {}, [{ ...knowing('خبر'), further: () => [request] }])?.further).toEqual([request]);
  });
});

describe('withAddition', () => {
  const story = { url: address('https://news.example/6'), headline: 'آخر' };
  const account = address('https://x.com/example');
  const publisher = {
    name: 'صحيفة',
    url: address('https://news.example/'),
    logo: address('https://news.example/l.png'),
  };
  const addition: Addition = { publisher, follow: [account], related: [story] };

  it('adds what the article lacks', () => {
    expect(withAddition(articleWith({ headline: 'خبر' }), addition)).toEqual(
      articleWith({ headline: 'خبر', ...addition }),
    );
  });

  it('replaces nothing that the article states', () => {
    const own = articleWith({
      publisher: { name: 'أخرى', url: address('https://other.example/'), logo: address('https://other.example/l.png') },
      follow: [address('https://t.me/example')],
      related: [{ url: address('https://news.example/5'), headline: 'غيره' }],
    });
    expect(withAddition(own, addition)).toEqual(own);
  });

  it('adds to a publisher what it lacks', () => {
    expect(withAddition(articleWith({ publisher: { name: 'أخرى' } }), addition).publisher).toEqual({
      ...publisher,
      name: 'أخرى',
    });
  });

  it('leaves the article as it is where there is nothing to add', () => {
    expect(withAddition(articleWith({ headline: 'خبر' }), {})).toEqual(articleWith({ headline: 'خبر' }));
  });

  it('leaves the article that it was given as it was', () => {
    const article = articleWith({ headline: 'خبر' });
    withAddition(article, addition);
    expect(article).toEqual(articleWith({ headline: 'خبر' }));
  });
});
