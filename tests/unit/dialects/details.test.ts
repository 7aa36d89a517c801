import { describe, expect, it } from 'vitest';
import type { Details } from '../../../src/article/readers.js';
import { withDetails } from '../../../src/dialects/details.js';
import { address, articleWith } from '../support/articles.js';

describe('withDetails', () => {
  const story = { url: address('https://news.example/6'), headline: 'آخر' };
  const account = address('https://x.com/example');
  const publisher = {
    name: 'صحيفة',
    url: address('https://news.example/'),
    logo: address('https://news.example/l.png'),
  };
  const addition: Details = { publisher, follow: [account], related: [story] };

  it('adds what the article lacks', () => {
    expect(withDetails(articleWith({ headline: 'خبر' }), addition)).toEqual(
      articleWith({ headline: 'خبر', ...addition }),
    );
  });

  it('replaces nothing that the article states', () => {
    const own = articleWith({
      publisher: { name: 'أخرى', url: address('https://other.example/'), logo: address('https://other.example/l.png') },
      follow: [address('https://t.me/example')],
      related: [{ url: address('https://news.example/5'), headline: 'غيره' }],
    });
    expect(withDetails(own, addition)).toEqual(own);
  });

  it('adds to a publisher what it lacks', () => {
    expect(withDetails(articleWith({ publisher: { name: 'أخرى' } }), addition).publisher).toEqual({
      ...publisher,
      name: 'أخرى',
    });
  });

  it('leaves the article as it is where there is nothing to add', () => {
    expect(withDetails(articleWith({ headline: 'خبر' }), {})).toEqual(articleWith({ headline: 'خبر' }));
  });

  it('leaves the article that it was given as it was', () => {
    const article = articleWith({ headline: 'خبر' });
    withDetails(article, addition);
    expect(article).toEqual(articleWith({ headline: 'خبر' }));
  });
});
