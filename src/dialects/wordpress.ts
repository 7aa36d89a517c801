import { isPlaceholder } from '../hidden/placeholder.js';
import type { Article, ImageCandidate, Name, Picture, Publisher, RelatedStory } from '../article/article.js';
import { htmlReferences as names } from './html-references.js';
import { htmlOfBody } from './html-body.js';
import { decode, textOfHtml } from './html-text.js';
import { namesIn } from './people.js';
import { readPictureIn, readSite, type Site } from './json-ld.js';
import { withLikelyLanguage } from './language-of.js';
import { compact, count, field, isObject, languageTag, list, text, type JsonObject } from '../article/json.js';
import type { Details, Dialect, DetailsRequest, ReaderOptions, Refusal } from '../article/readers.js';
import { timestamp, type Timestamp } from '../article/timestamp.js';
import { moment } from './moment.js';
import { host, webAddress, type WebAddress } from '../article/web-address.js';
import { siteAddress, siteOf } from './site-address.js';
import { cleanSummary } from './summary.js';
import { isPageOf, wordPressAddress } from './wordpress-address.js';

const MOST_RELATED = 4;
const MOST_AUTHORS = 100;

/** A post of the WordPress REST API (developer.wordpress.org/rest-api/reference/posts), or the array that `?slug=` answers. */
export const wordPress: Dialect = { read, detailsRequests };

function read(answer: unknown, options: ReaderOptions): Article | Refusal | undefined {
  const json = unwrapped(answer);
  if (isError(json)) return refusal(json);
  const post = chosenPost(json, options);
  if (post) return readPost(post, options);
  // The answer to a slug that no post has is an empty array, with status 200.
  return Array.isArray(json) && (json.length === 0 || json.some(isPost))
    ? { refused: 'not-an-article', message: 'The site has no such post.' }
    : undefined;
}

/** `?_envelope` puts the answer beside its own status and headers. */
function unwrapped(json: unknown): unknown {
  return count(field(json, 'status')) && isObject(field(json, 'headers')) ? field(json, 'body') : json;
}

function chosenPost(answer: unknown, { item, page }: ReaderOptions): JsonObject | undefined {
  const json = unwrapped(answer);
  if (!Array.isArray(json)) return isPost(json) ? json : undefined;
  const posts = json.filter(isPost);
  // In two languages of one site, two stories may have one slug.
  const ofPage = page && posts.find((post) => isPageOf(page, webAddress(field(post, 'link'))));
  if (ofPage) return ofPage;
  return item === undefined ? posts[0] : posts.find((post) => text(field(post, 'id')) === item);
}

/** What no other dialect has: texts as objects with their `rendered` form. */
function isPost(json: unknown): json is JsonObject {
  return ['title', 'content', 'excerpt'].some((name) => typeof field(field(json, name), 'rendered') === 'string');
}

function isError(json: unknown): json is JsonObject {
  return isObject(json) && typeof field(json, 'code') === 'string' && typeof field(json, 'message') === 'string';
}

/** By `code`: the message is in the site's language. */
function refusal(error: JsonObject): Refusal {
  const code = text(field(error, 'code')) ?? '';
  const status = count(field(field(error, 'data'), 'status'));
  const message = `WordPress refused: ${code}`;
  if (/^rest_(?:forbidden|cannot_read|post_incorrect_password)$/.test(code))
    return { refused: 'protected', message, status };
  return { refused: status === 410 ? 'gone' : 'http', message, status };
}

function readPost(post: JsonObject, options: ReaderOptions): Article | Refusal {
  const site = siteOf(options);
  const url = siteAddress(field(post, 'link'), site);
  const content = field(post, 'content');
  const html = rendered(content);
  if (field(content, 'protected') === true && html.trim() === '')
    return { refused: 'protected', message: 'The post is protected by a password.', url };
  const headline = textOfHtml(rendered(field(post, 'title')), names);
  if (headline === undefined && html.trim() === '' && !url)
    return { refused: 'not-an-article', message: 'The post is empty.' };
  const head = headOf(post);
  const seo = readSite(field(head, 'schema'));
  const terms = embedded(post, 'wp:term').flatMap(list).filter(isObject);
  const body = html.trim() === '' ? undefined : { html: htmlOfBody(html) };
  return {
    id: text(field(post, 'id')),
    url,
    headline,
    summary: readSummary(post, html),
    body,
    picture: readPicture(post, head, site),
    published: localTime(post, 'date'),
    updated: localTime(post, 'modified'),
    language: readLanguage(post, head, seo, { headline, body }),
    section: termNames(terms, 'category').at(0),
    authors: readAuthors(post, head),
    source: [],
    publisher: readPublisher(head, seo),
    shortLink: readShortLink(post, url, options.address),
    follow: readFollow(head, seo),
    related: readJetpackRelated(post),
    tags: termNames(terms, 'post_tag'),
  };
}

function rendered(json: unknown): string {
  const html = field(json, 'rendered');
  return typeof html === 'string' ? html : '';
}

/** What Yoast SEO, or All in One SEO, writes into the page's head. */
function headOf(post: JsonObject): unknown {
  return field(post, 'yoast_head_json') ?? field(post, 'aioseo_head_json');
}

/** Yoast says `og_site_name` where All in One SEO says `og:site_name`. */
function inHead(head: unknown, name: string): unknown {
  return field(head, name) ?? field(head, name.replace('_', ':'));
}

/** Embedded objects of one kind. Where WordPress may not show one, an error object stands in its place. */
function embedded(post: JsonObject, kind: string): readonly unknown[] {
  return list(field(field(post, '_embedded'), kind)).filter((entry) => !isError(entry));
}

// Themes put a link to the story behind an automatic excerpt, with words for screen readers in it.
const LAST_LINK = /<a\s([^<>]{0,2000})>(?:[^<]|<(?!\/a>)){0,1000}<\/a>(?:\s|<\/\w{1,10}>)*$/i;
// … or the words alone, behind the dots.
const READ_MORE =
  /(…|\.\.\.)\s*(?:اقرأ المزيد|قراءة المزيد|المزيد|أكمل القراءة|تابع القراءة|read more|continue reading)\s*[»←→]?$/i;
const CUT = /\s*\[\s*(?:…|\.\.\.)\s*\]$/;
const LONGEST_EXCERPT = 20_000;

function readSummary(post: JsonObject, html: string): string | undefined {
  return summaryOf(rendered(field(post, 'excerpt')), field(post, 'link'), html);
}

/**
 * @param link the story's address as it was sent
 * @param html the story's body
 */
export function summaryOf(excerpt: string, link: unknown, html = ''): string | undefined {
  const shown = excerpt
    .slice(0, LONGEST_EXCERPT)
    .replace(LAST_LINK, (last: string, attributes: string) =>
      /\bmore-link\b/.test(attributes) || leadsTo(attributes, link) ? '' : last,
    );
  const words = textOfHtml(shown, names)?.replace(READ_MORE, '$1');
  return text(cleanSummary(words, html)?.replace(CUT, ''));
}

/** Whether a link leads to the story itself, also to what stands behind its beginning (`#more-7`), or with a counter. */
function leadsTo(attributes: string, link: unknown): boolean {
  const [, href = ''] = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(attributes) ?? [];
  const address = decode(href).replace(/#.*$/, '');
  return typeof link === 'string' && link !== '' && [address, address.replace(/[?&]utm_.*$/, '')].includes(link);
}

/**
 * WordPress states two clocks without their offsets, `date` the site's and `date_gmt` UTC; what lies between them is the
 * site's offset on that day. It is the site's own time that its readers know.
 */
function localTime(post: JsonObject, name: string): Timestamp | undefined {
  const local = moment(field(post, name));
  const utc = inUtc(moment(field(post, `${name}_gmt`)));
  if (!local || !utc) return utc ?? local;
  if (!local.hasTime || local.offset !== undefined) return local;
  const minutes = Math.round((local.wallClock - utc.wallClock) / 60_000);
  // No clock on Earth is further from UTC than 14 hours, or off by other than quarters of an hour.
  if (Math.abs(minutes) > 14 * 60 || minutes % 15 !== 0) return utc;
  const two = (number: number) => String(number).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return timestamp(local.iso + offset);
}

/** A clock of UTC that does not say so. */
function inUtc(time: Timestamp | undefined): Timestamp | undefined {
  if (!time?.hasTime || time.offset) return undefined;
  return time.offset === undefined ? timestamp(`${time.iso}Z`) : time;
}

function readLanguage(
  post: JsonObject,
  head: unknown,
  site: Site,
  article: Pick<Article, 'headline' | 'body'>,
): string | undefined {
  // Polylang and WPML, on sites of several languages.
  const own = languageTag(field(post, 'lang')) ?? languageTag(field(post, 'wpml_current_locale'));
  // `og_locale` is ar_AR for every Arabic site: Facebook's name for it, not Argentina.
  const ofSite = site.language ?? languageTag(text(inHead(head, 'og_locale'))?.split('_')[0]);
  // A site whose language was never set states the program's.
  return own ?? withLikelyLanguage({ ...article, language: ofSite }).language;
}

function readAuthors(post: JsonObject, head: unknown): Name[] {
  // PublishPress Authors and Newspack, on sites where a story may have several.
  const several = [...list(field(post, 'authors')), ...list(field(post, 'newspack_author_info'))].slice(
    0,
    MOST_AUTHORS,
  );
  const people = (entries: readonly unknown[], name: string, link: string) =>
    entries.flatMap((person) =>
      namesIn(textOfHtml(field(person, name), names)).map((one) => ({
        name: one,
        url: webAddress(field(person, link)),
      })),
    );
  const bylines = people(several, 'display_name', 'author_link');
  if (bylines.length > 0) return bylines;
  const own = people(embedded(post, 'author'), 'name', 'link');
  return own.length > 0 ? own : namesIn(textOfHtml(field(head, 'author'), names)).map((name) => ({ name }));
}

/** The default category says nothing about a story. */
const UNCATEGORIZED =
  /^(?:uncategori[sz]ed|غير-مصنف|دسته\u200C?بندی-نشده|non-classe|sin-categoria|allgemein|genel)(?:-(?:\d+|[a-z]{2}))?$/;

function termNames(terms: readonly JsonObject[], taxonomy: string): string[] {
  const own = terms.filter((term) => field(term, 'taxonomy') === taxonomy && !isUncategorized(term));
  return compact(own.map((term) => textOfHtml(field(term, 'name'), names)));
}

export function isUncategorized(term: unknown): boolean {
  const slug = text(field(term, 'slug')) ?? '';
  try {
    return UNCATEGORIZED.test(decodeURIComponent(slug));
  } catch {
    return false;
  }
}

function readPicture(post: JsonObject, head: unknown, site: WebAddress | undefined): Picture | undefined {
  // A video or a document can be the featured medium, too.
  const media = embedded(post, 'wp:featuredmedia').find((one) =>
    /^image\/|^$/.test(text(field(one, 'mime_type')) ?? ''),
  );
  const details = field(media, 'media_details');
  const url = siteAddress(field(media, 'source_url'), site);
  const [width, height] = [count(field(details, 'width')), count(field(details, 'height'))];
  if (url && !isPlaceholder(url, width, height)) {
    return {
      url,
      alt: textOfHtml(field(media, 'alt_text'), names),
      caption: textOfHtml(rendered(field(media, 'caption')), names),
      width,
      height,
      candidates: readCandidates({ url, width, height }, field(details, 'sizes'), site),
    };
  }
  const [social] = list(inHead(head, 'og_image'));
  const jetpack = readPictureIn(field(post, 'jetpack_featured_media_url'), site)?.url;
  const shared = siteAddress(isObject(social) ? field(social, 'url') : social, site);
  if (jetpack && jetpack !== shared) return { url: jetpack };
  if (!shared || isPlaceholder(shared)) return undefined;
  return {
    url: shared,
    width: count(field(social, 'width') ?? field(head, 'og:image:width')),
    height: count(field(social, 'height') ?? field(head, 'og:image:height')),
  };
}

/** The sizes that show the whole picture: others, such as the thumbnail, are cut to a form of their own. */
function readCandidates(
  { url, width, height }: Picture,
  sizes: unknown,
  site: WebAddress | undefined,
): readonly ImageCandidate[] | undefined {
  if (!width || !height || !isObject(sizes)) return undefined;
  const byWidth = new Map([[width, url]]);
  for (const name of Object.keys(sizes)) {
    const size = field(sizes, name);
    const [own, tall, source] = [
      count(field(size, 'width')),
      count(field(size, 'height')),
      siteAddress(field(size, 'source_url'), site),
    ];
    // WordPress rounds the height of each size.
    if (own && tall && source && !byWidth.has(own) && Math.abs(tall - (own * height) / width) <= 1)
      byWidth.set(own, source);
  }
  if (byWidth.size === 1) return undefined;
  return [...byWidth]
    .map(([own, source]) => ({ url: source, width: own }))
    .sort((one, other) => one.width - other.width);
}

function readPublisher(head: unknown, { publisher }: Site): Publisher | undefined {
  const name = textOfHtml(inHead(head, 'og_site_name'), names);
  return name === undefined ? publisher : { ...publisher, name: publisher?.name ?? name };
}

function readFollow(head: unknown, { follow }: Site): readonly WebAddress[] {
  if (follow.length > 0) return follow;
  const handle = /^@?(\w{1,50})$/.exec(text(inHead(head, 'twitter_site')) ?? '')?.[1];
  return compact([webAddress(inHead(head, 'article_publisher')), webAddress(handle && `https://x.com/${handle}`)]);
}

/** Never from a `guid` of another form: that may be the long address, or one on a domain that the site has left. */
function readShortLink(post: JsonObject, url?: WebAddress, address?: WebAddress): WebAddress | undefined {
  const jetpack = webAddress(field(post, 'jetpack_shortlink'));
  if (jetpack) return jetpack;
  const id = count(field(post, 'id'));
  if (id === undefined) return undefined;
  const self = webAddress(field(list(field(field(post, '_links'), 'self'))[0], 'href'));
  const homes = compact([wordPressAddress(self)?.home, wordPressAddress(address)?.home]);
  // A copy, or an editors' system behind a site of another host, would lead readers where they do not belong.
  const home = homes.find((one) => !url || host(one) === host(url));
  if (home) return webAddress(`${home}?p=${id}`);
  const guid = webAddress(rendered(field(post, 'guid')));
  return guid && url && host(guid) === host(url) && new URL(guid).search === `?p=${id}` ? guid : undefined;
}

/** Its dates are English words, so they are left out. */
function readJetpackRelated(post: JsonObject): RelatedStory[] {
  return compact(
    list(field(post, 'jetpack-related-posts')).map((story) => {
      const url = webAddress(field(story, 'url'));
      const headline = textOfHtml(field(story, 'title'), names);
      if (!url || headline === undefined) return undefined;
      return { url, headline, picture: webAddress(field(field(story, 'img'), 'src')) };
    }),
  ).slice(0, MOST_RELATED);
}

/** Other stories of the same categories, and the site's name and icon. */
function detailsRequests(json: unknown, article: Article, options: ReaderOptions): readonly DetailsRequest[] {
  const api = wordPressAddress(options.address);
  const post = chosenPost(json, options);
  const id = count(field(post, 'id'));
  if (!api || !id) return [];
  const requests: DetailsRequest[] = [];
  const categories = compact(list(field(post, 'categories')).map(count));
  const others =
    categories.length > 0 &&
    article.related.length === 0 &&
    api.route(api.collection, {
      categories: categories.join(','),
      exclude: String(id),
      per_page: String(MOST_RELATED),
      _fields: 'id,link,title,date,date_gmt,jetpack_featured_media_url,_links.wp:featuredmedia,_embedded',
      _embed: 'wp:featuredmedia',
    });
  if (others)
    requests.push({ address: others, kind: 'related', read: (answer) => readRelated(answer, id, siteOf(options)) });
  if (api.index && !article.publisher?.name)
    requests.push({ address: api.index, kind: 'publisher', read: (answer) => readIndex(answer) });
  return requests;
}

function readRelated(json: unknown, id: number, site: WebAddress | undefined): Details {
  const posts = list(json).filter((post): post is JsonObject => isPost(post) && count(field(post, 'id')) !== id);
  return {
    related: compact(
      posts.slice(0, MOST_RELATED).map((post) => {
        const url = siteAddress(field(post, 'link'), site);
        const headline = textOfHtml(rendered(field(post, 'title')), names);
        if (!url || headline === undefined) return undefined;
        return { url, headline, picture: readThumbnail(post, site), published: localTime(post, 'date') };
      }),
    ),
  };
}

/** Pixels: twice the width that a related story's picture has on the card. */
const THUMBNAIL = 144;

function readThumbnail(post: JsonObject, site: WebAddress | undefined): WebAddress | undefined {
  const picture = readPicture(post, undefined, site);
  return picture?.candidates?.find(({ width }) => width >= THUMBNAIL)?.url ?? picture?.url;
}

function readIndex(json: unknown): Details {
  const name = textOfHtml(field(json, 'name'), names);
  const url = webAddress(field(json, 'home')) ?? webAddress(field(json, 'url'));
  const logo = webAddress(field(json, 'site_icon_url'));
  return name === undefined && !logo ? {} : { publisher: { name, url, logo } };
}
