/**
 * The other side: `/blog` is a page of somebody who has nothing to do with the publisher and pasted the snippet, and
 * `/` shows that page next to the snippet, with the switches.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { originAt, redirect, send, sendFile, sendPage } from './answers.js';
import { BLOGS, type PostLanguage } from './blog/texts.js';
import { html, raw } from './html.js';
import {
  type ArticleLinks,
  type Choices,
  queryOf,
  readChoices,
  readHeights,
  SETTINGS,
  snippetPieces,
} from './pages/settings.js';
import { ARTICLE_NAMES, readArticle } from './publisher-site.js';
import { restAddress } from './wordpress-api.js';

/**
 * The articles by the choice that stands for them.
 * @param publisher origin
 */
async function articleLinks(publisher: string): Promise<Record<string, ArticleLinks>> {
  const articles = await Promise.all(ARTICLE_NAMES.map((name) => readArticle(name, publisher)));
  return Object.fromEntries(
    articles.map((article, index) => [
      article.language,
      {
        sources: {
          json: `${publisher}/articles/${ARTICLE_NAMES[index]}.json`,
          wordpress: `${restAddress(article)}?_embed`,
          page: article.url,
        },
        link: article._khabar.short_url,
        title: article.title,
        language: article.language,
        direction: article.language === 'ar' ? 'rtl' : 'ltr',
      },
    ]),
  );
}

/** @param publisher origin */
const embedAt = (publisher: string) => `${publisher}/dist/embed.js`;

const BUILDER = new URL('../site/builder/', import.meta.url);

/** The element as its source is now. */
const ELEMENT = { src: '/src/index.ts', isModule: true };

/** Has a page live: Vite tells it of each change. */
const LIVE = raw('<script type="module" src="/@vite/client"></script>');

/**
 * @param publisher origin
 * @param heights to be reserved
 */
function blogPage(choices: Choices, article: ArticleLinks, publisher: string, heights: string) {
  const blog = BLOGS[choices['language']!]!;
  const post = blog.posts[choices['article'] as PostLanguage];
  const own = choices['language'] === 'ar' ? 'rtl' : 'ltr';
  const script = choices['embed'] === 'element' ? ELEMENT : { src: embedAt(publisher) };
  const snippet = snippetPieces(choices, article, script, heights)
    .map(([, text]) => text)
    .join('');
  return html`<!doctype html>
    <html
      lang="${choices['language']}"
      dir="${choices['dir'] === 'auto' ? own : choices['dir']}"
      data-scheme="${choices['scheme']}"
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${post.title} · ${blog.name}</title>
        <link rel="icon" href="/demo/pages/blog-icon.svg" />
        <link rel="stylesheet" href="/demo/pages/blog.css" />
        ${LIVE}
      </head>
      <body>
        <header class="top">
          <a class="skip" href="#post">${blog.nav.skip}</a>
          <a class="name" href="#top"
            ><img src="/demo/pages/blog-icon.svg" alt="" width="36" height="36" />${blog.name}</a
          >
          <nav>
            <a href="#post" aria-current="page">${blog.nav.posts}</a>
            <a href="#archive">${blog.nav.archive}</a>
            <a href="#about">${blog.nav.about}</a>
          </nav>
        </header>
        <main id="post">
          <h1>${post.title}</h1>
          <p class="byline">${blog.byline}</p>
          <p>${post.before}</p>

          <!-- The snippet, as pasted: -->
          ${raw(snippet)}
          <!-- End of the snippet. -->

          ${post.after.map((paragraph) => html`<p>${paragraph}</p>`)}
          <section class="comments">
            <h2>${blog.commentsTitle}</h2>
            ${post.comments.map(([who, what]) => html`<p><b>${who}</b> ${what}</p>`)}
          </section>
        </main>
        <aside>
          <section id="archive">
            <h2>${blog.nav.archive}</h2>
            <ul>
              ${blog.archive.map(([title, month]) => html`<li>${title} <span>${month}</span></li>`)}
            </ul>
          </section>
          <section id="about">
            <h2>${blog.nav.about}</h2>
            <p>${blog.about}</p>
          </section>
        </aside>
        <footer>
          <p>${blog.motto}. ${blog.footer}</p>
        </footer>
      </body>
    </html>`;
}

function controls(choices: Choices, of: 'card' | 'page', title: string) {
  const settings = Object.entries(SETTINGS).filter(([, setting]) => setting.of === of);
  return html`<div class="group" role="group" aria-label="${title}">
    <p class="group-title" aria-hidden="true">${title}</p>
    ${settings.map(
      ([name, { label, choices: options }]) =>
        html`<fieldset>
          <legend>${label}</legend>
          <div class="options">
            ${options.map(
              ([value, text, lang]) =>
                html`<label
                  ><input
                    type="radio"
                    name="${name}"
                    value="${value}"
                    ${choices[name] === value && raw('checked')}
                  /><span ${lang && html`lang="${lang}"`}>${text}</span></label
                >`,
            )}
          </div>
        </fieldset>`,
    )}
  </div>`;
}

/** @param publisher origin */
function demoPage(choices: Choices, articles: Readonly<Record<string, ArticleLinks>>, publisher: string) {
  const article = articles[choices['article']!]!;
  const blogAddress = `/blog${queryOf(choices, ['width'])}`;
  const pieces = snippetPieces(choices, article, { src: embedAt(publisher) });
  // What the page's script needs to write the snippet again when a switch changes.
  const facts = JSON.stringify({ articles, embed: embedAt(publisher) }).replaceAll('<', '\\u003c');
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Khabar · demo</title>
        <meta name="description" content="One tag puts a publisher’s article on any web page." />
        <link rel="icon" href="/demo/pages/icon.svg" />
        <link rel="stylesheet" href="/demo/pages/demo.css" />
        ${LIVE}
        <script type="module" src="/demo/pages/demo.ts"></script>
      </head>
      <body>
        <header class="intro">
          <h1>Khabar <span lang="ar" dir="rtl">خبر</span></h1>
          <p>
            One tag puts a publisher’s article on any web page.
            <a href="/builder/">Write one for a story of yours</a>. <b>On the left</b><b class="narrow">Below</b>, a
            blogger’s page; <b>on the right</b><b class="narrow">under it</b>, the snippet she pasted to get the card.
          </p>
        </header>

        <form id="switches" aria-label="Switches" method="get" autocomplete="off">
          ${controls(choices, 'card', 'The card')} ${controls(choices, 'page', 'The page around it')}
          <noscript><button>Show</button></noscript>
        </form>

        <main>
          <section class="preview" aria-labelledby="preview-title">
            <div class="bar">
              <h2 id="preview-title">Somebody’s blog</h2>
              <p id="measure" aria-hidden="true"></p>
              <a id="alone" href="${blogAddress}" target="_blank" rel="noopener"
                >Open alone<i aria-hidden="true">&nbsp;↗</i></a
              >
            </div>
            <div class="desk">
              <iframe
                id="blog"
                title="A blog post with a Khabar card in it"
                src="${blogAddress}"
                data-width="${choices['width']}"
              ></iframe>
            </div>
          </section>

          <section class="code" aria-labelledby="code-title">
            <div class="bar">
              <h2 id="code-title">The snippet</h2>
              <button id="reserve" type="button" hidden>Reserve its height</button>
              <button id="copy" type="button" hidden>Copy</button>
            </div>
            <pre tabindex="0" role="group" aria-labelledby="code-title"><code id="snippet">${pieces.map(
              ([kind, text]) => html`<span class="${kind}">${text}</span>`,
            )}</code></pre>
            <p id="copied" role="status"></p>
            <p>
              As in real life there are two sites: this blog, and
              <a href="${publisher}/" target="_blank" rel="noopener">the publisher<i aria-hidden="true">&nbsp;↗</i></a>
              at <code>${new URL(publisher).host}</code>, which serves <code>embed.js</code> and
              <a id="source" href="${article.sources[choices['source']!]}" target="_blank" rel="noopener"
                >the article<i aria-hidden="true">&nbsp;↗</i></a
              >. Nothing else is loaded.
            </p>
            <p>
              The article is Khabar’s own <em>json</em>, a post of <em>wordpress</em>, or the <em>page</em> of the
              story. A page may not be read from here, as the browser’s console says; the card then asks the site’s
              WordPress. What that does not state is missing: the source, the accounts to follow, a second author.
            </p>
            <p>
              The <em>quotation</em> is what survives a CMS that strips scripts; its words stay where the card cannot be
              shown. <em>Reserve its height</em> measures the card at six widths and writes what keeps its place, so
              that the page does not move. The <em>frame</em> needs no script on the page, and scrolls by itself there.
            </p>
            <p>
              Language and direction of the card come from the article: turn the page around it to
              <em>ltr</em> and the Arabic card stays as it is.
            </p>
          </section>
        </main>
        <script type="application/json" id="facts">
          ${raw(facts)}
        </script>
      </body>
    </html>`;
}

/** Sends a file of the builder as it is built; answers false where there is none. */
async function sendOfBuilder(response: ServerResponse, name: string): Promise<boolean> {
  if (name !== 'index.html' && name !== 'preview.html') return sendFile(response, BUILDER, name);
  const page = await readFile(new URL(name, BUILDER), 'utf8');
  // Its policy allows `https:`. The demo's publisher has none.
  sendPage(response, page.replaceAll("'self' https:", "'self' https: http:"));
  return true;
}

/**
 * Answers a request for a page; answers false where the address is not one.
 * @param port the publisher's
 */
export async function sendBlogPage(request: IncomingMessage, response: ServerResponse, port: number): Promise<boolean> {
  const publisher = originAt(request, port);
  const { pathname, searchParams } = new URL(request.url ?? '/', publisher);
  if (pathname === '/builder') {
    redirect(response, '/builder/', 301);
    return true;
  }
  if (pathname.startsWith('/builder/'))
    return sendOfBuilder(response, pathname.slice('/builder/'.length) || 'index.html');
  if (pathname !== '/' && pathname !== '/blog') return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(response, 405, '', 'text/plain', { Allow: 'GET, HEAD' });
    return true;
  }
  const choices = readChoices(searchParams);
  const articles = await articleLinks(publisher);
  const page =
    pathname === '/'
      ? demoPage(choices, articles, publisher)
      : blogPage(choices, articles[choices['article']!]!, publisher, readHeights(searchParams));
  sendPage(response, page);
  return true;
}
