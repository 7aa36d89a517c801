// @engines chromium: which files a view asks for is decided by our own code, alike in each
import { expect } from 'chai';
import { article } from '../support/articles.js';
import { documentOf, forgetRequests, jsonAddress, openPage, requestsSeen } from '../support/servers.js';
import { drawn, moment, snippet, until } from './pages.js';

const wordPressPost = {
  id: 42,
  date: '2026-03-08T09:05:00',
  date_gmt: '2026-03-08T05:05:00',
  link: 'https://news.example/2026/03/falaj/',
  title: { rendered: 'عاد الماء إلى الفلج' },
  content: { rendered: '<p class="wp-block-paragraph">جرى الماء صباح اليوم في القناة.</p>', protected: false },
  excerpt: { rendered: '<p>رمّم الأهالي القناة.</p>', protected: false },
};

/** What is embedded for each row of the table, by the row's name. */
const VIEWS: Readonly<Record<string, { json: unknown; view: string; opens?: boolean }>> = {
  teaser: { json: article(), view: 'teaser' },
  'summary, closed': { json: article(), view: 'summary' },
  'summary, opened': { json: article(), view: 'summary', opens: true },
  article: { json: article(), view: 'article' },
  'article, in English': { json: article({ language: 'en' }), view: 'article' },
  'article, from WordPress': { json: wordPressPost, view: 'article' },
};

async function rowsOfDocument(): Promise<readonly (readonly string[])[]> {
  const text = await (await fetch('/docs/publishers.md')).text();
  const [, body = ''] = /\| view .*\n.*\n((?:\|.*\n)+)/.exec(text) ?? [];
  return body
    .trim()
    .split('\n')
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** The files of `dist/` that a browser without a cache asks for. */
async function filesOf({ json, view, opens }: (typeof VIEWS)[string]): Promise<Set<string>> {
  await forgetRequests();
  const body = await snippet({ 'data-src': await jsonAddress(json), 'data-view': view });
  const card = await drawn(documentOf(await openPage({ body })));
  const root = card.shadowRoot!;
  if (view !== 'teaser') await until(() => root.querySelector('[part="body"] p'));
  if (opens) card.open = true;
  if (opens || view === 'article') await until(() => root.querySelector('.tools:not(:empty)'));
  await moment();
  const paths = (await requestsSeen()).map(({ path }) => path).filter((path) => path.startsWith('/dist/'));
  // Parts are in the folder of their version.
  return new Set(paths.map((path) => path.replace(/^\/dist\/(?:\d[^/]*\/)?/, '')));
}

describe('What a view costs, as docs/publishers.md tells', () => {
  it('is told of each of these views', async () => {
    expect((await rowsOfDocument()).map(([name]) => name)).to.deep.equal(Object.keys(VIEWS));
  });

  for (const [name, view] of Object.entries(VIEWS))
    it(`has the files that are asked for: ${name}`, async () => {
      const [, requests, weight = '', volume = ''] = (await rowsOfDocument()).find(([first]) => first === name)!;
      const [, figure = '', files = ''] = /^([\d.]+) kB<!-- (.+) -->$/.exec(weight)!;
      expect(new Set(files.split(' '))).to.deep.equal(await filesOf(view));
      expect(Number(requests)).to.equal(files.split(' ').length);
      // A million of so many thousand bytes.
      expect(volume).to.equal(`${figure} GB`);
    });
});
