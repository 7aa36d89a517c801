import { describe, expect, it } from 'vitest';
import { ArticleError } from '../../../src/article/article-error.js';
import type { Article } from '../../../src/article/article.js';
import { readArticle, wrongTypes } from '../support/articles.js';
import { fixture, fixturesPresent } from '../support/fixtures.js';

describe('ArticleError', () => {
  it('carries the status that a site answered with', () => {
    expect(new ArticleError('http', 'The site answered 503.', { status: 503 }).status).toBe(503);
  });

  it('carries what caused it', () => {
    const cause = new TypeError('Failed to fetch');
    expect(new ArticleError('network', 'No answer.', { cause }).cause).toBe(cause);
  });

  it('is told by its name where instanceof does not reach', () => {
    expect(new ArticleError('gone', 'Withdrawn.').name).toBe('ArticleError');
  });
});

describe.skipIf(!fixturesPresent)('a reference article that was damaged at random', () => {
  // Whoever sees a failure can run the same damage again.
  const seeds = Array.from({ length: 400 }, (_, seed) => seed);

  it.each([
    ['seed/article.json', undefined],
    ['seed/feed.json', undefined],
    ['seed/feed.json', '118904'],
    ['jsonfeed/npm-feed.json', undefined],
    ['jsonfeed/eleventy-rss.json', 'https://example.om/posts/oman-russia/'],
  ])('is read, or refused with an ArticleError (%s, item %s)', (path, item) => {
    const outcomes = seeds.map((seed) => outcome(damaged(fixture(path), seed), item));
    expect(outcomes.filter((result) => result !== 'read' && result !== 'refused')).toEqual([]);
  });

  it('is mostly read: what was damaged is dropped, not the article', () => {
    const outcomes = seeds.map((seed) => outcome(damaged(fixture('seed/article.json'), seed), undefined));
    expect(outcomes.filter((result) => result === 'read').length).toBeGreaterThan(seeds.length * 0.8);
  });
});

function outcome(json: unknown, item: string | undefined): string {
  let article: Article;
  try {
    article = readArticle(json, item);
  } catch (error) {
    return error instanceof ArticleError ? 'refused' : `threw ${String(error)}`;
  }
  return fault(article) ?? 'read';
}

/** What of an article no reader may let through. */
function fault(article: Article): string | undefined {
  const { body, published, updated, ...rest } = article;
  if (body && !('html' in body ? body.html : body.text).trim()) return 'an empty body';
  const addresses = new Set(['url', 'logo', 'picture', 'shortLink', 'follow']);
  const faults: string[] = [];
  const look = (value: unknown, path: readonly string[]): void => {
    if (value === undefined) return;
    const name = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
    if (typeof value === 'string') {
      if (/\[object |undefined|^\s*$/.test(value)) faults.push(`${path.join('.')}: ${value}`);
      if (addresses.has(name) && !/^https?:\/\/[!-~]+$/.test(value)) faults.push(`${path.join('.')}: ${value}`);
    } else if (typeof value === 'number') {
      if (!(name === 'width' || name === 'height') || !Number.isSafeInteger(value) || value < 1) {
        faults.push(`${path.join('.')}: ${value}`);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) if (key !== 'published') look(part, [...path, key]);
    } else faults.push(`${path.join('.')}: ${String(value)}`);
  };
  look(rest, []);
  for (const time of [published, updated, ...article.related.map((story) => story.published)]) {
    if (time && !Number.isFinite(time.wallClock)) faults.push('a date that is none');
  }
  return faults[0];
}

/** The same JSON with one to five of its values dropped, or replaced by something of another type. */
function damaged(json: unknown, seed: number): unknown {
  const random = generator(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const replacements: readonly unknown[] = [
    ...wrongTypes.map(([, value]) => value),
    ...['\uD800', '\u202E\u2066', 'x'.repeat(100_000), '<a <a', '{id}', '2025-02-30', 'javascript:alert(1)'],
    ...[
      -1,
      1e308,
      '//',
      'https://u:p@evil.example/',
      [[]],
      [{}],
      { '@id': 'x' },
      JSON.parse('{"__proto__":{"title":"junk"}}'),
    ],
  ];
  // Found before anything is replaced, so that no replacement is damaged in its turn.
  const places: [parent: Record<string, unknown>, key: string][] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      places.push([value as Record<string, unknown>, key]);
      visit(part);
    }
  };
  visit(json);
  for (let times = 1 + Math.floor(random() * 5); times > 0; times--) {
    const [parent, key] = pick(places);
    if (random() < 0.2) delete parent[key];
    else parent[key] = pick(replacements);
  }
  return json;
}

/** A small generator of pseudo-random numbers (mulberry32): the same seed gives the same numbers. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
