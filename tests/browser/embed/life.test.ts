import { aTimeout } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import type { KhabarCard } from '../../../src/index.js';
import { version } from '../../../src/version.js';
import { article, briefArticle } from '../support/articles.js';
import {
  address,
  documentOf,
  jsonAddress,
  openPage,
  requestsSeen,
  requestsWith,
  site,
  type Page,
  type SeenRequest,
} from '../support/servers.js';
import { shareOf } from '../support/share.js';

type View = Window & typeof globalThis;

const faults: string[] = [];
addEventListener('error', ({ message }) => faults.push(message));
addEventListener('unhandledrejection', ({ reason }) => faults.push(`unhandled: ${String(reason)}`));
afterEach(() => {
  expect(faults.splice(0)).to.deep.equal([]);
});

let turn = 0;

function unique(): string {
  turn += 1;
  return `page-${Math.round(performance.now())}-${turn}`;
}

async function until<Value>(look: () => Value | Promise<Value>): Promise<NonNullable<Value>> {
  for (let tries = 0; tries < 300; tries++) {
    const value = await look();
    if (value) return value;
    await aTimeout(25);
  }
  throw new Error(`never true: ${String(look)}`);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const embed = () => address('/dist/embed.js');

/** A page that keeps what goes wrong in it, and what it warns of, from before its first script. */
async function watchedPage(page: Page): Promise<{ page: Document; view: View; warnings: string[]; errors: string[] }> {
  const head = `<script>
    window.warnings = []; window.errors = [];
    addEventListener('error', (event) => errors.push(event.message));
    addEventListener('unhandledrejection', (event) => errors.push('unhandled: ' + event.reason));
    console.warn = (...words) => warnings.push(words.join(' '));
    console.error = (...words) => errors.push(words.join(' '));
  </script>${page.head ?? ''}`;
  const frame = await openPage({ ...page, head });
  const view = frame.contentWindow as View & { warnings: string[]; errors: string[] };
  return { page: documentOf(frame), view, warnings: view.warnings, errors: view.errors };
}

function headline(card: Element | null): string | undefined {
  return card?.shadowRoot?.querySelector('[part="headline"]')?.textContent.trim();
}

describe('A card that was in the page before its script', () => {
  const late = async (body: string, script: string) => {
    const opened = await watchedPage({
      body: `${body}<script>const card = document.querySelector('khabar-card');${script}</script><script src="${await embed()}"></script>`,
    });
    const card = opened.page.querySelector<KhabarCard>('khabar-card')!;
    return { ...opened, card };
  };
  const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

  it('draws the article that was set as a property', async () => {
    const { card, errors } = await late('<khabar-card></khabar-card>', `card.article = ${json(briefArticle)}`);
    await until(() => headline(card) === 'Harbour reopens after storm');
    expect(errors).to.deep.equal([]);
  });

  it('draws the address that was set as a property, once, and not that of its attribute', async () => {
    const [key, other] = [unique(), unique()];
    const src = await jsonAddress(article({ title: key }), { key });
    const attribute = escaped(await jsonAddress(article(), { key: other }));
    const { card, errors } = await late(
      `<khabar-card src="${attribute}"></khabar-card>`,
      `card.src = ${JSON.stringify(src)}`,
    );
    await until(() => headline(card) === key);
    expect([(await requestsSeen(key)).length, (await requestsSeen(other)).length, errors]).to.deep.equal([1, 0, []]);
  });

  it('is open, and says nothing of it, where that was set as a property', async () => {
    const { card, errors, view } = await late(
      '<khabar-card></khabar-card>',
      `card.article = ${json(article())}; card.open = true; window.toggles = 0; addEventListener('khabar-toggle', () => toggles++);`,
    );
    const body = await until(() => card.shadowRoot?.querySelector('[part="body"] p'));
    expect([body.checkVisibility(), card.hasAttribute('open'), errors]).to.deep.equal([true, true, []]);
    expect((view as View & { toggles: number }).toggles).to.equal(0);
  });

  it('has the view that was set as a property', async () => {
    const { card } = await late(
      '<khabar-card></khabar-card>',
      `card.article = ${json(article())}; card.view = 'teaser'; card.headingLevel = 4;`,
    );
    const drawn = await until(() => card.shadowRoot?.querySelector('[data-view="teaser"]'));
    expect(drawn.querySelector('h4')).not.to.equal(null);
    // A property of its own that stood before the class's would be deaf from then on.
    card.view = 'article';
    await until(() => card.shadowRoot!.querySelector('[data-view="article"] [part="body"] p'));
  });

  it('that was cloned from another document is upgraded and drawn where it goes', async () => {
    const { page } = await watchedPage({ head: `<script src="${await embed()}"></script>` });
    const key = unique();
    const foreign = document.createElement('template');
    const src = await jsonAddress(article({ title: key }), { key });
    foreign.content.append(foreign.content.ownerDocument.createElement('khabar-card'));
    foreign.content.querySelector('khabar-card')!.setAttribute('src', src);
    const copy = page.importNode(foreign.content, true).firstElementChild!;
    page.body.append(copy);
    await until(() => headline(copy) === key);
    expect(await requestsSeen(key)).to.have.length(1);
  });

  it('of another window keeps its class, and works, where both windows have the script', async () => {
    const script = `<script src="${await embed()}"></script>`;
    const [one, other] = [await watchedPage({ head: script }), await watchedPage({ head: script })];
    const card = one.page.createElement('khabar-card');
    card.article = article();
    one.page.body.append(card);
    await until(() => card.shadowRoot!.querySelector('[part="body"] p'));
    other.page.body.append(card);
    card.shadowRoot!.querySelector<HTMLElement>('[part="more"]')!.click();
    await until(() => card.shadowRoot!.querySelector('[part="body"]')!.checkVisibility());
    expect(other.view.getComputedStyle(card.shadowRoot!.querySelector('[part="card"]')!).display).to.equal('grid');
    expect([one.errors, other.errors]).to.deep.equal([[], []]);
  });

  it('throws nothing where its window goes while it loads', async () => {
    const { page, view, errors } = await watchedPage({ head: `<script src="${await embed()}"></script>` });
    const key = unique();
    const card = page.createElement('khabar-card');
    card.loading = 'eager';
    card.src = await jsonAddress(article(), { key, delay: 300 });
    page.body.append(card);
    await until(async () => (await requestsSeen(key)).length);
    view.frameElement!.remove();
    await until(async () => (await requestsSeen(key)).every(({ aborted, finished }) => aborted || finished));
    await aTimeout(50);
    expect(errors).to.deep.equal([]);
  });
});

describe('Two copies of the library in one page', () => {
  /** The built script as that of another version, with its chunks beside it. */
  async function anotherVersion(version: string): Promise<string> {
    const folder = `/${unique()}`;
    const ours = await ownVersion();
    const parts = ['body', 'common', 'dialects', 'en', 'foot'].map((part) => `${ours}/embed.${part}.js`);
    const files = ['embed.js', ...parts].map(async (file) => {
      const text = await (await fetch(await address(`/dist/${file}`))).text();
      return [
        `${folder}/${file.replace(ours, version)}`,
        { body: text.replaceAll(ours, version), type: 'text/javascript' },
      ] as const;
    });
    return `${await site(Object.fromEntries(await Promise.all(files)))}${folder}/embed.js`;
  }

  async function ownVersion(): Promise<string> {
    const text = await (await fetch(await address('/dist/embed.js'))).text();
    return /khabar (\d+\.\d+\.\d+\S*)/.exec(text)![1]!;
  }

  const classic = (src: string) => `<script src="${escaped(src)}"></script>`;
  const module = '<script type="module" src="/src/index.ts"></script>';
  const snippet = async (src: string) =>
    `<script src="${escaped(src)}" data-loading="eager" data-src="${escaped(await jsonAddress(article()))}"></script>`;

  type Copy = 'ours' | 'newer' | 'older' | 'module' | 'ours from elsewhere';
  const ORDERS: [order: Copy[], hints: number][] = [
    [['ours', 'ours', 'ours'], 0],
    [['ours', 'ours from elsewhere'], 0],
    [['ours', 'newer'], 1],
    [['newer', 'ours'], 1],
    [['older', 'ours'], 1],
    [['ours', 'newer', 'newer', 'newer'], 1],
    [['ours', 'newer', 'older'], 1],
    [['ours', 'module'], 1],
    [['newer', 'module'], 1],
    [['module', 'ours'], 1],
    [['module', 'newer'], 1],
    [['module', 'module'], 0],
  ];

  for (const [order, hints] of shareOf(ORDERS)) {
    it(`${order.join(', then ')}: the first wins, with ${hints} hints, and cards are drawn`, async function () {
      this.timeout(30_000);
      const own = await ownVersion();
      const addresses: Record<Exclude<Copy, 'module'>, string> = {
        ours: await embed(),
        newer: await anotherVersion('9.0.0'),
        older: await anotherVersion('0.0.1'),
        'ours from elsewhere': `${await embed()}?again`,
      };
      const { page, view, warnings, errors } = await watchedPage({ body: '<khabar-card id="first"></khabar-card>' });
      const card = page.querySelector<KhabarCard>('#first')!;
      card.article = briefArticle;
      let first: unknown;
      for (const copy of order) {
        const script = page.createElement('script');
        if (copy === 'module') {
          script.type = 'module';
          // A module is evaluated once for each address.
          script.src = '/src/index.ts';
        } else script.src = addresses[copy];
        const ran = new Promise((resolve) => script.addEventListener('load', resolve, { once: true }));
        page.body.append(script);
        await ran;
        first ??= view.customElements.get('khabar-card');
      }
      await until(() => card.shadowRoot?.querySelector('[part="body"] p'));
      const second = page.createElement('khabar-card');
      second.src = await jsonAddress(article());
      page.body.append(second);
      await until(() => second.shadowRoot?.querySelector('[part="body"] p'));
      const registered = view.customElements.get('khabar-card') as unknown as { version: string };
      expect(registered === first, 'the first wins').to.equal(true);
      expect(registered.version).to.equal({ newer: '9.0.0', older: '0.0.1' }[order[0] as string] ?? own);
      expect(warnings, 'hints').to.have.length(hints);
      for (const hint of warnings) expect(hint).to.match(/^khabar: .*(?:not used)/);
      expect(errors).to.deep.equal([]);
    });
  }

  it('draw the snippets of both, one card for each', async () => {
    const other = await anotherVersion('9.0.0');
    const { page, warnings, errors } = await watchedPage({
      body: (await snippet(await embed())) + (await snippet(other)) + (await snippet(await embed())),
    });
    await until(() => page.querySelectorAll('khabar-card').length === 3);
    for (const card of page.querySelectorAll('khabar-card'))
      await until(() => card.shadowRoot!.querySelector('[part="body"] p'));
    expect([warnings.length, errors]).to.deep.equal([1, []]);
  });

  it('of which one is a module draw what the parser brings after both', async () => {
    const { page, warnings, errors } = await watchedPage({
      head: module + classic(await embed()),
      body: `<khabar-card src="${escaped(await jsonAddress(article()))}"></khabar-card>`,
    });
    await until(() => page.querySelector('khabar-card')!.shadowRoot?.querySelector('[part="body"] p'));
    await until(() => warnings.length);
    expect([warnings.length, errors]).to.deep.equal([1, []]);
  });
});

describe('Of a card that is gone, nothing stays', () => {
  interface Ledger {
    /** What runs or listens now, in words. */
    open: () => string[];
  }

  /** Counts what a page's scripts begin and end: to be called before the first of them. */
  function watch(view: View): Ledger {
    const timers = new Map<string, string>();
    const listeners = new Set<{ target: EventTarget; type: string; callback: unknown; capture: boolean }>();
    const observers = new Map<object, Set<Element | Node>>();
    const requests = new Set<string>();
    const { addEventListener: listen, removeEventListener: unlisten } = view.EventTarget.prototype;

    const scheduler = (kind: string, set: string, clear: string, repeats = false) => {
      const page = view as unknown as Record<string, ((...all: unknown[]) => unknown) | undefined>;
      const [begin, end] = [page[set], page[clear]];
      if (!begin || !end) return;
      page[set] = (callback, ...rest) => {
        const id: unknown = begin.call(
          view,
          (...all: unknown[]) => {
            if (!repeats) timers.delete(`${kind} ${String(id)}`);
            return (callback as (...all: unknown[]) => unknown)(...all);
          },
          ...rest,
        );
        timers.set(`${kind} ${String(id)}`, JSON.stringify(rest));
        return id;
      };
      page[clear] = (id) => {
        timers.delete(`${kind} ${String(id)}`);
        end.call(view, id);
      };
    };
    scheduler('timeout', 'setTimeout', 'clearTimeout');
    scheduler('interval', 'setInterval', 'clearInterval', true);
    scheduler('frame', 'requestAnimationFrame', 'cancelAnimationFrame');
    scheduler('idle', 'requestIdleCallback', 'cancelIdleCallback');

    view.EventTarget.prototype.addEventListener = function (type, callback, options) {
      // Called bare, it is the window's.
      const target = this ?? view;
      const { capture = false, once, signal } = typeof options === 'object' ? options : { capture: options };
      const isKnown = [...listeners].some(
        (entry) =>
          entry.target === target && entry.type === type && entry.callback === callback && entry.capture === capture,
      );
      if (!isKnown && callback && !signal?.aborted) {
        const entry = { target, type, callback, capture };
        listeners.add(entry);
        if (signal) listen.call(signal, 'abort', () => listeners.delete(entry));
        if (once) listen.call(target, type, () => listeners.delete(entry), { once, capture });
      }
      listen.call(target, type, callback, options);
    };
    view.EventTarget.prototype.removeEventListener = function (type, callback, options) {
      const target = this ?? view;
      const capture = typeof options === 'object' ? (options.capture ?? false) : (options ?? false);
      for (const entry of listeners)
        if (entry.target === target && entry.type === type && entry.callback === callback && entry.capture === capture)
          listeners.delete(entry);
      unlisten.call(target, type, callback, options);
    };

    for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver'] as const) {
      const { observe, disconnect } = view[name].prototype;
      view[name].prototype.observe = function (this: object, target: Element, ...rest: []) {
        observers.set(this, (observers.get(this) ?? new Set()).add(target));
        (observe as (target: Element, ...rest: []) => void).call(this, target, ...rest);
      };
      view[name].prototype.disconnect = function (this: object) {
        observers.delete(this);
        (disconnect as () => void).call(this);
      };
      if ('unobserve' in view[name].prototype) {
        const { unobserve } = view[name].prototype;
        view[name].prototype.unobserve = function (this: object, target: Element) {
          observers.get(this)?.delete(target);
          (unobserve as (target: Element) => void).call(this, target);
        };
      }
    }

    const ask = view.fetch;
    view.fetch = async (input, options) => {
      const url = String(input);
      requests.add(url);
      try {
        return await ask.call(view, input, options);
      } finally {
        requests.delete(url);
      }
    };

    const stays = ({ target }: { target: EventTarget }) =>
      target instanceof view.Node ? target.isConnected : !(target instanceof view.AbortSignal && target.aborted);
    return {
      open: () =>
        [
          ...[...timers].map(([timer, rest]) => `${timer.replace(/ \d+/, '')} ${rest}`),
          ...[...listeners]
            .filter(stays)
            .map(({ target, type }) => `${type} on ${Object.prototype.toString.call(target)}`),
          ...[...observers].flatMap(([observer, targets]) =>
            [...targets].map((target) => `${observer.constructor.name} of ${target.nodeName}`),
          ),
          ...[...requests].map((url) => `request ${url}`),
        ].sort(),
    };
  }

  interface Scene {
    page: Document;
    view: View;
    /** A card that is in the page. */
    card: KhabarCard;
    /** What the address of its requests has in it. */
    key: string;
  }

  const shadow = (card: KhabarCard, selector: string) => card.shadowRoot!.querySelector<HTMLElement>(selector);
  const heard = (card: KhabarCard, name: string) =>
    new Promise((resolve) => card.addEventListener(name, resolve, { once: true }));
  const asked = ({ key }: Scene, times = 1) => until(async () => (await requestsWith(key)).length >= times);
  const isOver = ({ finished, aborted }: SeenRequest) => finished || aborted;

  async function wordPress(key: string): Promise<string> {
    const api = `/${key}/wp-json/`;
    const fields = 'id,link,title,date,date_gmt,jetpack_featured_media_url,_links.wp:featuredmedia,_embedded';
    const query = new URLSearchParams({
      categories: '3',
      exclude: '7',
      per_page: '4',
      _fields: fields,
      _embed: 'wp:featuredmedia',
    });
    const post = {
      id: 7,
      link: 'https://news.example/a/',
      title: { rendered: 'خبر' },
      content: { rendered: '<p>نص</p>' },
      categories: [3],
    };
    const origin = await site({
      [`${api}wp/v2/posts/7`]: { body: post },
      [`${api}wp/v2/posts?${query.toString()}`]: { body: [], delay: 4000 },
    });
    return `${origin}${api}wp/v2/posts/7`;
  }

  const offline = ({ view }: Scene) =>
    Object.defineProperty(view.navigator, 'onLine', { value: false, configurable: true });

  const STATES: [
    state: string,
    src: (key: string) => Promise<string>,
    until: (scene: Scene) => Promise<unknown>,
    prepare?: (scene: Scene) => unknown,
  ][] = [
    [
      'waits far away',
      (key) => jsonAddress(article(), { key }),
      async ({ card }) => {
        await card.updateComplete;
        await aTimeout(100);
      },
      ({ card }) => ((card.loading = 'lazy'), (card.parentElement!.style.marginBlockStart = '9000px')),
    ],
    ['waits for headers', (key) => jsonAddress(article(), { key, delay: 4000 }), (scene) => asked(scene)],
    [
      'has a part of its article',
      (key) => address('/drip', { key, bytes: 100_000, step: 10, every: 20 }),
      async (scene) => {
        await asked(scene);
        await aTimeout(200);
      },
    ],
    [
      'is about to ask again',
      (key) => jsonAddress({}, { key, status: 503, 'retry-after': 8 }),
      async (scene) => {
        await asked(scene);
        await aTimeout(100);
      },
    ],
    [
      'is about to ask again a site that it did not reach',
      (key) => jsonAddress({}, { key, cors: 0 }),
      async (scene) => {
        await asked(scene);
        await aTimeout(40);
      },
    ],
    [
      'waits for the network',
      (key) => jsonAddress({}, { key, cors: 0 }),
      ({ card }) => until(() => shadow(card, '[role="status"]')?.textContent.trim()),
      offline,
    ],
    ['could not reach the site', (key) => jsonAddress({}, { key, cors: 0 }), ({ card }) => heard(card, 'khabar-error')],
    [
      'could not reach the site, and is trying again',
      (key) => jsonAddress({}, { key, cors: 0 }),
      async ({ card }) => {
        await heard(card, 'khabar-error');
        shadow(card, '[part="retry"]')!.click();
        await aTimeout(50);
      },
    ],
    [
      'ran out of time',
      (key) => address('/never', { key }),
      ({ card }) => heard(card, 'khabar-error'),
      ({ card }) => (card.timeout = 0.2),
    ],
    ['was refused', (key) => jsonAddress({}, { key, status: 404 }), ({ card }) => heard(card, 'khabar-error')],
    [
      'is drawn, its body still to be cleaned',
      (key) => jsonAddress(article(), { key }),
      ({ card }) => heard(card, 'khabar-load'),
    ],
    ['is drawn', (key) => jsonAddress(article(), { key }), ({ card }) => heard(card, 'khabar-body')],
    [
      'is drawn and open',
      (key) => jsonAddress(article(), { key }),
      async ({ card }) => {
        await heard(card, 'khabar-body');
        shadow(card, '[part="more"]')!.click();
        await card.updateComplete;
      },
    ],
    [
      'is drawn, its address copied',
      (key) => jsonAddress(article(), { key }),
      async ({ card }) => {
        await heard(card, 'khabar-body');
        shadow(card, '[part="copy"]')!.click();
        await aTimeout(150);
      },
    ],
    [
      'is drawn, its related stories on their way',
      wordPress,
      async (scene) => {
        const body = heard(scene.card, 'khabar-body');
        await asked(scene, 2);
        await body;
      },
    ],
    [
      'is drawn and loads anew',
      async (key) => {
        const path = `/${key}/story.json`;
        return `${await site({ [path]: { body: article() } })}${path}`;
      },
      async (scene) => {
        await heard(scene.card, 'khabar-body');
        await site({ [`/${scene.key}/story.json`]: { body: article(), delay: 4000 } });
        void scene.card.reload();
        await asked(scene, 2);
      },
    ],
  ];

  /** A page with the script, and with the ledger that was opened before it. */
  async function ledgerPage(script: string): Promise<{ page: Document; view: View; ledger: Ledger }> {
    const frame = await openPage({ body: '<main></main>' });
    const view = frame.contentWindow as View;
    const page = documentOf(frame);
    const ledger = watch(view);
    const tag = page.createElement('script');
    tag.src = script;
    const ran = new Promise((resolve) => tag.addEventListener('load', resolve, { once: true }));
    page.head.append(tag);
    await ran;
    return { page, view, ledger };
  }

  for (const [state, srcOf, reached, prepare] of STATES) {
    it(`where it ${state}`, async () => {
      const { page, view, ledger } = await ledgerPage(await embed());
      const before = ledger.open();
      const card = page.createElement('khabar-card');
      const scene: Scene = { page, view, card, key: unique() };
      card.loading = 'eager';
      card.src = await srcOf(scene.key);
      page.querySelector('main')!.append(card);
      prepare?.(scene);
      await reached(scene);
      card.remove();
      // What promises still have to tidy up is done within the task.
      await aTimeout(0);
      expect(ledger.open()).to.deep.equal(before);
      await until(async () => (await requestsWith(scene.key)).every(isOver));
      const { length } = await requestsWith(scene.key);
      await aTimeout(200);
      expect([ledger.open(), (await requestsWith(scene.key)).length]).to.deep.equal([before, length]);
    });
  }

  it('is seen by the ledger of these tests while the card is there', async () => {
    const { page, ledger } = await ledgerPage(await embed());
    const before = ledger.open();
    const card = page.createElement('khabar-card');
    page.querySelector('main')!.style.marginBlockStart = '9000px';
    card.src = await jsonAddress(article());
    page.querySelector('main')!.append(card);
    await card.updateComplete;
    await aTimeout(50);
    const seen = ledger.open().filter((entry) => !before.includes(entry));
    expect(seen.join('\n')).to.match(/visibilitychange on \[object HTMLDocument\]/);
    expect(seen.join('\n')).to.match(/Observer of DIV/);
    card.src = await address('/never', { key: unique() });
    card.loading = 'eager';
    await until(() => ledger.open().some((entry) => entry.startsWith('request ')));
    const loading = ledger.open().join('\n');
    expect(loading).to.match(/timeout \[10000\]/);
    expect(loading).to.match(/offline on \[object Window\]/);
  });

  for (const [chunk, json] of [
    ['embed.body.js', article()],
    ['embed.dialects.js', { '@type': 'NewsArticle', headline: 'خبر', url: 'https://news.example/a/' }],
  ] as const) {
    it(`where it waits for ${chunk}`, async () => {
      const folder = `/${unique()}`;
      const text = await (await fetch(await embed())).text();
      const type = 'text/javascript';
      const origin = await site({
        [`${folder}/embed.js`]: { body: text, type },
        [`${folder}/${version}/${chunk}`]: { body: '', type, delay: 3000 },
      });
      const { page, ledger } = await ledgerPage(`${origin}${folder}/embed.js`);
      const before = ledger.open();
      const card = page.createElement('khabar-card');
      card.article = json;
      page.querySelector('main')!.append(card);
      await until(async () => (await requestsWith(`${folder}/${version}/${chunk}`)).length);
      card.remove();
      await aTimeout(0);
      expect(ledger.open()).to.deep.equal(before);
    });
  }
});
