import type { Article } from '../article/article.js';
import { webAddress, type WebAddress } from '../article/web-address.js';

/**
 * The article's short link: its own, or one made from a template such as `https://atm.om/?p={id}`.
 * `{id}`, `{slug}` and `{url}` are percent-encoded; where the article lacks one that the template names, there is no link.
 */
export function shortLink(article: Article, template?: string): WebAddress | undefined {
  if (article.shortLink || !template) return article.shortLink;
  const values: Record<string, string | undefined> = {
    id: article.id && encodeURIComponent(article.id),
    // The path of a WebAddress is percent-encoded already, but for what has a meaning in a query.
    slug: article.url && slug(article.url)?.replace(/[&+=;,@]/g, encodeURIComponent),
    url: article.url && encodeURIComponent(article.url),
  };
  let complete = true;
  const link = template.replace(/\{(id|slug|url)\}/g, (_, name: string) => {
    const value = values[name];
    complete &&= Boolean(value);
    return value ?? '';
  });
  return complete ? webAddress(link) : undefined;
}

/** The last part of the path, as in `{slug}`: `https://news.example/2025/11/my-story/` → `my-story`. */
export function slug(address: WebAddress): string | undefined {
  return new URL(address).pathname.split('/').filter(Boolean).pop();
}
