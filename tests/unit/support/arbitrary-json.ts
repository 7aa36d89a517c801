/** JSON of every sort, for tests of what must hold whatever comes. */
import fc from 'fast-check';
import { address, wrongTypes } from './articles.js';

type Any = fc.Arbitrary<unknown>;

const addresses = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'https://news.example/2025/11/12/%d8%ae%d8%a8%d8%b1/',
      'https://news.example/?p=7',
      'https://other.example/7#article',
      'http://news.example:8080/wp-json/wp/v2/posts/7',
      'https://public-api.wordpress.com/wp/v2/sites/news.example/posts/7',
      'https://news.example/?rest_route=/wp/v2/posts/7',
      'https://news.example/a.jpg',
    ),
  },
  fc.constantFrom(
    ...['', '/7', '//cdn.example/7', 'a.jpg', '#organization', 'خبر', 'https://', 'https://[', 'http://%', '@news'],
    ...['javascript:alert(1)', 'data:image/png,x', 'https://u:p@evil.example/', 'https://مثال.example/خبر', '{id}'],
  ),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);

const texts = fc.oneof(
  fc.constantFrom(
    ...['خبر اليوم', ' خبر\n\n اليوم ', 'R&amp;D &#8217;', 'نمو < 5% و> 10%', '&amp;#38;amp;', '&#0;&#xD800;&#150;'],
    ...['<p>نص <em>مائل</em></p>\n', '<p>خبر [&hellip;]</p>', '&lt;p&gt;نص&lt;/p&gt;', 'خبر. Secret Link', '&nbsp;'],
    ...['&nbsp;خبر&nbsp;', '', ' ', '\u200F', '\uD800', 'خبر \uDC00', '\u202E\u2066', '<a <a <a', '<!--', '<script>x'],
    ...['<p>خبر</p><a hidden>فخ</a>', '\u200F Secret Link', '&#8207; Secret Link', '&&&', '__proto__', '\u0000'],
    ...['(Untitled)', 'publish', 'internal', '@salim', 'uncategorized', 'الأولى، الثانية, الثالثة', 'False', '#note'],
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('&', '#', 'x', '8', ';', '<', '>', '/', 'p', ' ', '"', 'خ', '\uD800', '\u200F') }),
);

const dates = fc.oneof(
  fc.constantFrom(
    ...['2025-11-12T14:08:00', '2025-11-12T10:08:00', '2025-11-12T14:08:00+04:00', '2025-11-12T10:08:00.000Z'],
    ...['2025-11-12', '0000-00-00T00:00:00', '2025-02-30T00:00:00', '2021-11-01T10:52:50+0100', 'الأربعاء'],
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

const languages = fc.constantFrom(
  'ar',
  'ar_AR',
  'ar-OM',
  'Arabic',
  'fil_PH',
  'en-',
  `ar${'-a'.repeat(100)}`,
  'und',
  '',
);
const numbers = fc.oneof(fc.nat(5000), fc.double(), fc.constantFrom('1200', '1200px', '0', -1, 1e308, 2 ** 53));
const ids = fc.oneof(fc.constantFrom(7, '7', '6b042d197ca8660d86e3fbe5', 0, -1, '7'.repeat(30)), texts);
const truths = fc.constantFrom(true, false, 'False', 'true', 0, 1);

const junk: Any = fc.oneof(
  fc.constantFrom(...wrongTypes.map(([, value]) => value)),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(JSON.parse('{"__proto__":{"title":"junk","name":"junk"}}') as unknown, 'x'.repeat(10_000)),
);

const mostly = (honest: Any): Any => fc.oneof({ weight: 12, arbitrary: honest }, { weight: 1, arbitrary: junk });

/** An object with some of these fields; here and there one is not what it should be. */
function some(fields: Readonly<Record<string, Any>>): Any {
  const each = Object.fromEntries(Object.entries(fields).map(([name, honest]) => [name, mostly(honest)]));
  return fc.record(each, { requiredKeys: [] });
}

const few = (honest: Any): Any => fc.array(mostly(honest), { maxLength: 3 });
/** As JSON-LD may write it: one, a list, or one of its own kinds of list. */
const oneOrFew = (honest: Any): Any =>
  fc.oneof(honest, few(honest), some({ '@list': few(honest) }), some({ '@set': few(honest) }));

const nodeIds = fc.constantFrom('#a', '#b', 'https://news.example/#a', 'https://news.example/7', '__proto__');

const literal = fc.oneof(texts, some({ '@value': texts, '@language': languages }));

/** A person, a picture, a language: what a node of JSON-LD speaks of. */
function thing(depth: number): Any {
  const fields = {
    ...{ '@type': oneOrFew(fc.constantFrom('Organization', 'Person', 'ImageObject', 'Language', 'WebPage')) },
    ...{ '@id': nodeIds, name: oneOrFew(literal), legalName: texts, alternateName: languages, '@value': texts },
    ...{ url: oneOrFew(addresses), contentUrl: addresses, sameAs: oneOrFew(addresses), creditText: texts },
    ...{ width: numbers, height: some({ value: numbers }), caption: oneOrFew(literal) },
  };
  const inner: Record<string, Any> =
    depth > 0 ? { logo: oneOrFew(thing(depth - 1)), image: oneOrFew(thing(depth - 1)) } : {};
  return fc.oneof(literal, addresses, some({ '@id': nodeIds }), some({ ...fields, ...inner }));
}

function node(depth: number): Any {
  const types = ['NewsArticle', 'schema:Article', 'Review', 'WebPage', 'BreadcrumbList', 'Organization', 'BlogPosting'];
  const fields = {
    ...{ '@type': oneOrFew(fc.constantFrom(...types)), '@id': nodeIds, '@context': fc.constant('https://schema.org') },
    ...{ headline: oneOrFew(literal), name: oneOrFew(literal), alternativeHeadline: literal },
    ...{ description: oneOrFew(literal), abstract: texts, articleBody: oneOrFew(literal), reviewBody: texts },
    ...{ text: texts, url: oneOrFew(addresses), mainEntityOfPage: addresses, image: oneOrFew(thing(1)) },
    ...{ thumbnailUrl: addresses, associatedMedia: thing(0), author: oneOrFew(thing(0)), creator: thing(0) },
    ...{ publisher: oneOrFew(thing(1)), sourceOrganization: thing(0), inLanguage: oneOrFew(thing(0)) },
    ...{ datePublished: oneOrFew(dates), dateCreated: dates, dateModified: some({ '@value': dates }) },
    ...{ articleSection: oneOrFew(literal), keywords: oneOrFew(thing(0)), identifier: thing(0) },
    isAccessibleForFree: oneOrFew(truths),
  };
  if (depth === 0) return some(fields);
  const inner = node(depth - 1);
  return some({
    ...fields,
    '@graph': oneOrFew(inner),
    mainEntity: inner,
    mainEntityOfPage: fc.oneof(addresses, inner),
  });
}

const jsonLd = fc.oneof(node(1), few(node(1)), some({ '@context': texts, '@graph': few(node(0)) }));

const rendered = some({ rendered: texts, protected: truths });
const head = some({
  ...{ og_locale: languages, og_site_name: texts, article_publisher: addresses, twitter_site: texts, author: texts },
  ...{ 'og:locale': languages, 'og:site_name': texts, 'article:publisher': addresses, 'twitter:site': texts },
  ...{ og_image: few(some({ url: addresses, width: numbers, height: numbers })), 'og:image': addresses },
  ...{ 'og:image:width': numbers, 'og:image:height': numbers, schema: jsonLd },
});
const problem = some({
  code: fc.constantFrom('rest_forbidden', 'rest_no_route'),
  message: texts,
  data: some({ status: numbers }),
});
const size = some({ width: numbers, height: numbers, source_url: addresses });
const wordPressPost = some({
  ...{ id: ids, date: dates, date_gmt: dates, modified: dates, modified_gmt: dates, guid: rendered, link: addresses },
  ...{ title: rendered, content: rendered, excerpt: rendered, categories: few(numbers), lang: languages },
  ...{ wpml_current_locale: languages, yoast_head_json: head, aioseo_head_json: head },
  ...{ jetpack_featured_media_url: addresses, jetpack_shortlink: addresses },
  authors: few(some({ display_name: texts, author_link: addresses })),
  'jetpack-related-posts': few(some({ url: addresses, title: texts, img: some({ src: addresses }) })),
  _links: some({ self: few(some({ href: addresses })) }),
  _embedded: some({
    author: few(fc.oneof(some({ name: texts, link: addresses }), problem)),
    'wp:featuredmedia': few(
      fc.oneof(
        some({
          ...{ source_url: addresses, alt_text: texts, caption: rendered },
          media_details: some({
            ...{ width: numbers, height: numbers },
            sizes: fc.oneof(some({ medium: size, large: size, full: size, constructor: size }), few(size)),
          }),
        }),
        problem,
      ),
    ),
    'wp:term': few(
      few(some({ taxonomy: fc.constantFrom('category', 'post_tag', 'author'), name: texts, slug: texts })),
    ),
  }),
});
const wordPress = fc.oneof(
  ...[wordPressPost, few(wordPressPost), problem, some({ body: wordPressPost, status: numbers, headers: some({}) })],
  some({ name: texts, url: addresses, home: addresses, site_icon_url: addresses }),
);

const term = some({ name: texts, slug: texts });
const wordPressComPost = some({
  ...{ ID: ids, URL: addresses, short_URL: addresses, title: texts, content: texts, excerpt: texts, date: dates },
  ...{ modified: dates, author: some({ name: texts, URL: addresses }), featured_image: addresses },
  ...{ post_thumbnail: some({ URL: addresses, width: numbers, height: numbers }) },
  ...{ categories: some({ خبر: term, __proto: term }), tags: fc.oneof(some({ خبر: term }), few(term)) },
});
const wordPressCom = fc.oneof(
  wordPressComPost,
  some({ found: numbers, posts: few(wordPressComPost) }),
  some({ error: fc.constantFrom('unauthorized', 'unknown_post'), message: texts }),
);

const ghostTag = some({ name: texts, slug: texts, visibility: fc.constantFrom('public', 'internal'), url: addresses });
const ghostPerson = some({ name: texts, url: addresses });
const ghostPost = some({
  ...{ id: ids, title: texts, html: texts, url: addresses, canonical_url: addresses, comment_id: ids, access: truths },
  ...{ custom_excerpt: texts, excerpt: texts, feature_image: addresses, feature_image_alt: texts },
  ...{ feature_image_caption: texts, published_at: dates, updated_at: dates, tags: few(ghostTag) },
  ...{ primary_tag: ghostTag, authors: few(ghostPerson), primary_author: ghostPerson },
});
const handles = fc.oneof(texts, addresses);
const ghost = fc.oneof(
  ghostPost,
  some({ posts: few(ghostPost) }),
  some({ pages: few(ghostPost) }),
  some({ errors: few(some({ message: texts, type: fc.constantFrom('NotFoundError', 'constructor', '') })) }),
  some({
    settings: some({
      ...{ title: texts, url: addresses, icon: addresses, logo: addresses, facebook: handles, twitter: handles },
      ...{ instagram: handles, youtube: handles, threads: handles, bluesky: handles, mastodon: handles },
      ...{ tiktok: handles, linkedin: handles },
    }),
  }),
);

const person = fc.oneof(some({ name: texts, url: addresses }), texts);
const oneItem = some({
  ...{ id: ids, url: addresses, external_url: addresses, title: texts, summary: texts, content_html: texts },
  ...{ content_text: texts, image: addresses, banner_image: addresses, date_published: dates, date_modified: dates },
  ...{ language: languages, authors: few(person), author: person, tags: few(texts) },
  attachments: few(some({ url: addresses, mime_type: fc.constantFrom('image/jpeg', 'audio/mpeg') })),
  _khabar: some({
    ...{
      short_url: addresses,
      section: texts,
      embed: fc.constantFrom('teaser', 'article'),
      source: few(person),
      follow: few(fc.oneof(some({ url: addresses }), addresses)),
    },
    image: some({ alt: texts, caption: texts, credit: texts, width: numbers, height: numbers }),
    publisher: fc.oneof(some({ name: texts, url: addresses, logo: addresses }), texts),
    related: few(some({ url: addresses, title: texts, image: addresses, date_published: dates })),
  }),
});
const jsonFeed = fc.oneof(
  oneItem,
  some({
    ...{ version: texts, title: texts, home_page_url: addresses, language: languages, icon: addresses },
    ...{ favicon: addresses, authors: few(person), author: person, items: few(oneItem) },
  }),
);

/** Answers that have the names of a dialect, and mostly values that belong there. */
export const answers: Readonly<Record<string, Any>> = { jsonFeed, wordPress, wordPressCom, ghost, jsonLd };

/** What is JSON, what is none but could be handed over by a script, and answers that mix the names of the dialects. */
export const anything: Any = fc.oneof(
  fc.jsonValue(),
  fc.anything({ withNullPrototype: true, withObjectString: false, withDate: true, withMap: true, withBigInt: true }),
  fc
    .tuple(oneItem, wordPressPost, ghostPost, node(0), wordPressComPost)
    .map((parts) => Object.assign({}, ...parts) as unknown),
);

/** Where an answer came from, and which of its items is meant. */
export const readerOptions = fc.record({
  page: fc.constantFrom(undefined, ...['https://news.example/?p=7', 'https://news.example/7/'].map(address)),
  item: fc.constantFrom(undefined, undefined, '7', '', '__proto__', '6b042d197ca8660d86e3fbe5'),
  address: fc.constantFrom(
    undefined,
    ...[
      ...['https://news.example/wp-json/wp/v2/posts/7?_embed', 'https://news.example/?rest_route=/wp/v2/posts/7'],
      ...['https://public-api.wordpress.com/wp/v2/sites/news.example/posts/7', 'https://news.example/feed.json'],
      ...['https://news.example/ghost/api/content/posts/7/?key=22444f78447824223cefc48062'],
      ...['https://news.example/wp/v2/', 'https://news.example/ghost/api/content/?key=%00&key=2'],
    ].map(address),
  ),
});
