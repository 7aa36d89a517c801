import type { Article } from '../article/article.js';
import type { Addition, FurtherRequest } from '../article/readers.js';
import { fetchJson, type FetchOptions } from '../fetching/fetch-json.js';

/** What a further request adds; nothing where it fails: the card is complete without. */
export async function fetchAddition({ address, read }: FurtherRequest, options: FetchOptions): Promise<Addition> {
  try {
    return read(await fetchJson(address, { ...options, retry: 'never' }));
  } catch {
    return {};
  }
}

/** The article with what it lacks; what it states itself is never replaced. */
export function withAddition(article: Article, { publisher, follow = [], related = [] }: Addition): Article {
  const own = article.publisher;
  return {
    ...article,
    publisher: publisher
      ? { name: own?.name ?? publisher.name, url: own?.url ?? publisher.url, logo: own?.logo ?? publisher.logo }
      : own,
    follow: article.follow.length > 0 ? article.follow : follow,
    related: article.related.length > 0 ? article.related : related,
  };
}
