import { ArticleError } from './article-error.js';
import type { Article } from './article.js';
import { readJsonFeed } from './json-feed.js';

/**
 * Reads one dialect of article JSON. Pure: no DOM, no network.
 * @param item which item of a feed; without it, the first.
 * @returns `undefined` where the JSON is of another dialect.
 * @throws {ArticleError} where it is this dialect, but there is no article to be had from it.
 */
export type Reader = (json: unknown, item?: string) => Article | undefined;

/** Asked in this order; each tells its dialect by shape alone. */
const readers: readonly Reader[] = [readJsonFeed];

/** @throws {ArticleError} `not-an-article`, or what the dialect's own reader says. */
export function readArticle(json: unknown, item?: string): Article {
  for (const read of readers) {
    const article = read(json, item);
    if (article) return article;
  }
  throw new ArticleError('not-an-article', 'This JSON is in no dialect that Khabar reads.');
}
