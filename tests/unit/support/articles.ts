import type { Article } from '../../../src/article/article.js';
import { dialects } from '../../../src/dialects/readers.js';
import { jsonFeed } from '../../../src/article/json-feed.js';
import {
  readArticle as readWith,
  unlessRefused,
  type ReaderOptions,
  type Reading,
} from '../../../src/article/readers.js';
import { webAddress, type WebAddress } from '../../../src/article/web-address.js';

/** An address that is known to be good. */
export function address(value: string): WebAddress {
  const read = webAddress(value);
  if (!read) throw new Error(`${value} is no web address`);
  return read;
}

/** An article with the fields that a test is about, and no others. */
export function articleWith(fields: Partial<Article>): Article {
  return { authors: [], source: [], follow: [], related: [], tags: [], ...fields };
}

/** What the card makes of JSON, its own readers and those of the other dialects together. */
export function reading(json: unknown, options: ReaderOptions = {}): Reading {
  return unlessRefused(readWith(json, options, [jsonFeed, ...dialects]));
}

export function readArticle(json: unknown, item?: string): Article {
  return reading(json, { item }).article;
}

/** What the reader makes of an item that has a title and the given fields. */
export function readItem(fields: object): Article {
  return readArticle({ title: 'خبر', ...fields });
}

/** Values of every type that JSON has, and of some that only a page's own scripts can hand over. */
export const wrongTypes: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['undefined', undefined],
  ['true', true],
  ['false', false],
  ['zero', 0],
  ['a fraction', 1.5],
  ['NaN', NaN],
  ['infinity', Infinity],
  ['an empty string', ''],
  ['white space', ' \n\t\u00A0 '],
  ['an empty list', []],
  ['a list of lists', [[['https://news.example/']]]],
  ['a list of nulls', [null, null]],
  ['an empty object', {}],
  ['a nested object', { rendered: { rendered: 'نص' } }],
  ['an object that turns into a string', { toString: () => 'https://news.example/' }],
  ['an object without a prototype', Object.create(null)],
  ['a function', () => 'https://news.example/'],
  ['a symbol', Symbol('https://news.example/')],
  ['a big integer', 10n],
  ['a Date', new Date(0)],
];
