import type { Article } from '../article/article.js';
import { hasExtension, readJsonFeed } from '../article/json-feed.js';
import { compact, field, isObject, list, text, type JsonObject } from '../article/json.js';
import type { Dialect, ReaderOptions, Refusal } from '../article/readers.js';
import { withoutHiddenText } from './hidden-text.js';
import { moment } from './moment.js';
import { areEscaped, decode, textOfHtml } from './html-text.js';

/**
 * JSON Feed as other programs write it. Its texts are plain by the standard, but some generators (Eleventy's templates,
 * the plugin of WordPress) escape all or some of them for HTML. All titles together, and all summaries, show which it is,
 * and a name by itself. The texts of an item alone are read as they are.
 */
export const otherJsonFeeds: Dialect = { read };

function read(json: unknown, options: ReaderOptions): Article | Refusal | undefined {
  const article = readJsonFeed(inStandardForm(json), options);
  if (!article || 'refused' in article) return article;
  const isForeignFeed = field(json, 'items') !== undefined && !hasExtension(json);
  const { publisher } = article;
  const read = isForeignFeed
    ? {
        ...article,
        ...unescapeArticle(article, list(field(json, 'items'))),
        publisher: publisher && { ...publisher, name: label(publisher.name) },
        authors: compact(
          article.authors.map((author) => {
            const name = label(author.name);
            return name === undefined ? undefined : { ...author, name };
          }),
        ),
        tags: compact(article.tags.map(label)),
      }
    : article;
  const { headline, url, body, summary } = read;
  if (headline === undefined && !url && !body) return { refused: 'not-an-article', message: 'The item is empty.' };
  return { ...read, summary: summary && text(withoutHiddenText(summary, body && 'html' in body ? body.html : '')) };
}

/** The feed, or the item, with its values written as the standard says. */
function inStandardForm(json: unknown): unknown {
  if (!isObject(json)) return json;
  const items = field(json, 'items');
  return Array.isArray(items)
    ? { ...json, items: items.map((item: unknown) => (isObject(item) ? standardItem(item) : item)) }
    : standardItem(json);
}

function standardItem(item: JsonObject): JsonObject {
  return {
    ...item,
    date_published: moment(field(item, 'date_published'))?.iso,
    date_modified: moment(field(item, 'date_modified'))?.iso,
  };
}

function unescapeArticle(
  article: Article,
  items: readonly unknown[],
): Pick<Article, 'headline' | 'summary' | 'related'> {
  const reader = (name: string) => {
    const isEscaped = areEscaped(items.map((item) => text(field(item, name))));
    return (plain: string | undefined) => {
      if (plain !== undefined && MARKUP.test(plain)) return textOfHtml(plain);
      return plain && isEscaped ? text(decode(plain)) : plain;
    };
  };
  const title = reader('title');
  return {
    headline: title(article.headline),
    summary: reader('summary')(article.summary),
    related: article.related.flatMap((story) => {
      const headline = title(story.headline);
      return headline === undefined ? [] : { ...story, headline };
    }),
  };
}

/** A name or a tag. */
function label(plain: string | undefined): string | undefined {
  return plain && areEscaped([plain]) ? text(decode(plain)) : plain;
}

/** Tags that no author writes into plain text. Many generators put HTML there. */
const MARKUP = /<\/(?:a|b|em|i|p|span|strong)>/i;
