import { aTimeout, fixture, html } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import { article, briefArticle } from '../support/articles.js';
import { draw, drawWithBody, heard, mount, part, parts, textOf, type KhabarCard } from '../support/card.js';
import { engine, heap } from '../support/commands.js';
import {
  address,
  documentOf,
  jsonAddress,
  openPage,
  requestsSeen,
  requestsWith,
  site,
  type Params,
} from '../support/servers.js';
import { isThorough, shareOf } from '../support/share.js';
import { waitUntil } from '../support/wait.js';

const faults: string[] = [];
addEventListener('error', ({ message }) => faults.push(message));
addEventListener('unhandledrejection', ({ reason }) => faults.push(`unhandled: ${String(reason)}`));
afterEach(() => {
  expect(faults.splice(0)).to.deep.equal([]);
});

// Where the test before has scrolled to, what is far away would be near.
beforeEach(() => scrollTo(0, 0));

let turn = 0;

/** Answers are kept for the page's life, so each test has addresses of its own. */
function unique(): string {
  turn += 1;
  return `life-${Math.round(performance.now())}-${turn}`;
}

async function story(
  changes: Record<string, unknown> = {},
  params: Params = {},
): Promise<{ key: string; src: string }> {
  const key = unique();
  return { key, src: await jsonAddress(article({ title: key, ...changes }), { key, ...params }) };
}

/** Another place in the page, as wide as the one that mount() makes. */
function elsewhere(style = ''): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<div style="width: 480px; ${style}"></div>`);
}

const FAR = 'margin-block-start: 6000px';

function script(json: unknown): HTMLScriptElement {
  const element = document.createElement('script');
  element.type = 'application/json';
  element.textContent = JSON.stringify(json);
  return element;
}

function headline(card: Element): string | undefined {
  return textOf(part(card as KhabarCard, 'headline'));
}

function paragraph(card: Element): Element | null {
  return part(card as KhabarCard, 'body')?.querySelector('p') ?? null;
}

/** The names of a card's own events, in their order. */
function eventsOf(target: EventTarget): string[] {
  const seen: string[] = [];
  for (const name of ['khabar-load', 'khabar-error', 'khabar-body', 'khabar-toggle'])
    target.addEventListener(name, () => seen.push(name));
  return seen;
}

const isLoading = (card: KhabarCard) =>
  waitUntil(() => card.matches(':state(loading)'), 'it does not load', { interval: 5 });

type Move = (card: Element, place: Element & { moveBefore?: (node: Node, child: Node | null) => void }) => void;

const WAYS: [way: string, move: Move][] = [
  ['append()', (card, place) => place.append(card)],
  ['insertBefore()', (card, place) => place.insertBefore(card, place.firstChild)],
  ['remove() and append()', (card, place) => (card.remove(), place.append(card))],
  // Firefox before 144, and Safari, have none.
  ...('moveBefore' in Element.prototype
    ? [['moveBefore()', (card, place) => place.moveBefore!(card, null)] satisfies [string, Move]]
    : []),
];

for (const [way, move] of WAYS) {
  describe(`A card that is moved by ${way}`, () => {
    it('before it came near asks for nothing, and later once', async () => {
      const { key, src } = await story();
      const card = await mount({ attributes: { src }, style: FAR });
      const place = await elsewhere(FAR);
      await card.updateComplete;
      move(card, place);
      await aTimeout(150);
      expect(await requestsSeen(key)).to.have.length(0);
      card.scrollIntoView();
      await heard(card, 'khabar-load');
      expect(await requestsSeen(key)).to.have.length(1);
    });

    it('from far away to where it is seen is drawn there', async () => {
      const { src } = await story();
      const near = await elsewhere();
      const card = await mount({ attributes: { src }, style: FAR });
      await card.updateComplete;
      move(card, near);
      await heard(card, 'khabar-load');
    });

    it('while it loads asks once and is drawn once', async () => {
      const { key, src } = await story({}, { delay: 250 });
      const card = await mount({ attributes: { src } });
      const place = await elsewhere();
      const events = eventsOf(card);
      await isLoading(card);
      await aTimeout(50);
      move(card, place);
      await heard(card, 'khabar-body');
      expect(events).to.deep.equal(['khabar-load', 'khabar-body']);
      expect(await requestsSeen(key)).to.have.length(1);
    });

    it('shows what it could not load, and tries again when asked', async () => {
      const key = unique();
      const src = await address(`/sequence/${key}`, { statuses: '404,200', body: JSON.stringify(briefArticle) });
      const place = await elsewhere();
      const card = await mount({ attributes: { src } });
      const events = eventsOf(card);
      await heard(card, 'khabar-error');
      await card.updateComplete;
      const retry = part(card, 'retry');
      move(card, place);
      await aTimeout(50);
      expect([part(card, 'retry') === retry, events, (await requestsSeen(key)).length]).to.deep.equal([
        true,
        ['khabar-error'],
        1,
      ]);
      retry!.click();
      await heard(card, 'khabar-load');
    });

    it('takes its body along as it is, open, and asks for nothing again', async () => {
      const { key, src } = await story();
      const card = await drawWithBody({ attributes: { src, open: '' } });
      const place = await elsewhere();
      const events = eventsOf(card);
      const nodes = [...card.shadowRoot!.querySelectorAll('*')];
      move(card, place);
      await aTimeout(50);
      await card.updateComplete;
      expect([...card.shadowRoot!.querySelectorAll('*')]).to.deep.equal(nodes);
      expect([card.open, card.matches(':state(ready)'), events]).to.deep.equal([true, true, []]);
      expect(await requestsSeen(key)).to.have.length(1);
    });

    it('before its body was clean brings it all the same, once', async () => {
      const place = await elsewhere();
      const card = await draw({ article: article() });
      const events = eventsOf(card);
      move(card, place);
      await waitUntil(() => paragraph(card));
      await aTimeout(50);
      expect(events).to.deep.equal(['khabar-body']);
    });

    it('while it is reloaded shows its story until there is a new one', async () => {
      const path = `/${unique()}/story.json`;
      const origin = await site({ [path]: { body: article({ title: 'القديم' }) } });
      const card = await drawWithBody({ attributes: { src: origin + path } });
      const place = await elsewhere();
      await site({ [path]: { body: article({ title: 'الجديد' }), delay: 250 } });
      const torn: unknown[] = [];
      new MutationObserver(() => {
        if (!part(card, 'headline')) torn.push(card.shadowRoot!.textContent);
      }).observe(card.shadowRoot!, { childList: true, subtree: true });
      const drawn = heard(card, 'khabar-load');
      const reloaded = card.reload();
      await aTimeout(50);
      move(card, place);
      await Promise.all([reloaded, drawn]);
      expect(headline(card)).to.equal('الجديد');
      expect(torn).to.deep.equal([]);
      expect((await requestsWith(path)).filter(({ aborted }) => !aborted)).to.have.length(2);
    });

    it('leaves the focus and the page where the reader has them', async () => {
      const button = await fixture<HTMLButtonElement>(html`<button style="margin-block: 3000px">x</button>`);
      const card = await drawWithBody({ article: article(), attributes: { open: '' } });
      const place = await elsewhere();
      button.scrollIntoView({ block: 'center' });
      button.focus();
      const before = scrollY;
      move(card, place);
      await aTimeout(50);
      expect(document.activeElement).to.equal(button);
      // Firefox rounds what it anchors to.
      expect(scrollY).to.be.closeTo(before, 1);
    });

    it('speaks the language of its new place, where nothing else names one', async () => {
      const card = await mount({ attributes: { src: '' }, lang: 'ar' });
      await heard(card, 'khabar-error');
      const place = await elsewhere();
      place.lang = 'en';
      move(card, place);
      await card.updateComplete;
      expect(part(card, 'card')!.lang).to.equal('en');
    });
  });
}

if ('moveBefore' in Element.prototype)
  it('A card that is moved by moveBefore() keeps the focus that is in it', async () => {
    const card = await drawWithBody({ article: article() });
    const place = (await elsewhere()) as HTMLElement & { moveBefore: (node: Node, child: Node | null) => void };
    const more = part(card, 'more')!;
    more.focus();
    place.moveBefore(card, null);
    await aTimeout(50);
    expect(card.shadowRoot!.activeElement).to.equal(more);
  });

describe('A card in another document', () => {
  interface Elsewhere {
    frame: HTMLIFrameElement;
    page: Document;
    place: HTMLElement;
  }

  async function otherPage(lang = 'en'): Promise<Elsewhere> {
    const frame = await openPage({ lang, body: '<div style="width: 480px"></div>' });
    const page = documentOf(frame);
    return { frame, page, place: page.querySelector('div')! };
  }

  const picturesAreThere = (card: KhabarCard) =>
    waitUntil(() => parts<HTMLImageElement>(card, 'image').every(({ complete }) => complete));

  /** What everything in a card looks like, and where it stands within the card. */
  function looks(card: KhabarCard): Map<string, string> {
    const view = card.ownerDocument.defaultView!;
    const { left, top } = card.getBoundingClientRect();
    const all = new Map<string, string>();
    for (const [index, element] of [...card.shadowRoot!.querySelectorAll('*')].entries()) {
      const name = `${index} ${element.localName}.${element.getAttribute('class') ?? ''}`;
      const rect = element.getBoundingClientRect();
      all.set(`${name} box`, [rect.left - left, rect.top - top, rect.width, rect.height].map(Math.round).join());
      const style = view.getComputedStyle(element);
      for (const property of style) {
        // Of what is positioned, some engines count them from the edges of the window.
        if (!/^(?:top|right|bottom|left|inset)/.test(property))
          all.set(`${name} ${property}`, style.getPropertyValue(property));
      }
    }
    const line = view.getComputedStyle(part(card, 'card')!, '::before');
    for (const property of line) all.set(`line ${property}`, line.getPropertyValue(property));
    return all;
  }

  function differences(one: Map<string, string>, other: Map<string, string>): string[] {
    return [...new Set([...one.keys(), ...other.keys()])]
      .filter((key) => one.get(key) !== other.get(key))
      .map((key) => `${key}: ${one.get(key)} | ${other.get(key)}`);
  }

  /** What an open card looks like that never left the page of the tests; looked at once, as it is always the same. */
  let atHome: Promise<Map<string, string>> | undefined;
  const reference = () => (atHome ??= lookAtHome());
  async function lookAtHome(): Promise<Map<string, string>> {
    const card = await drawWithBody({ article: article(), attributes: { open: '' } });
    await picturesAreThere(card);
    await card.updateComplete;
    const answer = looks(card);
    card.parentElement!.remove();
    return answer;
  }

  const ROUTES: [route: string, through: () => Element | undefined][] = [
    ['straight', () => undefined],
    ['through one that no window shows', () => document.implementation.createHTMLDocument('').body],
  ];

  for (const [route, through] of ROUTES) {
    describe(`that it came to ${route}`, () => {
      /** Between the two moves comes a task, as between the two halves of a page's own work. */
      async function adopt(card: Element, place: Element): Promise<void> {
        const between = through();
        if (between) {
          between.append(card);
          await aTimeout(30);
        }
        place.append(card);
      }

      it('looks as at home, where it came before its first connection', async () => {
        const expected = await reference();
        const { place } = await otherPage();
        const card = document.createElement('khabar-card');
        card.open = true;
        card.article = article();
        await adopt(card, place);
        await heard(card, 'khabar-body');
        await picturesAreThere(card);
        expect(differences(expected, looks(card))).to.deep.equal([]);
      });

      it('looks as at home, where it came while it loaded, and is drawn once', async () => {
        const expected = await reference();
        const { place } = await otherPage();
        const src = await jsonAddress(article(), { key: unique(), delay: 200 });
        const card = await mount({ attributes: { src, open: '' } });
        const events = eventsOf(card);
        await isLoading(card);
        await adopt(card, place);
        await waitUntil(() => paragraph(card));
        await picturesAreThere(card);
        await aTimeout(50);
        expect(differences(expected, looks(card))).to.deep.equal([]);
        expect(events).to.deep.equal(['khabar-load', 'khabar-body']);
      });

      it('looks as at home, where it came drawn, with the very same body', async () => {
        const expected = await reference();
        const { place } = await otherPage();
        const { key, src } = await story({ title: article().title });
        const card = await drawWithBody({ attributes: { src, open: '' } });
        await picturesAreThere(card);
        const body = paragraph(card);
        const events = eventsOf(card);
        await adopt(card, place);
        await aTimeout(50);
        await picturesAreThere(card);
        expect(differences(expected, looks(card))).to.deep.equal([]);
        expect([paragraph(card) === body, events]).to.deep.equal([true, []]);
        expect(await requestsSeen(key)).to.have.length(1);
      });

      it('keeps the height that is reserved, also one that is told there', async () => {
        const { place } = await otherPage();
        const card = await draw({ article: briefArticle, attributes: { reserve: '300:1234' } });
        await adopt(card, place);
        await card.updateComplete;
        const height = () => card.ownerDocument.defaultView!.getComputedStyle(part(card, 'card')!).minBlockSize;
        expect(height()).to.equal('1234px');
        card.reserve = '300:987';
        await card.updateComplete;
        expect(height()).to.equal('987px');
      });

      it('looks as before when it is back', async () => {
        const card = await drawWithBody({ article: article(), attributes: { open: '', reserve: '300:900' } });
        const home = card.parentElement!;
        await picturesAreThere(card);
        const expected = looks(card);
        const { place } = await otherPage();
        await adopt(card, place);
        await aTimeout(50);
        await adopt(card, home);
        await aTimeout(50);
        await picturesAreThere(card);
        expect(differences(expected, looks(card))).to.deep.equal([]);
      });

      it('opens, and says where its links lead', async () => {
        const { place } = await otherPage();
        const card = await drawWithBody({ article: article() });
        await adopt(card, place);
        await card.updateComplete;
        part(card, 'more')!.click();
        await card.updateComplete;
        expect(part(card, 'body')!.checkVisibility()).to.equal(true);
        const urls: string[] = [];
        place.addEventListener('khabar-navigate', (event) => {
          event.preventDefault();
          urls.push(event.url);
        });
        part(card, 'original')!.querySelector('a')?.click();
        part(card, 'original')!.click();
        paragraph(card)!.parentElement!.querySelector('a')!.click();
        expect(urls).to.include('https://alqafila.example/falaj');
        expect(urls.length).to.be.greaterThan(1);
      });

      it('speaks the language of that document, where nothing else names one', async () => {
        const { place } = await otherPage('ar');
        const card = await mount({ attributes: { src: '' }, lang: 'en' });
        await heard(card, 'khabar-error');
        await adopt(card, place);
        await card.updateComplete;
        expect([part(card, 'card')!.lang, part(card, 'card')!.dir]).to.deep.equal(['ar', 'rtl']);
      });

      it('resolves its address against that document', async () => {
        const { page, place } = await otherPage();
        const path = `/${unique()}/story.json`;
        const origin = await site({ [path]: { body: article() } });
        const base = page.createElement('base');
        base.href = origin;
        page.head.append(base);
        const card = document.createElement('khabar-card');
        card.src = path;
        await adopt(card, place);
        await heard(card, 'khabar-load');
      });
    });
  }

  it('that no window shows asks for nothing', async () => {
    const { key, src } = await story();
    const card = document.createElement('khabar-card');
    card.src = src;
    card.loading = 'eager';
    document.implementation.createHTMLDocument('').body.append(card);
    await aTimeout(150);
    expect(await requestsSeen(key)).to.have.length(0);
  });

  it('that no window shows no longer waits for what it had asked for', async () => {
    const { key, src } = await story({}, { delay: 1500 });
    const card = await mount({ attributes: { src, loading: 'eager' } });
    await waitUntil(async () => (await requestsSeen(key)).length === 1);
    document.implementation.createHTMLDocument('').body.append(card);
    await waitUntil(async () => (await requestsSeen(key))[0]!.aborted);
    expect(await requestsSeen(key)).to.have.length(1);
  });

  it('whose frame is removed while it loads throws nothing, and is drawn once it stands in a page again', async () => {
    const { frame, place } = await otherPage();
    const { src } = await story({}, { delay: 200 });
    const card = document.createElement('khabar-card');
    card.src = src;
    card.loading = 'eager';
    place.append(card);
    await isLoading(card);
    frame.remove();
    await aTimeout(400);
    const home = await elsewhere();
    home.append(card);
    await waitUntil(() => paragraph(card));
    expect(getComputedStyle(part(card, 'card')!).display).to.equal('grid');
  });

  it('whose frame is removed when it is drawn throws nothing', async () => {
    const { frame, place } = await otherPage();
    const card = await drawWithBody({ article: article() });
    place.append(card);
    await card.updateComplete;
    frame.remove();
    card.open = true;
    card.article = briefArticle;
    await aTimeout(100);
  });
});

describe('A copy of a card', () => {
  const COPIES: [copy: string, copy: (card: Element) => Element][] = [
    ['cloneNode()', (card) => card.cloneNode(true) as Element],
    ['importNode()', (card) => document.importNode(card, true)],
  ];
  const STATES: [state: string, until: (card: KhabarCard) => Promise<unknown>, style?: string][] = [
    ['one that waits far away', (card) => card.updateComplete, FAR],
    ['one that loads', isLoading],
    ['one that is drawn', (card) => heard(card, 'khabar-body')],
  ];

  for (const [way, copy] of COPIES) {
    for (const [state, until, style] of STATES) {
      it(`by ${way}, of ${state}, is drawn by itself with the same request`, async () => {
        const { key, src } = await story({}, { delay: 150 });
        const place = await elsewhere();
        const card = await mount({ attributes: { src, view: 'article', 'heading-level': '3' }, style });
        await until(card);
        const copied = copy(card);
        place.append(copied);
        await heard(copied, 'khabar-body');
        expect([headline(copied), part(copied as KhabarCard, 'headline')!.localName]).to.deep.equal([key, 'h3']);
        expect(paragraph(copied)).not.to.equal(null);
        expect(await requestsSeen(key)).to.have.length(1);
      });
    }

    it(`by ${way} takes inline JSON along`, async () => {
      const card = await draw({ children: [script(article({ title: 'من الصفحة' }))] });
      const copied = copy(card);
      (await elsewhere()).append(copied);
      await heard(copied, 'khabar-load');
      expect(headline(copied)).to.equal('من الصفحة');
    });

    it(`by ${way}, of one that the reader has opened, is open`, async () => {
      const card = await drawWithBody({ attributes: { src: (await story()).src } });
      part(card, 'more')!.click();
      await card.updateComplete;
      const copied = copy(card) as KhabarCard;
      (await elsewhere()).append(copied);
      copied.scrollIntoView();
      await heard(copied, 'khabar-body');
      expect(part(copied, 'body')!.checkVisibility()).to.equal(true);
    });
  }
});

describe('A card that is taken out', () => {
  it('and put back in the same task, again and again, asks once and is drawn once', async () => {
    const { key, src } = await story({}, { delay: 200 });
    const card = await mount({ attributes: { src } });
    const place = card.parentElement!;
    const events = eventsOf(card);
    await isLoading(card);
    for (let round = 0; round < 20; round++) {
      card.remove();
      place.append(card);
    }
    await heard(card, 'khabar-body');
    expect(events).to.deep.equal(['khabar-load', 'khabar-body']);
    expect(await requestsSeen(key)).to.have.length(1);
  });

  it('while it loads ends its request, and is drawn once it is back', async () => {
    const { key, src } = await story({}, { delay: 800 });
    const card = await mount({ attributes: { src } });
    const place = card.parentElement!;
    await waitUntil(async () => (await requestsSeen(key)).length === 1);
    card.remove();
    await waitUntil(async () => (await requestsSeen(key))[0]!.aborted);
    place.append(card);
    await heard(card, 'khabar-load');
  });

  it('while another of the same address loads leaves that one its request', async () => {
    const { key, src } = await story({}, { delay: 300 });
    const [card, other] = await Promise.all([mount({ attributes: { src } }), mount({ attributes: { src } })]);
    await isLoading(card);
    card.remove();
    await heard(other, 'khabar-load');
    expect(await requestsSeen(key)).to.have.length(1);
  });

  for (const loading of ['lazy', 'eager']) {
    it(`in the very task in which it was added asks for nothing, though it is ${loading}`, async () => {
      const { key, src } = await story();
      const place = await elsewhere();
      const card = document.createElement('khabar-card');
      card.setAttribute('src', src);
      card.setAttribute('loading', loading);
      const events = eventsOf(card);
      place.append(card);
      card.remove();
      await aTimeout(200);
      expect([await requestsSeen(key), events]).to.deep.equal([[], []]);
      place.append(card);
      await heard(card, 'khabar-load');
    });
  }

  it('in the very task in which it was added says nothing of the article that the page holds', async () => {
    const place = await elsewhere();
    const card = document.createElement('khabar-card');
    card.article = article();
    const events = eventsOf(card);
    place.append(card);
    card.remove();
    await aTimeout(100);
    expect(events).to.deep.equal([]);
    place.append(card);
    await heard(card, 'khabar-body');
  });

  const LISTENERS: [event: keyof HTMLElementEventMap, source: () => Promise<Partial<KhabarCard>>, shown: string][] = [
    ['khabar-load', async () => ({ src: (await story()).src }), 'body'],
    ['khabar-load', () => Promise.resolve({ article: article() }), 'body'],
    ['khabar-body', async () => ({ src: (await story()).src }), 'body'],
    ['khabar-toggle', async () => ({ src: (await story()).src }), 'body'],
    ['khabar-error', () => Promise.resolve({ src: '' }), 'failure'],
    ['khabar-error', async () => ({ src: await jsonAddress({}, { status: 404, key: unique() }) }), 'failure'],
  ];
  for (const [event, source, shown] of LISTENERS) {
    const properties = event === 'khabar-toggle' ? 'once it is drawn' : '';
    it(`by a listener of ${event} is whole when it is put back (${shown}) ${properties}`, async () => {
      const place = await elsewhere();
      const card = document.createElement('khabar-card');
      Object.assign(card, await source());
      const events = eventsOf(card);
      card.addEventListener(event, () => card.remove(), { once: true });
      place.append(card);
      if (event === 'khabar-toggle') {
        await heard(card, 'khabar-body');
        card.open = true;
      }
      await waitUntil(() => !card.isConnected);
      await aTimeout(80);
      place.append(card);
      await waitUntil(() => (shown === 'body' ? paragraph(card) : part(card, 'failure')));
      await aTimeout(30);
      expect(events.filter((name) => name === event)).to.have.length(1);
    });
  }

  it('and is told other things meanwhile shows those when it is back', async () => {
    const card = await drawWithBody({ attributes: { src: (await story()).src } });
    const place = card.parentElement!;
    card.remove();
    card.open = true;
    card.headingLevel = 4;
    card.lang = 'en';
    await aTimeout(30);
    place.append(card);
    await waitUntil(() => paragraph(card));
    expect(part(card, 'headline')!.localName).to.equal('h4');
    expect(part(card, 'body')!.checkVisibility()).to.equal(true);
    expect(textOf(part(card, 'more'))).to.match(/[a-z]/);
  });
});

describe('The address of a card', () => {
  for (const loading of ['lazy', 'eager']) {
    it(`set twenty times in a tick is asked for once, the last (${loading})`, async () => {
      const key = unique();
      const sources = await Promise.all(
        Array.from({ length: 20 }, (_, n) => jsonAddress(article({ title: `${key}-${n}` }), { key })),
      );
      const card = await mount({ attributes: { loading } });
      const events = eventsOf(card);
      for (const [n, src] of sources.entries()) {
        if (n % 2) card.src = src;
        else card.setAttribute('src', src);
      }
      await heard(card, 'khabar-body');
      expect(headline(card)).to.equal(`${key}-19`);
      expect([events, (await requestsSeen(key)).length]).to.deep.equal([['khabar-load', 'khabar-body'], 1]);
    });
  }

  it('set twenty times over time ends with the last, though earlier answers are slower', async () => {
    const key = unique();
    const sources = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        // So far apart that a busy machine does not let an earlier answer in before the next address is set.
        jsonAddress(article({ title: `${key}-${n}` }), { key, delay: 60 * (20 - n) }),
      ),
    );
    const card = await mount({ attributes: { loading: 'eager' } });
    const titles: string[] = [];
    card.addEventListener('khabar-load', ({ article }) => titles.push(article.headline!));
    for (const src of sources) {
      card.src = src;
      await aTimeout(5);
    }
    await waitUntil(() => titles.length > 0);
    await aTimeout(1300);
    expect(titles).to.deep.equal([`${key}-19`]);
    expect(headline(card)).to.equal(`${key}-19`);
  });

  it('set to what it is asks for nothing again', async () => {
    const { key, src } = await story();
    const card = await drawWithBody({ attributes: { src } });
    const body = paragraph(card);
    card.setAttribute('src', src);
    card.src = src;
    await aTimeout(50);
    expect([paragraph(card) === body, (await requestsSeen(key)).length]).to.deep.equal([true, 1]);
  });

  it('changed away and back in a tick tears nothing down for long, and asks for nothing', async () => {
    const { key, src } = await story();
    const other = await story();
    const card = await drawWithBody({ attributes: { src } });
    card.src = other.src;
    card.src = src;
    await aTimeout(50);
    // On a busy machine the parts of the card take longer than that.
    await waitUntil(() => headline(card) && paragraph(card));
    expect([headline(card), (await requestsSeen(key)).length]).to.deep.equal([key, 1]);
    expect(await requestsSeen(other.key)).to.have.length(0);
  });

  it('taken away empties the card, and the fallback is seen again', async () => {
    const fallback = document.createElement('p');
    fallback.textContent = 'العنوان';
    const card = await drawWithBody({ attributes: { src: (await story()).src }, children: [fallback] });
    expect(fallback.checkVisibility()).to.equal(false);
    card.removeAttribute('src');
    await waitUntil(() => fallback.checkVisibility());
    expect([part(card, 'headline'), card.matches(':state(ready)')]).to.deep.equal([null, false]);
  });

  it('taken away while it is asked for ends the request, and says nothing', async () => {
    const { key, src } = await story({}, { delay: 800 });
    const card = await mount({ attributes: { src } });
    const events = eventsOf(card);
    await waitUntil(async () => (await requestsSeen(key)).length === 1);
    card.removeAttribute('src');
    await waitUntil(async () => (await requestsSeen(key))[0]!.aborted);
    await aTimeout(50);
    expect([events, card.matches(':state(loading)'), card.shadowRoot!.querySelector('.skeleton')]).to.deep.equal([
      [],
      false,
      null,
    ]);
  });

  const WHEN: [when: string, until: (card: KhabarCard) => Promise<unknown>][] = [
    ['that loads', isLoading],
    ['that is drawn', (card) => heard(card, 'khabar-body')],
    ['that could not load', (card) => heard(card, 'khabar-error')],
  ];
  for (const [when, until] of WHEN) {
    const first = () => (when.includes('not') ? jsonAddress({}, { status: 404, key: unique() }) : undefined);

    for (const pause of [true, false]) {
      const meanwhile = pause ? 'while it is out of the page' : 'and put back in the same task';

      it(`changed on a card ${when} ${meanwhile} is what is asked for then`, async () => {
        const src = (await first()) ?? (await story({}, { delay: 150 })).src;
        const { key, src: next } = await story();
        const card = await mount({ attributes: { src } });
        const place = card.parentElement!;
        await until(card);
        await aTimeout(0);
        const events = eventsOf(card);
        card.remove();
        card.src = next;
        if (pause) {
          await aTimeout(100);
          expect(await requestsSeen(key)).to.have.length(0);
        }
        place.append(card);
        await heard(card, 'khabar-body');
        await aTimeout(200);
        expect(headline(card)).to.equal(key);
        expect(events).to.deep.equal(['khabar-load', 'khabar-body']);
      });

      it(`taken away from a card ${when} ${meanwhile} leaves nothing`, async () => {
        const src = (await first()) ?? (await story({}, { delay: 150 })).src;
        const card = await mount({ attributes: { src } });
        const place = card.parentElement!;
        await until(card);
        await aTimeout(0);
        const events = eventsOf(card);
        card.remove();
        card.removeAttribute('src');
        if (pause) await aTimeout(50);
        place.append(card);
        await aTimeout(200);
        expect([part(card, 'card'), events]).to.deep.equal([null, []]);
      });
    }
  }
});

describe('The article of a card', () => {
  it('set, changed and taken away gives place to inline JSON', async () => {
    const inline = script(article({ title: 'من الصفحة' }));
    const card = await draw({ children: [inline] });
    for (const title of ['الأول', 'الثاني']) {
      card.article = article({ title });
      await heard(card, 'khabar-load');
      expect(headline(card)).to.equal(title);
    }
    card.article = undefined;
    await heard(card, 'khabar-load');
    expect(headline(card)).to.equal('من الصفحة');
  });

  for (const nothing of [undefined, null]) {
    it(`set to ${nothing} gives place to src, which is asked for then`, async () => {
      const { key, src } = await story();
      const card = await drawWithBody({ article: article(), attributes: { src } });
      expect(await requestsSeen(key)).to.have.length(0);
      card.article = nothing;
      await heard(card, 'khabar-body');
      expect([headline(card), (await requestsSeen(key)).length]).to.deep.equal([key, 1]);
    });
  }

  it('taken away before its body was clean says nothing of that body', async () => {
    const { src } = await story({}, { delay: 1500 });
    const card = await draw({ article: article(), attributes: { src } });
    const events = eventsOf(card);
    card.article = null;
    await aTimeout(300);
    expect(events).to.deep.equal([]);
  });

  it('set while its address is asked for is drawn, and the late answer is not', async () => {
    const { key, src } = await story({}, { delay: 500 });
    const card = await mount({ attributes: { src } });
    const events = eventsOf(card);
    await waitUntil(async () => (await requestsSeen(key)).length === 1);
    card.article = article({ title: 'من الخاصية' });
    await waitUntil(async () => (await requestsSeen(key))[0]!.aborted);
    await waitUntil(() => events.includes('khabar-body'));
    expect(headline(card)).to.equal('من الخاصية');
    expect(events).to.deep.equal(['khabar-load', 'khabar-body']);
  });

  it('set while it is out of the page is drawn when it is back', async () => {
    const card = await drawWithBody({ attributes: { src: (await story()).src } });
    const place = card.parentElement!;
    card.remove();
    card.article = article({ title: 'من الخاصية' });
    await aTimeout(30);
    place.append(card);
    await waitUntil(() => paragraph(card));
    expect(headline(card)).to.equal('من الخاصية');
  });

  const INLINE: [title: string, change: (card: KhabarCard) => unknown, expected: string][] = [
    ['changed', (card) => (card.querySelector('script')!.textContent = JSON.stringify({ title: 'آخر' })), 'آخر'],
    ['replaced', (card) => card.replaceChildren(script({ title: 'آخر' })), 'آخر'],
    ['taken away', (card) => card.querySelector('script')!.remove(), 'من العنوان'],
  ];
  for (const [title, change, expected] of INLINE) {
    it(`that is inline JSON, ${title} while it is out of the page, is what it is when it is back`, async () => {
      const { src } = await story({ title: 'من العنوان' });
      const card = await draw({ attributes: { src }, children: [script(article({ title: 'من الصفحة' }))] });
      const place = card.parentElement!;
      card.remove();
      change(card);
      place.append(card);
      await waitUntil(() => headline(card) === expected);
    });
  }

  it('that is inline JSON, given while it is out of the page, goes before its address', async () => {
    const card = await drawWithBody({ attributes: { src: (await story()).src } });
    const place = card.parentElement!;
    card.remove();
    card.append(script(article({ title: 'من الصفحة' })));
    place.append(card);
    await heard(card, 'khabar-load');
    expect(headline(card)).to.equal('من الصفحة');
  });
});

describe('An attribute that is changed on a drawn card', () => {
  const text = (name: string) => (card: KhabarCard) => textOf(part(card, name));
  const CHANGES: [name: string, value: string, look: (card: KhabarCard) => unknown, expected: unknown][] = [
    ['view', 'article', (card) => [part(card, 'more'), part(card, 'body')!.checkVisibility()], [null, true]],
    ['view', 'teaser', (card) => [part(card, 'body'), part(card, 'summary')], [null, null]],
    ['open', '', (card) => [card.open, part(card, 'body')!.checkVisibility()], [true, true]],
    ['heading-level', '4', (card) => part(card, 'headline')!.localName, 'h4'],
    ['theme', 'dark', (card) => getComputedStyle(part(card, 'card')!).colorScheme, /dark/],
    ['lang', 'en', text('more'), /^[A-Z][a-z ]+/],
    ['time-zone', 'America/New_York', text('published'), /12:05/],
    ['numerals', 'arab', text('published'), /[٠-٩]/],
    ['calendar', 'islamic-umalqura', text('published'), /رمضان/],
    ['months', 'levant', text('published'), /آذار/],
    ['short-link', 'https://s.example/{id}', text('short-link'), /s\.example\/4207/],
    ['share', 'telegram', (card) => parts(card, 'share-link').length, 1],
    ['share', 'none', (card) => part(card, 'share'), null],
    ['follow', 'https://x.com/a https://nabd.com/b', (card) => parts(card, 'follow-link').length, 2],
    ['related', 'none', (card) => part(card, 'related'), null],
    ['reserve', '300:2000', (card) => card.getBoundingClientRect().height, 2000],
    ['loading', 'eager', headline, /^life/],
    ['timeout', '1', headline, /^life/],
    ['unknown', 'x', headline, /^life/],
  ];
  for (const [name, value, look, expected] of shareOf(CHANGES)) {
    it(`${name}="${value}" takes effect, or none, and costs no request`, async () => {
      const key = unique();
      const json = article({ title: key }, { short_url: undefined, follow: [] });
      const card = await drawWithBody({ attributes: { src: await jsonAddress(json, { key }) } });
      const takesEffect = () => {
        const seen = look(card);
        return expected instanceof RegExp
          ? expected.test(String(seen))
          : JSON.stringify(seen) === JSON.stringify(expected);
      };
      if (!['loading', 'timeout', 'unknown'].includes(name)) expect(takesEffect()).to.equal(false);
      let loads = 0;
      card.addEventListener('khabar-load', () => loads++);
      card.setAttribute(name, value);
      await waitUntil(takesEffect);
      await aTimeout(30);
      expect([loads, headline(card), (await requestsSeen(key)).length]).to.deep.equal([0, key, 1]);
      // And back: nothing of it stays.
      card.removeAttribute(name);
      await card.updateComplete;
      await waitUntil(() => paragraph(card));
      if (!['loading', 'timeout', 'unknown'].includes(name)) expect(takesEffect()).to.equal(false);
    });
  }
});

describe('A card is drawn', () => {
  const markup = (src: string) =>
    `<section><khabar-card view="article" src="${src.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></khabar-card></section>`;

  function templateOf(text: string): HTMLTemplateElement {
    const template = document.createElement('template');
    template.innerHTML = text;
    return template;
  }

  class Shell extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' });
    }
  }
  customElements.define('life-shell', Shell);

  const WAYS: [way: string, create: (place: HTMLElement, text: string) => unknown][] = [
    ['innerHTML', (place, text) => (place.innerHTML = text)],
    ['insertAdjacentHTML()', (place, text) => place.insertAdjacentHTML('beforeend', text)],
    ['outerHTML', (place, text) => (place.appendChild(document.createElement('i')).outerHTML = text)],
    ['the content of a template', (place, text) => place.append(templateOf(text).content)],
    ['a clone of a template', (place, text) => place.append(templateOf(text).content.cloneNode(true))],
    ['importNode()', (place, text) => place.append(document.importNode(templateOf(text).content, true))],
    [
      'createContextualFragment()',
      (place, text) => place.append(document.createRange().createContextualFragment(text)),
    ],
    [
      'DOMParser',
      (place, text) => place.append(new DOMParser().parseFromString(text, 'text/html').querySelector('section')!),
    ],
    ...('setHTMLUnsafe' in Element.prototype
      ? [
          ['setHTMLUnsafe()', (place, text) => place.setHTMLUnsafe(text)] satisfies [
            string,
            (place: HTMLElement, text: string) => unknown,
          ],
        ]
      : []),
    [
      'innerHTML of a shadow root',
      (place, text) => {
        place.append(document.createElement('life-shell'));
        place.querySelector('life-shell')!.shadowRoot!.innerHTML = text;
      },
    ],
    [
      'a shadow root that was filled before it was in the page',
      (place, text) => {
        const shell = document.createElement('life-shell');
        shell.shadowRoot!.append(templateOf(text).content.cloneNode(true));
        place.append(shell);
      },
    ],
  ];
  for (const [way, create] of WAYS) {
    it(`that was made by ${way}`, async () => {
      const { key, src } = await story();
      const place = await elsewhere();
      const events = eventsOf(place);
      create(place, markup(src));
      await heard(place, 'khabar-body');
      const card = (place.querySelector('life-shell')?.shadowRoot ?? place).querySelector('khabar-card')!;
      expect([headline(card), part(card, 'body')!.checkVisibility()]).to.deep.equal([key, true]);
      expect([events, (await requestsSeen(key)).length]).to.deep.equal([['khabar-load', 'khabar-body'], 1]);
    });
  }

  type Step = 'create' | 'create inert' | 'properties' | 'attributes' | 'insert' | 'wait';
  const ORDERS: Step[][] = [
    ['create', 'properties', 'attributes', 'insert'],
    ['create', 'attributes', 'properties', 'insert'],
    ['create', 'insert', 'properties', 'attributes'],
    ['create', 'insert', 'attributes', 'properties'],
    ['create', 'insert', 'wait', 'properties', 'wait', 'attributes'],
    ['create', 'insert', 'wait', 'attributes', 'wait', 'properties'],
    ['create', 'attributes', 'insert', 'wait', 'properties'],
    // What a template holds is not upgraded until it is in the page.
    ['create inert', 'properties', 'attributes', 'insert'],
    ['create inert', 'attributes', 'properties', 'insert'],
    ['create inert', 'insert', 'properties', 'attributes'],
  ];
  const GIVEN: [what: string, give: (src: string, json: unknown) => { properties: object; attributes: object }][] = [
    ['its article', (_, json) => ({ properties: { article: json, open: true }, attributes: { 'heading-level': 3 } })],
    ['its address', (src) => ({ properties: { src, open: true }, attributes: { 'heading-level': 3 } })],
    ['its address as an attribute', (src) => ({ properties: { headingLevel: 3 }, attributes: { src, open: '' } })],
  ];
  for (const [turn, order] of ORDERS.entries()) {
    for (const [what, give] of shareOf(GIVEN, turn)) {
      it(`that a framework gave ${what}: ${order.join(', ')}`, async () => {
        const { key, src } = await story();
        const { properties, attributes } = give(src, article({ title: key }));
        const place = await elsewhere();
        let loads = 0;
        place.addEventListener('khabar-load', () => loads++);
        let card!: KhabarCard;
        for (const step of order) {
          if (step === 'create') card = document.createElement('khabar-card');
          if (step === 'create inert')
            card = templateOf('<khabar-card></khabar-card>').content.cloneNode(true).firstChild as KhabarCard;
          if (step === 'properties') Object.assign(card, properties);
          if (step === 'attributes')
            for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, String(value));
          if (step === 'insert') place.append(card);
          if (step === 'wait') await aTimeout(20);
        }
        await waitUntil(() => card.shadowRoot && paragraph(card) && card.shadowRoot.querySelector('h3'));
        await aTimeout(20);
        expect([headline(card), part(card, 'headline')!.localName, card.open]).to.deep.equal([key, 'h3', true]);
        expect([loads, (await requestsSeen(key)).length]).to.deep.equal([1, what === 'its article' ? 0 : 1]);
      });
    }
  }

  it('that a framework gives one story after the other, and then takes away', async () => {
    const stories = await Promise.all(['1', '2', '3'].map(() => story()));
    const card = await mount();
    const place = card.parentElement!;
    const events = eventsOf(place);
    for (const { key, src } of stories) {
      Object.assign(card, { src, view: 'article', open: false });
      await waitUntil(() => headline(card) === key && paragraph(card));
    }
    place.replaceChildren();
    await aTimeout(50);
    expect(events.filter((name) => name === 'khabar-load')).to.have.length(3);
  });

  it('that a framework puts into another order, without a request or a drawing more', async () => {
    const stories = await Promise.all(['1', '2', '3'].map(() => story()));
    const cards = await Promise.all(stories.map(({ src }) => draw({ attributes: { src, loading: 'eager' } })));
    const place = await elsewhere();
    place.append(...cards);
    await Promise.all(cards.map((card) => waitUntil(() => paragraph(card))));
    const events = eventsOf(place);
    for (const card of [...cards].reverse()) place.append(card);
    await aTimeout(50);
    expect([...place.children].map(headline)).to.deep.equal(stories.map(({ key }) => key).reverse());
    const counts = await Promise.all(stories.map(async ({ key }) => (await requestsSeen(key)).length));
    expect([events, counts]).to.deep.equal([[], [1, 1, 1]]);
  });
});

const inChromium = engine === 'chromium' ? it : () => undefined;

const ALL = isThorough ? 1000 : 200;

describe(`${ALL} rounds of a card that comes and goes`, () => {
  const FIRST = 60;
  const AT_ONCE = 10;
  // A card that stays holds 24 kB and 28 nodes at the least, three times as many bytes as are allowed here.
  const MOST_BYTES = isThorough ? 2_000_000 : 1_000_000;
  // One node, or one listener, that stays in every third round is found.
  const MOST_NODES = (ALL - FIRST) / 3;

  const ROUNDS: [state: string, style: string, round: (card: KhabarCard, n: number) => Promise<unknown>][] = [
    [
      'that waits far away',
      FAR,
      async (card, n) => {
        card.src = `/never?${n}`;
        await card.updateComplete;
        await aTimeout(0);
      },
    ],
    [
      'that loads',
      '',
      async (card, n) => {
        card.src = `/never?${n}`;
        card.loading = 'eager';
        while (!card.matches(':state(loading)')) await aTimeout(0);
      },
    ],
    [
      'that is drawn, each of another address, with its body',
      '',
      async (card, n) => {
        card.loading = 'eager';
        card.src = await jsonAddress({ ...briefArticle, title: `${n}` });
        await heard(card, 'khabar-body');
      },
    ],
  ];

  for (const [state, style, round] of ROUNDS) {
    inChromium(`${state} leaves the page as large as the first ${FIRST} did`, async function () {
      this.timeout(120_000);
      const place = await elsewhere(style);
      const rounds = async (from: number, to: number) => {
        for (let first = from; first < to; first += AT_ONCE)
          await Promise.all(
            Array.from({ length: AT_ONCE }, async (_, nth) => {
              const card = document.createElement('khabar-card');
              place.append(card);
              await round(card, first + nth);
              card.remove();
            }),
          );
      };
      await rounds(0, FIRST);
      const before = await heap();
      await rounds(FIRST, ALL);
      const after = await heap();
      expect(after.nodes - before.nodes, 'nodes').to.be.lessThan(MOST_NODES);
      expect(after.listeners - before.listeners, 'listeners').to.be.lessThan(MOST_NODES);
      expect(after.bytes - before.bytes, 'bytes').to.be.lessThan(MOST_BYTES);
    });
  }
});
