import { expect } from 'chai';
import { article } from '../support/articles.js';
import { drawWithBody, part, type KhabarCard } from '../support/card.js';

const paragraph = '<p>افتُتح صباح اليوم في ولاية إزكي أول متحف للأفلاج في البلاد، بعد ثلاث سنوات من العمل.</p>';

/** A card with room above and below it, which is scrolled so that its button is in the middle. */
async function scrolled(scroller?: HTMLElement): Promise<KhabarCard> {
  const card = await drawWithBody({ article: article({ content_html: paragraph.repeat(20) }), width: 480 });
  const place = card.parentElement!;
  place.style.paddingBlock = '1500px';
  if (scroller) {
    scroller.style.cssText = 'height: 400px; overflow: auto';
    place.before(scroller);
    scroller.append(place);
  }
  part(card, 'more')!.scrollIntoView({ block: 'center', behavior: 'instant' });
  await settled();
  return card;
}

const settled = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function press(card: KhabarCard): Promise<void> {
  part(card, 'more')!.click();
  await card.updateComplete;
  while (card.shadowRoot!.querySelector('.tools:empty')) await settled();
  await settled();
}

const top = (card: KhabarCard) => Math.round(part(card, 'more')!.getBoundingClientRect().top);

describe('The button that opens the body, under the row of tools', () => {
  it('stays where it is on the screen when the row comes, and when it goes', async () => {
    const card = await scrolled();
    const tops = [top(card)];
    for (const open of [true, false]) {
      await press(card);
      expect(card.shadowRoot!.querySelector('.tools') !== null).to.equal(open);
      tops.push(top(card));
    }
    expect(tops).to.deep.equal(Array(3).fill(tops[0]));
  });

  it('stays where it is in a box that scrolls, and leaves the page where it is', async () => {
    const card = await scrolled(document.createElement('div'));
    const places = () => [top(card), scrollY];
    const before = places();
    await press(card);
    expect(places()).to.deep.equal(before);
    await press(card);
    expect(places()).to.deep.equal(before);
  });

  it('is not followed by the page where a script opens the body', async () => {
    const card = await scrolled();
    scrollTo(0, 0);
    card.open = true;
    await card.updateComplete;
    await settled();
    expect(scrollY).to.equal(0);
  });
});
