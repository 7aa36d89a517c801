import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withDetails } from '../../../src/dialects/details.js';
import { dialects } from '../../../src/dialects/readers.js';
import { jsonFeed } from '../../../src/article/json-feed.js';
import type { Dialect, DetailsRequest, ReaderOptions } from '../../../src/article/readers.js';
import { everything } from '../../everything.mjs';
import { answers, anything, readerOptions } from '../support/arbitrary-json.js';
import { address, articleWith, reading, wrongTypes } from '../support/articles.js';
import { cases } from '../support/cases.js';
import { faultsOf, faultsOfError } from '../support/faults.js';
import { fixture, fixtureNames, GHOST, SETS, WORDPRESS, type FixtureSet } from '../support/fixtures.js';
import { mutate, mutations, placesOf, type Place } from '../support/mutations.js';
import { runs } from '../support/runs.js';

// A failure names the seed and the path of the run that failed.
const SEED = 20251112;
const TIMEOUT = everything ? 600_000 : 60_000;
/** Milliseconds in which any answer is read; it takes a small part of it. */
const PATIENCE = 2000;

const allDialects: readonly Dialect[] = [jsonFeed, ...dialects];

describe('JSON of any sort', () => {
  it(
    'is read, or refused with an ArticleError',
    () => {
      fc.assert(
        fc.property(anything, readerOptions, (json, options) => {
          expect(faultsOfReading(json, options, json)).toEqual([]);
        }),
        { seed: SEED, numRuns: runs(250) },
      );
    },
    TIMEOUT,
  );

  it.each(Object.entries(answers))(
    'is read, or refused with an ArticleError, where it has the names of %s',
    (_, arbitrary) => {
      fc.assert(
        fc.property(arbitrary, readerOptions, (json, options) => {
          expect(faultsOfReading(json, options)).toEqual([]);
        }),
        { seed: SEED, numRuns: runs(250) },
      );
    },
    TIMEOUT,
  );

  // Were nearly all of it refused, the tests above would show little.
  it.each(Object.entries(answers))('is often an article where it has the names of %s', (_, arbitrary) => {
    const samples = fc.sample(arbitrary, { seed: SEED, numRuns: runs(250) });
    expect(samples.filter((json) => isRead(json)).length).toBeGreaterThan(samples.length / 5);
  });

  it.each(wrongTypes)('is refused where it is %s', (_, json) => {
    expect(isRead(json)).toBe(false);
  });
});

describe('an answer with details, of any sort', () => {
  const requests = cases.flatMap(({ came, options }) =>
    options.address === undefined ? [] : detailsOf(came, options).map((request) => [request] as const),
  );
  const kinds = new Map(requests.map(([request]) => [`${String(request.read)} ${request.kind}`, request] as const));

  it('is asked for by WordPress and Ghost, for two things each', () => {
    expect([...kinds.values()].map(({ kind }) => kind).sort()).toEqual([
      'publisher',
      'publisher',
      'related',
      'related',
    ]);
  });

  it.each([...kinds.values()].map((request) => [request.kind, new URL(request.address).pathname, request] as const))(
    'adds nothing bad (%s, %s)',
    (_, __, request) => {
      fc.assert(
        fc.property(fc.oneof(answers['ghost']!, answers['wordPress']!, anything), (answer) => {
          expect(faultsOfDetails(request, answer)).toEqual([]);
        }),
        { seed: SEED, numRuns: runs(150) },
      );
    },
    TIMEOUT,
  );
});

describe('an answer with something wrong in it', () => {
  const dialectsOfCases = [...new Set(cases.map(({ dialect }) => dialect))];

  it.each(dialectsOfCases)(
    'is read, or refused with an ArticleError (the cases of %s)',
    (dialect) => {
      const own = cases.filter((one) => one.dialect === dialect && placesOf(one.came).length > 0);
      fc.assert(
        fc.property(fc.nat(), changes, (which, made) => {
          const { came, options } = own[which % own.length]!;
          expect(faultsOfChanged(came, placesOf(came), made, options)).toEqual([]);
        }),
        { seed: SEED, numRuns: runs(150) },
      );
    },
    TIMEOUT,
  );

  it.each(fixturesOfEveryDialect())(
    'is read, or refused with an ArticleError (%s)',
    (path) => {
      const json = fixture(path);
      const places = placesOf(json);
      const options = optionsOf(path);
      fc.assert(
        fc.property(changes, (made) => {
          expect(faultsOfChanged(json, places, made, options)).toEqual([]);
        }),
        { seed: SEED, numRuns: runs(40) },
      );
    },
    TIMEOUT,
  );

  it.each(fixturesOfEveryDialect().filter((path) => isRead(fixture(path))))(
    'is mostly read: what is wrong is dropped, not the article (%s)',
    (path) => {
      const json = fixture(path);
      const places = placesOf(json);
      const samples = fc.sample(change, { seed: SEED, numRuns: runs(50) });
      const read = samples.filter((made) => whileChanged(places, [made], () => isRead(json)));
      expect(read.length).toBeGreaterThan(samples.length * 0.7);
    },
  );

  it('leaves Object.prototype as it was', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const junk: unknown = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    for (const path of fixturesOfEveryDialect()) {
      const json = fixture(path);
      for (const { parent, key } of placesOf(json)) parent[key] = junk;
      isRead(json);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});

/** Which place, which mutation, and the place whose value may be taken instead. */
type Change = readonly [place: number, mutation: number, other: number];

const change: fc.Arbitrary<Change> = fc.tuple(fc.nat(), fc.nat(mutations.length - 1), fc.nat());
const changes = fc.array(change, { minLength: 1, maxLength: 3 });

function whileChanged<Result>(places: readonly Place[], made: readonly Change[], run: () => Result): Result {
  const undo = made.map(([place, mutation, other]) =>
    mutate(places[place % places.length]!, mutation, places[other % places.length]!),
  );
  try {
    return run();
  } finally {
    for (const back of undo.reverse()) back();
  }
}

function faultsOfChanged(
  json: unknown,
  places: readonly Place[],
  made: readonly Change[],
  options: ReaderOptions,
): readonly string[] {
  const faults = whileChanged(places, made, () => faultsOfReading(json, options, json));
  if (faults.length === 0) return faults;
  return [
    ...made.map(([place, mutation]) => `${places[place % places.length]!.path}: ${mutations[mutation]![0]}`),
    ...faults,
  ];
}

function fixturesOfEveryDialect(): readonly string[] {
  const paths = SETS.flatMap((set) =>
    ['wordpress', 'ghost', 'jsonfeed', 'jsonld', 'seed'].flatMap((folder) => fixtureNames(set, folder)),
  );
  return paths.filter((path) => placesOf(fixture(path)).length > 0);
}

function optionsOf(path: string): ReaderOptions {
  const [set, folder] = path.split('/') as [FixtureSet, string];
  if (folder === 'wordpress') return { address: address(`${WORDPRESS[set]}/wp-json/wp/v2/posts/18?_embed`) };
  if (folder === 'ghost') return { address: address(`${GHOST[set]}/ghost/api/content/posts/1/?key=abc`) };
  return {};
}

function isRead(json: unknown): boolean {
  try {
    reading(json);
    return true;
  } catch {
    return false;
  }
}

/** What is wrong with what comes out, be it an article or an error. */
function faultsOfReading(json: unknown, options: ReaderOptions, answer?: unknown): readonly string[] {
  const start = performance.now();
  const faults = faultsOfOutcome(json, options);
  const took = performance.now() - start;
  return [
    ...faults,
    ...(took > PATIENCE ? [`took ${took} milliseconds`] : []),
    ...allDialects.flatMap((dialect) => faultsOfDialect(dialect, json, options)),
    ...(answer === undefined ? [] : detailsOf(json, options).flatMap((request) => faultsOfDetails(request, answer))),
  ];
}

function faultsOfOutcome(json: unknown, options: ReaderOptions): readonly string[] {
  try {
    const { article, detailsRequests } = reading(json, options);
    return [...faultsOf(article), ...detailsRequests.flatMap(({ address }) => faultsOf(articleWith({ url: address })))];
  } catch (error) {
    return faultsOfError(error);
  }
}

/** The same of one reader, which never throws. */
function faultsOfDialect({ read, detailsRequests }: Dialect, json: unknown, options: ReaderOptions): readonly string[] {
  const result = read(json, options);
  if (!result || 'refused' in result) return [];
  detailsRequests?.(json, result, options);
  return faultsOf(result);
}

function detailsOf(json: unknown, options: ReaderOptions): readonly DetailsRequest[] {
  try {
    return reading(json, options).detailsRequests;
  } catch {
    return [];
  }
}

function faultsOfDetails({ read }: DetailsRequest, answer: unknown): readonly string[] {
  const addition = read(answer);
  const url = address('https://news.example/7');
  return [...faultsOf(articleWith({ url, ...addition })), ...faultsOf(withDetails(articleWith({ url }), addition))];
}
