import { expect } from 'chai';
import type { KhabarCard } from '../../../src/index.js';
import { article } from '../support/articles.js';
import { documentOf, jsonAddress, openPage, type Page } from '../support/servers.js';
import { shareOf } from '../support/share.js';

type HostileWindow = Window & { readonly errors: string[]; readonly codes: string[] };

/** What reaches the page's own handlers, heard from before its first script spoils anything. */
const COLLECTOR = `<script>{
  const errors = window.errors = [];
  const codes = window.codes = [];
  addEventListener('khabar-error', ({ error }) => (codes[codes.length] = error.name + ' ' + error.code));
  const { error } = console;
  addEventListener('error', (event) => event.message && (errors[errors.length] = 'error: ' + event.message));
  addEventListener('unhandledrejection', ({ reason }) => (errors[errors.length] = 'rejection: ' + reason));
  console.error = (...words) => { errors[errors.length] = 'console: ' + words.map(String); error.apply(console, words); };
}</script>`;

async function until<Value>(look: () => Value | null | undefined | false, tries = 160): Promise<Value | undefined> {
  for (; tries > 0; tries--) {
    const value = look();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return undefined;
}

let turn = 0;
const started = Math.random();

/** An address of its own for each page: what is fetched is kept for a page's life, and by browsers for longer. */
function source(json: unknown = article()): Promise<string> {
  return jsonAddress(json, { turn: `${started}-${++turn}` });
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

interface Hostile extends Page {
  /** Runs before embed.js. */
  script?: string;
  attributes?: Record<string, string>;
  src?: string;
}

async function visit({ script = '', attributes = {}, src, head = '', body = '', ...page }: Hostile): Promise<Document> {
  const all = { src: src ?? (await source()), view: 'article', ...attributes };
  const card = Object.entries(all).map(([name, value]) => `${name}="${escaped(value)}"`);
  const frame = await openPage({
    ...page,
    head: `${COLLECTOR}<script>${script}</script>${head}`,
    body: `<main style="width: 480px"><khabar-card ${card.join(' ')}></khabar-card></main>${body}<script src="/dist/embed.js"></script>`,
  });
  const opened = documentOf(frame);
  views.set(opened, frame.contentWindow as unknown as HostileWindow);
  return opened;
}

/** An element of the page may have the name `defaultView`, or that of any method. */
const views = new WeakMap<Document, HostileWindow>();
const find = (page: Document, selector: string) =>
  Document.prototype.querySelector.call(page, selector) as KhabarCard | null;

const codesOf = (page: Document) => [...views.get(page)!.codes];
const errorsOf = (page: Document) => [...views.get(page)!.errors];

/** The card, once there is nothing more to come: the article with its body, or the reason why there is none. */
async function settled(page: Document): Promise<KhabarCard> {
  const card = await until(() => {
    const found = find(page, 'khabar-card');
    const root = found?.shadowRoot;
    const isWhole = root?.querySelector('[part="body"] p') && !root.querySelector('.partial, .tools:empty');
    return isWhole || root?.querySelector('[role="alert"]') ? found : undefined;
  });
  if (!card) throw new Error(`The card stays empty. ${errorsOf(page).join('; ')}`);
  return card;
}

/** Everything that a card says, and where. */
function portrait(card: KhabarCard, isQuirky = false): string[] {
  const root = card.shadowRoot!.querySelector('.root')!;
  const origin = root.getBoundingClientRect();
  return [root, ...root.querySelectorAll('*')].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const attributes = [...element.attributes].map(({ name, value }) => `${name}="${value}"`).join(' ');
    const words = element.childElementCount === 0 ? element.textContent.trim() : '';
    // In quirks mode Firefox gives the box of a link or a credit around a name, and nothing else, another height (Quirks, "line height").
    const isUnmeasured = isQuirky && element.matches('a, small') && getComputedStyle(element).display === 'inline';
    const box =
      !isUnmeasured && element.getClientRects().length > 0 ? [left - origin.left, top - origin.top, width, height] : [];
    return `<${element.localName} ${attributes}> ${words} ${box.map((number) => Math.round(number)).join(' ')}`;
  });
}

const clean = new Map<string, Promise<string[]>>();

/** As the same card is on a page that does nothing to it. */
function onCleanPage(hostile: Hostile = {}): Promise<string[]> {
  const { attributes, src } = hostile;
  const key = JSON.stringify([attributes, src?.replace(/turn=[^&]*/, '')]);
  const known = clean.get(key);
  if (known) return known;
  const drawn = visit({ ...(attributes && { attributes }), ...(src !== undefined && { src }) })
    .then(settled)
    .then(portrait);
  clean.set(key, drawn);
  return drawn;
}

/** Whatever the page does, the card says the same, in the same place, and the page hears of nothing. */
async function expectNoChange(hostile: Hostile): Promise<void> {
  const before = await onCleanPage(hostile);
  const page = await visit(hostile);
  expect(portrait(await settled(page))).to.deep.equal(before);
  expect(errorsOf(page)).to.deep.equal([]);
}

/** Scripts from before ES5 add methods like this, and every `for (… in …)` finds them. */
const FUNCTION = 'function junk() { return this; }';

function junk(names: readonly string[], value: string, prototype: string): string {
  return `for (const name of ${JSON.stringify(names)}) ${prototype}[name] = ${value};`;
}

describe('A page that extends what is built in', () => {
  const scripts: Record<string, string> = {
    'Array.prototype with toJSON and what for…in finds':
      'Array.prototype.toJSON = function () { return "[]" };' +
      junk(['each', 'first', 'last', 'size', 'url', 'clone'], FUNCTION, 'Array.prototype'),
    'String, Number and Date with toJSON':
      '[String, Number, Boolean, Date, Array, Object].forEach(({ prototype }) => (prototype.toJSON = () => "junk"));',
    'Element and Node with methods of its own':
      junk(
        ['show', 'hide', 'visible', 'select_', 'fire', 'observe', 'inspect', 'part_', 'update'],
        FUNCTION,
        'Element.prototype',
      ) + junk(['on', 'getStyle'], FUNCTION, 'Node.prototype'),
    'Function.prototype with what for…in finds': junk(
      ['delay', 'wrap', 'curry', 'once_', 'bindAsEventListener'],
      FUNCTION,
      'Function.prototype',
    ),
    // Prototype.js gave arrays its own of these, and made them enumerable.
    'Array.prototype with methods that look alike': `
      Array.prototype.map = function (f, self) { var all = []; for (var i = 0; i < this.length; i++) all.push(f.call(self, this[i], i, this)); return all };
      Array.prototype.filter = function (f, self) { var all = []; for (var i = 0; i < this.length; i++) if (f.call(self, this[i], i, this)) all.push(this[i]); return all };
      Array.prototype.find = function (f, self) { for (var i = 0; i < this.length; i++) if (f.call(self, this[i], i, this)) return this[i] };
      Array.prototype.forEach = function (f, self) { for (var i = 0; i < this.length; i++) f.call(self, this[i], i, this) };
      Array.prototype.some = function (f, self) { for (var i = 0; i < this.length; i++) if (f.call(self, this[i], i, this)) return true; return false };
      Array.prototype.every = function (f, self) { return !this.some(function (x, i) { return !f.call(self, x, i) }) };
      Array.prototype.includes = function (x) { return this.indexOf(x) !== -1 };
      Array.prototype.indexOf = function (x) { for (var i = 0; i < this.length; i++) if (this[i] === x) return i; return -1 };
      Array.prototype.flat = function () { return [].concat.apply([], this) };
      String.prototype.startsWith = function (x) { return this.lastIndexOf(x, 0) === 0 };
      String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, '') };`,
    // Prototype.js 1.5 to 1.7: an array of the values, not an iterator of pairs.
    'Array.prototype.entries as Prototype.js has it':
      'Array.prototype.entries = Array.prototype.toArray = function () { return this.slice() };',
    // MooTools 1.2 to 1.4 put classes of their own in the place of these.
    'Element as MooTools has it':
      '{ const { prototype } = Element; window.Element = function (tag) { return document.createElement(tag) }; Element.prototype = prototype; }',
    'Event as MooTools has it': 'window.Event = function (event) { this.event = event }; Event.Keys = {};',
    'customElements.define in a wrapper':
      'const { define } = customElements; customElements.define = function (...all) { return define.apply(this, all) };',
  };

  for (const [name, script] of shareOf(Object.entries(scripts))) {
    it(`(${name}) changes nothing`, () => expectNoChange({ script }));
  }

  it('changes nothing in a body of plain text, whose lines are counted', async () => {
    const src = await source({ title: 'خبر', content_text: 'سطر\nوسطر\n\nوآخر', url: 'https://alqafila.example/1' });
    await expectNoChange({ script: scripts['Array.prototype.entries as Prototype.js has it']!, src });
  });
});

describe('A page that has replaced fetch()', () => {
  // Without the jitter of the waits between two tries, and most of the waits: 50 and 100 ms.
  const HASTY = 'Math.random = () => -0.4;';

  const harmless: Record<string, string> = {
    'by one that passes on': 'fetch = function () { return native.apply(this, arguments) };',
    'by one that asks with a Request': 'fetch = (input, init) => native(new Request(input, init));',
    'by one that ignores the signal': 'fetch = (input, { signal, ...init }) => native(input, init);',
    'by one that reads a copy of each answer':
      'fetch = async (...all) => { const answer = await native(...all); answer.clone().text(); return answer };',
    'by one of before there were streams': `fetch = async (...all) => {
      const answer = await native(...all), text = await answer.text();
      return { ok: answer.ok, status: answer.status, headers: { get: (name) => answer.headers.get(name) }, text: () => Promise.resolve(text) };
    };`,
    'by one that answers a promise of its own kind':
      'fetch = (...all) => { const answer = native(...all); return { then: (one, other) => answer.then(one, other) } };',
  };
  for (const [name, script] of shareOf(Object.entries(harmless))) {
    it(`${name} has its card`, () => expectNoChange({ script: `const native = window.fetch; ${script}` }));
  }

  const failing: [name: string, script: string, code: string][] = [
    ['by one that throws', 'fetch = () => { throw new Error("blocked") };', 'network'],
    ['by one that answers nothing', 'fetch = () => undefined;', 'network'],
    ['by nothing', 'fetch = undefined;', 'network'],
    ['by one that rejects with words', 'fetch = () => Promise.reject("blocked");', 'network'],
    ['by one that rejects with nothing', 'fetch = () => Promise.reject();', 'network'],
    ['by one that never answers', 'fetch = () => new Promise(() => {});', 'timeout'],
    [
      'by one whose body never ends',
      'fetch = async () => ({ ok: true, status: 200, headers: new Headers(), text: () => new Promise(() => {}) });',
      'timeout',
    ],
    [
      'by one that has read the answer itself',
      'const native = fetch; fetch = async (...all) => { const answer = await native(...all); await answer.text(); return answer };',
      'network',
    ],
  ];
  for (const [name, script, code] of shareOf(failing)) {
    it(`${name} is told that, in words`, async () => {
      const timeout = code === 'timeout' ? '0.3' : '5';
      const page = await visit({ script: `${HASTY} ${script}`, attributes: { timeout, lang: 'en' } });
      const card = await settled(page);
      expect(codesOf(page)).to.deep.equal([`ArticleError ${code}`]);
      expect(card.shadowRoot!.querySelector('[role="alert"]')!.textContent).to.include('Couldn’t load this story');
      expect(errorsOf(page)).to.deep.equal([]);
    });
  }
});

describe('A page without', () => {
  const absent = (object: string, name: string) =>
    `Object.defineProperty(${object}, '${name}', { value: undefined, configurable: true, writable: true });`;
  const throwing = (object: string, name: string) =>
    `Object.defineProperty(${object}, '${name}', { get() { throw new DOMException('denied', 'SecurityError') }, configurable: true });`;
  const scripts: Record<string, string> = {
    'storage and cookies, whose getters throw': ['localStorage', 'sessionStorage', 'indexedDB', 'caches']
      .map((name) => throwing('window', name))
      .concat(throwing('document', 'cookie'))
      .join(''),
    IntersectionObserver: absent('window', 'IntersectionObserver'),
    ResizeObserver: absent('window', 'ResizeObserver'),
    'either observer': absent('window', 'IntersectionObserver') + absent('window', 'ResizeObserver'),
    requestIdleCallback: absent('window', 'requestIdleCallback') + absent('window', 'cancelIdleCallback'),
    'a share sheet that can be asked':
      'navigator.share = () => { throw new Error("no") }; navigator.canShare = () => { throw new Error("no") };',
    'canShare()': `navigator.share = () => Promise.resolve(); ${absent('navigator', 'canShare')}`,
    'a clipboard whose getter throws': throwing('navigator', 'clipboard'),
  };
  for (const [name, script] of shareOf(Object.entries(scripts))) {
    it(`${name} has the whole card`, () => expectNoChange({ script }));
  }

  const refusals: Record<string, string> = {
    'a clipboard': absent('navigator', 'clipboard'),
    'a clipboard that may be looked at': throwing('navigator', 'clipboard'),
    'a clipboard that takes anything': `Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject('no') } });`,
    'a clipboard that does not throw': `Object.defineProperty(navigator, 'clipboard', { value: { writeText() { throw new Error('no') } } });`,
  };
  for (const [name, script] of shareOf(Object.entries(refusals))) {
    it(`${name} offers the address to be copied by hand`, async () => {
      const page = await visit({ script });
      const { shadowRoot } = await settled(page);
      shadowRoot!.querySelector<HTMLElement>('[part="copy"]')!.click();
      const field = await until(() => shadowRoot!.querySelector('input'));
      expect(field?.value).to.equal('https://qfl.example/4207');
      expect(errorsOf(page)).to.deep.equal([]);
    });
  }

  for (const [name, share] of Object.entries({
    'a share sheet that opens': '() => Promise.reject("no")',
    'a share sheet that does not throw': '() => { throw new Error("no") }',
  })) {
    it(`${name} offers the address to be copied by hand`, async () => {
      const script = `${absent('navigator', 'clipboard')} navigator.canShare = () => true; navigator.share = ${share};`;
      const page = await visit({ script });
      const { shadowRoot } = await settled(page);
      shadowRoot!.querySelector<HTMLElement>('button[part="share-link"]')!.click();
      const field = await until(() => shadowRoot!.querySelector('input'));
      expect(field?.value).to.equal('https://qfl.example/4207');
      expect(errorsOf(page)).to.deep.equal([]);
    });
  }
});

// HTML, "DOM tree accessors": an element of that name takes the place of the document's own property.
describe('A page with a variable of its own named khabar', () => {
  it('keeps it, has one card for each snippet, and is told once', async () => {
    const snippets = await Promise.all([source(), source(), source()]);
    const frame = await openPage({
      head: `${COLLECTOR}<script>var khabar = 'ours'; var hints = []; console.warn = (hint) => hints.push(hint);</script>`,
      body: snippets
        .map((src) => `<script src="/dist/embed.js" data-src="${escaped(src)}" data-loading="eager"></script>`)
        .join(''),
    });
    const page = documentOf(frame);
    const view = frame.contentWindow as unknown as HostileWindow & { khabar: unknown; hints: string[] };
    const drawn = () => page.querySelectorAll('khabar-card:state(ready)').length;
    await until(() => drawn() === 3);
    expect(drawn()).to.equal(3);
    expect(page.querySelectorAll('khabar-card').length).to.equal(3);
    expect(String(view.khabar)).to.equal('ours');
    expect(view.hints.length, view.hints.join(' | ')).to.equal(1);
    expect(view.hints[0]).to.contain('named khabar');
    expect(view.errors).to.deep.equal([]);
  });
});

describe('A page with an element', () => {
  const elements: Record<string, string> = {
    baseURI: '<img name="baseURI" alt="">',
    readyState: '<form name="readyState"></form>',
    visibilityState: '<form name="visibilityState"></form>',
    activeElement: '<form name="activeElement"></form>',
    querySelector: '<form name="querySelector"></form>',
    addEventListener: '<form name="addEventListener"></form>',
    children: '<img name="children" alt="">',
    dir: '<form name="dir"></form>',
    // What the parts of embed.js are loaded beside.
    currentScript: '<img name="currentScript" src="https://evil.example/" alt="">',
    khabar: '<a id="khabar"></a><form name="khabar"></form>',
  };
  for (const [name, body] of shareOf(Object.entries(elements))) {
    it(`that is named ${name} has the whole card`, () => expectNoChange({ body }));
  }

  it('that is named host does not lead the card in circles', async () => {
    const body = `<img name="host" alt=""><script>{
      const [image] = document.getElementsByName('host');
      let reads = 0;
      Object.defineProperty(image, 'parentNode', {
        get() { if (++reads > 1000) throw new Error('in circles'); return document.body },
      });
    }</script>`;
    await expectNoChange({ body });
  });

  it('that is named baseURI resolves src against the page all the same', async () => {
    const src = new URL(await source());
    await expectNoChange({
      body: elements['baseURI']!,
      src: `${location.origin}${src.pathname}${src.search}`.replace(location.origin, ''),
    });
  });
});

describe('A page that is written anew after it has loaded', () => {
  /** `document.open()` takes all listeners from the window. */
  function write(page: Document, html: string): void {
    page.open();
    page.write(`${COLLECTOR}${html}`);
    page.close();
  }

  it('loses its card without a word', async () => {
    const page = await visit({});
    const card = await settled(page);
    write(page, '<p>new</p>');
    expect(card.isConnected).to.equal(false);
    expect(find(page, 'khabar-card')).to.equal(null);
    await until(() => page.readyState === 'complete');
    expect(errorsOf(page)).to.deep.equal([]);
  });

  it('while the card waits loses it without a word', async () => {
    const page = await visit({ src: await jsonAddress(article(), { turn: `${started}-slow`, delay: 300 }) });
    const card = find(page, 'khabar-card')!;
    write(page, '<p>new</p>');
    await until(() => !card.matches(':state(loading)'));
    expect(card.matches(':state(loading)')).to.equal(false);
    expect(errorsOf(page)).to.deep.equal([]);
  });

  for (const [name, doctype] of Object.entries({ '': '<!doctype html>', ', in quirks mode': '' })) {
    it(`has the card that is written${name}`, async () => {
      const page = await visit({});
      const before = portrait(await settled(page), true);
      const src = escaped(await source());
      page.open();
      page.write(
        `${doctype}<body>${COLLECTOR}<main style="width: 480px"><khabar-card src="${src}" view="article"></khabar-card></main>`,
      );
      page.close();
      expect(portrait(await settled(page), true)).to.deep.equal(before);
      expect(errorsOf(page)).to.deep.equal([]);
    });
  }

  it('has a card for the script that is written', async () => {
    const page = await visit({});
    await settled(page);
    const src = escaped(await source());
    write(page, `<main><script src="/dist/embed.js" data-src="${src}" data-view="article"></script></main>`);
    const card = await settled(page);
    expect(card.previousElementSibling?.localName).to.equal('script');
    expect(errorsOf(page)).to.deep.equal([]);
  });
});
