// Who takes part. Each writes what stands in the head of its page (`head`) and in the place of each card (`card`), and
// says by which selectors the element of a card, its headline and its body are found, so that all are timed in one way.
// `site` is the other origin, of the publisher and the CDN; `code` is where a script of that name is.
import { khabar, story } from './articles.mjs';
import { formatDate, styles } from './pages/card.mjs';

const module = (address) => `<script type="module" crossorigin src="${address}"></script>`;
const sheet = (address) => `<link rel="stylesheet" href="${address}" />`;
const json = (id, site) => `${site}/articles/${id}.json`;

const CARD = { host: 'khabar-card', headline: '[part~=headline]', body: '[part~=body]' };
const PLAIN = { headline: '.headline', body: '.body' };

const embed = ({ code }) => `<script async src="${code('embed.js')}"></script>`;
const attributes = (values, prefix = '') =>
  Object.entries(values)
    .map(([name, value]) => `${prefix}${name}="${value}"`)
    .join(' ');
const element =
  (values) =>
  (id, { site }) =>
    `<khabar-card src="${json(id, site)}" ${attributes(values)}></khabar-card>`;

/** Only the view `article` shows its body before somebody asks for it. */
const found = (view) => (view === 'article' ? CARD : { ...CARD, body: undefined });

const inPage = (view, loading) => ({
  name: `khabar, ${loading}, ${view}`,
  find: found(view),
  eager: loading === 'eager',
  many: true,
  long: view === 'article' && loading === 'eager',
  head: embed,
  card: element({ view, loading }),
});

export const BASE = 'plain Lit';

export const contestants = [
  {
    name: 'static HTML',
    find: PLAIN,
    eager: true,
    many: true,
    long: true,
    quick: true,
    head: () => `<style>${styles}</style>`,
    card(id, { site }) {
      const {
        url,
        title,
        summary,
        date_published: published,
        image,
        content_html: body,
        _khabar,
      } = khabar(story(id, site));
      const { width, height, alt } = _khabar.image;
      return `<article><h2 class="headline"><a href="${url}">${title}</a></h2><p>${summary}</p><time datetime="${published}">${formatDate(published)}</time><img loading="lazy" width="${width}" height="${height}" alt="${alt}" src="${image}" /><div class="body">${body}</div></article>`;
    },
  },
  {
    name: 'vanilla',
    find: PLAIN,
    eager: true,
    many: true,
    long: true,
    head: ({ code }) => module(code('vanilla.js')),
    card: (id, { site }) => `<div data-src="${json(id, site)}"></div>`,
  },
  {
    name: BASE,
    find: { ...PLAIN, host: 'plain-card' },
    eager: true,
    many: true,
    long: true,
    quick: true,
    growth: true,
    head: ({ code }) => module(code('plain-lit.js')),
    card: (id, { site }) => `<plain-card src="${json(id, site)}"></plain-card>`,
  },
  {
    name: 'emfed',
    find: { headline: '.toot h2', body: '.toot .body' },
    eager: true,
    many: true,
    long: true,
    head: ({ code }) => sheet(code('toots.css')) + module(code('emfed.js')),
    card: (id, { site }) =>
      `<a class="mastodon-thread" href="${site}/@alqafila" data-toot-id="${id}" data-exclude-replies="true">…</a>`,
  },
  {
    name: 'x-postpress',
    find: { host: 'x-postpress', headline: 'h1', body: 'article' },
    eager: true,
    many: true,
    long: true,
    head: ({ code }) => module(code('x-postpress.js')),
    card: (id, { site }) => `<x-postpress apiHost="${site}" include="${id}"></x-postpress>`,
  },
  {
    name: 'bluesky-post-embed',
    find: { host: 'bluesky-post', headline: '.highlighted-post', body: '.highlighted-post' },
    eager: true,
    many: true,
    long: true,
    head: ({ code }) => sheet(code('bluesky.css')) + sheet(code('bluesky-light.css')) + module(code('bluesky.js')),
    card: (id, { site }) =>
      `<bluesky-post src="at://did:plc:alqafila/app.bsky.feed.post/${id}" service-uri="${site}" allow-unauthenticated></bluesky-post>`,
  },
  { ...inPage('article', 'lazy'), quick: true, growth: true },
  inPage('summary', 'lazy'),
  inPage('teaser', 'lazy'),
  { ...inPage('article', 'eager'), quick: true, growth: true },
  inPage('summary', 'eager'),
  {
    ...inPage('article', 'eager'),
    name: 'khabar, eager, preload and reserve',
    many: false,
    long: false,
    quick: true,
    head: ({ code, site, ids, height }) =>
      `${embed({ code })}<link rel="preload" as="fetch" crossorigin href="${json(ids[0], site)}" /><style>khabar-card { display: block; min-block-size: ${height}px; }</style>`,
    card: (id, { site, height }) =>
      element({ view: 'article', loading: 'eager', reserve: `0:${height}` })(id, { site }),
    reserves: true,
  },
  {
    name: 'khabar, quotation',
    find: found('article'),
    many: true,
    head: embed,
    card: (id, { site }) =>
      `<blockquote class="khabar-card" ${attributes({ src: json(id, site), view: 'article' }, 'data-')} lang="ar" dir="rtl"><p>${story(id, site).title}</p><a href="${story(id, site).url}">اقرأ الخبر</a></blockquote>`,
  },
  {
    name: 'khabar, script',
    find: found('article'),
    head: () => '',
    card: (id, { site, code }) =>
      `<script async src="${code('embed.js')}" ${attributes({ src: json(id, site), view: 'article' }, 'data-')}></script>`,
  },
  {
    name: 'khabar, single file',
    find: found('article'),
    head: ({ code }) => `<script async src="${code('embed.single.js')}"></script>`,
    card: element({ view: 'article' }),
  },
  {
    name: 'khabar, module',
    find: found('article'),
    head: ({ code }) => module(code('module.js')),
    card: element({ view: 'article' }),
  },
  {
    name: 'khabar, frame',
    find: found('article'),
    inFrame: true,
    many: true,
    head: embed,
    card: (id, { site, code }) =>
      `<iframe class="khabar-card" src="${code('frame.html')}?view=article#${json(id, site)}" title="${story(id, site).title}" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="display: block; inline-size: 100%; block-size: 640px; border: 0"></iframe>`,
  },
];

/** Those whose name holds all of the words; an exact name is one. */
export function chosen(words) {
  const exact = contestants.filter(({ name }) => name === words);
  const some =
    exact.length > 0 ? exact : contestants.filter(({ name }) => words.split(' ').every((word) => name.includes(word)));
  if (some.length === 0) {
    throw new Error(`No contestant is named ${words}; there are:\n${contestants.map(({ name }) => name).join('\n')}`);
  }
  return some;
}
