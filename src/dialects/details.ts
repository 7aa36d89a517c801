import type { Article } from '../article/article.js';
import { capped, type Details, type DetailsRequest } from '../article/readers.js';
import { fetchJson, type FetchOptions } from '../fetching/fetch-json.js';
import { wrappedJson } from './wrapped-json.js';

/** Details from a later request; empty where it fails, as the card is complete without them. */
export async function fetchDetails({ address, read }: DetailsRequest, options: FetchOptions): Promise<Details> {
  try {
    return capped(read(await fetchJson(address, { ...options, retry: 'never' }).catch(wrappedJson)));
  } catch {
    return {};
  }
}

/** The article with what it lacks; what it states itself is never replaced. */
export function withDetails(article: Article, { publisher, follow = [], related = [] }: Details): Article {
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
