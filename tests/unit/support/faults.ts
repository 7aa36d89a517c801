import { ArticleError, type ArticleErrorCode } from '../../../src/article/article-error.js';
import type { Article, Name, Picture, Publisher, RelatedStory, UncleanBody } from '../../../src/article/article.js';
import { timestamp, type Timestamp } from '../../../src/article/timestamp.js';
import { webAddress } from '../../../src/article/web-address.js';

/** What is wrong with a part of an article; nothing where it is as its type says. */
type Check = (value: unknown, path: string) => readonly string[];

const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u;
/** What stands in a text where a program put there what was none. */
const NO_TEXT = /undefined|\[object |\bNaN\b|function \(|\(\) =>/;

const isString = (value: unknown): value is string => typeof value === 'string';

function says(holds: boolean, path: string, value: unknown): readonly string[] {
  if (holds) return [];
  const shown = isString(value) ? JSON.stringify(value) : String(value);
  return [`${path}: ${shown.length > 200 ? `${shown.slice(0, 200)}… (${shown.length})` : shown}`];
}

const isWords = (value: string) =>
  SEEN.test(value) && value.trim() === value && value.isWellFormed() && !NO_TEXT.test(value);

const words: Check = (value, path) => says(isString(value) && isWords(value) && !/\s{2}/.test(value), path, value);
const lines: Check = (value, path) => says(isString(value) && isWords(value), path, value);
/** Not text yet: the cleaning room has it as it came. */
const html: Check = (value, path) => says(isString(value) && value.trim() !== '', path, value);
const address: Check = (value, path) =>
  says(isString(value) && /^https?:\/\/[!-~]+$/.test(value) && webAddress(value) === value, path, value);
const pixels: Check = (value, path) => says(Number.isSafeInteger(value) && Number(value) > 0, path, value);
const truth: Check = (value, path) => says(typeof value === 'boolean', path, value);
const language: Check = (value, path) =>
  says(isString(value) && Intl.getCanonicalLocales(value)[0] === value, path, value);
const moment: Check = (value, path) =>
  says(
    JSON.stringify(timestamp((value as Timestamp).iso)) === JSON.stringify(value) &&
      Number.isFinite((value as Timestamp).wallClock),
    path,
    JSON.stringify(value),
  );

/** An object with these fields and no others; those that start as optional may be missing. */
function object<Fields>(
  checks: { readonly [Name in keyof Required<Fields>]: Check },
  required: (keyof Fields)[],
): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return says(false, path, value);
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    return [
      ...required.flatMap((name) =>
        says(
          fields.some(([own]) => own === name),
          `${path}.${String(name)}`,
          undefined,
        ),
      ),
      ...fields.flatMap(([name, field]) =>
        Object.hasOwn(checks, name)
          ? checks[name as keyof Fields](field, `${path}.${name}`)
          : says(false, `${path}.${name}`, field),
      ),
    ];
  };
}

function listOf(check: Check): Check {
  return (value, path) =>
    Array.isArray(value) ? value.flatMap((item, index) => check(item, `${path}.${index}`)) : says(false, path, value);
}

const name = object<Name>({ name: words, url: address }, ['name']);
const publisher = object<Publisher>({ name: words, url: address, logo: address }, []);
const related = object<RelatedStory>({ url: address, headline: words, picture: address, published: moment }, [
  'url',
  'headline',
]);

const candidates: Check = (value, path) => [
  ...listOf(object<{ url: string; width: number }>({ url: address, width: pixels }, ['url', 'width']))(value, path),
  ...says(
    Array.isArray(value) &&
      value.length > 1 &&
      (value as { width: number }[]).every(({ width }, at, all) => at === 0 || width > all[at - 1]!.width),
    `${path}, in the order of their widths`,
    JSON.stringify(value),
  ),
];

const picture = object<Picture>(
  {
    ...{ url: address, alt: words, caption: words, credit: words, width: pixels, height: pixels },
    candidates,
  },
  ['url'],
);

const body: Check = (value, path) => [
  ...object<{ html: string; text: string }>({ html, text: lines }, [])(value, path),
  ...says(Object.keys(value as UncleanBody).length === 1, path, JSON.stringify(value)),
];

const article = object<Article>(
  {
    ...{ id: words, url: address, headline: words, summary: words, body, picture },
    ...{ published: moment, updated: moment, language, section: words, publisher, shortLink: address },
    ...{ authors: listOf(name), source: listOf(name), follow: listOf(address), related: listOf(related) },
    ...{ tags: listOf(words), isAccessibleForFree: truth, isTeaserOnly: truth },
  },
  ['authors', 'source', 'follow', 'related', 'tags'],
);

/** What no reader may let through. An article without any is one that the card can draw. */
export function faultsOf(read: Article): string[] {
  const isAnything = read.headline !== undefined || read.body !== undefined || read.url !== undefined;
  return [...article(read, 'article'), ...says(isAnything, 'article', 'nothing to draw')];
}

const codes: Readonly<Record<ArticleErrorCode, true>> = {
  ...{ network: true, timeout: true, http: true, 'not-json': true, 'not-an-article': true },
  ...{ 'too-large': true, protected: true, gone: true, 'bad-address': true },
};

/** The same of an error: whatever is not an {@link ArticleError} is a fault. */
export function faultsOfError(error: unknown): string[] {
  if (!(error instanceof ArticleError)) return [`threw ${error instanceof Error ? error.stack : String(error)}`];
  const { code, message, status, url } = error;
  return [
    ...says(Object.hasOwn(codes, code), 'error.code', code),
    ...says(message !== '' && !NO_TEXT.test(message), 'error.message', message),
    ...(status === undefined ? [] : pixels(status, 'error.status')),
    ...(url === undefined ? [] : address(url, 'error.url')),
  ];
}
