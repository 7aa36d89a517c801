import type { Article } from '../article/article.js';
import { hasExtension, readJsonFeed } from '../article/json-feed.js';
import { compact, field, isObject, lines, list, markup, text, type JsonObject } from '../article/json.js';
import { withoutKnownTrap } from '../article/known-trap.js';
import type { Dialect, ReaderOptions, Refusal } from '../article/readers.js';
import { timestamp } from '../article/timestamp.js';
import { webAddress, type WebAddress } from '../article/web-address.js';
import { attachmentsOf, htmlOfAttachments, htmlOfText } from './attachments.js';
import { withoutHiddenText } from './hidden-text.js';
import { htmlOfBody } from './html-body.js';
import { areEscaped, label, plainOf } from './html-text.js';
import { readPictureIn } from './json-ld.js';
import { withLikelyLanguage } from './language-of.js';
import { moment } from './moment.js';
import { namesIn } from './people.js';
import { cleanSummary } from './summary.js';

/**
 * JSON Feed as other programs write it. Its texts are plain by the standard, but some generators (Eleventy's templates,
 * the plugin of WordPress) escape all or some of them for HTML. All titles together, and all summaries, show which it is,
 * and a name by itself. Of an item alone only tags are taken out.
 */
export const otherJsonFeeds: Dialect = { read };

function read(json: unknown, options: ReaderOptions): Article | Refusal | undefined {
  const isOwn = hasExtension(json);
  const article = readJsonFeed(inStandardForm(json, isOwn, webAddress('.', options.address)), options);
  if (!article || 'refused' in article) return article;
  const items = field(json, 'items');
  const unescaped = isOwn ? article : unescapeArticle(article, items === undefined ? undefined : list(items));
  // English is what programs state where nobody has told them another language.
  const read = !isOwn && /^en\b/.test(unescaped.language ?? '') ? withLikelyLanguage(unescaped) : unescaped;
  const { headline, url, body, summary } = read;
  if (headline === undefined && !url && !body) return { refused: 'not-an-article', message: 'The item is empty.' };
  const html = body && 'html' in body ? body.html : '';
  // Khabar's own form is taken at its word, but for what its body hides.
  return { ...read, summary: isOwn ? summary && text(withoutHiddenText(summary, html)) : cleanSummary(summary, html) };
}

/** The feed, or the item, with its values written as the standard says. */
function inStandardForm(json: unknown, isOwn: boolean, folder: WebAddress | undefined): unknown {
  if (!isObject(json)) return json;
  const items = field(json, 'items');
  const base = webAddress(field(json, 'home_page_url')) ?? webAddress(field(json, 'feed_url')) ?? folder;
  const standard = (item: unknown) => (isObject(item) ? standardItem(item, isOwn, Array.isArray(items), base) : item);
  if (!Array.isArray(items)) return standard(json);
  return { ...json, ...(isOwn ? {} : standardAuthors(json, true)), items: items.map(standard) };
}

function standardItem(item: JsonObject, isOwn: boolean, isInFeed: boolean, home: WebAddress | undefined): JsonObject {
  const base = webAddress(field(item, 'url'), home) ?? home;
  return {
    ...item,
    ...(isOwn ? {} : standardAuthors(item, isInFeed)),
    ...standardPicture(item, base),
    ...standardBody(item, isOwn, base),
    date_published: standardDate(field(item, 'date_published')),
    date_modified: standardDate(field(item, 'date_modified')),
  };
}

/** What is in the standard form is read as it is, whatever its year. */
function standardDate(stated: unknown): unknown {
  return timestamp(stated) ? stated : moment(stated)?.iso;
}

/** More than any story has; each may have as many names. */
const MOST_AUTHORS = 100;

/** One object for each name. Names of an item alone are not decoded. */
function standardAuthors(json: JsonObject, isInFeed: boolean): object {
  const people = (name: string) =>
    list(field(json, name))
      .slice(0, MOST_AUTHORS)
      .flatMap((person) => {
        const stated = isObject(person) ? list(field(person, 'name')).slice(0, MOST_AUTHORS) : [person];
        const names = stated.flatMap((one) => namesIn(isInFeed ? label(text(one)) : plainOf(text(one), false)));
        return names.map((one) => ({ name: one, url: field(person, 'url') }));
      });
  return { authors: people('authors'), author: people('author') };
}

function standardPicture(item: JsonObject, base: WebAddress | undefined): object {
  const stated = [field(item, 'image'), field(item, 'banner_image')];
  if (!stated.some((picture) => typeof picture === 'object')) return {};
  const { url, ...image } = stated.map((picture) => readPictureIn(picture, base)).find(Boolean) ?? {};
  const extension = field(item, '_khabar');
  const own = field(extension, 'image');
  return {
    image: url,
    _khabar: { ...(isObject(extension) ? extension : {}), image: { ...image, ...(isObject(own) ? own : {}) } },
  };
}

/** A body that was escaped twice is read once more; sound and films that it does not hold are put behind it. */
function standardBody(item: JsonObject, isOwn: boolean, base: WebAddress | undefined): object {
  const stated = markup(field(item, 'content_html'));
  const html = stated !== undefined && !isOwn ? htmlOfBody(stated) : stated;
  const plain = lines(withoutKnownTrap(lines(field(item, 'content_text')) ?? ''));
  const media = htmlOfAttachments(attachmentsOf(item), html ?? plain ?? '', base);
  if (media === '') return html === undefined ? {} : { content_html: html };
  return { content_html: (html ?? (plain === undefined ? '' : htmlOfText(plain))) + media };
}

/** @param items of the feed; the texts of an item alone do not show whether they are escaped */
function unescapeArticle(article: Article, items: readonly unknown[] | undefined): Article {
  const reader = (name: string) => {
    const isEscaped = items !== undefined && areEscaped(items.map((item) => text(field(item, name))));
    return (plain: string | undefined) => plainOf(plain, isEscaped);
  };
  const title = reader('title');
  const name = (stated: string | undefined) => (items ? label(stated) : plainOf(stated, false));
  const { publisher, picture } = article;
  return {
    ...article,
    headline: title(article.headline),
    summary: reader('summary')(article.summary),
    publisher: publisher && { ...publisher, name: name(publisher.name) },
    picture,
    tags: compact(article.tags.map(name)),
    related: article.related.flatMap((story) => {
      const headline = title(story.headline);
      return headline === undefined ? [] : { ...story, headline };
    }),
  };
}
