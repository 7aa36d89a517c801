import { expect } from 'chai';
import { article } from '../support/articles.js';
import { drawWithBody, part } from '../support/card.js';
import { engine, screenshot } from '../support/commands.js';
import { waitUntil } from '../support/wait.js';

const WIDE = {
  table: `<table><tr>${'<td>&nbsp;</td>'.repeat(80)}</tr><tr>${'<td>&nbsp;</td>'.repeat(80)}</tr></table>`,
  code: `<pre><code>${'&nbsp;'.repeat(400)}\n</code></pre>`,
};
const NARROW = '<table><tr><td>&nbsp;</td></tr><tr><td>&nbsp;</td></tr></table>';

async function drawn(html: string, attributes: Record<string, string>, language = 'ar'): Promise<HTMLElement> {
  const json = article({ content_html: `<p>…</p>${html}`, language });
  const card = await drawWithBody({ article: json, attributes: { view: 'article', ...attributes } });
  return part(card, 'body')!.querySelector<HTMLElement>('.table, pre')!;
}

async function scrolling(...story: Parameters<typeof drawn>): Promise<HTMLElement> {
  const box = await drawn(...story);
  await waitUntil(() => box.hasAttribute('tabindex'));
  return box;
}

/** How much the pixel at each edge of a box, above its first line, differs from the paper: of 765. */
async function shades(box: HTMLElement): Promise<{ left: number; right: number }> {
  const { left, top, width } = box.getBoundingClientRect();
  const { png } = await screenshot('cue.png', { x: left + scrollX, y: top + scrollY + 4, width, height: 1 }, false);
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const context = new OffscreenCanvas(picture.width, 1).getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const paper = getComputedStyle(box.closest('.card')!).backgroundColor.match(/\d+/g)!.map(Number);
  const shade = (x: number) => {
    const { data } = context.getImageData(x, 0, 1, 1);
    return paper.reduce((sum, value, channel) => sum + Math.abs(value - data[channel]!), 0);
  };
  return { left: shade(1), right: shade(picture.width - 2) };
}

/** WebKit lets no test see what is drawn. */
const itWhereSeen = engine === 'webkit' ? () => undefined : it;
/** What anybody sees, and what nobody does. */
const [SEEN, UNSEEN] = [40, 6];

describe('A cue', () => {
  for (const [kind, html] of Object.entries(WIDE))
    for (const theme of ['light', 'dark'])
      itWhereSeen(`stands at the edge that hides something, and at no other: ${kind}, ${theme}`, async () => {
        const box = await scrolling(html, { theme });
        const isFromRight = getComputedStyle(box).direction === 'rtl';
        const [start, end] = isFromRight ? (['right', 'left'] as const) : (['left', 'right'] as const);
        const places = [
          [0, UNSEEN, SEEN],
          [0.5, SEEN, SEEN],
          [1, SEEN, UNSEEN],
        ] as const;
        for (const [share, atStart, atEnd] of places) {
          box.scrollLeft = (isFromRight ? -1 : 1) * share * (box.scrollWidth - box.clientWidth);
          const shade = await shades(box);
          for (const [edge, expected] of [
            [start, atStart],
            [end, atEnd],
          ] as const)
            if (expected === SEEN) expect(shade[edge], `${edge} at ${share}`).to.be.above(SEEN);
            else expect(shade[edge], `${edge} at ${share}`).to.be.below(UNSEEN);
        }
      });

  itWhereSeen('stands at the right edge of a table that is read from left to right', async () => {
    const { left, right } = await shades(await scrolling(WIDE.table, {}, 'en'));
    expect(left).to.be.below(UNSEEN);
    expect(right).to.be.above(SEEN);
  });

  itWhereSeen('stands nowhere in a table that fits', async () => {
    const { left, right } = await shades(await drawn(NARROW, {}));
    expect(Math.max(left, right)).to.be.below(UNSEEN);
  });
});
