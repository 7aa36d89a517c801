/**
 * Answers as publishing systems send them: made up, and real ones where they lie beside the project. What those say is their
 * publishers': only its outline is stated here.
 */
import { describe, expect, it } from 'vitest';
import { ArticleError } from '../../../src/article/article-error.js';
import type { Article } from '../../../src/article/article.js';
import { host } from '../../../src/article/web-address.js';
import { address, reading } from '../support/articles.js';
import { faultsOf } from '../support/faults.js';
import { fixture, fixtureNames, GHOST, isPresent, SETS, WORDPRESS, type FixtureSet } from '../support/fixtures.js';

/** What an article has, where it is more than nothing. */
interface Outline {
  readonly id?: string;
  readonly host?: string;
  readonly shortLink?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly language?: string;
  readonly body?: 'html' | 'text';
  /** Those that there are. */
  readonly texts?: readonly ('headline' | 'summary' | 'section')[];
  readonly picture?: readonly ('alt' | 'caption' | 'credit')[];
  readonly size?: readonly [width: number, height: number];
  readonly widths?: readonly number[];
  readonly publisher?: readonly ('name' | 'url' | 'logo')[];
  readonly follow?: readonly string[];
  readonly authors?: number;
  readonly source?: number;
  readonly related?: number;
  readonly tags?: number;
  readonly isAccessibleForFree?: false;
}

interface Failure {
  readonly error: { readonly code: string; readonly status?: number; readonly host?: string };
}

const all = ['headline', 'summary', 'section'] as const;
const embedded: Outline = { texts: all, authors: 1 };
const landscape: Outline = {
  picture: ['alt', 'caption'],
  size: [1920, 1080],
  widths: [300, 768, 1024, 1536, 1920],
};

/** A post of a WordPress in Muscat. */
function post(site: string, id: number, date: string, fields: Outline = {}): Outline {
  const published = `${date}+04:00`;
  const texts = ['headline', 'summary'] as const;
  return {
    ...{ id: String(id), host: new URL(site).host, shortLink: `${site}/?p=${id}`, published, updated: published },
    ...{ body: 'html', texts, ...fields },
  };
}

/** A post of a Ghost in Muscat. */
function ghost(site: string, id: string, date: string, fields: Outline = {}): Outline {
  return {
    ...{ id, host: new URL(site).host, published: `${date}+04:00`, updated: '2026-11-23T16:10:01+04:00' },
    ...{ body: 'html', texts: all, authors: 1, ...fields },
  };
}

const networks = ['facebook.com', 'x.com', 'instagram.com', 'youtube.com'];
const reference: Outline = {
  ...{ id: '118904', host: 'example.om', shortLink: 'https://example.om/?p=118904', language: 'ar', body: 'html' },
  ...{ published: '2025-11-12T14:08:00+04:00', updated: '2025-11-12T14:08:00+04:00', texts: all },
  ...{ picture: ['alt', 'caption', 'credit'], size: [1920, 1080], publisher: ['name', 'url'] },
  ...{
    follow: ['x.com', 'instagram.com', 'facebook.com', 'youtube.com', 'whatsapp.com', 't.me'],
    source: 2,
    related: 4,
    tags: 4,
  },
};
const none: Failure = { error: { code: 'not-an-article' } };

type Outlines = Readonly<Record<string, Outline | Failure>>;

/** The first item of a feed of Eleventy. */
const ELEVENTY = { own: 'https://example.om/posts/turtles/', shared: 'https://example.om/posts/oman-russia/' };

/** Files that both sets have: the project's own are made up in the shape of the real ones. */
function outlinesOfBoth(set: FixtureSet): Outlines {
  const site = WORDPRESS[set];
  const ghostSite = GHOST[set];
  const seed = post(site, 18, '2025-11-12T14:08:00', { ...embedded, ...landscape, tags: 5 });
  const rich = post(site, 20, '2025-11-12T15:30:00', {
    ...{ ...embedded, ...landscape },
    ...{ updated: '2025-11-12T16:02:11+04:00', tags: 6 },
  });

  return {
    'wordpress/error-404-invalid-id.json': { error: { code: 'http', status: 404 } },
    'wordpress/error-private.json': { error: { code: 'protected', status: 401 } },
    'wordpress/oembed-seed.json': none,
    'wordpress/post-empty-content_embed.json': post(site, 28, '2025-11-05T11:00:00', {
      ...{ ...embedded, body: undefined, texts: ['headline', 'section'] },
      ...{ picture: ['alt', 'caption'], size: [1600, 1067], widths: [300, 768, 1024, 1536, 1600] },
    }),
    'wordpress/post-empty-title_embed.json': post(site, 26, '2025-11-05T12:00:00', {
      ...{ ...embedded, texts: ['summary', 'section'] },
    }),
    'wordpress/post-entities-1.json': post(site, 15, '2025-11-10T00:00:00'),
    'wordpress/post-entities-2-english.json': post(site, 13, '2025-11-08T08:15:00'),
    'wordpress/post-entities-3-raw-lt.json': post(site, 14, '2025-11-09T23:59:59', { ...embedded, tags: 1 }),
    'wordpress/post-kitchen_embed.json': post(site, 22, '2025-11-06T09:00:00', {
      ...{ ...embedded, picture: ['alt'], size: [900, 1350], widths: [200, 683, 768, 900] },
    }),
    'wordpress/post-password_embed.json': { error: { code: 'protected', host: new URL(site).host } },
    'wordpress/post-rich_embed.json': rich,
    'wordpress/post-seed.json': post(site, 18, '2025-11-12T14:08:00'),
    'wordpress/post-seed_embed.json': seed,
    'wordpress/post-seed_embed_yoast.json': {
      ...{ ...seed, language: 'ar', publisher: ['name', 'url', 'logo'], follow: networks },
    },
    'wordpress/post-trap-excerpt_embed.json': post(site, 45, '2025-10-31T10:00:00', embedded),
    'wordpress/post-updated_embed.json': post(site, 42, '2025-11-01T20:45:00', {
      ...{ ...embedded, updated: '2025-11-13T01:15:30+04:00' },
    }),
    'wordpress/posts-by-slug-not-found.json': none,
    'wordpress/posts-by-slug_embed.json': seed,
    'wordpress/posts-list-5_embed.json': rich,

    'ghost/error-404.json': { error: { code: 'http', status: 404 } },
    'ghost/post-members_include.json': ghost(ghostSite, '6b042d197ca8660d86e3fbe5', '2025-11-04T12:00:00', {
      ...{ picture: [], tags: 1, isAccessibleForFree: false },
    }),
    'ghost/post-no-title_include.json': ghost(ghostSite, '6b042d197ca8660d86e3fbf2', '2025-11-05T12:00:00', {
      texts: ['summary'],
    }),
    'ghost/post-rich_include.json': ghost(ghostSite, '6b042d197ca8660d86e3fbdd', '2025-11-12T15:30:00', {
      ...{ picture: ['caption'], tags: 3 },
    }),
    'ghost/post-seed_include.json': ghost(ghostSite, '6b042d187ca8660d86e3fbd5', '2025-11-12T14:08:00', {
      ...{ host: 'example.om', updated: '2026-11-23T16:10:00+04:00', picture: ['alt', 'caption'], tags: 2 },
    }),
    'ghost/settings.json': none,

    'jsonfeed/eleventy-rss.json': {
      ...{ id: ELEVENTY[set], host: 'example.om', published: '2025-11-12T10:08:00Z' },
      ...{ language: 'ar', body: 'html', texts: ['headline'], publisher: ['name', 'url'], authors: 1, related: 2 },
    },
    'jsonfeed/npm-feed.json': {
      ...{ id: 'https://example.om/?p=118904', host: 'example.om', published: '2025-11-12T10:08:00Z' },
      ...{ updated: '2025-11-12T10:08:00Z', body: 'html', texts: ['headline', 'summary'], picture: [], tags: 4 },
      ...{ publisher: ['name', 'url', 'logo'], authors: 1, related: 4 },
    },

    'jsonld/seed.json': {
      ...{ host: 'example.om', published: '2025-11-12T14:08:00+04:00', updated: '2025-11-12T14:08:00+04:00' },
      ...{ language: 'ar', body: 'text', texts: all, picture: ['caption', 'credit'], size: [1920, 1080] },
      ...{ publisher: ['name', 'url', 'logo'], authors: 2, tags: 4 },
      follow: ['x.com', 'instagram.com', 'facebook.com', 'youtube.com', 'whatsapp.com', 't.me'],
    },

    'seed/article-as-scraped.json': { body: 'html', texts: ['headline'] },
    'seed/article.json': reference,
    'seed/feed.json': reference,
  };
}

/** The graph that Yoast SEO writes into the seed's page. */
function yoast(set: FixtureSet): Outline {
  return {
    ...{
      host: new URL(WORDPRESS[set]).host,
      published: '2025-11-12T10:08:00+00:00',
      language: 'ar',
      texts: ['headline', 'section'],
    },
    ...{ picture: ['caption'], size: [1920, 1080], publisher: ['name', 'url', 'logo'], follow: networks },
    ...{ authors: 1, tags: 5 },
  };
}

/** The object that Ghost writes into the seed's page. */
function ghostPage(set: FixtureSet): Outline {
  return {
    ...{ host: new URL(GHOST[set]).host, published: '2025-11-12T10:08:00Z', updated: '2026-11-23T12:10:00Z' },
    ...{ texts: ['headline', 'summary'], picture: [], size: [1200, 675], publisher: ['name', 'url', 'logo'] },
    ...{ authors: 1, tags: 2 },
  };
}

const expected: Readonly<Record<FixtureSet, Outlines>> = {
  own: {
    ...outlinesOfBoth('own'),
    'jsonld/yoast-seed.json': yoast('own'),
    'jsonld/ghost-seed.json': ghostPage('own'),
    'jsonld/array.json': {
      ...{ host: 'harbour.example', published: '2024-06-06T10:05:00Z', updated: '2024-07-01T17:16:49Z' },
      ...{ texts: ['headline'], picture: [], publisher: ['name', 'url', 'logo'], authors: 1 },
      follow: ['facebook.com', 'twitter.com'],
    },
    'jsonld/context-object.json': {
      ...{ id: 'fy1207', host: 'ferry.example', published: '2024-12-06T22:00:40Z', updated: '2024-12-07T12:43:39Z' },
      ...{ body: 'text', texts: all, picture: ['caption'], publisher: ['name', 'url', 'logo'], authors: 2, tags: 1 },
      follow: ['x.com', 'tiktok.com'],
    },
    'jsonld/picture-list.json': {
      ...{ host: 'strait.example', published: '2015-07-24T05:36:09+01:00', body: 'text', texts: ['headline'] },
      ...{ picture: [], publisher: ['name', 'logo'] },
    },
    'jsonld/pictures-of-many-shapes.json': {
      ...{ host: 'salt.example', published: '2023-06-07', body: 'text', texts: ['headline', 'summary'], picture: [] },
      ...{ size: [1400, 788], publisher: ['name', 'logo'], authors: 1 },
    },
    'jsonld/posting-with-bare-author.json': {
      ...{ host: 'gulls.example', published: '2014-09-02T08:35:27-04:00', body: 'text', texts: ['headline'] },
      authors: 1,
    },
    'jsonld/review-without-headline.json': {
      ...{ published: '2017-11-03T03:01:00', body: 'text', publisher: ['name', 'url', 'logo'], authors: 1, tags: 2 },
    },
    'jsonld/without-dates.json': { host: 'example.om', texts: ['headline', 'summary'], authors: 1, tags: 2 },
  },
  shared: {
    ...outlinesOfBoth('shared'),
    'jsonld/yoast-28.3-seed.json': yoast('shared'),
    'jsonld/ghost-6.65-seed.json': ghostPage('shared'),
    'jsonld/bbc-1-1.json': {
      ...{ host: 'bbc.com', published: '2015-07-24T05:36:09+01:00', body: 'text', texts: ['headline'], picture: [] },
      publisher: ['name', 'logo'],
    },
    'jsonld/engadget-1.json': {
      ...{ published: '2017-11-03T03:01:00', body: 'text', publisher: ['name', 'url', 'logo'], authors: 1, tags: 14 },
    },
    'jsonld/guardian-standard.json': {
      ...{ host: 'theguardian.com', published: '2013-06-06T10:05:00Z', updated: '2019-05-01T17:16:49Z' },
      ...{ texts: ['headline'], picture: [], publisher: ['name', 'url', 'logo'], authors: 1 },
      follow: ['facebook.com', 'twitter.com', 'youtube.com'],
    },
    'jsonld/lazy-image-1-1.json': {
      ...{ id: 'd6e62af173e2', host: 'medium.com', published: '2019-10-18T17:23:34Z', updated: '2019-10-18T17:23:35Z' },
      ...{ texts: ['headline', 'summary'], picture: [], publisher: ['name', 'url', 'logo'], authors: 1, tags: 10 },
    },
    'jsonld/schema-org-context-object-3.json': {
      ...{ id: 'rcna183138', host: 'nbcnews.com', published: '2024-12-06T22:00:40Z', updated: '2024-12-07T12:43:39Z' },
      ...{ body: 'text', texts: all, picture: ['caption'], publisher: ['name', 'url', 'logo'], authors: 2, tags: 1 },
      follow: ['x.com', 'pinterest.com', 'facebook.com', 'instagram.com', 'youtube.com', 'snapchat.com', 'tiktok.com'],
    },
    'jsonld/theverge-1.json': {
      ...{ host: 'theverge.com', published: '2023-06-07T20:54:26Z', updated: '2023-06-07T20:54:26Z', body: 'text' },
      ...{ texts: ['headline', 'summary'], picture: [], size: [1400, 788], publisher: ['name', 'logo'], authors: 1 },
    },
    'jsonld/tumblr-1.json': {
      ...{ host: 'mcupdate.tumblr.com', published: '2014-09-02T08:35:27-04:00', body: 'text', texts: ['headline'] },
      authors: 1,
    },
  },
};

const isFailure = (outline: Outline | Failure): outline is Failure => 'error' in outline;

for (const set of SETS) {
  describe.skipIf(!isPresent(set))(`the fixtures (${set})`, () => {
    const outlined = Object.fromEntries(
      Object.entries(expected[set]).map(([path, outline]) => [`${set}/${path}`, outline]),
    );
    const paths = Object.keys(outlined);
    const articles = paths.filter((path) => !isFailure(outlined[path]!));
    const outlines = outlined as Readonly<Record<string, Outline>>;

    it('are all looked at', () => {
      const present = ['wordpress', 'ghost', 'jsonfeed', 'jsonld', 'seed'].flatMap((folder) =>
        fixtureNames(set, folder),
      );
      expect(present.filter((path) => !Object.hasOwn(outlined, path))).toEqual([]);
    });

    it.each(paths.filter((path) => isFailure(outlined[path]!)))('are refused with what is wrong (%s)', (path) => {
      expect(failureOf(path)).toEqual(outlined[path]);
    });

    it.each(articles)('become an article with all that they say (%s)', (path) => {
      expect(outlineOf(read(path))).toEqual(JSON.parse(JSON.stringify(outlined[path])));
    });

    it.each(articles)('become an article that can be drawn (%s)', (path) => {
      expect(faultsOf(read(path))).toEqual([]);
    });

    it.each(articles.filter((path) => outlines[path]?.texts?.includes('headline')))(
      'keep the words of their title (%s)',
      (path) => {
        expect(read(path).headline).toBe(decoded(titleOf(path)));
      },
    );

    it.each(articles.filter((path) => outlines[path]?.body === 'html'))(
      'hand their body on as it came (%s)',
      (path) => {
        expect(everyString(fixture(path))).toContain((read(path).body as { html: string }).html);
      },
    );

    it.each(articles)('show no reference, no tag and no bot trap (%s)', (path) => {
      const { body, ...rest } = read(path);
      const shown = everyString(body && 'text' in body ? { ...rest, text: body.text } : rest);
      expect(shown.filter((words) => /&#?\w+;|<\/?\w|Secret Link|\[…\]/.test(words))).toEqual([]);
    });

    it('have five posts in a list, each with its own short link', () => {
      const ids = ['20', '18', '17', '16', '24'];
      const found = ids.map(
        (item) => reading(fixture(`${set}/wordpress/posts-list-5_embed.json`), { item }).article.shortLink,
      );
      expect(found).toEqual(ids.map((id) => `${WORDPRESS[set]}/?p=${id}`));
    });

    it('have a picture in a list that is shown at its own size alone', () => {
      const { article } = reading(fixture(`${set}/wordpress/posts-list-5_embed.json`), { item: '24' });
      expect(article.picture).toMatchObject({ width: 320, candidates: [{ width: 300 }, { width: 320 }] });
    });

    it('have an escaped title in a feed of Eleventy, which is decoded', () => {
      const { article } = reading(fixture(`${set}/jsonfeed/eleventy-rss.json`), {
        item: 'https://example.om/posts/entities/',
      });
      expect(article.headline).toBe(
        decoded(fixture<{ items: { title: string }[] }>(`${set}/jsonfeed/eleventy-rss.json`).items[2]!.title),
      );
    });

    it('have a plain title in a feed of npm, which is left as it is', () => {
      const { article } = reading(fixture(`${set}/jsonfeed/npm-feed.json`), { item: 'https://example.om/?p=118891' });
      expect(article.headline).toBe(
        fixture<{ items: { title: string }[] }>(`${set}/jsonfeed/npm-feed.json`).items[1]!.title,
      );
    });

    it('name Ghost’s site and its accounts in its settings', () => {
      const from = address(`${GHOST[set]}/ghost/api/content/posts/x/?key=abc`);
      const { detailsRequests } = reading(fixture(`${set}/ghost/post-seed_include.json`), { address: from });
      const { publisher, follow } = detailsRequests
        .find(({ kind }) => kind === 'publisher')!
        .read(fixture(`${set}/ghost/settings.json`));
      expect([publisher?.url, follow?.map(host)]).toEqual([
        `${GHOST[set]}/`,
        ['facebook.com', 'x.com', 'instagram.com', 'youtube.com'],
      ]);
    });

    it('make related stories of a list of WordPress, without the story itself, with small pictures', () => {
      const from = address(`${WORDPRESS[set]}/wp-json/wp/v2/posts/18`);
      const { detailsRequests } = reading(fixture(`${set}/wordpress/post-seed_embed.json`), { address: from });
      const { related } = detailsRequests
        .find(({ kind }) => kind === 'related')!
        .read(fixture(`${set}/wordpress/posts-list-5_embed.json`));
      expect(
        related?.map(({ picture, published }) => [/-300x169\.\w+$/.test(picture ?? ''), published?.offset]),
      ).toEqual(Array(4).fill([true, 240]));
    });
  });
}

function read(path: string): Article {
  return reading(fixture(path)).article;
}

function failureOf(path: string): unknown {
  try {
    return read(path);
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    const { code, status, url } = error;
    return JSON.parse(JSON.stringify({ error: { code, status, host: url && host(url) } }));
  }
}

function outlineOf(article: Article): unknown {
  const { id, url, shortLink, published, updated, language, body, picture, publisher, follow } = article;
  const there = <Name extends string>(of: object | undefined, names: readonly Name[]) =>
    of && names.filter((name) => (of as Record<string, unknown>)[name] !== undefined);
  const outline = {
    ...{ id, shortLink, language, host: url && host(url), published: published?.iso, updated: updated?.iso },
    body: body && Object.keys(body)[0],
    texts: orNothing(there(article, all)),
    picture: there(picture, ['alt', 'caption', 'credit']),
    size: picture?.width && [picture.width, picture.height],
    widths: picture?.candidates?.map(({ width }) => width),
    publisher: there(publisher, ['name', 'url', 'logo']),
    follow: orNothing(follow.map(host)),
    ...{ authors: article.authors.length || undefined, source: article.source.length || undefined },
    ...{ related: article.related.length || undefined, tags: article.tags.length || undefined },
    isAccessibleForFree: article.isAccessibleForFree,
  };
  return JSON.parse(JSON.stringify(outline));
}

function orNothing<Item>(items: readonly Item[] | undefined): readonly Item[] | undefined {
  return items?.length ? items : undefined;
}

/** The title as it was sent, found without the readers. */
function titleOf(path: string): string {
  interface Titled {
    readonly title?: string | { readonly rendered: string };
    readonly headline?: string;
    readonly name?: string;
  }
  const json = fixture<Titled | Titled[] | Readonly<Record<string, Titled[]>>>(path);
  const lists = json as { readonly posts?: Titled[]; readonly items?: Titled[]; readonly '@graph'?: Titled[] };
  const list = Array.isArray(json) ? json : (lists.posts ?? lists.items ?? lists['@graph']);
  const first = list ? list[0]! : (json as Titled);
  const { title, headline, name } = first;
  return (typeof title === 'object' ? title.rendered : title) ?? headline ?? name ?? '';
}

/** The references that the fixtures have, and no others. */
function decoded(words: string): string {
  const named: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&' };
  return words.replace(/&(?:#0*(\d+)|(\w+));/g, (_, code?: string, name?: string) =>
    code === undefined ? named[name!]! : String.fromCharCode(Number(code)),
  );
}

function everyString(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyString) : [];
}
