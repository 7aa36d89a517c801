import { webAddress, type WebAddress } from '../article/web-address.js';

/**
 * An address of the WordPress REST API (developer.wordpress.org/rest-api), in one of its forms:
 * `https://site/wp-json/wp/v2/posts/7`, `https://site/?rest_route=/wp/v2/posts/7` on sites without pretty permalinks,
 * and `https://public-api.wordpress.com/wp/v2/sites/site.example/posts/7` for sites on WordPress.com.
 */
export interface WordPressAddress {
  /** What the routes of the site hang under, `wp/v2` included. */
  readonly route: (path: string, query: Readonly<Record<string, string>>) => WebAddress | undefined;
  /** The index of the API, which tells the site's name; WordPress.com has none. */
  readonly index: WebAddress | undefined;
  /** The site's own address; `undefined` where the API is on another host, as on WordPress.com. */
  readonly home: WebAddress | undefined;
  /** `posts`, or the name of another type of post. */
  readonly collection: string;
}

const INDEX_FIELDS = 'name,url,home,site_icon_url';
const ROUTE = /^(.*\/)?wp\/v2\/(sites\/[^/]+\/)?([\w-]+)(?:\/|$)/;

export function wordPressAddress(address: WebAddress | undefined): WordPressAddress | undefined {
  if (!address) return undefined;
  const { origin, pathname, searchParams } = new URL(address);
  const plain = searchParams.get('rest_route');
  const [, before = '', site = '', collection] = ROUTE.exec(plain ?? pathname) ?? [];
  if (collection === undefined) return undefined;
  const root = plain === null ? origin + before : origin + pathname;
  const route = (path: string, query: Readonly<Record<string, string>>) => {
    const url = new URL(root);
    if (plain === null) url.pathname += path;
    else url.searchParams.set('rest_route', `/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return webAddress(url.href);
  };
  // `index.php` stands before the route on servers that cannot rewrite addresses.
  const home = root.replace(plain === null ? /(?:index\.php\/)?[^/]+\/$/ : /index\.php$/, '');
  return {
    route: (path, query) => route(`wp/v2/${site}${path}`, query),
    index: site ? undefined : route('', { _fields: INDEX_FIELDS }),
    home: site || (plain === null && before === '/') ? undefined : webAddress(home),
    collection,
  };
}

/** A guess where WordPress would answer with the story that a page shows. */
export interface Candidate {
  readonly address: WebAddress;
  /** The folder that WordPress would be installed in; none where that is not to be remembered. */
  readonly root?: WebAddress | undefined;
}

/** What may follow a story's own path: the same story in another form. */
const VARIANT = /\/(?:amp|feed|embed|trackback|print|comment-page-\d+)?\/?$/i;
/** The second page of a story in several; not the post of that number, as in /archives/57, nor a day. */
const PAGE_OF_STORY = /(?<=[^/])(?<!\/(?:archives|\d+))\/\d{1,2}$/;
const ENDING = /(?<=.)\.(?:html?|php|aspx?)$/i;

/**
 * Where the story of a page may be had, if WordPress made the page: `https://site/2025/my-story/` is the post whose slug
 * is `my-story`, and `?p=7` is post 7. Asked of the site's root, then of its first folder.
 * @param known the folders in which WordPress has been found; they go first.
 */
export function wordPressCandidates(page: WebAddress, known: Iterable<WebAddress> = []): readonly Candidate[] {
  const { origin, pathname, searchParams } = new URL(page);
  const parts = pathOfStory(pathname).split('/').filter(Boolean);
  const number = numberOf(searchParams);
  const last = parts.at(-1)?.replace(ENDING, '');
  if (number === undefined && last === undefined) return [];
  const query =
    number !== undefined
      ? `posts/${number}?`
      : /^\d+$/.test(last!)
        ? `posts/${last}?`
        : `posts?slug=${encoded(last!)}&`;
  const folders = ['/'];
  // Where the first folder is the last part, it is the story itself; a year is no folder.
  if (parts.length > (number === undefined ? 1 : 0) && !/^\d{4}$/.test(parts[0]!)) folders.push(`/${parts[0]}/`);
  const roots = new Set([
    ...[...known].filter((root) => page.startsWith(root)).sort((one, other) => other.length - one.length),
    ...folders.map((folder) => `${origin}${folder}` as WebAddress),
  ]);
  const candidates: { address: string; root?: WebAddress }[] = [...roots].map((root) => ({
    address: `${root}wp-json/wp/v2/${query}_embed`,
    root,
  }));
  // Where addresses are `?p=7`, permalinks may be plain, and then there is no /wp-json/.
  if (parts.length === 0) candidates.push({ address: `${origin}/?rest_route=/wp/v2/posts/${number}&_embed=1` });
  return candidates.flatMap(({ address, root }) => {
    const checked = webAddress(address);
    return checked ? [{ address: checked, root }] : [];
  });
}

/**
 * Whether a page shows the story of this address. Slugs and numbers alone do not tell: a category, an author and a story
 * of the site next door may have the same, and the number at the end may be that of a page of a list.
 */
export function isPageOf(page: WebAddress, story: WebAddress | undefined): boolean {
  if (!story) return false;
  const shown = new URL(page);
  // Percent-encoding is in letters of either case.
  const [asked, own] = [shown.pathname.toLowerCase(), new URL(story).pathname.toLowerCase()];
  return numberOf(shown.searchParams) === undefined
    ? [asked.replace(/\/$/, ''), pathOfStory(asked)].includes(own.replace(/\/$/, ''))
    : own.startsWith(asked.replace(/[^/]*$/, ''));
}

function pathOfStory(pathname: string): string {
  return pathname.replace(VARIANT, '').replace(PAGE_OF_STORY, '');
}

/** `7` of `?p=7`. */
function numberOf(query: URLSearchParams): string | undefined {
  return /^\d+$/.exec(query.get('p') ?? '')?.[0];
}

/** A part of a path is percent-encoded, but for what has a meaning in a query. */
function encoded(part: string): string {
  return part.replace(/[&+=;]/g, encodeURIComponent);
}
