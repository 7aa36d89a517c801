/**
 * The publisher's site as a WordPress in two languages, with Yoast SEO, which names the paper of each post: posts and
 * index of the REST API (https://developer.wordpress.org/rest-api/reference/), made from the files that the pages are
 * made from.
 *
 * WordPress has no field for a source, for accounts to follow or for a second author; here they are missing too.
 */
import { html } from './html.mjs';

/** @typedef {import('./publisher-site.mjs').Article} Article */
/** @typedef {import('./publisher-site.mjs').Brief} Brief */
/** @typedef {ReturnType<typeof toPost>} Post */

/**
 * @typedef {object} Story what becomes a post: an article, or one of those related to it
 * @property {number} id
 * @property {string} url
 * @property {string} title
 * @property {string} summary
 * @property {string} content_html
 * @property {string} date_published
 * @property {string} [date_modified]
 * @property {{ url: string, width: number, height: number, alt: string, caption: string }} [picture]
 * @property {string[]} tags
 */

/** Hours that the site's clock is ahead of UTC: Muscat knows no summer time. */
const SITE_OFFSET = 4;

/** @param {{ id: string | number, url: string }} story where the API has it */
export const restAddress = ({ id, url }) => new URL(`/wp-json/wp/v2/posts/${id}`, url).href;

/** Without its offset, as WordPress states it. @param {string} date @param {number} [offset] in hours */
const clock = (date, offset = 0) => new Date(Date.parse(date) + offset * 3_600_000).toISOString().slice(0, 19);

/** As WordPress's `wptexturize` has it: `’` is `&#8217;`, `&` is `&#038;`. @param {string} text */
const texturized = (text) => text.replace(/[&‘’“”–—…]/g, (sign) => `&#${String(sign.charCodeAt(0)).padStart(3, '0')};`);

/** Percent-encoded in small letters, as WordPress does. @param {string} text */
const encoded = (text) => encodeURI(text).replace(/%../g, (byte) => byte.toLowerCase());

/** @param {Article} article @param {Brief[]} briefs @returns {Story[]} */
function storiesOf(article, briefs) {
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

/**
 * @param {Article} article whose paper, section and author the story shares
 * @param {Story} story
 * @param {number} category
 */
function toPost({ authors: [author], _khabar: { publisher, section } }, story, category) {
  const { id, picture, date_published: published, date_modified: modified = published } = story;
  const link = encoded(story.url);
  /** @param {string} taxonomy @param {string[]} names */
  const terms = (taxonomy, names) => names.map((name) => ({ name, slug: encoded(name), taxonomy }));
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

/** @param {Article[]} articles @param {Brief[]} briefs @returns {Post[]} the latest first */
export function postsOf(articles, briefs) {
  return articles
    .flatMap((article, index) =>
      // Category 1 is that of posts without one.
      storiesOf(article, briefs).map((story) => toPost(article, story, index + 2)),
    )
    .sort((one, other) => other.date.localeCompare(one.date));
}

/** @param {string} code @param {string} message */
const notFound = (code, message) => ({ status: 404, body: { code, message, data: { status: 404 } } });

/** @param {Post[]} posts @param {URLSearchParams} query */
function chosen(posts, query) {
  const numbers = (/** @type {string} */ name) => query.get(name)?.split(',').map(Number);
  const [slug, categories, excluded] = [query.get('slug'), numbers('categories'), numbers('exclude')];
  return posts
    .filter((post) => slug === null || decodeURI(post.slug) === slug)
    .filter((post) => !categories || post.categories.some((category) => categories.includes(category)))
    .filter((post) => !excluded?.includes(post.id))
    .slice(0, Number(query.get('per_page') ?? 10));
}

/**
 * What the API answers; nothing where the address is not one of its own.
 * @param {URL} address
 * @param {Article[]} articles
 * @param {Post[]} posts
 * @returns {{ status: number, body: unknown } | undefined}
 */
export function restAnswer({ origin, pathname, searchParams }, [first], posts) {
  const [isApi, route] = /^\/wp-json\/(.*)$/.exec(pathname) ?? [];
  if (!isApi) return undefined;
  if (route === '') {
    const { name, logo } = first._khabar.publisher;
    return { status: 200, body: { name, url: origin, home: origin, site_icon_url: logo } };
  }
  const [isPosts, id] = /^wp\/v2\/posts(?:\/(\d+))?$/.exec(route) ?? [];
  if (!isPosts) return notFound('rest_no_route', 'No route was found matching the URL and request method.');
  /** @param {Post} post */
  const shown = ({ _embedded, ...post }) => (searchParams.has('_embed') ? { ...post, _embedded } : post);
  if (id === undefined) return { status: 200, body: chosen(posts, searchParams).map(shown) };
  const post = posts.find((post) => post.id === Number(id));
  return post ? { status: 200, body: shown(post) } : notFound('rest_post_invalid_id', 'Invalid post ID.');
}
