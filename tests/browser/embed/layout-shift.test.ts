// @engines chromium
// No other engine tells a page what has moved in it.
import { expect } from 'chai';
import { article } from '../support/articles.js';
import { engine } from '../support/commands.js';
import { documentOf, jsonAddress, openPage } from '../support/servers.js';
import { attributes, drawn, moment, quotation, script, scriptWithFrame, snippet, until, withBody } from './pages.js';

/**
 * Everything that a page is told by its browser to have moved (Layout Instability API, Chromium alone), at a width of
 * 480 px, with the machine's own fonts and those that the test names.
 */
const WIDTH = 480;

interface Shift {
  readonly value: number;
  /** What moved, from where to where. */
  readonly what: string;
}

const observer = `<script>
  window.shifts = [];
  const box = ({ x, y, width, height }) => [x, y, width, height].join(' ');
  const say = ({ node, previousRect, currentRect }) =>
    [node?.localName ?? node?.nodeValue, node?.className, node?.id, box(previousRect), '>', box(currentRect)].join(' ');
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) shifts.push({ value, what: sources.map(say).join('; ') });
  }).observe({ type: 'layout-shift', buffered: true });
</script><style>body { margin: 0; font-family: sans-serif }</style>`;

async function open(body: string, head = '') {
  const frame = await openPage({
    width: WIDTH,
    height: 1600,
    lang: 'ar',
    dir: 'rtl',
    head: observer + head,
    body: `${body}<p id="below">ما تحت البطاقة</p>`,
  });
  return { page: documentOf(frame), view: frame.contentWindow as Window & { shifts: Shift[] } };
}

const moved = ({ shifts }: { shifts: readonly Shift[] }) => [...shifts].map(({ value, what }) => `${value}: ${what}`);

/** Late enough for the page to be shown without it. */
const later = () => jsonAddress(article(), { delay: 400 });

async function heightOf(view: string): Promise<number> {
  const { page } = await open(await snippet({ 'data-view': view }));
  const card = view === 'teaser' ? await drawn(page) : await withBody(page);
  await moment();
  return Math.ceil(card.getBoundingClientRect().height);
}

/** What the builder writes beside a snippet. */
const space = (height: number) => `<style>
  .khabar-space { container-type: inline-size }
  .khabar-space > * { display: flow-root; margin: 0; min-block-size: ${height}px }
  @container (min-width: ${WIDTH}px) { .khabar-space > * { min-block-size: ${height}px } }
</style>`;

if (engine === 'chromium')
  describe('The page around a card whose height is reserved', () => {
    for (const view of ['teaser', 'summary', 'article']) {
      it(`does not move at all: a quotation, ${view}`, async () => {
        const height = await heightOf(view);
        const reserve = { 'data-reserve': `320:${height} ${WIDTH}:${height}`, 'data-view': view };
        const words = await quotation({ ...reserve, 'data-src': await later() });
        const { page, view: window } = await open(
          `<div class="khabar-space">${words}</div>${await script()}`,
          space(height),
        );
        await drawn(page);
        if (view !== 'teaser') await withBody(page);
        await moment();
        expect(moved(window)).to.deep.equal([]);
        expect(page.querySelector('.khabar-space')!.clientHeight).to.equal(height);
      });
    }

    it('does not move at all: the element', async () => {
      const height = await heightOf('summary');
      const all = { src: await later(), reserve: `${WIDTH}:${height}` };
      const { page, view } = await open(
        `<khabar-card${attributes(all)}><a href="https://news.example/">عنوان</a></khabar-card>${await script()}`,
        `<style>khabar-card { display: block; min-block-size: ${height}px }</style>`,
      );
      await withBody(page);
      await moment();
      expect(moved(view)).to.deep.equal([]);
    });

    it('does not move at all: the style is on the quotation itself', async () => {
      const height = await heightOf('summary');
      const words = await quotation({
        'data-src': await later(),
        'data-reserve': `${WIDTH}:${height}`,
        style: `display: flow-root; margin: 0; min-block-size: ${height}px`,
      });
      const { page, view } = await open(words + (await script()));
      await withBody(page);
      await moment();
      expect(moved(view)).to.deep.equal([]);
    });

    it('does not move at all: a frame in the place of a quotation', async () => {
      const height = await heightOf('summary');
      const framed = { 'data-frame': '', 'data-reserve': `${WIDTH}:${height}` };
      const words = await quotation({ ...framed, 'data-src': await later() });
      const { page, view } = await open(
        `<div class="khabar-space">${words}</div>${await scriptWithFrame()}`,
        space(height),
      );
      await until(() => !page.querySelector('blockquote')!.checkVisibility());
      await moment();
      expect(moved(view)).to.deep.equal([]);
    });

    it('moves where nothing is reserved, as this measure then tells', async () => {
      const { page, view } = await open(await snippet({ 'data-src': await later() }));
      await withBody(page);
      await moment();
      expect(moved(view)).not.to.deep.equal([]);
    });
  });
