// Paste, look, choose, copy; put what was copied into a fresh page on another origin; find the card.
import { expect } from 'chai';
import { drawn, headlineOf, moment, until } from '../embed/pages.js';
import { article } from '../support/articles.js';
import { documentOf, openPage, otherHost } from '../support/servers.js';
import type { Visit } from '../support/visit.js';
import { choose, copy, fill, hosted, measured, openBuilder, show, storyAddress } from './builder.js';

const BRIDGE = 'جسر المشاة يصل ضفتي الوادي';
const LIBRARY = 'مكتبة تجوب القرى';
const WIDTH = 480;

const bridge = () => storyAddress(article({ title: BRIDGE }));
/** Of another height. */
const library = () => storyAddress(article({ title: LIBRARY, summary: 'خلاصة طويلة. '.repeat(30) }));

async function snippetOf(visit: Visit, story: string, kind: string): Promise<string> {
  await show(visit, story);
  await measured(visit);
  await choose(visit, 'kind', kind);
  return hosted(await copy(visit));
}

async function paste(body: string, head = '', csp?: string) {
  const frame = await openPage({
    body: `${body}<p id="below">تحت</p>`,
    head: `<style>body { margin: 0 }</style>${head}`,
    width: WIDTH,
    height: 4000,
    lang: 'ar',
    dir: 'rtl',
    ...(csp ? { csp } : {}),
  });
  return documentOf(frame);
}

const cardsOf = (page: Document) =>
  until(() => {
    const cards = [...page.querySelectorAll('khabar-card')];
    return cards.length === 2 && cards.every((card) => card.matches(':state(ready)')) && cards;
  });

/** The modules of the package, as an application bundles them. */
const application = '<script src="/bundle/src/index.ts"></script>';

describe('What is copied becomes a card in a page on another origin, twice, and each keeps its place', () => {
  for (const kind of ['quotation', 'element', 'script', 'npm'])
    it(`as ${kind}`, async () => {
      const visit = await openBuilder();
      const first = await snippetOf(visit, await bridge(), kind);
      const second = await snippetOf(visit, await library(), kind);
      const page = await paste(first + second + (kind === 'npm' ? application : ''));
      const cards = await cardsOf(page);
      expect(cards.map(headlineOf)).to.deep.equal([BRIDGE, LIBRARY]);
      await until(() => cards.every((card) => card.shadowRoot!.querySelector('[part="copy"]')));
      await moment();
      const places = [...page.querySelectorAll<HTMLElement>('[style*="min-height"]')];
      expect(places).to.have.length(2);
      for (const [index, place] of places.entries()) {
        const kept = Number.parseFloat(getComputedStyle(place).minHeight);
        // As the engine computes it, from the width of its container.
        expect(kept, kind).to.be.closeTo(cards[index]!.getBoundingClientRect().height, 1);
        expect(place.getBoundingClientRect().height).to.be.closeTo(kept, 1);
      }
    }).timeout(60_000);

  it('as frame, without a script on the page', async () => {
    // The second lies below what the engine takes for near.
    const visit = await openBuilder('#loading=eager');
    const first = await snippetOf(visit, await bridge(), 'frame');
    const second = await snippetOf(visit, await library(), 'frame');
    // Before the frames: they tell once, and may be there at once.
    const listener = `<script>window.told = new Map(); addEventListener('message', (event) => told.set(event.source, event.data.khabar))</script>`;
    const page = await paste(first + second, listener);
    const frames = [...page.querySelectorAll('iframe')];
    const toldBy = ({ contentWindow }: HTMLIFrameElement) =>
      (
        page.defaultView as Window & { told?: Map<unknown, { state: string; height: number; title: string }> }
      ).told!.get(contentWindow);
    await until(() => frames.every((frame) => toldBy(frame)?.state === 'ready'));
    await moment();
    expect(frames.map((frame) => toldBy(frame)!.title)).to.deep.equal([BRIDGE, LIBRARY]);
    for (const frame of frames) expect(frame.clientHeight).to.be.closeTo(toldBy(frame)!.height, 2);
    expect(frames[0]!.clientHeight).not.to.equal(frames[1]!.clientHeight);
  }).timeout(60_000);
});

describe('What is pinned', () => {
  for (const kind of ['quotation', 'element', 'script'])
    it(`runs as ${kind} by the hash of its one file`, async () => {
      const visit = await openBuilder('#updates=pin');
      const text = await snippetOf(visit, await bridge(), kind);
      expect(text).to.match(/embed\.single\.js"\s+integrity="sha384-/);
      const card = await drawn(await paste(text));
      expect(headlineOf(card)).to.equal(BRIDGE);
    }).timeout(60_000);
});

describe('JSON that is pasted', () => {
  for (const kind of ['quotation', 'element', 'npm'])
    it(`is in the snippet, as ${kind}`, async () => {
      const visit = await openBuilder();
      const json = JSON.stringify(article({ title: `${BRIDGE} </script><!--` }));
      const text = await snippetOf(visit, json, kind);
      const card = await drawn(await paste(text + (kind === 'npm' ? application : '')));
      expect(headlineOf(card)).to.equal(`${BRIDGE} </script><!--`);
    }).timeout(60_000);
});

describe('What is chosen', () => {
  it('is on the card', async () => {
    const visit = await openBuilder();
    await show(visit, await bridge());
    await choose(visit, 'view', 'teaser');
    await choose(visit, 'lang', 'en');
    await fill(visit, '--khabar-accent', '#aa0000');
    await measured(visit);
    const card = await drawn(await paste(await hosted(await copy(visit))));
    expect(card.view).to.equal('teaser');
    expect(card.shadowRoot!.querySelector('[part="published"]')!.textContent).to.match(/Published/);
    expect(getComputedStyle(card).getPropertyValue('--khabar-accent').trim()).to.equal('#aa0000');
  }).timeout(60_000);

  it('is seen at once in the preview, which nobody else can reach', async () => {
    const visit = await openBuilder();
    await show(visit, await bridge());
    await measured(visit);
    const isClosed = await visit.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe.preview')!;
      return frame.contentDocument === null && !frame.sandbox.contains('allow-same-origin');
    });
    expect(isClosed).to.equal(true);
    await choose(visit, 'view', 'teaser');
    await measured(visit);
    expect(await copy(visit)).to.include('data-view="teaser"');
  }).timeout(60_000);
});

describe('The policy that is copied', () => {
  for (const kind of ['quotation', 'frame'])
    it(`is all that a strict page needs, as ${kind}`, async () => {
      const visit = await openBuilder();
      const text = await snippetOf(visit, await bridge(), kind);
      const policy = await hosted(await copy(visit, 'policy'));
      const note = `<script nonce="test">window.refused = []; addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => refused.push(violatedDirective + ' ' + blockedURI));</script>`;
      const page = await paste(
        text,
        note,
        `default-src 'none'; style-src 'nonce-none'; ${policy.replace('script-src', "script-src 'nonce-test'")}${kind === 'frame' ? "; script-src 'nonce-test'" : ''}`,
      );
      const view = page.defaultView as Window & typeof globalThis & { refused: string[] };
      if (kind === 'quotation') {
        await drawn(page);
        await until(() => page.querySelector('khabar-card')!.shadowRoot!.querySelector('img')?.complete);
      }
      await moment();
      // The page's own style is not the builder's, and the body's `style=` is refused while it is parsed, without effect.
      const refused = view.refused.filter((one) => !/^style-src(-elem|-attr)? inline/.test(one));
      expect(refused).to.deep.equal([]);
      const place = page.querySelector<HTMLElement>(kind === 'frame' ? 'iframe' : '[style*="min-height"]')!;
      expect(place.clientHeight).to.be.greaterThan(400);
    }).timeout(60_000);

  it('names the story’s host', async () => {
    const visit = await openBuilder();
    await show(visit, await bridge());
    await measured(visit);
    expect(await copy(visit, 'policy')).to.include(`connect-src ${await otherHost()}`);
  });
});
