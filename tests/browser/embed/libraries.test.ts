// @engines chromium: the libraries' own code answers, alike in each engine
import { expect } from 'chai';
import type { KhabarCard } from '../../../src/index.js';
import { article } from '../support/articles.js';
import { documentOf, jsonAddress, openPage } from '../support/servers.js';
import { quotation, until } from './pages.js';

const LIBRARIES = {
  MooTools: '/javascript/mootools/mootools.js',
  Prototype: '/javascript/prototype/prototype.js',
  Dojo: '/javascript/dojo/dojo.js',
  'zone.js': '/node_modules/zone.js/bundles/zone.umd.js',
  'core-js': '/bundle/tests/browser/embed/apps/core-js.js',
};

/** Hears errors, and what is copied, from before the page's first script. */
const NOTES = `<script>
  window.errors = []; window.copied = [];
  addEventListener('error', (event) => errors.push(event.message));
  addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { copied.push(text) } } });
</script>`;

type View = Window & { errors: string[]; copied: string[] };

const ARTICLES = {
  'Khabar’s own JSON': article(),
  'schema.org': {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'افتتاح متحف',
    description: 'ملخص الخبر',
    url: 'https://news.example/a/',
    inLanguage: 'ar',
    datePublished: '2026-03-08T09:05:00+04:00',
    dateModified: '2026-03-08T17:40:00+04:00',
    author: [
      { '@type': 'Person', name: 'سالم' },
      { '@type': 'Person', name: 'ليلى' },
    ],
    publisher: { '@type': 'Organization', name: 'صحيفة' },
    articleBody: 'فقرة أولى.\n\nفقرة ثانية.',
  },
};

/** What a page shows and does: each element of its card with its attributes and words, the opened body, the copied address. */
async function portrait(json: unknown, scripts: (embed: string) => string, file: string): Promise<object> {
  const src = { 'data-src': await jsonAddress(json), 'data-loading': 'eager' };
  const embed = `<script src="/dist/${file}"></script>`;
  const frame = await openPage({ head: NOTES, lang: 'ar', dir: 'rtl', body: (await quotation(src)) + scripts(embed) });
  const view = frame.contentWindow as View;
  const card = await until(() => {
    const found = documentOf(frame).querySelector<KhabarCard>('blockquote + khabar-card');
    const root = found?.shadowRoot;
    return root?.querySelector('[part="body"] p') && !root.querySelector('.partial') && found;
  });
  const root = card.shadowRoot!;
  const closed = look(root);
  root.querySelector<HTMLElement>('[part="more"]')!.click();
  await until(() => root.querySelector('[part="body"]')!.checkVisibility());
  root.querySelector<HTMLElement>('[part="copy"]')!.click();
  await until(() => view.copied.length);
  const { errors, copied } = view;
  return { errors: [...errors], copied: [...copied], closed, open: look(root), fallback: card.textContent };
}

function look(root: ShadowRoot): string[] {
  return [...root.querySelectorAll('*')].map((element) => {
    const attributes = [...element.attributes].map(({ name, value }) => `${name}="${value}"`).join(' ');
    const words = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue!.trim());
    return `<${element.localName} ${attributes}> ${words.join('')} ${element.checkVisibility() ? '' : '(hidden)'}`;
  });
}

const plain = new Map<string, Promise<object>>();

for (const [library, path] of Object.entries(LIBRARIES))
  describe(`A page with ${library}`, () => {
    before(async function () {
      const { ok } = await fetch(path);
      const { ci } = (await (await fetch('/environment.json')).json()) as { ci: boolean };
      if (!ok && !ci) this.skip();
    });

    const tag = `<script src="${path}"></script>`;
    const orders = {
      before: (embed: string) => tag + embed,
      after: (embed: string) => embed + tag,
    };

    for (const [order, scripts] of Object.entries(orders))
      for (const file of ['embed.js', 'embed.single.js'])
        for (const [dialect, json] of Object.entries(ARTICLES))
          it(`${order} ${file} has the same card as without: ${dialect}`, async () => {
            const known = plain.get(dialect) ?? portrait(json, (embed) => embed, 'embed.js');
            plain.set(dialect, known);
            expect(await portrait(json, scripts, file)).to.deep.equal(await known);
          });
  });
