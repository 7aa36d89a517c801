import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ArticleError, type ArticleErrorCode } from '../../../src/article/article-error.js';
import { explanation } from '../../../src/explain/explain.js';

const base = 'https://blog.example/2026/';
const src = 'https://news.example/feed.json?key=secret#42';
const said = (
  code: ArticleErrorCode,
  options: ConstructorParameters<typeof ArticleError>[2] = {},
  asked = { src, base },
) => explanation(new ArticleError(code, 'A message.', options), asked);

/** As `fetch-json.ts` throws it. */
const notJson = (text: string) => said('not-json', { cause: new SyntaxError('Unexpected token', { cause: text }) });

const headings = [
  ...readFileSync(new URL('../../../docs/troubleshooting.md', import.meta.url), 'utf8').matchAll(/^## (.+)$/gm),
].map(([, heading]) =>
  heading!
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-'),
);

const all: Readonly<Record<string, string>> = {
  network: said('network'),
  timeout: said('timeout'),
  'a missing file': said('http', { status: 404 }),
  'a closed file': said('http', { status: 403 }),
  'a broken server': said('http', { status: 500 }),
  'a withdrawn story': said('gone', { status: 410 }),
  RSS: notJson('<?xml version="1.0"?><rss version="2.0"><channel>'),
  Atom: notJson('<feed xmlns="http://www.w3.org/2005/Atom">'),
  'a page': notJson('\n<!DOCTYPE html><html>'),
  'broken JSON': notJson('{"a": 1,'),
  'another JSON': said('not-an-article'),
  'a large answer': said('too-large'),
  'a story for subscribers': said('protected'),
  'no address': said('bad-address', {}, { src: 'http://', base }),
  'no scheme': said('http', { status: 404 }, { src: 'news.example/feed.json', base }),
};

describe('The line for those who embed a card without a story', () => {
  it.each(Object.entries(all))('is one line, and leads to a heading of the troubleshooting: %s', (_, line) => {
    expect(line).toMatch(/^khabar: no story from .+\.$|^khabar: no story from .+#[\w-]+$/);
    expect(line).not.toContain('\n');
    expect(headings).toContain(/#([\w-]+)$/.exec(line)![1]);
  });

  it.each([
    ['network', /Access-Control-Allow-Origin: \*/],
    ['a missing file', /status 404\..*Check the address/],
    ['a closed file', /status 403\..*not public/],
    ['a withdrawn story', /status 410/],
    ['RSS', /RSS or Atom.*JSON of the same site/],
    ['Atom', /RSS or Atom/],
    ['a page', /web page/],
    ['broken JSON', /not JSON/],
    ['no scheme', /Write https:\/\/ before it/],
    ['no address', /no http\(s\) address/],
  ] as const)('says what is wrong and what to do: %s', (name, words) => {
    expect(all[name]).toMatch(words);
  });

  it('names the private address of the card by its host and path alone', () => {
    expect(all['network']).toContain('news.example/feed.json:');
    expect(Object.values(all).join()).not.toMatch(/secret|42#/);
  });

  it.each([
    'data:application/json,{"title":"secret"}',
    'blob:https://blog.example/secret',
    'javascript:secret()',
    'https://editor:secret@[/feed.json',
    'https://news.example:x/feed.json?key=secret',
    'https://[#secret',
  ])('names nothing private of an address that is none: %s', (src) => {
    const line = said('bad-address', {}, { src, base });
    expect(line).not.toContain('secret');
    expect(line).toContain(/^[a-z]+:/.exec(src)![0]);
  });

  it('speaks of the page where that holds the JSON', () => {
    expect(explanation(new ArticleError('not-an-article', 'The feed has no item.'), undefined)).toContain(
      'the JSON in the page: The feed has no item.',
    );
  });

  it.each([
    'feed.json',
    './news.example/feed.json',
    '/news.example/a',
    'stories/42.json',
    'https://news.example/a',
    'a.b/',
  ])('takes %s for no host without a scheme', (address) => {
    expect(said('http', { status: 404 }, { src: address, base })).not.toContain('scheme');
  });

  it.each(['news.example/feed.json', 'www.news.om:8080/a', 'صحيفة.عمان/خبر'])('takes %s for one', (address) => {
    expect(said('http', { status: 404 }, { src: address, base })).toContain('scheme');
  });
});
