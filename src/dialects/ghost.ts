import type { Article, Name, Picture, RelatedStory } from '../article/article.js';
import { htmlOfBody } from './html-body.js';
import { plainOf, textOfHtml } from './html-text.js';
import { readPictureIn } from './json-ld.js';
import { namesIn } from './people.js';
import { siteAddress, siteOf } from './site-address.js';
import { cleanSummary } from './summary.js';
import { compact, field, isObject, lines, list, markup, text, type JsonObject } from '../article/json.js';
import type { Details, Dialect, DetailsRequest, ReaderOptions, Refusal } from '../article/readers.js';
import { moment } from './moment.js';
import { webAddress, type WebAddress } from '../article/web-address.js';

const MOST_RELATED = 4;

/** An answer of the Ghost Content API (docs.ghost.org/content-api): `{ posts: […] }`, or one of its posts alone. */
export const ghost: Dialect = { read, detailsRequests };

function read(json: unknown, options: ReaderOptions): Article | Refusal | undefined {
  const [error] = list(field(json, 'errors'));
  if (typeof field(error, 'message') === 'string' && typeof field(error, 'type') === 'string') return refusal(error);
  const post = chosenPost(json, options);
  if (post) return readPost(post, siteOf(options));
  return listOf(json) ? { refused: 'not-an-article', message: 'The site has no such post.' } : undefined;
}

/** `pages` are posts that stand apart from the stream, of the same form. */
function listOf(json: unknown): readonly JsonObject[] | undefined {
  const posts = field(json, 'posts') ?? field(json, 'pages');
  // WordPress.com has such a list too, of other posts.
  return Array.isArray(posts) && !posts.some((post) => isWordPress(post)) ? posts.filter(isObject) : undefined;
}

function chosenPost(json: unknown, { item }: ReaderOptions): JsonObject | undefined {
  const posts = listOf(json);
  if (!posts) return isPost(json) ? json : undefined;
  return item === undefined ? posts[0] : posts.find((post) => text(field(post, 'id')) === item);
}

/** Fields that no other dialect has beside a `title` of plain text; oEmbed has `html`, too. */
const OWN_FIELDS = ['comment_id', 'feature_image', 'published_at', 'custom_excerpt', 'primary_author', 'uuid'];

function isPost(json: unknown): json is JsonObject {
  return isObject(json) && !isWordPress(json) && OWN_FIELDS.some((name) => Object.hasOwn(json, name));
}

function isWordPress(json: unknown): boolean {
  return isObject(json) && Object.hasOwn(json, 'ID');
}

const statuses: Readonly<Record<string, number>> = {
  NotFoundError: 404,
  UnauthorizedError: 401,
  NoPermissionError: 403,
  ValidationError: 422,
};

function refusal(error: unknown): Refusal {
  const type = text(field(error, 'type')) ?? '';
  const status = Object.hasOwn(statuses, type) ? statuses[type] : undefined;
  return { refused: 'http', message: `Ghost refused: ${type}`, status };
}

/** What Ghost calls a post whose author gave it no title. */
const UNTITLED = '(Untitled)';

function readPost(post: JsonObject, site: WebAddress | undefined): Article | Refusal {
  // Plain text, never escaped: a title that says `&amp;` says so. Tags are taken out.
  const title = plainOf(text(field(post, 'title')), false);
  const headline = title === UNTITLED ? undefined : title;
  const html = markup(withoutOwnSite(field(post, 'html')));
  // `?formats=plaintext` asks for it.
  const plain = lines(field(post, 'plaintext'));
  const url = address(field(post, 'canonical_url'), site) ?? address(field(post, 'url'), site);
  if (headline === undefined && html === undefined && !plain && !url)
    return { refused: 'not-an-article', message: 'The post is empty.' };
  // Until version 5, an automatic excerpt had the addresses of its links beside their words.
  const automatic = text(field(post, 'excerpt'))?.replace(/ ?\[https?:[^\]\s]*\]/g, '');
  const summary = text(field(post, 'custom_excerpt')) ?? automatic;
  const tags = list(field(post, 'tags')).filter(isPublic);
  const primary = field(post, 'primary_tag');
  return {
    id: text(field(post, 'id')),
    url,
    headline,
    summary: cleanSummary(plainOf(summary, false), html),
    body: html !== undefined ? { html: htmlOfBody(html) } : plain === undefined ? undefined : { text: plain },
    picture: readPicture(post, site),
    published: moment(field(post, 'published_at')),
    updated: moment(field(post, 'updated_at')),
    section: text(field(isPublic(primary) ? primary : tags[0], 'name')),
    authors: readAuthors(post, site),
    source: [],
    follow: [],
    related: [],
    tags: compact(tags.map((tag) => text(field(tag, 'name')))),
    isAccessibleForFree: field(post, 'access') === false ? false : undefined,
  };
}

/** Tags whose names begin with `#` are notes of the editors to themselves. */
function isPublic(tag: unknown): boolean {
  return isObject(tag) && field(tag, 'visibility') !== 'internal' && !text(field(tag, 'name'))?.startsWith('#');
}

/** Ghost gives what has no page of its own an address that ends in /404/. */
function address(value: unknown, site?: WebAddress): WebAddress | undefined {
  const url = siteAddress(withoutOwnSite(value), site);
  return url && !url.endsWith('/404/') ? url : undefined;
}

/** Ghost keeps addresses of its own site as `__GHOST_URL__/falaj/`; exports and mirrors pass them on. */
function withoutOwnSite(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/(^|[\s"'(,])__GHOST_URL__(?=\/)/g, '$1') : value;
}

function readPicture(post: JsonObject, site: WebAddress | undefined): Picture | undefined {
  const picture = readPictureIn(withoutOwnSite(field(post, 'feature_image')), site);
  return (
    picture && {
      ...picture,
      alt: text(field(post, 'feature_image_alt')) ?? picture.alt,
      caption: textOfHtml(field(post, 'feature_image_caption')) ?? picture.caption,
    }
  );
}

function readAuthors(post: JsonObject, site: WebAddress | undefined): Name[] {
  const authors = list(field(post, 'authors'));
  return (authors.length > 0 ? authors : list(field(post, 'primary_author'))).flatMap((author) =>
    namesIn(text(field(author, 'name'))).map((name) => ({ name, url: address(field(author, 'url'), site) })),
  );
}

/** Other posts of the same tag, and the settings, which tell the site's name and accounts. Both with the same key. */
function detailsRequests(json: unknown, article: Article, options: ReaderOptions): readonly DetailsRequest[] {
  const post = chosenPost(json, options);
  const [, root] = /^(.*?\/ghost\/api\/(?:(?:v\d+|canary)\/)?content\/)/.exec(options.address ?? '') ?? [];
  const key = options.address && new URL(options.address).searchParams.get('key');
  if (root === undefined || !key) return [];
  const apiAddress = (path: string, query: Readonly<Record<string, string>>) =>
    webAddress(`${root}${path}/?${new URLSearchParams({ key, ...query }).toString()}`);
  const slug =
    text(field(field(post, 'primary_tag'), 'slug')) ?? text(field(list(field(post, 'tags')).find(isPublic), 'slug'));
  const id = article.id;
  const others =
    slug !== undefined &&
    id !== undefined &&
    // Both go into a filter of Ghost's own language (NQL), where other characters have meanings.
    /^[\w-]+$/.test(slug + id) &&
    apiAddress('posts', {
      filter: `tag:${slug}+id:-${id}`,
      limit: String(MOST_RELATED),
      fields: 'id,title,url,feature_image,published_at',
    });
  const settings = apiAddress('settings', {});
  return [
    ...(others
      ? [{ address: others, kind: 'related' as const, read: (answer: unknown) => readRelated(answer, siteOf(options)) }]
      : []),
    ...(settings ? [{ address: settings, kind: 'publisher' as const, read: readSettings }] : []),
  ];
}

function readRelated(json: unknown, site: WebAddress | undefined): Details {
  return {
    related: compact(
      list(field(json, 'posts')).map((post): RelatedStory | undefined => {
        const url = address(field(post, 'url'), site);
        const headline = plainOf(text(field(post, 'title')), false);
        if (!url || headline === undefined) return undefined;
        return {
          url,
          headline,
          picture: readPictureIn(withoutOwnSite(field(post, 'feature_image')), site)?.url,
          published: moment(field(post, 'published_at')),
        };
      }),
    ).slice(0, MOST_RELATED),
  };
}

/** Settings hold handles, not addresses. */
const profiles: Readonly<Record<string, (handle: string) => string>> = {
  facebook: (handle) => `https://www.facebook.com/${handle}`,
  twitter: (handle) => `https://x.com/${handle.replace(/^@/, '')}`,
  instagram: (handle) => `https://www.instagram.com/${handle.replace(/^@/, '')}`,
  youtube: (handle) => `https://www.youtube.com/${handle}`,
  threads: (handle) => `https://www.threads.net/@${handle.replace(/^@/, '')}`,
  bluesky: (handle) => `https://bsky.app/profile/${handle.replace(/^@/, '')}`,
  // `@name@host`, or `host/@name`.
  mastodon: (handle) => `https://${handle.replace(/^@?([^@/]+)@([^@/]+)$/, '$2/@$1')}`,
  tiktok: (handle) => `https://www.tiktok.com/@${handle.replace(/^@/, '')}`,
  linkedin: (handle) => `https://www.linkedin.com/${/^(?:in|company|school|pub)\//.test(handle) ? '' : 'in/'}${handle}`,
};

function readSettings(json: unknown): Details {
  const settings = field(json, 'settings');
  const name = text(field(settings, 'title'));
  const url = webAddress(field(settings, 'url'));
  const logo = webAddress(field(settings, 'icon'), url) ?? webAddress(field(settings, 'logo'), url);
  return {
    publisher: (name ?? url ?? logo) ? { name, url, logo } : undefined,
    follow: compact(
      Object.keys(profiles).map((network) => {
        const handle = text(field(settings, network))?.replace(/^\/+/, '');
        return handle === undefined
          ? undefined
          : webAddress(/^https?:/i.test(handle) ? handle : profiles[network]!(handle));
      }),
    ),
  };
}
