import { aTimeout, fixture, html, nextFrame } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import type { KhabarCard } from '../../../src/index.js';
import { article, briefArticle } from '../support/articles.js';
import { heard, mount, part, replace } from '../support/card.js';
import { engine } from '../support/commands.js';
import { address, documentOf, jsonAddress, openPage, requestsSeen, type SeenRequest } from '../support/servers.js';
import { attribute, openVisit, pageAddress } from '../support/visit.js';
import { waitUntil } from '../support/wait.js';

let turn = 0;

interface Story {
  src: string;
  seen: () => Promise<SeenRequest[]>;
}

async function story(): Promise<Story> {
  const key = `lazy-${performance.now()}-${(turn += 1)}`;
  return { src: await jsonAddress(briefArticle, { key }), seen: () => requestsSeen(key) };
}

/** Viewports. Tests of anything but the margin itself keep well away from it. */
const FAR = 12;

/** Long enough for observers to be told, which is done once for each frame, and for a request to reach the server. */
async function aWhile(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await nextFrame();
  await aTimeout(50);
}

async function asksForNothing(seen: Story['seen']): Promise<void> {
  await aWhile();
  expect(await seen(), 'it asks before anybody can see it').to.have.length(0);
}

/** That the card is drawn, by one request. */
async function loads(card: KhabarCard, seen: Story['seen']): Promise<void> {
  await waitUntil(() => card.matches(':state(ready)'), 'it does not load', { timeout: 5000 });
  expect(await seen()).to.have.length(1);
}

function cardOf(src: string, attributes: Record<string, string> = {}): KhabarCard {
  const card = document.createElement('khabar-card');
  card.src = src;
  for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
  return card;
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
  scrollTo(0, 0);
  expect(errors.splice(0)).to.deep.equal([]);
});

describe('A lazy card', () => {
  /** A card so many viewports below the end of the viewport, or above its beginning. */
  async function far(viewports: number, src: string, attributes: Record<string, string> = {}): Promise<KhabarCard> {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.style.cssText = `position: relative; height: ${innerHeight * 2 * (FAR + 1)}px;`;
    const card = cardOf(src, attributes);
    const before = viewports > 0 ? innerHeight * (1 + viewports) : 0;
    card.style.cssText = `position: absolute; inset: ${before}px 0 auto 0; height: 10px; overflow: clip;`;
    place.append(card);
    if (viewports < 0) scrollTo(0, place.offsetTop + 10 - viewports * innerHeight);
    return card;
  }

  for (const viewports of [0.1, 1.2, -0.1, -1.2]) {
    it(`loads ${Math.abs(viewports)} viewports ${viewports > 0 ? 'below' : 'above'} what the reader sees`, async () => {
      const { src, seen } = await story();
      await loads(await far(viewports, src), seen);
    });
  }

  for (const viewports of [2, FAR, -2, -FAR]) {
    it(`does not load ${Math.abs(viewports)} viewports ${viewports > 0 ? 'below' : 'above'} what the reader sees, until they come near`, async () => {
      const { src, seen } = await story();
      const card = await far(viewports, src);
      await asksForNothing(seen);
      scrollBy(0, (viewports - Math.sign(viewports) * 1.2) * innerHeight);
      await loads(card, seen);
    });
  }

  it('loads when the reader jumps to it', async () => {
    const { src, seen } = await story();
    const card = await far(FAR, src);
    await asksForNothing(seen);
    card.scrollIntoView();
    await loads(card, seen);
  });

  it('loads when the page before it becomes shorter', async () => {
    const { src, seen } = await story();
    const card = await far(FAR, src);
    await asksForNothing(seen);
    card.style.insetBlockStart = '0';
    await loads(card, seen);
  });

  it('that is eager loads wherever it is', async () => {
    const { src, seen } = await story();
    await loads(await far(FAR, src, { loading: 'eager' }), seen);
  });

  it('loads once it is made eager', async () => {
    const { src, seen } = await story();
    const card = await far(FAR, src);
    await asksForNothing(seen);
    card.loading = 'eager';
    await loads(card, seen);
  });

  it('that is made lazy while it loads goes on loading', async () => {
    const key = `lazy-later-${performance.now()}`;
    const card = await far(FAR, await jsonAddress(briefArticle, { key, delay: 200 }), { loading: 'eager' });
    await waitUntil(() => card.matches(':state(loading)'));
    card.loading = 'lazy';
    await loads(card, () => requestsSeen(key));
  });

  it('loads when it is told to reload, and not a second time when the reader comes to it', async () => {
    const { src, seen } = await story();
    const card = await far(FAR, src);
    await asksForNothing(seen);
    await card.reload();
    card.scrollIntoView();
    await aWhile();
    await loads(card, seen);
  });

  it('that is given another address while it is far asks only for that, when it is near', async () => {
    const [first, second] = [await story(), await story()];
    const card = await far(FAR, first.src);
    await asksForNothing(first.seen);
    card.src = second.src;
    await asksForNothing(second.seen);
    card.scrollIntoView();
    await loads(card, second.seen);
    expect(await first.seen()).to.have.length(0);
  });

  it('that was taken out before it came near asks for nothing', async () => {
    const { src, seen } = await story();
    const card = await far(FAR, src);
    await asksForNothing(seen);
    const place = card.parentElement!;
    card.remove();
    card.style.insetBlockStart = '0';
    await asksForNothing(seen);
    place.append(card);
    await loads(card, seen);
  });

  it('draws at once what the page holds already, wherever it is', async () => {
    const inline = document.createElement('script');
    inline.type = 'application/json';
    inline.textContent = JSON.stringify(article());
    const style = `margin-block-start: ${innerHeight * FAR}px`;
    const cards = [await mount({ style, children: [inline] }), await mount({ style, article: article() })];
    for (const card of cards) await waitUntil(() => part(card, 'headline'), 'not drawn');
  });

  it('draws at once what the page holds already, also where nobody can see it', async () => {
    const card = await mount({ style: 'display: none', article: article() });
    await waitUntil(() => part(card, 'headline'), 'not drawn');
  });

  for (const view of ['summary', 'article', 'teaser']) {
    it(`with a fallback loads in view="${view}" when it comes near`, async () => {
      const { src, seen } = await story();
      const link = document.createElement('a');
      link.href = 'https://herald.example/harbour';
      link.textContent = 'Harbour reopens after storm';
      const style = `margin-block-start: ${innerHeight * FAR}px`;
      const card = await mount({ attributes: { src, view }, style, children: [link] });
      await asksForNothing(seen);
      card.scrollIntoView();
      await loads(card, seen);
    });
  }
});

describe('A lazy card in a box that scrolls', () => {
  /** In a box of 200 pixels, so many times its height below what it shows. */
  async function inScroller(
    times: number,
    src: string,
    scroller = 'overflow: auto',
  ): Promise<[KhabarCard, HTMLElement]> {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.style.cssText = `${scroller}; height: 200px; width: 400px;`;
    const space = document.createElement('div');
    space.style.height = `${200 * (1 + times)}px`;
    const card = cardOf(src);
    box.append(space, card);
    return [card, box];
  }

  it('loads within one and a half of the box’s heights', async () => {
    const { src, seen } = await story();
    const [card] = await inScroller(1.2, src);
    await loads(card, seen);
  });

  it('does not load far below what the box shows, until it is scrolled there', async () => {
    const { src, seen } = await story();
    const [card, box] = await inScroller(12, src);
    await asksForNothing(seen);
    box.scrollTo(0, 200 * 12);
    await loads(card, seen);
  });

  it('loads when it is scrolled to in a row that goes sideways', async () => {
    const { src, seen } = await story();
    const row = await fixture<HTMLElement>(html`<div><div></div></div>`);
    row.style.cssText = 'display: flex; overflow: auto; width: 400px;';
    (row.firstElementChild as HTMLElement).style.cssText = 'flex: none; width: 5000px; height: 1px;';
    const card = cardOf(src);
    card.style.cssText = 'flex: none; width: 400px;';
    row.append(card);
    await asksForNothing(seen);
    row.scrollTo(5000, 0);
    await loads(card, seen);
  });

  it('does not load where the box itself is far, until the reader comes near', async () => {
    const { src, seen } = await story();
    const [card, box] = await inScroller(0, src);
    box.style.marginBlockStart = `${innerHeight * FAR}px`;
    await asksForNothing(seen);
    box.scrollIntoView();
    await loads(card, seen);
  });
});

describe('A lazy card that nobody can see', () => {
  interface Hiding {
    /** The box's own, in HTML. */
    readonly attributes?: string;
    readonly element?: string;
    readonly style?: string;
    /** Of what is in the box, around the card. */
    readonly inner?: string;
    readonly show: (box: HTMLElement) => void;
  }

  const HIDINGS: Record<string, Hiding> = {
    'in the panel of a tab that is not chosen': {
      style: 'display: none',
      show: (box) => (box.style.display = 'block'),
    },
    'in a box that is hidden': { attributes: 'hidden', show: (box) => (box.hidden = false) },
    'in a box that is hidden until found': {
      attributes: 'hidden="until-found"',
      show: (box) => box.removeAttribute('hidden'),
    },
    'in a closed <details>': { element: 'details', show: (box) => ((box as HTMLDetailsElement).open = true) },
    'in a closed dialog': {
      element: 'dialog',
      style: 'width: 400px',
      show: (box) => (box as HTMLDialogElement).showModal(),
    },
    'in a closed popover': {
      attributes: 'popover',
      style: 'width: 400px',
      show: (box) => box.showPopover(),
    },
    'in a box of no width': { style: 'width: 0', show: (box) => (box.style.width = '400px') },
    'in a box of no width that hides what overflows': {
      style: 'width: 0; overflow: hidden',
      show: (box) => (box.style.width = '400px'),
    },
    'in an accordion of no height': {
      style: 'height: 0; overflow: hidden',
      show: (box) => (box.style.height = 'auto'),
    },
    'in an accordion whose greatest height is none': {
      style: 'max-height: 0; overflow: hidden',
      show: (box) => (box.style.maxHeight = '2000px'),
    },
    'in an accordion that opens slowly': {
      style: 'height: 0; overflow: hidden; transition: height 200ms',
      show: (box) => (box.style.height = '500px'),
    },
    'in a box of no height that clips what overflows': {
      style: 'height: 0; overflow: clip',
      show: (box) => (box.style.height = 'auto'),
    },
    'in a box whose content is skipped': {
      style: 'content-visibility: hidden',
      show: (box) => (box.style.contentVisibility = 'visible'),
    },
    'in a column of a grid that has collapsed': {
      style: 'display: grid; grid-template-columns: 1fr 0fr; width: 600px',
      inner: 'grid-column: 2; min-width: 0; overflow: hidden',
      show: (box) => (box.style.gridTemplateColumns = '0fr 1fr'),
    },
    'in a row of a grid that has collapsed': {
      style: 'display: grid; grid-template-rows: 0fr; width: 600px',
      inner: 'min-height: 0; overflow: hidden',
      show: (box) => (box.style.gridTemplateRows = '1fr'),
    },
    'in a flexible column that has collapsed': {
      style: 'display: flex; width: 600px',
      inner: 'flex: 0 0 0; min-width: 0; overflow: hidden',
      show: (box) => ((box.firstElementChild as HTMLElement).style.flex = '1'),
    },
    'in a drawer outside the page': {
      style: 'position: fixed; inset: 0 auto auto -9000px; width: 400px',
      show: (box) => (box.style.left = '0'),
    },
    'in a box that is without a box of its own, in one that is hidden': {
      style: 'display: none',
      inner: 'display: contents',
      show: (box) => (box.style.display = 'block'),
    },
  };

  async function hide(src: string, { attributes = '', element = 'div', style = '', inner = '' }: Hiding) {
    const around = await fixture<HTMLElement>(html`<div></div>`);
    const box = document.createElement(element);
    for (const [, name = '', value = ''] of attributes.matchAll(/([\w-]+)(?:="(.*?)")?/g))
      box.setAttribute(name, value);
    box.style.cssText = style;
    const content = document.createElement('div');
    content.style.cssText = inner;
    const card = cardOf(src);
    content.append(card);
    box.append(content);
    around.append(box);
    return { card, box };
  }

  for (const [where, hiding] of Object.entries(HIDINGS)) {
    it(`${where} asks for nothing until it is shown`, async () => {
      const { src, seen } = await story();
      const { card, box } = await hide(src, hiding);
      await asksForNothing(seen);
      hiding.show(box);
      await loads(card, seen);
    });
  }

  it('by itself asks for nothing until it is shown', async () => {
    const { src, seen } = await story();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const card = cardOf(src, { hidden: '' });
    place.append(card);
    await asksForNothing(seen);
    card.hidden = false;
    await loads(card, seen);
  });

  it('asks for nothing also where it is shown far away, until the reader comes near', async () => {
    const { src, seen } = await story();
    const { card, box } = await hide(src, { style: 'display: none', show: () => undefined });
    box.style.marginBlockStart = `${innerHeight * FAR}px`;
    box.style.display = 'block';
    await asksForNothing(seen);
    box.scrollIntoView({ block: 'end' });
    await loads(card, seen);
  });

  it('and is eager loads at once', async () => {
    const { src, seen } = await story();
    const { card, box } = await hide(src, { style: 'display: none', show: () => undefined });
    const eager = cardOf(src, { loading: 'eager' });
    box.append(eager);
    await loads(eager, seen);
    expect(card.matches(':state(ready)')).to.equal(false);
  });

  it('and has a size reserved asks for nothing until it is shown', async () => {
    const { src, seen } = await story();
    const { card, box } = await hide(src, { style: 'width: 0; overflow: hidden', show: () => undefined });
    card.reserve = '320:812';
    await asksForNothing(seen);
    box.style.width = '400px';
    await loads(card, seen);
  });
});

describe('A lazy card in a frame', () => {
  const FRAMES: Record<string, [hide: string, show: (frame: HTMLIFrameElement) => void]> = {
    'that is far below': ['position: absolute; inset: 9000px auto auto 0', (frame) => frame.scrollIntoView()],
    'that is not displayed': ['display: none', (frame) => (frame.style.display = 'block')],
    'of no width': ['width: 0', (frame) => (frame.style.width = '600px')],
    'of no height': ['height: 0', (frame) => (frame.style.height = '600px')],
  };

  for (const [where, [hide, show]] of Object.entries(FRAMES)) {
    it(`${where} asks for nothing until that is shown`, async () => {
      const { src, seen } = await story();
      const frame = await openPage({
        body: '<main></main>',
        head: `<script src="${await address('/dist/embed.js')}"></script>`,
      });
      frame.style.cssText += `; ${hide}`;
      const page = documentOf(frame);
      const card = page.createElement('khabar-card');
      card.src = src;
      page.querySelector('main')!.append(card);
      await asksForNothing(seen);
      show(frame);
      await loads(card, seen);
    });
  }

  it('loads when it is scrolled to there', async () => {
    const { src, seen } = await story();
    const frame = await openPage({
      body: `<div style="height: 9000px"></div><khabar-card ${attribute('src', src)}></khabar-card>`,
      head: `<script src="${await address('/dist/embed.js')}"></script>`,
    });
    await asksForNothing(seen);
    const card = documentOf(frame).querySelector('khabar-card')!;
    card.scrollIntoView();
    await loads(card, seen);
  });

  it('of another origin, in the viewport, loads', async () => {
    const { src, seen } = await story();
    await openPage({
      origin: new URL(await address('/')).origin,
      body: `<khabar-card ${attribute('src', src)}></khabar-card>`,
      head: `<script src="${await address('/dist/embed.js')}"></script>`,
    });
    await waitUntil(async () => (await seen()).length === 1, 'it does not load', { timeout: 5000 });
  });
});

describe('A lazy card in a browser that lacks', () => {
  it('IntersectionObserver loads at once, wherever it is', async () => {
    replace(window, 'IntersectionObserver', undefined);
    for (const style of [
      `margin-block-start: ${innerHeight * FAR}px`,
      'display: none',
      'overflow: hidden; height: 0',
    ]) {
      const { src, seen } = await story();
      await loads(await mount({ attributes: { src }, style }), seen);
    }
  });

  const WITHOUT_RESIZE_OBSERVER: Record<string, string> = {
    'is drawn where it is near': '',
    'loads in a box of no width': 'width: 0',
  };
  for (const [what, style] of Object.entries(WITHOUT_RESIZE_OBSERVER)) {
    it(`ResizeObserver ${what}`, async () => {
      replace(window, 'ResizeObserver', undefined);
      const { src, seen } = await story();
      await loads(await mount({ attributes: { src }, style }), seen);
    });
  }

  it('ResizeObserver asks for nothing in a tab that is not chosen, until it is', async () => {
    replace(window, 'ResizeObserver', undefined);
    const { src, seen } = await story();
    const card = await mount({ attributes: { src }, style: 'display: none' });
    await asksForNothing(seen);
    card.parentElement!.style.display = 'block';
    await loads(card, seen);
  });

  it('ResizeObserver asks for nothing far away, until the reader comes near', async () => {
    replace(window, 'ResizeObserver', undefined);
    const { src, seen } = await story();
    const card = await mount({ attributes: { src }, style: `margin-block-start: ${innerHeight * FAR}px` });
    await asksForNothing(seen);
    card.scrollIntoView();
    await loads(card, seen);
  });
});

describe('A page that nobody looks at', () => {
  function look(visibility: DocumentVisibilityState): void {
    replace(document, 'visibilityState', visibility);
    replace(document, 'hidden', visibility === 'hidden');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }

  it('asks for nothing until it is visible', async () => {
    look('hidden');
    const { src, seen } = await story();
    const card = await mount({ attributes: { src } });
    await asksForNothing(seen);
    look('visible');
    await loads(card, seen);
  });

  it('asks for eager cards at once', async () => {
    look('hidden');
    const { src, seen } = await story();
    await loads(await mount({ attributes: { src, loading: 'eager' } }), seen);
  });

  it('draws at once what it holds already', async () => {
    look('hidden');
    const card = await mount({ article: article() });
    await heard(card, 'khabar-load');
  });

  it('asks for nothing when it becomes visible and the card is far away', async () => {
    look('hidden');
    const { src, seen } = await story();
    const card = await mount({ attributes: { src }, style: `margin-block-start: ${innerHeight * FAR}px` });
    await aWhile();
    look('visible');
    await asksForNothing(seen);
    card.scrollIntoView();
    await loads(card, seen);
  });

  it('asks for nothing when it becomes visible for a card that was taken out', async () => {
    look('hidden');
    const { src, seen } = await story();
    const card = await mount({ attributes: { src } });
    await aWhile();
    card.remove();
    look('visible');
    await asksForNothing(seen);
  });

  it('goes on loading what it was loading when the reader turned away', async () => {
    const key = `turned-${performance.now()}`;
    const card = await mount({ attributes: { src: await jsonAddress(briefArticle, { key, delay: 200 }) } });
    await waitUntil(() => card.matches(':state(loading)'));
    look('hidden');
    await loads(card, () => requestsSeen(key));
  });

  const withCard = async (src: string, rest = '') =>
    pageAddress({
      body: `<khabar-card ${attribute('src', src)}></khabar-card>${rest}<script src="${await address('/dist/embed.js')}"></script>`,
    });
  const isReady = () => document.querySelector('khabar-card')?.matches(':state(ready)');

  // WebKitGTK's driver has no tabs in the background.
  (engine === 'webkit' ? () => undefined : it)(
    'because it is in a tab in the background asks for nothing until it is in front',
    async () => {
      const [lazy, eager] = [await story(), await story()];
      const visit = await openVisit();
      await visit.openTab({ background: true });
      await visit.goto(
        await withCard(lazy.src, `<khabar-card loading="eager" ${attribute('src', eager.src)}></khabar-card>`),
      );
      expect(await visit.evaluate(() => document.visibilityState)).to.equal('hidden');
      await visit.until(() => window.outcomes.length === 1);
      await aWhile();
      expect(await lazy.seen()).to.have.length(0);
      expect(await eager.seen()).to.have.length(1);
      await visit.toFront();
      await visit.until(isReady);
      expect(await lazy.seen()).to.have.length(1);
      expect(await visit.evaluate(() => window.errors)).to.deep.equal([]);
    },
  );

  // No other engine prerenders.
  (engine === 'chromium' ? it : () => undefined)(
    'because it is prerendered asks for nothing until the reader goes there',
    async () => {
      const [lazy, eager] = [await story(), await story()];
      const there = await withCard(
        lazy.src,
        `<khabar-card loading="eager" ${attribute('src', eager.src)}></khabar-card>`,
      );
      const rules = JSON.stringify({ prerender: [{ urls: [there] }] });
      const visit = await openVisit();
      await visit.goto(
        await pageAddress({
          body: `<a href="${there}">اقرأ</a><script type="speculationrules">${rules}</script>`,
        }),
      );
      // What is eager tells that the page was prerendered.
      await waitUntil(async () => (await eager.seen()).length === 1, 'it is not prerendered', { timeout: 5000 });
      await aWhile();
      expect(await lazy.seen()).to.have.length(0);
      // Not at once: a page that is left before it has answered gives no answer.
      await visit.evaluate(() => void setTimeout(() => document.querySelector('a')!.click(), 50));
      await visit.until(isReady);
      const activation = await visit.evaluate(
        () => (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number }).activationStart,
      );
      expect(activation).to.be.greaterThan(0);
      expect(await lazy.seen()).to.have.length(1);
      expect(await eager.seen()).to.have.length(1);
      expect(await visit.evaluate(() => window.errors)).to.deep.equal([]);
    },
  );
});
