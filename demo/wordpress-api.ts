/**
 * The publisher's site as a WordPress in two languages, with Yoast SEO, which names the paper of each post: posts and
 * index of the REST API (https://developer.wordpress.org/rest-api/reference/), made from the files that the pages are
 * made from.
 *
 * WordPress has no field for a source, for accounts to follow or for a second author; here they are missing too.
 */
import { html } from './html.js';
import type { Article, Brief } from './publisher-site.js';

/** What becomes a post: an article, or one of those related to it. */
interface Story {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly content_html: string;
  readonly date_published: string;
  readonly date_modified?: string;
  readonly picture?: {
    readonly url: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
    readonly caption: string;
  };
  readonly tags: readonly string[];
}

type Post = ReturnType<typeof toPost>;

/** Hours that the site's clock is ahead of UTC: Muscat knows no summer time. */
const SITE_OFFSET = 4;

/** Where the API has a story. */
export const restAddress = ({ id, url }: { readonly id: string | number; readonly url: string }): string =>
  new URL(`/wp-json/wp/v2/posts/${id}`, url).href;

/**
 * Without its offset, as WordPress states it.
 * @param offset in hours
 */
const clock = (date: string, offset = 0) => new Date(Date.parse(date) + offset * 3_600_000).toISOString().slice(0, 19);

/** As WordPress's `wptexturize` has it: `’` is `&#8217;`, `&` is `&#038;`. */
const texturized = (text: string) =>
  text.replace(/[&‘’“”–—…]/g, (sign) => `&#${String(sign.charCodeAt(0)).padStart(3, '0')};`);

/** WordPress encodes in small letters. */
const small = (encoded: string) => encoded.replace(/%../g, (byte) => byte.toLowerCase());

function storiesOf(article: Article, briefs: readonly Brief[]): Story[] {
  const { image, related } = article._khabar;
  const id = Number(article.id);
  const caption = `${image.caption} · ${image.credit}`;
  return [
    { ...article, id, picture: { ...image, url: article.image, caption } },
    ...related.map((story, index) => {
      const text = briefs.find(({ path }) => story.url.endsWith(path))?.text ?? [];
      return {
        ...story,
        // Older than the article, the latest first.
        id: id - 1 - index,
        summary: text[0] ?? '',
        content_html: text.map((paragraph) => html`<p>${paragraph}</p>`).join('\n'),
        picture: story.image ? { url: story.image, width: 960, height: 640, alt: '', caption: '' } : undefined,
        tags: [],
      };
    }),
  ];
}

/** @param article whose paper, section and author the story shares */
function toPost({ authors, _khabar: { publisher, section } }: Article, story: Story, category: number) {
  const author = authors[0]!;
  const { id, picture, date_published: published, date_modified: modified = published } = story;
  const link = small(new URL(story.url).href);
  const terms = (taxonomy: string, names: readonly string[]) =>
    names.map((name) => ({ name, slug: small(encodeURI(name)), taxonomy }));
  return {
    id,
    date: clock(published, SITE_OFFSET),
    date_gmt: clock(published),
    guid: { rendered: new URL(`/?p=${id}`, link).href },
    modified: clock(modified, SITE_OFFSET),
    modified_gmt: clock(modified),
    slug: link.split('/').at(-2) ?? '',
    status: 'publish',
    type: 'post',
    link,
    title: { rendered: texturized(story.title) },
    content: { rendered: story.content_html, protected: false },
    excerpt: { rendered: `<p>${texturized(story.summary)}</p>\n`, protected: false },
    categories: [category],
    yoast_head_json: {
      og_site_name: publisher.name,
      schema: { '@context': 'https://schema.org', '@graph': [{ '@type': 'Organization', ...publisher }] },
    },
    _links: { self: [{ href: restAddress(story) }] },
    _embedded: {
      author: [{ name: author.name, link: author.url }],
      'wp:featuredmedia': picture && [
        {
          source_url: picture.url,
          alt_text: picture.alt,
          caption: { rendered: picture.caption && `<p>${texturized(picture.caption)}</p>\n` },
          // There are no smaller files of it.
          media_details: { width: picture.width, height: picture.height, sizes: {} },
        },
      ],
      'wp:term': [terms('category', [section]), terms('post_tag', story.tags)],
    },
  };
}

/** The posts of all articles, the latest first. */
export function postsOf(articles: readonly Article[], briefs: readonly Brief[]): Post[] {
  return articles
    .flatMap((article, index) =>
      // Category 1 is that of posts without one.
      storiesOf(article, briefs).map((story) => toPost(article, story, index + 2)),
    )
    .sort((one, other) => other.date.localeCompare(one.date));
}

const notFound = (code: string, message: string) => ({ status: 404, body: { code, message, data: { status: 404 } } });

function chosen(posts: readonly Post[], query: URLSearchParams) {
  const numbers = (name: string) => query.get(name)?.split(',').map(Number);
  const [slug, categories, excluded] = [query.get('slug'), numbers('categories'), numbers('exclude')];
  return posts
    .filter((post) => slug === null || decodeURI(post.slug) === slug)
    .filter((post) => !categories || post.categories.some((category) => categories.includes(category)))
    .filter((post) => !excluded?.includes(post.id))
    .slice(0, Number(query.get('per_page') ?? 10));
}

/** What the API answers; nothing where the address is not one of its own. */
export function restAnswer(
  { origin, pathname, searchParams }: URL,
  articles: readonly Article[],
  posts: readonly Post[],
): { status: number; body: unknown } | undefined {
  const [isApi, route] = /^\/wp-json\/(.*)$/.exec(pathname) ?? [];
  if (!isApi || route === undefined) return undefined;
  if (route === '') {
    const { name, logo } = articles[0]!._khabar.publisher;
    return { status: 200, body: { name, url: origin, home: origin, site_icon_url: logo } };
  }
  const [isPosts, id] = /^wp\/v2\/posts(?:\/(\d+))?$/.exec(route) ?? [];
  if (!isPosts) return notFound('rest_no_route', 'No route was found matching the URL and request method.');
  const shown = ({ _embedded, ...post }: Post) => (searchParams.has('_embed') ? { ...post, _embedded } : post);
  if (id === undefined) return { status: 200, body: chosen(posts, searchParams).map(shown) };
  const post = posts.find((post) => post.id === Number(id));
  return post ? { status: 200, body: shown(post) } : notFound('rest_post_invalid_id', 'Invalid post ID.');
}
