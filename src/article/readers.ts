import { ArticleError, type ArticleErrorCode } from './article-error.js';
import type { Article } from './article.js';
import { jsonFeed } from './json-feed.js';
import type { WebAddress } from './web-address.js';

/** What is known beside the JSON itself. */
export interface ReaderOptions {
  /** Which item of a feed or a list is meant; without it, the first. */
  readonly item?: string | undefined;
  /** The page whose story is meant, where the JSON is a list that was asked for on its behalf. */
  readonly page?: WebAddress | undefined;
  /**
   * Where the JSON was fetched from. It is private and may carry a token: a reader may take the site's own address from
   * it (the REST root), nothing else.
   */
  readonly address?: WebAddress | undefined;
}

/**
 * Why there is no article in JSON whose dialect is known. A plain object, not an error: dialects are bundled apart from
 * the card, and a class would exist twice.
 */
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

/** What a further answer adds to an article. */
export type Addition = Partial<Pick<Article, 'publisher' | 'follow' | 'related'>>;

/** A further request to the article's own site, for what the answer with the article cannot say. */
export interface FurtherRequest {
  readonly address: WebAddress;
  readonly adds: 'related' | 'publisher';
  readonly read: (json: unknown) => Addition;
}

/** One dialect of article JSON: adding one is one file, and one line in a list of them. */
export interface Dialect {
  readonly read: Reader;
  /** What can be asked for once the article is drawn, the most wanted first. `json` has been read without a refusal. */
  readonly further?: (json: unknown, article: Article, options: ReaderOptions) => readonly FurtherRequest[];
}

export interface Reading {
  readonly article: Article;
  readonly further: readonly FurtherRequest[];
}

/** Khabar's own; the others are asked where this one does not know the JSON. */
const ownDialect: readonly Dialect[] = [jsonFeed];

/**
 * Reads article JSON by its shape alone; dialects are asked in their order.
 * @returns `undefined` where the JSON is in none of the dialects
 * @throws {ArticleError} where there is no article to be had from it
 */
export function readArticle(
  json: unknown,
  options: ReaderOptions = {},
  dialects: readonly Dialect[] = ownDialect,
): Reading | undefined {
  for (const dialect of dialects) {
    const result = dialect.read(json, options);
    if (!result) continue;
    if (isRefusal(result)) throw new ArticleError(result.refused, result.message, result);
    const further = Object.hasOwn(dialect, 'further') ? dialect.further?.(json, result, options) : undefined;
    return { article: withinReason(result), further: further ?? [] };
  }
  return undefined;
}

function isRefusal(result: Article | Refusal): result is Refusal {
  return Object.hasOwn(result, 'refused');
}

/** More of anything than an honest article has; a hostile one could give a card a million names to draw. */
const MOST_ENTRIES = 100;

function withinReason(article: Article): Article {
  const { authors, source, follow, related, tags } = article;
  return {
    ...article,
    authors: authors.slice(0, MOST_ENTRIES),
    source: source.slice(0, MOST_ENTRIES),
    follow: follow.slice(0, MOST_ENTRIES),
    related: related.slice(0, MOST_ENTRIES),
    tags: tags.slice(0, MOST_ENTRIES),
  };
}

/** The article with what was missing; what it states itself is never replaced. */
export function withAddition(article: Article, { publisher, follow = [], related = [] }: Addition): Article {
  const own = article.publisher;
  return {
    ...article,
    publisher: !publisher
      ? own
      : {
          name: own?.name ?? publisher.name,
          url: own?.url ?? publisher.url,
          logo: own?.logo ?? publisher.logo,
        },
    follow: article.follow.length > 0 ? article.follow : follow,
    related: article.related.length > 0 ? article.related : related,
  };
}
