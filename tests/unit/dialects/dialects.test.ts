import { describe, expect, it } from 'vitest';
import { ArticleError } from '../../../src/article/article-error.js';
import { timestamp } from '../../../src/article/timestamp.js';
import { reading } from '../support/articles.js';
import { cases, type Case } from '../support/cases.js';
import { faultsOf } from '../support/faults.js';

const dialects = [...new Set(cases.map(({ dialect }) => dialect))];

describe.each(dialects)('%s', (dialect) => {
  const own = cases.filter((one) => one.dialect === dialect).map((one) => [one.name, one] as const);

  it.each(own)('reads %s', (_, one) => {
    expect(written(one)).toEqual(one.expected);
  });
});

it('gives an article that can be drawn, or an error, in every case', () => {
  expect(cases.flatMap((one) => faultsOfCase(one).map((fault) => `${one.dialect}, ${one.name}: ${fault}`))).toEqual([]);
});

/** What comes out of a case as `out.json` writes it: what there is not is left out, and a date is its `iso` alone. */
function written({ came, options }: Case): unknown {
  try {
    const { article, detailsRequests } = reading(came, options);
    const requests = options.address === undefined ? [] : detailsRequests.map(({ address }) => address);
    return withoutNothing({ ...article, further: requests });
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    const { code, status, url } = error;
    return { error: withoutNothing({ code, status, url }) };
  }
}

function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  if ('iso' in value && JSON.stringify(value) === JSON.stringify(timestamp(value.iso))) return value.iso;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0))
      .map(([name, part]) => [name, withoutNothing(part)]),
  );
}

function faultsOfCase({ came, options }: Case): string[] {
  try {
    return faultsOf(reading(came, options).article);
  } catch (error) {
    if (error instanceof ArticleError) return [];
    throw error;
  }
}
