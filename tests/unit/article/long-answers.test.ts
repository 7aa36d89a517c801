import { describe, it } from 'vitest';
import { address, reading } from '../support/articles.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

/** Names of fields, and what fills them. */
type Fields = Readonly<Record<string, unknown>>;

const rendered = (html: string) => ({ rendered: html });
const post = (fields: Fields) => ({ id: 7, title: rendered('خبر'), link: 'https://news.example/7', ...fields });
const article = (fields: Fields) => ({ '@type': 'NewsArticle', headline: 'خبر', ...fields });
const many = (size: number, item: unknown) => Array<unknown>(Math.ceil(size / 16)).fill(item);

const texts: readonly (readonly [string, (size: number) => string])[] = [
  ['open tags', repeated('<a ')],
  ['links to the story', repeated('<a class="more-link">x</a>')],
  ['links to the story without an end', repeated('<a class="more-link">')],
  ['a link and many closing tags', repeated('</p>', '<a class="more-link">x</a>', 'x')],
  ['a link and much white space', repeated(' ', '<a class="more-link">x</a>', 'x')],
  ['brackets', repeated('[ ')],
  ['ampersands', repeated('&')],
  ['references', repeated('&amp;')],
  ['white space', repeated(' ', 'x', 'x')],
  ['lines', repeated('\n', 'x', 'x')],
  ['lines with spaces', repeated('\n \t', 'x', 'x')],
  ['breaks without an end', repeated('<br ')],
  ['commas', repeated('،')],
  ['slashes', repeated('/')],
  ['digits', repeated('7')],
  ['the bot trap', repeated('Secret Link ')],
];

describe('the time that an answer takes is linear', () => {
  it.each(texts)(
    'in %s, in every text of a post of WordPress',
    (_, text) => {
      expectLinear(
        (size) => {
          const html = text(size);
          const head = {
            og_site_name: html,
            og_locale: html,
            twitter_site: html,
            article_publisher: html,
            author: html,
          };
          return post({
            ...{ title: rendered(html), excerpt: rendered(html), content: rendered(html), lang: html, date: html },
            ...{
              date_gmt: html,
              guid: rendered(html),
              yoast_head_json: { ...head, schema: article({ headline: html }) },
            },
            _embedded: { author: [{ name: html }], 'wp:term': [[{ taxonomy: 'category', name: html, slug: html }]] },
          });
        },
        reading,
        2 ** 18,
      );
    },
    SERIES_TIMEOUT,
  );

  it.each(texts)(
    'in %s, in every text of JSON-LD',
    (_, text) => {
      expectLinear(
        (size) => {
          const words = text(size);
          return article({
            ...{ '@type': ['NewsArticle', words], '@id': words, headline: words, description: words, url: words },
            ...{ articleBody: words, keywords: words, articleSection: words, inLanguage: words, author: words },
            ...{ publisher: { name: words, sameAs: words }, datePublished: words, isAccessibleForFree: words },
            image: { url: 'https://news.example/a.jpg', width: words, height: { value: words }, caption: words },
          });
        },
        reading,
        2 ** 18,
      );
    },
    SERIES_TIMEOUT,
  );

  it.each(texts)(
    'in %s, in every text of a post of Ghost',
    (_, text) => {
      expectLinear(
        (size) => {
          const words = text(size);
          return {
            ...{ id: '7', comment_id: '7', title: words, html: words, custom_excerpt: words, published_at: words },
            ...{ feature_image: 'https://news.example/a.jpg', feature_image_alt: words, feature_image_caption: words },
            ...{ tags: [{ name: words, slug: words }], authors: [{ name: words }], url: words },
          };
        },
        reading,
        2 ** 18,
      );
    },
    SERIES_TIMEOUT,
  );

  const lists: readonly (readonly [string, (size: number) => unknown])[] = [
    ['JSON-LD of many documents', (size) => [article({}), ...many(size, {}).map(() => ({}))]],
    [
      'a graph of many nodes',
      (size) => ({ '@graph': many(size, {}).map((_, id) => ({ '@id': `#${id}`, name: 'x' })) }),
    ],
    ['a graph of nodes that hold many', (size) => ({ '@graph': many(size / 16, { mainEntity: many(1000, {}) }) })],
    [
      'an article that names one node many times',
      (size) => ({
        '@graph': [
          article({ author: many(size, { '@id': '#a' }) }),
          { '@id': '#a', name: 'سالم', ...Object.fromEntries(many(size, 0).map((_, at) => [`field${at}`, at])) },
        ],
      }),
    ],
    ['JSON-LD of many authors', (size) => article({ author: many(size, { name: 'سالم' }) })],
    ['JSON-LD of many keywords', (size) => article({ keywords: many(size, 'خبر') })],
    ['JSON-LD of many pictures that are none', (size) => article({ image: many(size, { '@type': 'ImageObject' }) })],
    ['JSON-LD of many accounts', (size) => article({ publisher: { sameAs: many(size, 'https://x.com/a') } })],
    ['a list of many posts', (size) => many(size, post({}))],
    [
      'a post of many sizes',
      (size) =>
        post({
          _embedded: {
            'wp:featuredmedia': [
              {
                source_url: 'https://news.example/a.jpg',
                media_details: {
                  ...{ width: 10 ** 9, height: 10 ** 9 },
                  sizes: Object.fromEntries(
                    many(size, 0).map((_, at) => [
                      `size${at}`,
                      { width: at, height: at, source_url: 'https://news.example/a.jpg' },
                    ]),
                  ),
                },
              },
            ],
          },
        }),
    ],
    [
      'a post of many terms',
      (size) => post({ _embedded: { 'wp:term': [many(size, { taxonomy: 'post_tag', name: 'خبر' })] } }),
    ],
    ['a post of many categories', (size) => post({ categories: many(size, 7) })],
    ['a post of many related stories', (size) => post({ 'jetpack-related-posts': many(size, { title: 'خبر' }) })],
    ['an answer of many posts', (size) => ({ posts: many(size, { id: '7', title: 'خبر' }) })],
    [
      'a post of many tags',
      (size) => ({ comment_id: '7', title: 'خبر', tags: many(size, { name: 'خبر', slug: 'x' }) }),
    ],
  ];

  it.each(lists)(
    'in %s',
    (_, json) => {
      const from = address('https://news.example/wp-json/wp/v2/posts/7');
      expectLinear(json, (answer) => tried(() => reading(answer, { address: from })), 2 ** 20);
    },
    SERIES_TIMEOUT,
  );
});

/** An error is an answer as well. */
function tried(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}
