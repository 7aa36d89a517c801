import { expect } from 'chai';
import { article } from '../support/articles.js';
import { heard, mount, type KhabarCard } from '../support/card.js';
import { isThorough, shareOf } from '../support/share.js';

const RUN = 'canary()';
const IMAGE = `<img src=x:x onerror=${RUN}>`;

const TEXTS: readonly unknown[] = [
  ...[
    `<script>${RUN}</script>`,
    IMAGE,
    `"><script>${RUN}</script>`,
    `'" onmouseover="${RUN}" x="`,
    `</bdi></a>${IMAGE}`,
  ],
  ...[`<svg onload=${RUN}>`, `<svg><script>${RUN}</script></svg>`, `<math><mtext></mtext>${IMAGE}</math>`],
  ...[`<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`, `<object data="javascript:${RUN}"></object>`],
  ...[
    '<style>*{display:none!important}</style>',
    '<base href="https://evil.example/">',
    '<link rel=stylesheet href=x:x>',
  ],
  ...[`<meta http-equiv=refresh content="0;url=javascript:${RUN}">`, '<form action=x:x><input autofocus></form>'],
  ...['<khabar-card src="https://evil.example/"></khabar-card>', '<template shadowrootmode=open></template>'],
  ...[
    `&lt;script&gt;${RUN}&lt;/script&gt;`,
    `&amp;lt;img src=x:x onerror=${RUN}&amp;gt;`,
    `&#60;img src=x:x onerror=${RUN}&#62;`,
  ],
  ...[`\${${RUN}}`, `{{constructor.constructor('${RUN}')()}}`, `javascript:${RUN}`, `<!--${IMAGE}-->`, `]]>${IMAGE}`],
  ...[
    `\u202E${IMAGE}`,
    `\u2067\u2066\u2068${'\u202D'.repeat(100)}a`,
    '\u2069\u2069\u202C',
    `\0\x01\x1B\uFFFE\uD800${IMAGE}`,
  ],
  ...['ا'.repeat(100_000), '\u0301'.repeat(5000), String.fromCodePoint(0xe0041, 0xe0042, 0xe007f)],
  ...[
    { _$litType$: 1, strings: [IMAGE], values: [] },
    { toString: IMAGE, html: IMAGE },
    [IMAGE, [IMAGE]],
    1e308,
    true,
    null,
  ],
  JSON.parse(`{"__proto__": {"innerHTML": "${IMAGE}"}, "constructor": {"prototype": {"x": 1}}}`),
];

const ADDRESSES: readonly unknown[] = [
  ...[`javascript:${RUN}`, `JAVASCRIPT:${RUN}`, `java\tscript:${RUN}`, `java\nscript:${RUN}`, `\x01javascript:${RUN}`],
  ...[` javascript:${RUN}`, `javascript&colon;${RUN}`, `javascript://news.example/%0A${RUN}`, `vbscript:${RUN}`],
  ...[
    `data:text/html,<script>${RUN}</script>`,
    'data:image/svg+xml,<svg/>',
    'blob:https://news.example/1',
    'file:///etc/passwd',
  ],
  ...[
    'about:blank',
    'view-source:https://news.example/',
    'filesystem:https://news.example/x',
    'intent://x#Intent;end',
    'ws://x/',
  ],
  ...[
    'https://publisher.example@evil.example/',
    'https://a:b@evil.example/',
    'http://',
    'https://',
    '//',
    '\\\\evil.example',
  ],
  ...['http://192.168.1.1/a.png', 'http://10.0.0.1/', 'http://[fd00::1]/', 'http://0xC0A80101/', 'http://router/'],
  ...[`"><script>${RUN}</script>`, `https://news.example/"onerror="${RUN}`, `https://news.example/\u202Egpj.exe`],
  ...[
    'https://раypal.example/',
    `https://news.example/${'a'.repeat(10_000)}`,
    { href: `javascript:${RUN}` },
    [`javascript:${RUN}`],
    7,
    null,
  ],
];

const TEXT_FIELDS = [
  ...[
    'id',
    'title',
    'summary',
    'language',
    'date_published',
    'date_modified',
    'content_text',
    'authors',
    'authors.0',
    'authors.0.name',
  ],
  ...['tags', 'tags.0', '_khabar', '_khabar.section', '_khabar.source', '_khabar.source.0', '_khabar.source.0.name'],
  ...['_khabar.publisher', '_khabar.publisher.name', '_khabar.image', '_khabar.image.alt', '_khabar.image.caption'],
  ...['_khabar.image.credit', '_khabar.image.width', '_khabar.image.height', '_khabar.follow', '_khabar.related'],
  ...['_khabar.related.0', '_khabar.related.0.title', '_khabar.related.0.date_published'],
];

const ADDRESS_FIELDS = [
  ...['url', 'external_url', 'image', 'banner_image', 'authors.1.url', '_khabar.short_url', '_khabar.source.1.url'],
  ...[
    '_khabar.publisher.url',
    '_khabar.publisher.logo',
    '_khabar.follow.0',
    '_khabar.follow.0.url',
    '_khabar.related.0.url',
  ],
  '_khabar.related.0.image',
];

/** What no string of JSON may bring into a card. */
const FOREIGN = 'script, iframe, object, embed, style, base, meta, form, template, math, khabar-card';
const PRIVATE = /\/\/(192\.168\.|10\.|\[f|router)/;

const globals = globalThis as { canary?: () => void };
let ran = 0;
const uncaught: string[] = [];
const hear = (event: ErrorEvent | PromiseRejectionEvent) =>
  uncaught.push(String('reason' in event ? event.reason : event.message));

function changed(path: string, value: unknown): unknown {
  const json = JSON.parse(JSON.stringify(article())) as Record<string, unknown>;
  if (path === 'content_text') delete json.content_html;
  const names = path.split('.');
  const last = names.pop()!;
  const holder = names.reduce((object, name) => object[name] as Record<string, unknown>, json);
  holder[last] = value;
  return json;
}

async function drawn(json: unknown): Promise<KhabarCard> {
  const card = await mount({ article: json, attributes: { view: 'article' } });
  await Promise.race([heard(card, 'khabar-load'), heard(card, 'khabar-error')]);
  return card;
}

function wrongWith(root: ParentNode): string[] {
  const found = [...root.querySelectorAll(FOREIGN)].map(({ localName }) => `<${localName}>`);
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const isBad =
        name.startsWith('on') ||
        ['srcdoc', 'action', 'formaction', 'background', 'ping'].includes(name) ||
        (['href', 'src', 'poster', 'cite'].includes(name) && !isHarmless(value)) ||
        (['src', 'srcset'].includes(name) && PRIVATE.test(value)) ||
        (name === 'srcset' && !value.split(', ').every((candidate) => isHarmless(candidate)));
      if (isBad) found.push(`<${element.localName} ${name}="${value.slice(0, 100)}">`);
    }
  }
  return found;
}

/** Of the web, without credentials; or the card's own way to send an e-mail. */
function isHarmless(address: string): boolean {
  return /^https?:\/\/[^/@\s\\]+(\/|$)/.test(address) || address.startsWith('mailto:?');
}

const isLong = (payload: unknown) => typeof payload === 'string' && payload.length > 1000;

/** All at once, for a card waits more than it works; then those of which the layout takes long (WebKit), once each. */
function inGroups(payloads: readonly unknown[]): (readonly unknown[])[] {
  return [payloads.filter((payload) => !isLong(payload)), ...payloads.filter(isLong).map((payload) => [payload])];
}

describe('A hostile publisher', () => {
  before(() => {
    globals.canary = () => (ran += 1);
    addEventListener('error', hear);
    addEventListener('unhandledrejection', hear);
  });

  after(() => {
    delete globals.canary;
    removeEventListener('error', hear);
    removeEventListener('unhandledrejection', hear);
  });

  it('is noticed by the checks of this test', () => {
    const box = document.createElement('div');
    box.innerHTML = `<a href="javascript:0" onclick="0"></a><img srcset="x:x 1x"><iframe></iframe><img src="http://10.0.0.1/a">`;
    expect(wrongWith(box)).to.have.length(5);
  });

  for (const [kind, fields, payloads] of [
    ['text', TEXT_FIELDS, TEXTS],
    ['an address', ADDRESS_FIELDS, ADDRESSES],
  ] as const) {
    for (const [field, path] of fields.entries()) {
      it(`can do nothing by ${kind} in ${path}`, async () => {
        expect(payloads).to.have.length.of.at.least(30);
        const before = [
          location.href,
          document.title,
          document.cookie,
          localStorage.length,
          sessionStorage.length,
        ].join();
        const names = Object.getOwnPropertyNames(globalThis).length;
        const focused = document.activeElement;
        const cards: { payload: unknown; card: KhabarCard }[] = [];
        // Each field meets a third of the values in each engine, each value a third of the fields.
        for (const together of inGroups(shareOf(payloads, field)))
          cards.push(
            ...(await Promise.all(
              together.map(async (payload) => ({ payload, card: await drawn(changed(path, payload)) })),
            )),
          );
        for (const { payload, card } of cards) {
          expect(wrongWith(card.shadowRoot!), JSON.stringify(payload)?.slice(0, 200)).to.deep.equal([]);
          // Nothing but the field itself is lost by it.
          if (!['title', '_khabar'].includes(path))
            expect(card.shadowRoot!.querySelector('[part="headline"]')?.textContent).to.include('افتتاح أول متحف');
          card.parentElement!.remove();
        }
        expect(ran).to.equal(0);
        expect(uncaught).to.deep.equal([]);
        expect(document.activeElement).to.equal(focused);
        expect(Object.getOwnPropertyNames(globalThis)).to.have.length(names);
        expect(Object.prototype).not.to.have.property('innerHTML');
        expect(
          [location.href, document.title, document.cookie, localStorage.length, sessionStorage.length].join(),
        ).to.equal(before);
      }).timeout(isThorough ? 120_000 : 60_000);
    }
  }

  it('cannot reorder the words of the card around its own', async () => {
    const open = '\u202E\u2067abc';
    const extension = {
      section: open,
      image: { caption: open, credit: open, alt: open },
      source: [{ name: open }],
      publisher: { name: open },
      related: [{ url: 'https://alqafila.example/1', title: open }],
    };
    const card = await drawn(article({ title: open, authors: [{ name: open }] }, extension));
    const walker = document.createTreeWalker(card.shadowRoot!, NodeFilter.SHOW_TEXT);
    let strings = 0;
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (!text.nodeValue!.includes('abc')) continue;
      strings += 1;
      const { unicodeBidi } = getComputedStyle(text.parentElement!);
      expect(unicodeBidi, text.parentElement!.outerHTML).to.match(/isolate|plaintext/);
    }
    expect(strings).to.be.greaterThan(5);
  });
});
