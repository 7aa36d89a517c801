import { aTimeout } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import type { KhabarCard } from '../../../src/index.js';
import { violations } from '../accessibility/reading.js';
import { article, briefArticle } from '../support/articles.js';
import { mount, part, replace, textOf } from '../support/card.js';
import { holdWaits, skipWaits, type HeldWaits } from '../support/clock.js';
import { engine } from '../support/commands.js';
import { address, type Params, requestsSeen, type SeenRequest } from '../support/servers.js';
import { attribute, openVisit, pageAddress, type Visit } from '../support/visit.js';
import { waitUntil } from '../support/wait.js';

const TITLE = 'افتتاح أول متحف للأفلاج في ولاية إزكي';
const OFFLINE = 'لا يوجد اتصال بالإنترنت. سيُعرض الخبر عند عودة الاتصال.';

let turn = 0;

interface Story {
  src: string;
  seen: () => Promise<SeenRequest[]>;
}

/** An address of JSON that answers with these, one after the other. */
async function story(statuses: string, params: Params = {}, suffix = '.json'): Promise<Story> {
  const key = `offline-${performance.now()}-${(turn += 1)}${suffix}`;
  const src = await address(`/sequence/${key}`, { statuses, body: JSON.stringify(article()), ...params });
  return { src, seen: () => requestsSeen(key) };
}

/** What the browser tells of its network. The servers go on answering the test itself. */
function goOffline(): void {
  replace(navigator, 'onLine', false);
  dispatchEvent(new Event('offline'));
}

function goOnline(): void {
  replace(navigator, 'onLine', true);
  dispatchEvent(new Event('online'));
}

const status = (card: KhabarCard) => textOf(card.shadowRoot!.querySelector('[role="status"]'));
const saysOffline = (card: KhabarCard) =>
  waitUntil(() => status(card) === OFFLINE, 'it does not say that it is offline', { timeout: 5000 });
const asked = (seen: Story['seen'], times = 1) =>
  waitUntil(async () => (await seen()).length === times, 'no request', { timeout: 5000 });

/** A card in Arabic, and what it has told of its outcomes. */
async function place(src: string, attributes: Record<string, string> = {}, children: Node[] = []) {
  const card = await mount({ attributes: { src, lang: 'ar', ...attributes }, children });
  const outcomes: string[] = [];
  card.addEventListener('khabar-load', () => outcomes.push('load'));
  card.addEventListener('khabar-error', ({ error }) => outcomes.push(error.code));
  return { card, outcomes };
}

const ready = (card: KhabarCard) => waitUntil(() => card.matches(':state(ready)'), 'not drawn', { timeout: 5000 });
/** Seconds that no other wait lasts here. */
const TIMEOUT = '7';
const holdTimeouts = () => holdWaits([Number(TIMEOUT) * 1000]);

/** A card that is told {@link TIMEOUT} has waited for so long. */
async function timesOut(card: KhabarCard, timeouts: HeldWaits): Promise<void> {
  await waitUntil(() => timeouts.lasting === 1, 'no timeout runs', { timeout: 5000 });
  timeouts.end();
  await failed(card);
}

const failed = (card: KhabarCard) => waitUntil(() => card.matches(':state(failed)'), 'no failure', { timeout: 8000 });

function fallback(): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = 'https://alqafila.example/2026/03/falaj/';
  link.textContent = TITLE;
  return link;
}

const errors: unknown[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent) =>
  errors.push('reason' in event ? event.reason : event.message);

before(() => {
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
});
after(() => {
  removeEventListener('error', note);
  removeEventListener('unhandledrejection', note);
});
afterEach(() => {
  expect(errors.splice(0)).to.deep.equal([]);
});

describe('A card whose device goes offline', () => {
  const MOMENTS: [when: string, statuses: string, requests: number, params?: Params][] = [
    ['while it waits for headers', 'never,200', 2],
    ['in the middle of a body', 'drip,200', 2, { step: 10, every: 50 }],
    // The third is the one that is made offline, and broken.
    ['between two tries', '503,reset,200', 3, { 'retry-after': 3 }],
  ];

  for (const [when, statuses, requests, params] of MOMENTS) {
    it(`${when} waits, and asks again once it is online`, async () => {
      const tries = holdWaits([3000]);
      const { src, seen } = await story(statuses, params);
      const { card, outcomes } = await place(src);
      await asked(seen);
      // Until the first answer, or the first part of it, is here.
      if (statuses.startsWith('503')) await waitUntil(() => tries.lasting === 1, 'no wait', { timeout: 5000 });
      else await aTimeout(100);
      goOffline();
      tries.end();
      await saysOffline(card);
      expect(card.matches(':state(loading)')).to.equal(true);
      await aTimeout(100);
      expect(await seen()).to.have.length(requests - 1);
      goOnline();
      await ready(card);
      expect(textOf(part(card, 'headline'))).to.equal(TITLE);
      expect(await seen()).to.have.length(requests);
      expect(outcomes).to.deep.equal(['load']);
    });
  }

  it('hangs up what was under way', async () => {
    const { src, seen } = await story('never,200');
    const { card } = await place(src);
    await asked(seen);
    goOffline();
    await waitUntil(async () => (await seen())[0]!.aborted, 'the request goes on', { timeout: 5000 });
    await saysOffline(card);
  });

  const BEFORE = { JSON: '.json', 'a page that may be the story’s': '/story' };
  for (const [kind, suffix] of Object.entries(BEFORE)) {
    it(`before it asks for ${kind} waits, and asks again once it is online`, async () => {
      const { src, seen } = await story('reset,200', {}, suffix);
      goOffline();
      const { card, outcomes } = await place(src);
      await saysOffline(card);
      goOnline();
      await ready(card);
      expect(await seen()).to.have.length(2);
      expect(outcomes).to.deep.equal(['load']);
    });
  }

  it('does not count the wait as a try', async () => {
    // Two tries after the first are all there are; the broken connections are none of them.
    const { src, seen } = await story('503,reset,reset,503,200', { 'retry-after': 0 });
    goOffline();
    const { card, outcomes } = await place(src);
    await saysOffline(card);
    // Back for a moment, in which nothing comes through.
    replace(navigator, 'onLine', true);
    dispatchEvent(new Event('online'));
    replace(navigator, 'onLine', false);
    await asked(seen, 3);
    await saysOffline(card);
    goOnline();
    await ready(card);
    expect(await seen()).to.have.length(5);
    expect(outcomes).to.deep.equal(['load']);
  });

  it('goes offline again, and waits again', async () => {
    const { src, seen } = await story('never,never,200');
    const { card, outcomes } = await place(src);
    for (const times of [1, 2]) {
      await asked(seen, times);
      goOffline();
      await saysOffline(card);
      goOnline();
      await waitUntil(() => status(card) === '', 'it still says that it is offline');
    }
    await ready(card);
    expect(outcomes).to.deep.equal(['load']);
  });

  it('has not timed out when it was offline for longer than that', async () => {
    const timeouts = holdTimeouts();
    const { src, seen } = await story('never,200');
    const { card, outcomes } = await place(src, { timeout: TIMEOUT });
    await asked(seen);
    expect(timeouts.lasting).to.equal(1);
    goOffline();
    await saysOffline(card);
    expect(timeouts.lasting).to.equal(0);
    expect(outcomes).to.deep.equal([]);
    goOnline();
    await ready(card);
    expect(outcomes).to.deep.equal(['load']);
  });

  it('has its whole time once it is online', async () => {
    const { src, seen } = await story('never,200');
    const timeouts = holdTimeouts();
    const { card, outcomes } = await place(src, { timeout: TIMEOUT });
    await asked(seen);
    goOffline();
    await saysOffline(card);
    await aTimeout(100);
    expect(timeouts.begun).to.have.length(1);
    goOnline();
    await ready(card);
    expect(timeouts.begun).to.deep.equal([7000, 7000]);
    expect(outcomes).to.deep.equal(['load']);
  });

  it('still times out once it is online again', async () => {
    const timeouts = holdTimeouts();
    const { src, seen } = await story('never');
    const { card, outcomes } = await place(src, { timeout: TIMEOUT });
    await asked(seen);
    goOffline();
    await saysOffline(card);
    goOnline();
    await asked(seen, 2);
    await timesOut(card, timeouts);
    expect(outcomes).to.deep.equal(['timeout']);
  });

  it('is one of several that want the same article: all wait, and one request is made', async () => {
    const { src, seen } = await story('never,200');
    const cards = await Promise.all([1, 2, 3].map(async () => (await place(src, { loading: 'eager' })).card));
    await asked(seen);
    goOffline();
    await Promise.all(cards.map(saysOffline));
    // One that comes meanwhile waits with them.
    const { card } = await place(src, { loading: 'eager' });
    await saysOffline(card);
    expect(await seen()).to.have.length(1);
    goOnline();
    await Promise.all([...cards, card].map(ready));
    expect(await seen()).to.have.length(2);
  });

  it('asks for nothing once it was taken out, and for its article when it is put back', async () => {
    const { src, seen } = await story('never,200');
    const { card, outcomes } = await place(src);
    const around = card.parentElement!;
    await asked(seen);
    goOffline();
    await saysOffline(card);
    card.remove();
    goOnline();
    await aTimeout(150);
    expect(await seen()).to.have.length(1);
    around.append(card);
    await ready(card);
    expect(await seen()).to.have.length(2);
    expect(outcomes).to.deep.equal(['load']);
  });

  it('that is given another address asks for that one alone', async () => {
    const [first, second] = [await story('never,200'), await story('200', { body: JSON.stringify(briefArticle) })];
    const { card } = await place(first.src);
    await asked(first.seen);
    goOffline();
    await saysOffline(card);
    card.src = second.src;
    await ready(card);
    goOnline();
    await aTimeout(150);
    expect(await first.seen()).to.have.length(1);
    expect(textOf(part(card, 'headline'))).to.equal('Harbour reopens after storm');
  });

  it('is drawn although the browser says that it is offline, where the site answers', async () => {
    const { src, seen } = await story('200');
    goOffline();
    const { card, outcomes } = await place(src);
    await ready(card);
    expect(outcomes).to.deep.equal(['load']);
    expect(await seen()).to.have.length(1);
  });

  it('is told of an error that the site answers, whatever the browser says of its network', async () => {
    const { src, seen } = await story('404');
    goOffline();
    const { card, outcomes } = await place(src);
    await failed(card);
    expect(outcomes).to.deep.equal(['http']);
    expect(await seen()).to.have.length(1);
  });

  it('is drawn from what the page holds of it', async () => {
    goOffline();
    const card = await mount({ article: briefArticle });
    await ready(card);
  });
});

describe('A notice to a reader who is offline', () => {
  for (const [kind, children] of Object.entries({ without: [], with: [fallback()] })) {
    it(`is shown, and no failure, on a card ${kind} a fallback`, async () => {
      const { src, seen } = await story('never,200');
      const { card } = await place(
        src,
        {},
        children.map((node) => node.cloneNode(true)),
      );
      await asked(seen);
      goOffline();
      await saysOffline(card);
      const root = card.shadowRoot!;
      expect(root.querySelector('[role="alert"], [part="failure"]')).to.equal(null);
      expect(root.querySelector('article')!.getAttribute('aria-busy')).to.equal('false');
      expect(root.querySelector<HTMLElement>('[role="status"]')!.checkVisibility()).to.equal(true);
      expect(card.querySelector('a')?.checkVisibility()).to.equal(kind === 'with' ? true : undefined);
      expect(await violations(card)).to.deep.equal([]);
    });
  }

  it('is said in a place that was there before, so that it is announced', async () => {
    const { src, seen } = await story('never,200');
    const { card } = await place(src);
    await asked(seen);
    const region = card.shadowRoot!.querySelector('[role="status"]');
    expect(textOf(region)).to.equal('');
    goOffline();
    await saysOffline(card);
    expect(card.shadowRoot!.querySelector('[role="status"]')).to.equal(region);
  });

  const LANGUAGES = {
    ar: OFFLINE,
    en: 'You’re offline. The story will appear once you’re connected again.',
  };
  for (const [lang, words] of Object.entries(LANGUAGES)) {
    it(`is in the language of the card, ${lang}`, async () => {
      const { src } = await story('reset,200');
      goOffline();
      const { card } = await place(src, { lang });
      await waitUntil(() => status(card) === words, `it says ${status(card)}`);
      expect(card.shadowRoot!.querySelector('article')!.lang).to.equal(lang);
    });
  }

  const TRIES = { 'while the card tries again': 'never', 'before the card tries again': 'reset' };
  for (const [when, answer] of Object.entries(TRIES)) {
    it(`stands in the place of the failure where they go offline ${when}`, async () => {
      const { src, seen } = await story(`404,${answer},200`);
      const { card, outcomes } = await place(src);
      await failed(card);
      if (answer === 'reset') goOffline();
      part(card, 'retry')!.click();
      await asked(seen, 2);
      if (answer === 'never') goOffline();
      const alert = card.shadowRoot!.querySelector('[role="alert"]')!;
      await waitUntil(() => textOf(alert)!.includes(OFFLINE), 'it does not say that it is offline');
      expect(part(card, 'retry')!.getAttribute('aria-disabled')).to.equal('true');
      expect(outcomes).to.deep.equal(['http']);
      goOnline();
      await ready(card);
      expect(outcomes).to.deep.equal(['http', 'load']);
      expect(await seen()).to.have.length(3);
    });
  }
});

describe('A device that comes online', () => {
  it('makes a card load by itself that could not reach the site', async function () {
    this.timeout(20_000);
    skipWaits();
    const { src, seen } = await story('reset,reset,reset,200');
    const { card, outcomes } = await place(src);
    await failed(card);
    expect(await seen()).to.have.length(3);
    goOnline();
    await ready(card);
    expect(outcomes).to.deep.equal(['network', 'load']);
    expect(await seen()).to.have.length(4);
  });

  it('makes a card load by itself that had timed out', async () => {
    const timeouts = holdTimeouts();
    const { src } = await story('never,200');
    const { card, outcomes } = await place(src, { timeout: TIMEOUT });
    await timesOut(card, timeouts);
    goOnline();
    await ready(card);
    expect(outcomes).to.deep.equal(['timeout', 'load']);
  });

  it('asks for nothing where the site has answered, good or bad', async () => {
    for (const statuses of ['200', '404', '410']) {
      const { src, seen } = await story(statuses);
      const { card } = await place(src);
      await waitUntil(() => card.matches(':state(ready), :state(failed)'), 'no outcome', { timeout: 5000 });
      goOnline();
      await aTimeout(150);
      expect(await seen(), statuses).to.have.length(1);
    }
  });

  it('makes a card load once that had timed out, however often it comes online', async () => {
    const timeouts = holdTimeouts();
    const { src, seen } = await story('never,200', { delay: 200 });
    const { card } = await place(src, { timeout: TIMEOUT });
    await asked(seen);
    // The server takes its delay before it counts.
    await aTimeout(400);
    await timesOut(card, timeouts);
    goOnline();
    goOnline();
    await ready(card);
    goOnline();
    await aTimeout(150);
    expect(await seen()).to.have.length(2);
  });

  it('does nothing for a card that failed and was taken out', async () => {
    const timeouts = holdTimeouts();
    const { src, seen } = await story('never,200');
    const { card } = await place(src, { timeout: TIMEOUT });
    await asked(seen);
    await timesOut(card, timeouts);
    card.remove();
    goOnline();
    await aTimeout(150);
    expect(await seen()).to.have.length(1);
  });

  it('makes a card load that failed and was moved', async () => {
    const timeouts = holdTimeouts();
    const { src, seen } = await story('never,200');
    const { card, outcomes } = await place(src, { timeout: TIMEOUT });
    await asked(seen);
    await timesOut(card, timeouts);
    card.parentElement!.append(card);
    await failed(card);
    goOnline();
    await ready(card);
    expect(outcomes).to.deep.equal(['timeout', 'load']);
  });

  it('is not assumed where a page has just loaded', async () => {
    const timeouts = holdTimeouts();
    const { src, seen } = await story('never,200');
    const { card } = await place(src, { timeout: TIMEOUT });
    await asked(seen);
    await timesOut(card, timeouts);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    await aTimeout(150);
    expect(card.matches(':state(failed)')).to.equal(true);
    expect(await seen()).to.have.length(1);
  });

  const RELOADS = { 'before it is asked for': 'reset', 'while it is on its way': 'never' };
  for (const [when, answer] of Object.entries(RELOADS)) {
    it(`finds drawn what was drawn, where a reload lost the network ${when}`, async () => {
      const { src, seen } = await story(`200,${answer},200`);
      const { card, outcomes } = await place(src);
      await ready(card);
      if (answer === 'reset') goOffline();
      const reloaded = card.reload();
      await asked(seen, 2);
      if (answer === 'never') goOffline();
      await aTimeout(100);
      expect(textOf(part(card, 'headline'))).to.equal(TITLE);
      expect(card.shadowRoot!.querySelector('[role="alert"]')).to.equal(null);
      goOnline();
      await reloaded;
      expect(textOf(part(card, 'headline'))).to.equal(TITLE);
      expect(outcomes).to.deep.equal(['load', 'load']);
      expect(await seen()).to.have.length(3);
    });
  }
});

// WebKitGTK's driver can take no network away.
(engine === 'webkit' ? () => undefined : describe)('A network that is really gone', () => {
  async function visitCard(src: string, attributes = ''): Promise<Visit> {
    const visit = await openVisit();
    await visit.goto(
      await pageAddress({
        body: `<khabar-card ${attribute('src', src)} lang="ar" ${attributes}></khabar-card><script src="${await address('/dist/embed.js')}"></script>`,
      }),
    );
    return visit;
  }

  const untilOffline = (visit: Visit) =>
    visit.until(
      (words) =>
        document.querySelector('khabar-card')?.shadowRoot?.querySelector('[role="status"]')?.textContent === words,
      OFFLINE,
    );
  const untilReady = (visit: Visit) =>
    visit.until(() => document.querySelector('khabar-card')!.matches(':state(ready)'));

  const MOMENTS: [when: string, statuses: string, params?: Params][] = [
    ['while a card waits for headers', 'never,200'],
    ['in the middle of a body', 'drip,200', { step: 10, every: 50 }],
    ['between two tries', '503,200', { 'retry-after': 1 }],
  ];
  for (const [when, statuses, params] of MOMENTS) {
    it(`${when} makes the card wait, and nothing else`, async () => {
      const { src, seen } = await story(statuses, params);
      const visit = await visitCard(src, 'timeout="1.5"');
      await asked(seen);
      const began = performance.now();
      await visit.setOffline(true);
      await untilOffline(visit);
      // Longer than the timeout.
      await aTimeout(1700 - (performance.now() - began));
      expect(await seen()).to.have.length(1);
      await visit.setOffline(false);
      await untilReady(visit);
      expect(await seen()).to.have.length(2);
      expect(await visit.evaluate(() => [window.outcomes, window.errors])).to.deep.equal([['load'], []]);
    });
  }

  it('before a card asks makes it wait', async () => {
    const { src, seen } = await story('200');
    const visit = await visitCard(src, 'hidden');
    await visit.setOffline(true);
    await visit.until(() => !navigator.onLine);
    await visit.evaluate(() => (document.querySelector('khabar-card')!.hidden = false));
    await untilOffline(visit);
    await visit.setOffline(false);
    await untilReady(visit);
    expect(await seen()).to.have.length(1);
    expect(await visit.evaluate(() => [window.outcomes, window.errors])).to.deep.equal([['load'], []]);
  });
});
