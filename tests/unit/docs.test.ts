/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ghost } from '../../src/dialects/ghost.js';
import { jsonFeed } from '../../src/article/json-feed.js';
import { jsonLd } from '../../src/dialects/json-ld.js';
import type { Dialect } from '../../src/article/readers.js';
import { wordPressCom } from '../../src/dialects/wordpress-com.js';
import { wordPress } from '../../src/dialects/wordpress.js';
import { reading } from './support/articles.js';

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const document = file('docs/article-json.md');

/** By the name that stands in a comment before an example; in the order of the table's columns. */
const dialects: Readonly<Record<string, Dialect>> = { jsonFeed, wordPress, wordPressCom, ghost, jsonLd };
const names = Object.keys(dialects);

/** Where the fields of a dialect are read. */
const sources: Readonly<Record<string, readonly string[]>> = {
  jsonFeed: ['article/json-feed.ts'],
  // What Yoast SEO adds is JSON-LD.
  wordPress: ['dialects/wordpress.ts', 'dialects/wordpress-address.ts', 'dialects/json-ld.ts'],
  wordPressCom: ['dialects/wordpress-com.ts'],
  ghost: ['dialects/ghost.ts'],
  jsonLd: ['dialects/json-ld.ts'],
};

const examples = [...document.matchAll(/(?:<!-- (\w+) -->\s+)?```json\n([^]*?)\n```/g)].map(
  ([, name = 'nobody', json = ''], index) => [index + 1, name, json] as const,
);

describe('an example of article JSON in the documentation', () => {
  it.each(names)('is there for %s', (name) => {
    expect(examples.map(([, of]) => of)).toContain(name);
  });

  it.each(examples)('is number %d, of %s, and no other reader takes it for its own', (_, name, json) => {
    const parsed = JSON.parse(json) as unknown;
    const readers = names.filter((other) => dialects[other]!.read(parsed, {}) !== undefined);
    expect(readers).toEqual([name]);
  });

  // They all tell the same story, so that one can be compared with the other.
  it.each(examples)('is number %d, of %s, and becomes the story', (_, __, json) => {
    const { article } = reading(JSON.parse(json));
    expect(article.headline).toMatch(/^عاد الماء إلى الفلج(?: – بعد أربعة عقود)?$/);
    expect(article.published?.iso).toBe('2026-03-08T09:05:00+04:00');
    expect(JSON.stringify(article.body)).toContain('جرى الماء صباح اليوم في القناة.');
    expect(article.url).toMatch(/^https:\/\/news\.example\//);
    expect(article.authors.map(({ name }) => name)).toEqual([expect.stringMatching(/^(?:هدى الوادعية|هيئة التحرير)$/)]);
    expect(article.section).toBe('محليات');
  });
});

describe('the table of fields in the documentation', () => {
  const [, body = ''] = /\n\| article \|.*\n\|[-| ]+\|\n((?:\|.*\|\n)+)/.exec(document) ?? [];
  const rows = body
    .trim()
    .split('\n')
    .map((row) => row.slice(1, -1).split('|'));
  const cells = rows.flatMap(([field = '', ...columns]) =>
    columns.map((cell, index) => [names[index]!, field.trim(), cell.trim()] as const),
  );

  it('has a column for each dialect', () => {
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([names.length + 1]));
  });

  /** What stands for something else, as the text above the table says. */
  const shorthands = ['media', 'term', 'head', 'organization', 'src', 'p', '0'];

  it.each(cells)('tells of %s nothing that its reader does not know: %s', (name, _, cell) => {
    const known = new Set(sources[name]!.flatMap((path) => file(`src/${path}`).match(/[\w@-]+(?::\w+)?/g) ?? []));
    const fields = [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, words = '']) => words.match(/[\w@-]+(?::\w+)?/g) ?? []);
    // WordPress has a second clock for each date: the reader puts its name together.
    const asked = fields.map((field) => field.replace(/^\w+(?=_gmt$)/, ''));
    expect(asked.filter((field) => !shorthands.includes(field) && !known.has(field))).toEqual([]);
  });
});

describe('a link within the documentation', () => {
  const headings = [...document.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  const links = [...new Set([...document.matchAll(/\]\(#([^)]+)\)/g)].map(([, to]) => to!))];

  it.each(links)('leads to a heading: #%s', (to) => {
    expect(headings).toContain(to);
  });
});
