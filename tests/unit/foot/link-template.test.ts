import { describe, expect, it } from 'vitest';
import { shortLink, slug } from '../../../src/foot/link-template.js';
import { address, articleWith, readArticle } from '../support/articles.js';
import { fixture, isPresent, SETS } from '../support/fixtures.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

describe('shortLink', () => {
  const article = articleWith({ id: '118904', url: address('https://news.example/2025/خبر-اليوم/') });

  it.each([
    ['https://s.example/?p={id}', 'https://s.example/?p=118904'],
    ['https://s.example/{id}/{id}', 'https://s.example/118904/118904'],
    ['https://s.example/{slug}', 'https://s.example/%D8%AE%D8%A8%D8%B1-%D8%A7%D9%84%D9%8A%D9%88%D9%85'],
    [
      'https://s.example/?u={url}',
      'https://s.example/?u=https%3A%2F%2Fnews.example%2F2025%2F%25D8%25AE%25D8%25A8%25D8%25B1-%25D8%25A7%25D9%2584%25D9%258A%25D9%2588%25D9%2585%2F',
    ],
    ['https://s.example/{name}/{id}', 'https://s.example/%7Bname%7D/118904'],
  ])('makes of the template %s the link %s', (template, link) => {
    expect(shortLink(article, template)).toBe(link);
  });

  it('is the article’s own, whatever the template', () => {
    const own = address('https://news.example/?p=7');
    expect(shortLink({ ...article, shortLink: own }, 'https://s.example/{id}')).toBe(own);
  });

  it.each([undefined, ''])('is none where the template is %j', (template) => {
    expect(shortLink(article, template)).toBeUndefined();
  });

  it.each([
    'https://s.example/{id}',
    'https://s.example/{url}',
    'https://s.example/{slug}',
    'https://s.example/{slug}?{id}',
  ])('is none where the article lacks what the template %s names', (template) => {
    expect(shortLink(articleWith({ headline: 'خبر' }), template)).toBeUndefined();
  });

  it('is none where the article’s address has no slug', () => {
    const front = articleWith({ url: address('https://news.example/') });
    expect(shortLink(front, 'https://s.example/{slug}')).toBeUndefined();
  });

  it.each(['javascript:alert({id})', 'data:text/html,{id}', 'https://user@s.example/{id}', '/?p={id}', '{id}'])(
    'is none where the template is %s',
    (template) => {
      expect(shortLink(article, template)).toBeUndefined();
    },
  );

  it.each([
    ['a slash', 'a/b', 'https://s.example/x/a%2Fb'],
    ['a query', '7?a=b&c', 'https://s.example/x/7%3Fa%3Db%26c'],
    ['a fragment', '7#a', 'https://s.example/x/7%23a'],
    ['a whole address', 'https://evil.example/', 'https://s.example/x/https%3A%2F%2Fevil.example%2F'],
    ['a replacement pattern', "$&$1$'$`", "https://s.example/x/%24%26%241%24'%24%60"],
    ['a placeholder', '{url}', 'https://s.example/x/%7Burl%7D'],
    ['a line break', 'a\nb', 'https://s.example/x/a%0Ab'],
  ])('stays within its place where the id is %s', (_, id, link) => {
    expect(shortLink(articleWith({ id }), 'https://s.example/x/{id}')).toBe(link);
  });

  it.each(['a&b=c', 'a+b', 'a;b', 'a,b', 'a@b'])('stays within its place where the slug is %j', (last) => {
    const link = shortLink(
      articleWith({ url: address(`https://news.example/${last}`) }),
      'https://s.example/?p={slug}',
    );
    expect(link && [...new URL(link).searchParams]).toEqual([['p', last]]);
  });

  it('has a link for an id of lone surrogates', () => {
    expect(shortLink(readArticle({ id: '\uD800', title: 'خبر' }), 'https://s.example/{id}')).toBe(
      'https://s.example/%EF%BF%BD',
    );
  });

  for (const set of SETS) {
    it.skipIf(!isPresent(set))(`of the reference article can be made from its id (${set})`, () => {
      const seed = { ...readArticle(fixture(`${set}/seed/article.json`)), shortLink: undefined };
      expect(shortLink(seed, 'https://example.om/?p={id}')).toBe('https://example.om/?p=118904');
    });
  }

  it.each([
    ['placeholders', repeated('{id}')],
    ['opening braces', repeated('{')],
    ['half-written placeholders', repeated('{id')],
  ])(
    'is linear in a template of nothing but %s',
    (_, input) => {
      expectLinear(input, (template) => shortLink(article, template));
    },
    SERIES_TIMEOUT,
  );
});

describe('slug', () => {
  it.each([
    ['https://news.example/2025/11/my-story/', 'my-story'],
    ['https://news.example/2025/11/my-story', 'my-story'],
    ['https://news.example/my-story//', 'my-story'],
    ['https://news.example/my-story?utm_source=a/b#c/d', 'my-story'],
    ['https://news.example/خبر', '%D8%AE%D8%A8%D8%B1'],
    ['https://news.example/a.html', 'a.html'],
  ])('of %s is %s', (value, last) => {
    expect(slug(address(value))).toBe(last);
  });

  it('is none where the address has no path', () => {
    expect(slug(address('https://news.example/?p=7'))).toBeUndefined();
  });
});
