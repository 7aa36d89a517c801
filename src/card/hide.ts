import type { Article } from '../article/article.js';

/**
 * Parts that `hide` may name, beside `reading-time` and the sections that have attributes of their own (`settings.ts`). The headline, the
 * publisher with its host, the source, the credit of a picture and the link to the original are attribution: they stay.
 */
const HIDEABLE: Readonly<Record<string, (article: Article) => Partial<Article>>> = {
  section: () => ({ section: undefined }),
  summary: () => ({ summary: undefined }),
  byline: () => ({ authors: [] }),
  published: () => ({ published: undefined }),
  updated: () => ({ updated: undefined }),
  picture: () => ({ picture: undefined }),
  caption: ({ picture }) => ({ picture: picture && { ...picture, caption: undefined } }),
  'short-link': () => ({ shortLink: undefined }),
};

/** The article as a card draws it that hides some of its parts. */
export function withoutHidden(article: Article, hide: readonly string[]): Article {
  return hide.reduce(
    (shown, name) => (Object.hasOwn(HIDEABLE, name) ? { ...shown, ...HIDEABLE[name]!(shown) } : shown),
    article,
  );
}
