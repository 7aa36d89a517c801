// @engines chromium
// No other engine tells a page what has moved in it.
import { expect } from 'chai';
import { until } from '../embed/pages.js';
import { article } from '../support/articles.js';
import { engine } from '../support/commands.js';
import { documentOf, openPage } from '../support/servers.js';
import { choose, copy, hosted, measured, openBuilder, show, storyAddress } from './builder.js';

/** In the order of tests/browser/embed/layout-shift.test.ts: what a page is told by its browser to have moved. */
const observer = `<style>body { margin: 0; font-family: sans-serif }</style><script>
  window.shifts = [];
  const say = ({ node, previousRect, currentRect }) =>
    [node?.localName, node?.className, previousRect.y, previousRect.height, '>', currentRect.y, currentRect.height].join(' ');
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) shifts.push(value + ': ' + sources.map(say).join('; '));
  }).observe({ type: 'layout-shift', buffered: true });
</script>`;

if (engine === 'chromium')
  describe('Two snippets with kept places', () => {
    for (const kind of ['quotation', 'script', 'frame'])
      for (const view of ['teaser', 'summary'])
        it(`do not move the page that has both: ${kind}, ${view}`, async () => {
          const visit = await openBuilder(`#${new URLSearchParams({ view, loading: 'eager' })}`);
          const texts: string[] = [];
          for (const summary of ['قصيرة.', 'خلاصة طويلة. '.repeat(40)]) {
            // Late enough for the page to be shown without it.
            await show(visit, await storyAddress(article({ summary }), { delay: 400 }));
            await measured(visit);
            await choose(visit, 'kind', kind);
            texts.push(await hosted(await copy(visit)));
          }
          const frame = await openPage({
            width: 480,
            height: 3600,
            lang: 'ar',
            dir: 'rtl',
            head: observer,
            body: `${texts.join('')}<p id="below">ما تحت البطاقتين</p>`,
          });
          const page = documentOf(frame);
          if (kind === 'frame') await new Promise((resolve) => setTimeout(resolve, 2500));
          else
            await until(() => {
              const cards = [...page.querySelectorAll('khabar-card')];
              return cards.length === 2 && cards.every((card) => card.matches(':state(ready)'));
            });
          await new Promise((resolve) => setTimeout(resolve, 500));
          expect((frame.contentWindow as unknown as { shifts: string[] }).shifts).to.deep.equal([]);
        }).timeout(60_000);
  });
