import { expect } from 'chai';
import { article } from '../support/articles.js';
import { engine } from '../support/commands.js';
import { address, requestsSeen } from '../support/servers.js';
import { attribute, openVisit, pageAddress, type Visit } from '../support/visit.js';

let turn = 0;

/** An address that answers with these, one after the other; in two seconds where it answers `slow`. */
async function story(statuses: string, params: Record<string, string | number> = {}) {
  const key = `back-${performance.now()}-${(turn += 1)}.json`;
  const body = JSON.stringify(article());
  return { src: await address(`/sequence/${key}`, { statuses, body, ...params }), key };
}

/** Without the jitter of the waits between two tries, and most of the waits: 50 and 100 ms. */
const HASTY = '<script>Math.random = () => -0.4</script>';

/** A tab on a page with a card. */
async function visitCard(src: string, head = ''): Promise<Visit> {
  const visit = await openVisit();
  const embed = await address('/dist/embed.js');
  await visit.goto(
    await pageAddress({
      head,
      body: `<khabar-card ${attribute('src', src)} lang="ar"></khabar-card><script async src="${embed}"></script>`,
    }),
  );
  return visit;
}

const untilState = (visit: Visit, state: 'loading' | 'ready' | 'failed') =>
  visit.until((name) => document.querySelector('khabar-card')?.matches(`:state(${name})`), state);

/** Firefox keeps no page that is still being loaded. */
const untilLoaded = (visit: Visit) => visit.until(() => window.shows.length === 1);

async function untilFailed(visit: Visit): Promise<void> {
  await untilState(visit, 'failed');
  await untilLoaded(visit);
}

/** Drawn, and with nothing under way any more: Firefox keeps no page that waits for an answer. */
async function untilDrawn(visit: Visit): Promise<void> {
  await untilState(visit, 'ready');
  await untilLoaded(visit);
  await visit.until(() => {
    const { shadowRoot } = document.querySelector('khabar-card')!;
    const pictures = [...shadowRoot!.querySelectorAll('img')];
    return shadowRoot!.querySelector('[part="body"][aria-busy="false"]') && pictures.every(({ complete }) => complete);
  });
}

/** Leaves the page for another, and comes back. */
async function leaveAndReturn(visit: Visit): Promise<void> {
  const elsewhere = await pageAddress({ body: '<h1 id="elsewhere">صفحة أخرى</h1>' });
  await visit.goto(elsewhere);
  await visit.until(() => document.querySelector('#elsewhere'));
  await visit.back();
  await visit.until(
    () => document.querySelector('khabar-card') && document.readyState === 'complete' && window.shows[0] !== undefined,
  );
}

const shows = (visit: Visit) => visit.evaluate(() => window.shows);
const errors = (visit: Visit) => visit.evaluate(() => window.errors);
const headline = (visit: Visit) =>
  visit.evaluate(() =>
    document.querySelector('khabar-card')!.shadowRoot!.querySelector('[part="headline"]')?.textContent.trim(),
  );

const TITLE = 'افتتاح أول متحف للأفلاج في ولاية إزكي';

describe('A page that the reader comes back to', () => {
  it('comes from the back/forward cache, with the card that was drawn, and asks for nothing', async () => {
    const { src, key } = await story('200');
    const visit = await visitCard(src);
    await untilDrawn(visit);
    await leaveAndReturn(visit);
    expect(await shows(visit)).to.deep.equal([false, true]);
    expect(await headline(visit)).to.equal(TITLE);
    expect(await visit.evaluate(() => window.outcomes)).to.deep.equal(['load']);
    expect(await requestsSeen(key)).to.have.length(1);
    expect(await errors(visit)).to.deep.equal([]);
  });

  it('has a card that works: it loads again when it is asked to', async () => {
    const { src, key } = await story('200');
    const visit = await visitCard(src);
    await untilDrawn(visit);
    await leaveAndReturn(visit);
    await visit.evaluate(() => void document.querySelector('khabar-card')!.reload());
    await visit.until(() => window.outcomes.length === 2);
    expect(await requestsSeen(key)).to.have.length(2);
  });

  // Firefox keeps no page that waits for an answer, whatever the page does about it (nsIBFCacheEntry, REQUEST).
  const keepsLoading = engine !== 'firefox';
  const LEFT = {
    'the headers of its answer': 'never,200',
    'the body of its answer': 'drip,200',
    'its next try': '503,200',
  };
  for (const [what, statuses] of Object.entries(LEFT)) {
    it(`draws the card that was waiting for ${what}`, async () => {
      const { src, key } = await story(statuses, { every: 200, step: 10, 'retry-after': 2 });
      const visit = await visitCard(src);
      await untilState(visit, 'loading');
      for (let seen: unknown[] = []; seen.length === 0;) seen = await requestsSeen(key);
      await leaveAndReturn(visit);
      await untilState(visit, 'ready');
      expect(await headline(visit)).to.equal(TITLE);
      expect(await requestsSeen(key)).to.have.length(2);
      expect(await errors(visit)).to.deep.equal([]);
      expect(await visit.evaluate(() => window.outcomes)).to.deep.equal(['load']);
    });

    (keepsLoading ? it : () => undefined)(`is kept although its card was waiting for ${what}`, async () => {
      const { src, key } = await story(statuses, { every: 200, step: 10, 'retry-after': 2 });
      const visit = await visitCard(src);
      await untilState(visit, 'loading');
      for (let seen: unknown[] = []; seen.length === 0;) seen = await requestsSeen(key);
      await leaveAndReturn(visit);
      expect(await shows(visit)).to.deep.equal([false, true]);
    });
  }

  it('has a card that failed as it was, and the reader can try again', async () => {
    const { src } = await story('404,200');
    const visit = await visitCard(src);
    await untilFailed(visit);
    // Its timing is known once the browser is done with it.
    await visit.until((address) => performance.getEntriesByName(address).length > 0, src);
    await leaveAndReturn(visit);
    expect(await shows(visit)).to.deep.equal([false, true]);
    await untilState(visit, 'failed');
    await visit.evaluate(() =>
      document.querySelector('khabar-card')!.shadowRoot!.querySelector<HTMLElement>('[part="retry"]')!.click(),
    );
    await untilState(visit, 'ready');
    expect(await visit.evaluate(() => window.outcomes)).to.deep.equal(['http', 'load']);
    expect(await errors(visit)).to.deep.equal([]);
  });

  it('asks again by itself for what could not be reached before', async function () {
    this.timeout(20_000);
    const { src } = await story('reset,reset,reset,200');
    const visit = await visitCard(src, HASTY);
    await untilFailed(visit);
    await leaveAndReturn(visit);
    expect(await shows(visit)).to.deep.equal([false, true]);
    await untilState(visit, 'ready');
    expect(await visit.evaluate(() => window.outcomes)).to.deep.equal(['network', 'load']);
  });

  it('has a far card that still loads when it comes near', async () => {
    const { src, key } = await story('200');
    const visit = await openVisit();
    const embed = await address('/dist/embed.js');
    await visit.goto(
      await pageAddress({
        body: `<div style="height: 9000px"></div><khabar-card ${attribute('src', src)}></khabar-card><script src="${embed}"></script>`,
      }),
    );
    await visit.until(() => document.querySelector('khabar-card')?.shadowRoot);
    await leaveAndReturn(visit);
    expect(await shows(visit)).to.deep.equal([false, true]);
    expect(await requestsSeen(key)).to.have.length(0);
    await visit.evaluate(() => document.querySelector('khabar-card')!.scrollIntoView());
    await untilState(visit, 'ready');
  });
});
