import {
  isHtml,
  type Article,
  type Name,
  type Picture,
  type Publisher,
  type RelatedStory,
  type UncleanBody,
} from './article.js';
import { withoutHiddenText } from '../dialects/hidden-text.js';
import { areEscaped, decode, textOfHtml } from '../dialects/html-text.js';
import { compact, count, field, isObject, languageTag, lines, list, markup, text, type JsonObject } from './json.js';
import type { Dialect, ReaderOptions, Refusal } from './readers.js';
import { timestamp } from './timestamp.js';
import { webAddress, type WebAddress } from './web-address.js';

/** How many other items of a feed are offered as related stories where the item names none. */
const RELATED_FROM_FEED = 4;

/**
 * JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/): a feed, or one item alone, with Khabar's own `_khabar`
 * extension.
 */
export const jsonFeed: Dialect = { read };

function read(json: unknown, { item }: ReaderOptions): Article | Refusal | undefined {
  if (isFeed(json)) {
    const items = list(field(json, 'items')).filter(isObject);
    const feed = { json, items, ...readersOf(items) };
    // An id is looked for as it is read; what cannot be read is no id, and matches none.
    const id = text(item) ?? '';
    for (const candidate of items) {
      if (item !== undefined && text(field(candidate, 'id')) !== id) continue;
      const article = readItem(candidate, feed);
      if (article) return article;
    }
    return { refused: 'not-an-article', message: `The feed has no ${item === undefined ? 'item' : 'such item'}.` };
  }
  return isItem(json) ? readItem(json) : undefined;
}

type ReadText = (value: unknown) => string | undefined;

/** What an item has from the feed that it stands in. */
interface Feed {
  readonly json: JsonObject | undefined;
  readonly items: readonly JsonObject[];
  readonly title: ReadText;
  readonly summary: ReadText;
  /** For names and tags. */
  readonly label: ReadText;
}

const ALONE: Feed = { json: undefined, items: [], title: text, summary: text, label: text };

function isFeed(json: unknown): json is JsonObject {
  return isObject(json) && Array.isArray(field(json, 'items'));
}

const FIELDS_OF_ITEM = ['title', 'content_html', 'content_text', 'url', 'external_url'];
/** Marks of other dialects, which have some of the same names: JSON-LD, Ghost, oEmbed (`html`), WordPress.com. */
const FIELDS_OF_OTHERS = ['@type', '@graph', '@context', 'comment_id', 'feature_image', 'published_at', 'html', 'ID'];

function isItem(json: unknown): json is JsonObject {
  if (!isObject(json) || FIELDS_OF_OTHERS.some((name) => Object.hasOwn(json, name))) return false;
  return FIELDS_OF_ITEM.some((name) => text(field(json, name)) !== undefined);
}

/**
 * How to read the plain texts of a feed. They are plain by the standard, but some generators (Eleventy's templates, the
 * plugin of WordPress) escape all or some of them for HTML. All titles together, and all summaries, show which it is, and
 * a name by itself. An item alone is taken at its word, as is a feed that knows Khabar's extension.
 */
function readersOf(items: readonly JsonObject[]): Pick<Feed, 'title' | 'summary' | 'label'> {
  if (items.some((item) => field(item, '_khabar') !== undefined)) return { title: text, summary: text, label: text };
  const reader = (name: string): ReadText => {
    const isEscaped = areEscaped(items.map((item) => text(field(item, name))));
    return (value) => {
      const plain = text(value);
      if (plain !== undefined && MARKUP.test(plain)) return textOfHtml(plain);
      return plain && isEscaped ? text(decode(plain)) : plain;
    };
  };
  const label: ReadText = (value) => {
    const plain = text(value);
    return plain && areEscaped([plain]) ? text(decode(plain)) : plain;
  };
  return { title: reader('title'), summary: reader('summary'), label };
}

/** Tags that nobody writes into plain text; the generators that put HTML there are many. */
const MARKUP = /<\/(?:a|b|em|i|p|span|strong)>/i;

/** `undefined` for an item without a title, a body and a link: there would be nothing to draw. */
function readItem(item: JsonObject, feed: Feed = ALONE): Article | undefined {
  const { json, items, title, summary, label } = feed;
  const extension = field(item, '_khabar');
  const home = webAddress(field(json, 'home_page_url'));
  const url =
    webAddress(field(item, 'url'), home) ??
    webAddress(field(item, 'external_url'), home) ??
    // The standard recommends the address as the id.
    webAddress(field(item, 'id'));
  const base = url ?? home;
  const body = readBody(item);
  const headline = title(field(item, 'title'));
  if (headline === undefined && !body && !url) return undefined;
  const shownSummary = summary(field(item, 'summary'));
  const related = others(readRelated(list(field(extension, 'related')), title, base), url);
  return {
    id: text(field(item, 'id')),
    url,
    headline,
    summary: shownSummary && text(withoutHiddenText(shownSummary, body && isHtml(body) ? body.html : '')),
    body,
    picture: readPicture(item, extension, base),
    published: timestamp(field(item, 'date_published')),
    updated: timestamp(field(item, 'date_modified')),
    language: languageTag(field(item, 'language')) ?? languageTag(field(json, 'language')),
    section: text(field(extension, 'section')),
    authors: firstOf(readAuthors(item, label, base), readAuthors(json, label, home)),
    source: readNames(list(field(extension, 'source')), label, base),
    publisher: firstNamed(readPublisher(field(extension, 'publisher'), base), publisherOfFeed(json, label, home)),
    shortLink: webAddress(field(extension, 'short_url'), base),
    follow: compact(
      list(field(extension, 'follow')).map((account) =>
        webAddress(isObject(account) ? field(account, 'url') : account, base),
      ),
    ),
    related: firstOf(
      related,
      others(
        readRelated(
          items.filter((other) => other !== item),
          title,
          home,
        ),
        url,
      ).slice(0, RELATED_FROM_FEED),
    ),
    tags: compact(list(field(item, 'tags')).map(label)),
  };
}

/** The article's own list, or, where that is empty, the feed's. */
function firstOf<Item>(own: readonly Item[], inherited: readonly Item[]): readonly Item[] {
  return own.length > 0 ? own : inherited;
}

/** A publisher without a name does not hide that of the feed; one of another name is another publisher. */
function firstNamed(own?: Publisher, inherited?: Publisher): Publisher | undefined {
  if (!own || !inherited || (own.name !== undefined && own.name !== inherited.name)) return own ?? inherited;
  return { name: inherited.name, url: own.url ?? inherited.url, logo: own.logo ?? inherited.logo };
}

function readBody(item: JsonObject): UncleanBody | undefined {
  const html = markup(field(item, 'content_html'));
  if (html !== undefined) return { html };
  const plain = lines(field(item, 'content_text'));
  // Where it was made by stripping the tags of a body, the bot trap stands at its end, as in a summary.
  const shown = plain && lines(withoutHiddenText(plain));
  return shown === undefined ? undefined : { text: shown };
}

function readPicture(item: JsonObject, extension: unknown, base?: WebAddress): Picture | undefined {
  const url =
    webAddress(field(item, 'image'), base) ??
    webAddress(field(item, 'banner_image'), base) ??
    attachedPicture(list(field(item, 'attachments')), base);
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

function attachedPicture(attachments: readonly unknown[], base?: WebAddress): WebAddress | undefined {
  const pictures = attachments.filter((attachment) => text(field(attachment, 'mime_type'))?.startsWith('image/'));
  return compact(pictures.map((picture) => webAddress(field(picture, 'url'), base)))[0];
}

/** 1.1 has `authors`; 1.0 had `author`, and some feeds send both. */
function readAuthors(json: unknown, words: ReadText, base?: WebAddress): Name[] {
  const authors = readNames(list(field(json, 'authors')), words, base);
  return authors.length > 0 ? authors : readNames(list(field(json, 'author')), words, base);
}

function readNames(names: readonly unknown[], words: ReadText, base?: WebAddress): Name[] {
  return compact(
    names.map((entry) => {
      const name = words(isObject(entry) ? field(entry, 'name') : entry);
      return name === undefined ? undefined : { name, url: webAddress(field(entry, 'url'), base) };
    }),
  );
}

function readPublisher(json: unknown, base?: WebAddress): Publisher | undefined {
  const name = text(isObject(json) ? field(json, 'name') : json);
  const url = webAddress(field(json, 'url'), base);
  const logo = webAddress(field(json, 'logo'), url ?? base);
  return (name ?? url ?? logo) ? { name, url, logo } : undefined;
}

function publisherOfFeed(feed: unknown, words: ReadText, home?: WebAddress): Publisher | undefined {
  const name = words(field(feed, 'title'));
  const logo = webAddress(field(feed, 'icon'), home) ?? webAddress(field(feed, 'favicon'), home);
  return (name ?? home ?? logo) ? { name, url: home, logo } : undefined;
}

function readRelated(stories: readonly unknown[], words: ReadText, base?: WebAddress): RelatedStory[] {
  return compact(
    stories.map((story) => {
      const url = webAddress(field(story, 'url'), base) ?? webAddress(field(story, 'external_url'), base);
      const headline = words(field(story, 'title'));
      if (!url || headline === undefined) return undefined;
      return {
        url,
        headline,
        picture: webAddress(field(story, 'image'), base),
        published: timestamp(field(story, 'date_published')),
      };
    }),
  );
}

/** Each story once, and not the article itself. */
function others(stories: readonly RelatedStory[], article: WebAddress | undefined): RelatedStory[] {
  const seen = new Set([article]);
  return stories.filter(({ url }) => !seen.has(url) && seen.add(url));
}
