import { expect } from 'chai';
import type { KhabarCard } from '../../../src/index.js';
import { article } from '../support/articles.js';
import { part, textOf } from '../support/card.js';
import {
  address,
  documentOf,
  forgetRequests,
  jsonAddress,
  openPage,
  requestsSeen,
  requestsWith,
} from '../support/servers.js';
import { embed, until, withBody } from './pages.js';

let turn = 0;

/** A CDN of npm (tests/server/answers.mjs). */
class Cdn {
  readonly key = `versions-${Math.round(performance.now())}-${(turn += 1)}`;

  /** @param keeps earlier versions whose parts are in the package too; `says`: what all of its parts say of themselves */
  async release(version: string, more: { keeps?: string; says?: string } = {}): Promise<void> {
    await fetch(await address(`/cdn/${this.key}/release`, { version, ...more }));
  }

  embed(range: string): Promise<string> {
    return address(`/cdn/${this.key}/khabar@${range}/dist/embed.js`);
  }

  /** What was asked of it, from `khabar@` on. */
  async asked(): Promise<string[]> {
    const seen = await requestsWith(`/cdn/${this.key}/khabar@`);
    return seen.map(({ path }) => path.replace(/.*\/khabar@/, ''));
  }
}

/** A page with the scripts, and a card if there is JSON for it. */
async function pageOf(scripts: readonly string[], json?: unknown, attributes = '') {
  const card = json ? `<khabar-card src="${await jsonAddress(json)}" view="article" ${attributes}></khabar-card>` : '';
  const frame = await openPage({
    head: '<script>lines = []; console.warn = console.error = (...all) => lines.push(all.join(" "))</script>',
    body: card.replaceAll('&', '&amp;') + scripts.map((src) => `<script src="${src}"></script>`).join(''),
  });
  const view = frame.contentWindow as Window & typeof globalThis & { lines: string[] };
  return { page: documentOf(frame), view };
}

describe('Behind an address that moves on to the next release', () => {
  it('a script that the browser has kept finds the parts of its own version', async () => {
    const cdn = new Cdn();
    await cdn.release('1.0.0');
    const before = await pageOf([await cdn.embed('1')]);
    expect(before.view.khabar.version).to.equal('1.0.0');
    await cdn.release('1.1.0', { keeps: '1.0.0' });

    const { page, view } = await pageOf([await cdn.embed('1')], article());
    await withBody(page);
    expect(view.khabar.version).to.equal('1.0.0');
    const parts = (await cdn.asked()).filter((path) => path !== '1/dist/embed.js');
    expect(parts.length).to.be.at.least(3);
    for (const path of parts) expect(path).to.match(/^1\/dist\/1\.0\.0\/embed\.\w+\.js$/);
    expect(view.lines).to.deep.equal([]);
  });

  it('a new reader gets the new release, with its parts', async () => {
    const cdn = new Cdn();
    await cdn.release('1.0.0');
    await cdn.release('1.1.0', { keeps: '1.0.0' });
    const { page, view } = await pageOf([await cdn.embed('1')], article());
    await withBody(page);
    expect(view.khabar.version).to.equal('1.1.0');
    const parts = (await cdn.asked()).filter((path) => path !== '1/dist/embed.js');
    for (const path of parts) expect(path).to.match(/^1\/dist\/1\.1\.0\/embed\.\w+\.js$/);
  });

  it('the headline stays where a release has not kept the parts of an earlier one, and one line says so', async () => {
    const cdn = new Cdn();
    await cdn.release('1.0.0');
    await pageOf([await cdn.embed('1')]);
    await cdn.release('1.1.0');
    const { page, view } = await pageOf([await cdn.embed('1')], article());
    const card = await until(() => page.querySelector<KhabarCard>('khabar-card:state(ready)'));
    await until(() => textOf(part(card, 'body'))?.includes('تعذّر عرض نص الخبر'));
    expect(view.lines).to.have.length(1);
    expect(view.lines[0]).to.match(/^khabar: a part of a card could not be loaded/);
  });
});

describe('Two versions in a page', () => {
  for (const [first, second] of [
    ['1.0.0', '1.1.0'],
    ['1.1.0', '1.0.0'],
  ] as const)
    it(`never share parts: ${first}, then ${second}`, async () => {
      const cdn = new Cdn();
      await cdn.release('1.0.0');
      await cdn.release('1.1.0');
      const { page, view } = await pageOf([await cdn.embed(first), await cdn.embed(second)], article());
      await withBody(page);
      expect(view.khabar.version).to.equal(first);
      const parts = (await cdn.asked()).filter((path) => !path.endsWith('/dist/embed.js'));
      expect(parts.length).to.be.at.least(3);
      for (const path of parts) expect(path.startsWith(`${first}/dist/${first}/`), path).to.equal(true);
    });
});

describe('A part of another version', () => {
  it('is refused: the card is as without it, and one line says which it is', async () => {
    const cdn = new Cdn();
    await cdn.release('1.0.0', { says: '1.1.0' });
    const { page, view } = await pageOf([await cdn.embed('1.0.0')], article());
    const card = await until(() => page.querySelector<KhabarCard>('khabar-card:state(ready)'));
    await until(() => textOf(part(card, 'body'))?.includes('تعذّر عرض نص الخبر'));
    expect(textOf(part(card, 'headline'))).to.equal('افتتاح أول متحف للأفلاج في ولاية إزكي');
    expect(part(card, 'share')).to.equal(null);
    expect(view.lines).to.have.length(1);
    expect(view.lines[0]).to.match(
      /^khabar: a part of a card could not be loaded .*\/1\.0\.0\/embed\.\w+\.js(?:#\d)? is of version 1\.1\.0, not 1\.0\.0\.$/,
    );
  });

  it('is told where a page asks for a frame', async () => {
    const cdn = new Cdn();
    await cdn.release('1.0.0', { says: '1.1.0' });
    const src = await jsonAddress(article());
    const frame = await openPage({
      head: '<script>lines = []; console.warn = (...all) => lines.push(all.join(" "))</script>',
      body: `<blockquote class="khabar-card" data-frame data-src="${src.replaceAll('&', '&amp;')}">a</blockquote><script src="${await cdn.embed('1.0.0')}"></script>`,
    });
    const { lines } = frame.contentWindow as Window & typeof globalThis & { lines: string[] };
    await until(() => lines.length > 0);
    expect(lines[0]).to.match(/embed\.frames\.js(?:#\d)? is of version 1\.1\.0, not 1\.0\.0\.$/);
    expect(documentOf(frame).querySelector('blockquote')!.checkVisibility()).to.equal(true);
  });
});

describe('The one file', () => {
  it('asks for no part, whatever its version', async () => {
    const single = (await embed()).replace('embed.js', 'embed.single.js');
    await forgetRequests();
    const { page } = await pageOf([single], article());
    await withBody(page);
    const paths = (await requestsSeen()).map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith('.js'))).to.deep.equal(['/dist/embed.single.js']);
  });
});
