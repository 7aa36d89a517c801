/**
 * The publisher's site: a newspaper that serves its articles as JSON, Khabar's own and WordPress's, with their pictures
 * and pages, and plays the CDN for embed.js as well. Every link on the card leads to a page here, so the demo needs no
 * network.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { originAt, redirect, send, sendFile, sendPage } from './answers.js';
import { oEmbedHandler, oEmbedLink } from '../src/oembed/index.js';
import { html, raw } from './html.js';
import { postsOf, restAnswer } from './wordpress-api.js';

const ARTICLES = new URL('./publisher/', import.meta.url);
const PICTURES = new URL('./publisher/pictures/', import.meta.url);
const PAGES = new URL('./pages/', import.meta.url);
const DIST = new URL('../dist/', import.meta.url);

/** Stands in the files for the publisher's address, which depends on the port and on how the visitor came. */
const PLACEHOLDER = 'https://publisher.invalid';
/** What any other site may read, as on a CDN or a public API. */
const OPEN = { 'Access-Control-Allow-Origin': '*' };

/** The text of a related story, by the path of its page. */
export interface Brief {
  readonly path: string;
  readonly text: readonly string[];
}

interface RelatedStory {
  readonly url: string;
  readonly title: string;
  readonly image?: string;
  readonly date_published: string;
}

/** A JSON Feed item with the `_khabar` extension, as far as the demo's own pages need it. */
export interface Article {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly content_html: string;
  readonly image: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly language: 'ar' | 'en';
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly tags: readonly string[];
  readonly _khabar: {
    readonly short_url: string;
    readonly section: string;
    readonly image: {
      readonly alt: string;
      readonly caption: string;
      readonly credit: string;
      readonly width: number;
      readonly height: number;
    };
    readonly publisher: { readonly name: string; readonly url: string; readonly logo: string };
    readonly related: readonly RelatedStory[];
  };
}

/** @param origin the publisher's */
async function articleText(name: string, origin: string): Promise<string> {
  const text = await readFile(new URL(`./${name}.json`, ARTICLES), 'utf8');
  return text.replaceAll(PLACEHOLDER, origin);
}

/** @param origin the publisher's */
export async function readArticle(name: string, origin: string): Promise<Article> {
  return JSON.parse(await articleText(name, origin)) as Article;
}

const readBriefs = async () => JSON.parse(await readFile(new URL('./briefs.json', ARTICLES), 'utf8')) as Brief[];

/** The names of all articles, the Arabic one first. */
export const ARTICLE_NAMES = ['falaj', 'harbour'];

/**
 * The path of an address as people write it.
 * @param address an absolute one, or a path
 */
const pathOf = (address: string) => decodeURI(new URL(address, PLACEHOLDER).pathname);

function day(article: Article, date: string): string {
  // The day where the paper is printed, whatever the clock of this machine says.
  return new Intl.DateTimeFormat(article.language === 'ar' ? 'ar-u-nu-latn-ca-gregory' : 'en-GB', {
    dateStyle: 'full',
    timeZone: 'Asia/Muscat',
  }).format(new Date(date));
}

const WORDS = {
  ar: { more: 'قد يُعجبك أيضًا', by: 'بقلم', latest: 'أحدث الأخبار', missing: 'لا توجد صفحة في هذا العنوان', and: ' و' },
  en: {
    more: 'You may also like',
    by: 'By',
    latest: 'Latest stories',
    missing: 'No page at this address',
    and: ' and ',
  },
};

/**
 * The frame of every page: the paper's head and foot around it.
 * @param article whose paper it is
 * @param link to the oEmbed answer of the page
 */
function layout(article: Article, title: string, content: unknown, link = '') {
  const { publisher } = article._khabar;
  return html`<!doctype html>
    <html lang="${article.language}" dir="${article.language === 'ar' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="icon" href="${publisher.logo}" />
        <link rel="stylesheet" href="/pages/publisher.css" />
        ${raw(link)}
      </head>
      <body>
        <header class="paper">
          <a href="${publisher.url}">
            <img src="${publisher.logo}" alt="" width="44" height="44" />
            <span>${publisher.name}</span>
          </a>
        </header>
        <main>${content}</main>
        <footer class="paper" lang="en" dir="ltr">
          A made-up newspaper: part of the Khabar demo. Its people, places and events are invented.
        </footer>
      </body>
    </html>`;
}

function storyList(article: Article, stories: readonly RelatedStory[]) {
  return html`<ul class="stories">
    ${stories.map(
      ({ url, title, date_published: date }) =>
        html`<li><a href="${url}">${title}</a><time datetime="${date}">${day(article, date)}</time></li>`,
    )}
  </ul>`;
}

function articlePage(article: Article) {
  const { image, section, related } = article._khabar;
  const words = WORDS[article.language];
  const authors = article.authors.map(
    ({ name, url }, index) => html`${index > 0 ? words.and : ''}<a href="${url}">${name}</a>`,
  );
  return layout(
    article,
    article.title,
    html`<article>
        <p class="section">${section}</p>
        <h1>${article.title}</h1>
        <p class="summary">${article.summary}</p>
        <p class="meta">
          ${words.by} ${authors} ·
          <time datetime="${article.date_published}">${day(article, article.date_published)}</time>
        </p>
        <figure>
          <img src="${article.image}" alt="${image.alt}" width="${image.width}" height="${image.height}" />
          <figcaption>${image.caption} · ${image.credit}</figcaption>
        </figure>
        ${raw(article.content_html)}
      </article>
      <aside>
        <h2>${words.more}</h2>
        ${storyList(article, related)}
      </aside>`,
    oEmbedLink(new URL('/oembed', article.url).href, { url: article.url, title: article.title }),
  );
}

function briefPage(article: Article, story: RelatedStory, text: readonly string[]) {
  return layout(
    article,
    story.title,
    html`<article>
        <h1>${story.title}</h1>
        <p class="meta"><time datetime="${story.date_published}">${day(article, story.date_published)}</time></p>
        ${story.image && html`<figure><img src="${story.image}" alt="" width="960" height="640" /></figure>`}
        ${text.map((paragraph) => html`<p>${paragraph}</p>`)}
      </article>
      <aside>
        <h2>${WORDS[article.language].more}</h2>
        ${storyList(article, [{ ...article }, ...article._khabar.related.filter(({ url }) => url !== story.url)])}
      </aside>`,
  );
}

function listPage(article: Article, title: string) {
  return layout(
    article,
    title,
    html`<h1>${title}</h1>
      ${storyList(article, [{ ...article }, ...article._khabar.related])}`,
  );
}

function pageAt(articles: readonly Article[], briefs: readonly Brief[], path: string) {
  for (const article of articles) {
    const { publisher, related } = article._khabar;
    if (pathOf(article.url) === path) return articlePage(article);
    if (pathOf(publisher.url) === path) return listPage(article, publisher.name);
    const author = article.authors.find(({ url }) => pathOf(url) === path);
    if (author) return listPage(article, author.name);
    const story = related.find(({ url }) => pathOf(url) === path);
    if (story) return briefPage(article, story, briefs.find((brief) => brief.path === path)?.text ?? []);
  }
  return undefined;
}

function feed(articles: readonly Article[], origin: string) {
  const [first] = articles as [Article];
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: first._khabar.publisher.name,
    home_page_url: `${origin}/`,
    feed_url: `${origin}/feed.json`,
    language: first.language,
    items: articles,
  };
}

/**
 * The oEmbed answers for the articles' pages.
 * @param origin the publisher's
 */
function oEmbedAnswers(articles: readonly Article[], origin: string) {
  return oEmbedHandler({
    frame: `${origin}/dist/frame.html`,
    find(url) {
      const index = articles.findIndex((article) => new URL(article.url).href === url.href);
      return index === -1
        ? undefined
        : { json: articles[index], src: `${origin}/articles/${ARTICLE_NAMES[index]}.json` };
    },
  });
}

/** @param port of the site itself */
export function publisherSite(port: number): RequestListener {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return send(response, 405, '', 'text/plain', { Allow: 'GET, HEAD' });
    }
    const origin = originAt(request, port);
    const address = new URL(request.url ?? '/', origin);
    const path = decodeURIComponent(address.pathname);

    const [, folder, file = ''] = /^\/(articles|dist|pages|pictures|s)\/(.+)$/.exec(path) ?? [];
    // The demo has no https, and in a sandbox 'self' is nobody's in WebKit.
    if (path === '/dist/frame.html') {
      const frame = await readFile(new URL('frame.html', DIST), 'utf8');
      return send(response, 200, frame.replaceAll('https:;', 'https: http:;'), 'text/html; charset=utf-8', OPEN);
    }
    if (folder === 'dist' && (await sendFile(response, DIST, file, OPEN))) return;
    if (folder === 'pictures' && (await sendFile(response, PICTURES, file, OPEN))) return;
    if (folder === 'pages' && (await sendFile(response, PAGES, file))) return;
    if (folder === 'articles') {
      const name = ARTICLE_NAMES.find((known) => `${known}.json` === file);
      if (!name) return send(response, 404, '{"error":"not found"}', 'application/json', OPEN);
      return send(response, 200, await articleText(name, origin), 'application/json; charset=utf-8', OPEN);
    }

    const articles = await Promise.all(ARTICLE_NAMES.map((name) => readArticle(name, origin)));
    if (path === '/feed.json') {
      const body = JSON.stringify(feed(articles, origin), null, 2);
      return send(response, 200, body, 'application/feed+json; charset=utf-8', OPEN);
    }
    if (path === '/oembed') {
      const { method } = request;
      const answer = await oEmbedAnswers(articles, origin)(new Request(address, { method }));
      const type = answer.headers.get('Content-Type') ?? '';
      return send(response, answer.status, await answer.text(), type, OPEN);
    }
    if (folder === 's') {
      const article = articles.find(({ _khabar }) => pathOf(_khabar.short_url) === path);
      if (article) return redirect(response, new URL(article.url).href);
    }
    const briefs = await readBriefs();
    const posts = postsOf(articles, briefs);
    const api = restAnswer(address, articles, posts);
    if (api) {
      return send(response, api.status, JSON.stringify(api.body, null, 2), 'application/json; charset=utf-8', OPEN);
    }
    // The one short link that every post of a WordPress has.
    const post = posts.find(({ id }) => String(id) === address.searchParams.get('p'));
    if (post) return redirect(response, post.link, 301);
    const page = pageAt(articles, briefs, path);
    const [first] = articles as [Article];
    sendPage(
      response,
      page ??
        layout(
          first,
          '404',
          html`<h1>${WORDS.ar.missing}</h1>
            <p lang="en" dir="ltr">${WORDS.en.missing}</p>`,
        ),
      page ? 200 : 404,
    );
  }

  return (request, response) => {
    answer(request, response).catch((error) => {
      // An address that is not even valid percent-encoding is the visitor's mistake, not ours.
      if (error instanceof URIError) return send(response, 400, 'Bad address', 'text/plain');
      console.error(error);
      if (!response.headersSent) send(response, 500, 'Something broke; see the terminal.', 'text/plain');
    });
  };
}
