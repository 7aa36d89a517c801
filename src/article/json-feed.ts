import type { Article, Name, Picture, Publisher, RelatedStory, UncleanBody } from './article.js';
import { compact, count, field, isObject, languageTag, lines, list, markup, text, type JsonObject } from './json.js';
import { withoutKnownTrap } from './known-trap.js';
import type { Dialect, ReaderOptions, Refusal } from './readers.js';
import { timestamp } from './timestamp.js';
import { webAddress, type WebAddress } from './web-address.js';

/** How many other items of a feed are offered as related stories where the item names none. */
const RELATED_FROM_FEED = 4;

/** Khabar's own form: JSON Feed with the `_khabar` extension, and what reads the same without the dialects. */
export const jsonFeed: Dialect = {
  read(json, options) {
    const article = readJsonFeed(json, options);
    return article && !('refused' in article) && needsDialects(json, article) ? undefined : article;
  },
};

/**
 * Generators of other feeds escape texts for HTML, make summaries by stripping the tags of bodies, hidden words included,
 * write many names into one string, and state their own language. Whoever wrote an item, its dates and pictures may be in
 * another form, and it may have attachments.
 */
function needsDialects(json: unknown, { body, ...shown }: Article): boolean {
  const isForeign = !hasExtension(json);
  const isOdd = (item: unknown) =>
    field(item, 'attachments') !== undefined ||
    ['image', 'banner_image'].some((name) => typeof (field(item, name) ?? '') === 'object') ||
    ['date_published', 'date_modified'].some((name) => field(item, name) && !timestamp(field(item, name)));
  return (
    [json, ...list(field(json, 'items'))].some(isOdd) ||
    (isForeign &&
      (shown.authors.length > 0 ||
        (body && 'html' in body && (shown.summary !== undefined || !/^[^<]{0,99}<\w/.test(body.html))) ||
        /[&<]/.test(JSON.stringify(shown)) ||
        (/^en/.test(shown.language ?? '') && /[\u0590-\u08ff]/.test(shown.headline ?? ''))))
  );
}

/** Tells by Khabar's extension, in an item or in one of a feed, that texts are read as they are. */
export function hasExtension(json: unknown): boolean {
  return [json, ...list(field(json, 'items'))].some((item) => field(item, '_khabar') !== undefined);
}

/**
 * JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/): a feed, or one item alone, with Khabar's own `_khabar`
 * extension.
 */
export function readJsonFeed(json: unknown, { item, address }: ReaderOptions): Article | Refusal | undefined {
  // Without its last part and its query, which may be a token.
  const folder = webAddress('.', address);
  if (!isFeed(json)) return isItem(json) ? readItem(json, folder) : undefined;
  const items = list(field(json, 'items')).filter(isObject);
  // Ids are compared as they are read. An unreadable id matches no item.
  const id = text(item) ?? '';
  for (const candidate of items) {
    const article =
      item === undefined || text(field(candidate, 'id')) === id ? readItem(candidate, folder, json, items) : undefined;
    if (article) return article;
  }
  return { refused: 'not-an-article', message: `The feed has no ${item === undefined ? 'item' : 'such item'}.` };
}

function isFeed(json: unknown): json is JsonObject {
  return isObject(json) && Array.isArray(field(json, 'items'));
}

const FIELDS_OF_ITEM = ['content_html', 'content_text', 'url', 'external_url'];
/** Marks of other dialects, which have some of the same names: JSON-LD, Ghost, oEmbed (`html`), WordPress.com. */
const FIELDS_OF_OTHERS = ['@type', '@graph', '@context', 'comment_id', 'feature_image', 'published_at', 'html', 'ID'];

function isItem(json: unknown): json is JsonObject {
  if (!isObject(json) || FIELDS_OF_OTHERS.some((name) => Object.hasOwn(json, name))) return false;
  const has = (name: string) => text(field(json, name)) !== undefined;
  // A title alone is an item, but not where its story stands under a name that the standard does not know.
  return (
    FIELDS_OF_ITEM.some(has) ||
    (has('title') && !['content', 'link', 'description'].some((name) => Object.hasOwn(json, name)))
  );
}

/** `undefined` for an item without a title, a body and a link: there would be nothing to draw. */
function readItem(
  item: JsonObject,
  folder?: WebAddress,
  feed?: JsonObject,
  items: readonly JsonObject[] = [],
): Article | undefined {
  const extension = field(item, '_khabar');
  const home = webAddress(field(feed, 'home_page_url'));
  const root = home ?? webAddress(field(feed, 'feed_url')) ?? folder;
  const url =
    firstAddress(item, ['url', 'external_url'], root) ??
    // The standard recommends the address as the id.
    webAddress(field(item, 'id'));
  const base = url ?? root;
  const body = readBody(item);
  const headline = text(field(item, 'title'));
  const isTeaserOnly = text(field(extension, 'embed'))?.toLowerCase() === 'teaser';
  if (headline === undefined && !url && (isTeaserOnly || !body)) return undefined;
  const neighbours = items.filter((other) => other !== item);
  return {
    id: text(field(item, 'id')),
    url,
    headline,
    summary: text(withoutKnownTrap(text(field(item, 'summary')) ?? '')),
    body,
    ...(isTeaserOnly && { isTeaserOnly }),
    picture: readPicture(item, extension, base),
    published: timestamp(field(item, 'date_published')),
    updated: timestamp(field(item, 'date_modified')),
    language: languageTag(field(item, 'language')) ?? languageTag(field(feed, 'language')),
    section: text(field(extension, 'section')),
    authors: firstOf(readAuthors(item, base), readAuthors(feed, root)),
    source: readNames(field(extension, 'source'), base),
    publisher: readPublisher(field(extension, 'publisher'), feed, base, home, root),
    shortLink: webAddress(field(extension, 'short_url'), base),
    follow: compact(list(field(extension, 'follow')).map((account) => webAddress(valueOrField(account, 'url'), base))),
    related: firstOf(
      readRelated(list(field(extension, 'related')), url, base),
      readRelated(neighbours, url, root).slice(0, RELATED_FROM_FEED),
    ),
    tags: compact(list(field(item, 'tags')).map(text)),
  };
}

/** A name, an account or a publisher may be an object, or its one string. */
function valueOrField(value: unknown, name: string): unknown {
  return isObject(value) ? field(value, name) : value;
}

/** The article's own list, or, where that is empty, the feed's. */
function firstOf<Item>(own: readonly Item[], inherited: readonly Item[]): readonly Item[] {
  return own.length > 0 ? own : inherited;
}

/** A publisher without a name does not hide that of the feed; one of another name is another publisher. */
function readPublisher(
  json: unknown,
  feed: unknown,
  base: WebAddress | undefined,
  home: WebAddress | undefined,
  root: WebAddress | undefined,
): Publisher | undefined {
  const name = text(valueOrField(json, 'name'));
  const url = webAddress(field(json, 'url'), base);
  const logo = webAddress(field(json, 'logo'), url ?? base);
  const title = text(field(feed, 'title'));
  const publisher =
    name === undefined || name === title
      ? { name: title ?? name, url: url ?? home, logo: logo ?? firstAddress(feed, ['icon', 'favicon'], root) }
      : { name, url, logo };
  return (publisher.name ?? publisher.url ?? publisher.logo) ? publisher : undefined;
}

/** The first of these properties that holds an address. */
function firstAddress(json: unknown, names: readonly string[], base?: WebAddress): WebAddress | undefined {
  return compact(names.map((name) => webAddress(field(json, name), base)))[0];
}

function readBody(item: JsonObject): UncleanBody | undefined {
  const html = markup(field(item, 'content_html'));
  if (html !== undefined) return { html };
  const plain = lines(withoutKnownTrap(lines(field(item, 'content_text')) ?? ''));
  return plain === undefined ? undefined : { text: plain };
}

function readPicture(item: JsonObject, extension: unknown, base?: WebAddress): Picture | undefined {
  const attached = list(field(item, 'attachments')).filter((attachment) =>
    text(field(attachment, 'mime_type'))?.startsWith('image/'),
  );
  const url =
    firstAddress(item, ['image', 'banner_image'], base) ??
    compact(attached.map((picture) => webAddress(field(picture, 'url'), base)))[0];
  if (!url) return undefined;
  const details = field(extension, 'image');
  return {
    url,
    alt: text(field(details, 'alt')),
    caption: text(field(details, 'caption')),
    credit: text(field(details, 'credit')),
    width: count(field(details, 'width')),
    height: count(field(details, 'height')),
  };
}

/** 1.1 has `authors`; 1.0 had `author`, and some feeds send both. */
function readAuthors(json: unknown, base?: WebAddress): readonly Name[] {
  return firstOf(readNames(field(json, 'authors'), base), readNames(field(json, 'author'), base));
}

function readNames(names: unknown, base?: WebAddress): Name[] {
  return list(names).flatMap((entry) =>
    compact(list(valueOrField(entry, 'name')).map(text)).map((name) => ({
      name,
      url: webAddress(field(entry, 'url'), base),
    })),
  );
}

/** Each story once, and not the article itself. */
function readRelated(stories: readonly unknown[], article?: WebAddress, base?: WebAddress): RelatedStory[] {
  const seen = new Set([article]);
  return stories.flatMap((story) => {
    const url = firstAddress(story, ['url', 'external_url'], base);
    const headline = text(field(story, 'title'));
    if (!url || headline === undefined || seen.has(url)) return [];
    seen.add(url);
    return {
      url,
      headline,
      picture: webAddress(field(story, 'image'), base),
      published: timestamp(field(story, 'date_published')),
    };
  });
}
