import { expect } from 'chai';
import { ArticleError } from '../../../src/article/article-error.js';
import { webAddress } from '../../../src/article/web-address.js';
import { fetchArticle } from '../../../src/card/fetch-article.js';
import type { Article } from '../../../src/article/article.js';
import { skipWaits } from '../support/clock.js';
import { requestsWith, secondOrigin, site, type SiteAnswer } from '../support/servers.js';

beforeEach(() => void skipWaits());

let turn = 0;
const unique = () => `page-${Math.round(performance.now())}-${(turn += 1)}`;

const ask = async (address: string): Promise<Article> => {
  const { signal } = new AbortController();
  return (await fetchArticle(webAddress(address)!, undefined, { signal, timeout: 8 })).article;
};
const codeOf = (asking: Promise<unknown>) =>
  asking.then(
    () => 'none',
    (error: ArticleError) => error.code,
  );

const script = (json: unknown) =>
  `<script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script>`;
const page = (...content: string[]) =>
  `<!doctype html><html><head><title>خبر</title>${content.join('')}</head><body><h1>خبر</h1><p>نص</p></body></html>`;

interface Scene {
  /** JSON-LD beside what every story has. */
  story?: object;
  html?: (story: object) => string;
  more?: (path: string) => Record<string, SiteAnswer>;
}

/** A page with one story, and its address. */
async function open({ story = {}, html = (story) => page(script(story)), more = () => ({}) }: Scene = {}) {
  const path = `/${unique()}/`;
  const origin = await secondOrigin();
  const own = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'افتتاح سوق الأسماك',
    articleBody: 'افتُتح السوق اليوم.',
    datePublished: '2025-11-12T14:08:00+04:00',
    mainEntityOfPage: { '@id': origin + path },
    ...story,
  };
  await site({ [path]: { body: html(own) }, ...more(path) });
  return { path, address: origin + path };
}

describe('A page that lets other sites read it', () => {
  it('is read by the JSON-LD of its article, in one request', async () => {
    const { address, path } = await open();
    const article = await ask(address);
    expect([article.headline, article.url, article.body]).to.deep.equal([
      'افتتاح سوق الأسماك',
      address,
      { text: 'افتُتح السوق اليوم.' },
    ]);
    expect(await requestsWith(path)).to.have.length(1);
  });

  it('is read where its article stands in a graph, among several scripts, one of them broken', async () => {
    const { address } = await open({
      html: (story) =>
        page(
          script('{broken'),
          script({ '@context': 'https://schema.org', '@type': 'BreadcrumbList' }),
          script({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, story] }),
        ),
    });
    expect((await ask(address)).headline).to.equal('افتتاح سوق الأسماك');
  });

  it('gives its own address to its only article, which states none', async () => {
    const { address } = await open({ story: { mainEntityOfPage: undefined } });
    expect((await ask(address)).url).to.equal(address);
  });

  it('shows its own story, not one that it lists', async () => {
    const { address } = await open({
      html: (story) =>
        page(
          script([
            {
              '@context': 'https://schema.org',
              '@type': 'NewsArticle',
              headline: 'آخر',
              url: '/other/',
              articleBody: 'طويل',
            },
            story,
          ]),
        ),
    });
    expect((await ask(address)).headline).to.equal('افتتاح سوق الأسماك');
  });

  for (const [what, url] of [
    ['another host', 'https://other.example/'],
    ['another page', '/elsewhere/'],
  ] as const)
    it(`shows no story of ${what}`, async () => {
      const { address } = await open({ story: { mainEntityOfPage: url } });
      expect(await codeOf(ask(address))).to.equal('not-json');
    });

  for (const [what, scene] of [
    ['says that it is not free', { story: { isAccessibleForFree: false } }],
    [
      'forbids search engines to quote it',
      { html: (story: object) => page('<meta name="Robots" content="index, nosnippet">', script(story)) },
    ],
    [
      'forbids them by a length',
      { html: (story: object) => page('<meta name="googlebot" content="max-snippet:0">', script(story)) },
    ],
  ] as const)
    it(`gives no body where it ${what}`, async () => {
      const { address } = await open(scene);
      const article = await ask(address);
      expect([article.headline, article.body]).to.deep.equal(['افتتاح سوق الأسماك', undefined]);
    });

  it('is asked for by its REST API where it names one', async () => {
    const { address, path } = await open({
      html: (story) => page('<link rel="https://api.w.org/" href="/wp-json/">', script(story)),
      more: (path) => ({
        [`/wp-json/wp/v2/posts?slug=${path.slice(1, -1)}&_embed`]: {
          body: [
            {
              id: 7,
              link: `https://news.example${path}`,
              title: { rendered: 'من WordPress' },
              content: { rendered: '<p>نص</p>' },
            },
          ],
        },
      }),
    });
    expect((await ask(address)).headline).to.equal('من WordPress');
    expect(await requestsWith(path.slice(1, -1))).to.have.length(2);
  });

  it('is read by its JSON-LD where the REST API that it names is closed', async () => {
    const { address } = await open({
      html: (story) => page('<link rel="https://api.w.org/" href="/wp-json/">', script(story)),
    });
    expect((await ask(address)).headline).to.equal('افتتاح سوق الأسماك');
  });

  it('is not read by its Open Graph', async () => {
    const { address } = await open({ html: () => page('<meta property="og:title" content="خبر">') });
    expect(await codeOf(ask(address))).to.equal('not-json');
  });

  it('runs and loads nothing while it is read', async () => {
    const { address } = await open({
      html: (story) =>
        page(
          `<script>parent.ran = true; window.ran = true</script><img src="/img/unseen.png" onerror="ran = true">`,
          script(story),
        ),
    });
    await ask(address);
    expect('ran' in window).to.equal(false);
    expect(await requestsWith('unseen')).to.have.length(0);
  });

  it('is not read where the script stands in a comment, a template or a text', async () => {
    const { address } = await open({
      html: (story) =>
        page(`<!-- ${script(story)} --><template>${script(story)}</template><textarea>${script(story)}</textarea>`),
    });
    expect(await codeOf(ask(address))).to.equal('not-json');
  });

  it('is no story where it is beyond what is parsed', async () => {
    const { address } = await open({ html: (story) => page(script(story), '<b>'.repeat(300)) });
    expect(await codeOf(ask(address))).to.equal('not-json');
  });
});
