import { ArticleError, type ArticleErrorCode } from './article-error.js';
import type { Article } from './article.js';
import { isObject } from './json.js';
import { webAddress, type WebAddress } from './web-address.js';

/** Facts that a reader has beside the JSON. */
export interface ReaderOptions {
  /** Which item of a feed or a list is meant; without it, the first. */
  readonly item?: string | undefined;
  /** The page of the story, where the JSON is a list that was requested for that page, or stands in it. */
  readonly page?: WebAddress | undefined;
  /**
   * Where the JSON was fetched from. It is private and may carry a token: a reader may take the site's own address from
   * it (the REST root), and resolve relative addresses against its folder where JSON names no home. Its last part and its
   * query are in no address that is drawn.
   */
  readonly address?: WebAddress | undefined;
}

/** Why there is no article in JSON whose dialect is known. */
export interface Refusal {
  readonly refused: ArticleErrorCode;
  readonly message: string;
  readonly status?: number | undefined;
  readonly url?: WebAddress | undefined;
}

/**
 * Reads one dialect of article JSON. Pure: no DOM, no network, nothing thrown.
 * @returns `undefined` where the JSON is of another dialect.
 */
export type Reader = (json: unknown, options: ReaderOptions) => Article | Refusal | undefined;

/** Details that a later request kind to an article. */
export type Details = Partial<Pick<Article, 'publisher' | 'follow' | 'related'>>;

/** A later request to the article's own site, for details that the article's JSON lacks. */
export interface DetailsRequest {
  readonly address: WebAddress;
  readonly kind: 'related' | 'publisher';
  readonly read: (json: unknown) => Details;
}

/** One dialect of article JSON: adding one is one file, and one line in a list of them. */
export interface Dialect {
  readonly read: Reader;
  /** Requests to make once the article is drawn, the most useful first. `json` has been read without a refusal. */
  readonly detailsRequests?: (json: unknown, article: Article, options: ReaderOptions) => readonly DetailsRequest[];
}

export interface Reading {
  readonly article: Article;
  readonly detailsRequests: readonly DetailsRequest[];
}

/** More of anything than an honest article has; a hostile one could give a card a million names to draw. */
const MOST_ENTRIES = 100;
/** Characters of a text: a headline of a million stops the page. */
const LONGEST_TEXT = 2000;

/**
 * An article, or details, with no more entries and no longer texts than a card can draw. Of a text its first part is kept,
 * cut between words, or before the last letter of one word alone. `body` has a cap of its own.
 */
export function capped<Value>(value: Value): Value;
export function capped(value: unknown): unknown {
  if (typeof value === 'string' && value.length > LONGEST_TEXT && webAddress(value) !== value)
    return value.slice(0, LONGEST_TEXT).replace(/\s\S*$|[^]\p{M}*$/u, '…');
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((entry: unknown) => capped(entry));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, name === 'body' ? part : capped(part)]));
}

/**
 * Reads article JSON by its shape alone; dialects are asked in their order.
 * @returns `undefined` where the JSON is in none of the dialects
 */
export function readArticle(
  json: unknown,
  options: ReaderOptions,
  dialects: readonly Dialect[],
): Reading | Refusal | undefined {
  for (const { read, detailsRequests } of dialects) {
    const result = read(json, options);
    if (!result) continue;
    if ('refused' in result) return result;
    return {
      article: capped(result.isTeaserOnly ? { ...result, body: undefined } : result),
      detailsRequests: detailsRequests?.(json, result, options) ?? [],
    };
  }
  return undefined;
}

/** @throws {ArticleError} where the JSON holds no article */
export function unlessRefused(result: Reading | Refusal | undefined): Reading {
  if (!result) throw new ArticleError('not-an-article', 'This JSON is in no dialect that Khabar reads.');
  if ('refused' in result) throw new ArticleError(result.refused, result.message, result);
  return result;
}
