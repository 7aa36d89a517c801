import { expect } from 'chai';
import { textSize } from '../../../src/card/text-size.js';
import { articleIn } from '../accessibility/articles.js';
import { article } from '../support/articles.js';
import { draw, drawWithBody, part, replace, textOf, type KhabarCard } from '../support/card.js';
import { press } from '../support/commands.js';
import { waitUntil } from '../support/wait.js';

const KEY = 'khabar-text-size';

const withTools = (attributes: Record<string, string> = {}) =>
  drawWithBody({ article: article(), attributes: { view: 'article', ...attributes } });

/** Presses a button so many times, and answers the text of the body's first paragraph in CSS pixels. */
async function pressed(card: KhabarCard, name: string, times = 1): Promise<number> {
  for (let time = 0; time < times; time += 1) {
    part(card, name)!.click();
    await card.updateComplete;
  }
  return sizeOf(card);
}

const sizeOf = (card: KhabarCard) => Number.parseFloat(getComputedStyle(part(card, 'body')!).fontSize);
const said = (card: KhabarCard) => textOf(part(card, 'tools')!.querySelector('[role=status]'));

beforeEach(() => {
  textSize.step = 0;
  sessionStorage.removeItem(KEY);
});
after(() => {
  textSize.step = 0;
  sessionStorage.removeItem(KEY);
});

describe('The size of text', () => {
  it('has five steps, of which the second is the reader’s own size', async () => {
    const card = await withTools();
    const sizes = [sizeOf(card), await pressed(card, 'smaller'), await pressed(card, 'smaller')];
    for (let step = 2; step <= 6; step += 1) sizes.push(await pressed(card, 'larger'));
    const own = 18;
    expect(sizes.map((size) => Number((size / own).toFixed(2)))).to.deep.equal([1, 0.9, 0.9, 1, 1.15, 1.3, 1.5, 1.5]);
  });

  it('is that of all text of the card', async () => {
    const card = await withTools();
    const sizes = () =>
      ['headline', 'summary', 'meta', 'caption', 'related-link'].map((name) =>
        Number.parseFloat(getComputedStyle(part(card, name)!).fontSize),
      );
    const before = sizes();
    await pressed(card, 'larger', 3);
    expect(sizes().map((size, index) => (size / before[index]!).toFixed(2))).to.deep.equal(Array(5).fill('1.50'));
  });

  it('is that of all cards of the page, teasers too', async () => {
    const cards = [
      await withTools(),
      await withTools(),
      await draw({ article: article(), attributes: { view: 'teaser' } }),
    ];
    const headline = (card: KhabarCard) => Number.parseFloat(getComputedStyle(part(card, 'headline')!).fontSize);
    const before = cards.map(headline);
    await pressed(cards[0]!, 'larger', 3);
    await Promise.all(cards.map((card) => card.updateComplete));
    expect(cards.map((card, index) => (headline(card) / before[index]!).toFixed(2))).to.deep.equal(
      Array(3).fill('1.50'),
    );
  });

  it('is that of a card that was out of the page meanwhile', async () => {
    const [card, other] = [await withTools(), await withTools()];
    const place = other.parentElement!;
    other.remove();
    const size = await pressed(card, 'larger');
    place.append(other);
    await other.updateComplete;
    expect(sizeOf(other)).to.equal(size);
  });

  it('is no property of the page', async () => {
    document.documentElement.style.setProperty('--own-scale', '4');
    const card = await withTools();
    document.documentElement.style.removeProperty('--own-scale');
    expect(sizeOf(card)).to.equal(18);
  });

  it('is a part of the row, by its step', async () => {
    const card = await withTools();
    await pressed(card, 'larger');
    expect([...part(card, 'tools')!.part]).to.deep.equal(['tools', 'step-3']);
  });

  it('keeps the focus on a button that can go no further, and says so', async () => {
    const card = await withTools();
    const button = part(card, 'larger')!;
    button.focus();
    await pressed(card, 'larger', 3);
    expect([button.ariaDisabled, card.shadowRoot!.activeElement === button]).to.deep.equal(['true', true]);
    expect(part(card, 'smaller')!.hasAttribute('aria-disabled')).to.equal(false);
  });

  it('is changed by keys', async () => {
    const card = await withTools();
    part(card, 'larger')!.focus();
    await press('Enter');
    await press('Space');
    await card.updateComplete;
    expect(textSize.step).to.equal(4);
  });

  it('is announced where it is changed, and nowhere else', async () => {
    const [card, other] = [await withTools(), await withTools()];
    expect(said(card)).to.equal('');
    // A live region that is not rendered is heard by nobody when it is filled.
    expect(part(card, 'tools')!.querySelector('[role=status]')!.checkVisibility()).to.equal(true);
    await pressed(card, 'larger', 2);
    await other.updateComplete;
    expect([said(card), said(other)]).to.deep.equal(['حجم النص: 4 من 5', '']);
    await pressed(other, 'smaller');
    await card.updateComplete;
    expect([said(card), said(other)]).to.deep.equal(['', 'حجم النص: 3 من 5']);
  });

  it('is announced in the digits of the card’s dates', async () => {
    const card = await withTools({ numerals: 'arab' });
    await pressed(card, 'larger');
    expect(said(card)).to.equal('حجم النص: ٣ من ٥');
  });

  it('has buttons in the words of the card', async () => {
    const names = (card: KhabarCard) => ['smaller', 'larger'].map((name) => textOf(part(card, name)));
    expect(names(await withTools())).to.deep.equal(['تصغير النص', 'تكبير النص']);
    expect(part(await withTools(), 'tools')!.ariaLabel).to.equal('أدوات القراءة');
    const card = await drawWithBody({ article: articleIn('en'), attributes: { view: 'article' } });
    expect([...names(card), part(card, 'tools')!.ariaLabel, part(card, 'larger')!.textContent.trim()[0]]).to.deep.equal(
      ['Smaller text', 'Larger text', 'Reading tools', 'A'],
    );
  });
});

describe('The size of text in storage', () => {
  it('is kept for the visit once a reader has pressed, under one key', async () => {
    const card = await withTools();
    const before = sessionStorage.length;
    expect(sessionStorage.getItem(KEY)).to.equal(null);
    await pressed(card, 'larger', 2);
    expect([sessionStorage.getItem(KEY), sessionStorage.length - before]).to.deep.equal(['4', 1]);
  });

  it('is there at the first drawing', async () => {
    sessionStorage.setItem(KEY, '5');
    const card = await draw({ article: article() });
    expect(card.shadowRoot!.querySelector<HTMLElement>('.root')!.style.getPropertyValue('--own-scale')).to.equal('1.5');
  });

  for (const garbage of ['', '0', '6', '-1', '2.5', 'NaN', '__proto__', 'length', '{}'])
    it(`is not taken for a size where it is ${JSON.stringify(garbage)}`, async () => {
      sessionStorage.setItem(KEY, garbage);
      expect(sizeOf(await withTools())).to.equal(18);
      expect(textSize.step).to.equal(2);
    });

  it('is not asked for where reading throws, as in a frame without an origin', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('', 'SecurityError');
      },
    });
    try {
      const card = await withTools();
      expect(await pressed(card, 'larger')).to.be.closeTo(18 * 1.15, 0.1);
    } finally {
      Object.defineProperty(window, 'sessionStorage', own);
    }
  });

  it('is for this page alone where storage is full', async () => {
    let times = 0;
    const setItem = () => {
      times += 1;
      throw new DOMException('', 'QuotaExceededError');
    };
    replace(window, 'sessionStorage', { getItem: () => null, setItem });
    expect(await pressed(await withTools(), 'larger')).to.be.closeTo(18 * 1.15, 0.1);
    expect(times).to.equal(1);
  });

  it('is not written in a frame whose origin is null', async () => {
    replace(window, 'origin', 'null');
    expect(await pressed(await withTools(), 'larger')).to.be.closeTo(18 * 1.15, 0.1);
    expect(sessionStorage.getItem(KEY)).to.equal(null);
  });
});

describe('The row of tools', () => {
  it('stands under the dates', async () => {
    const card = await withTools();
    expect(part(card, 'tools')!.previousElementSibling).to.equal(part(card, 'meta'));
  });

  it('comes with the body that a reader opens, and goes with it', async () => {
    const card = await drawWithBody({ article: article() });
    expect(card.shadowRoot!.querySelector('.tools')).to.equal(null);
    card.open = true;
    await waitUntil(() => part(card, 'larger'));
    card.open = false;
    await card.updateComplete;
    expect(card.shadowRoot!.querySelector('.tools')).to.equal(null);
  });

  const without: Record<string, Record<string, string>> = {
    'in a teaser': { view: 'teaser' },
    'where none is asked for': { view: 'article', tools: 'none' },
    'where only words are asked for that Khabar does not know': { view: 'article', tools: 'zoom shout' },
  };
  for (const [what, attributes] of Object.entries(without))
    it(`is not there ${what}`, async () => {
      // The part is there, from another card.
      await withTools();
      const card = await draw({ article: article(), attributes });
      expect(card.shadowRoot!.querySelector('.tools')).to.equal(null);
    });

  it('is not there without a body', async () => {
    await withTools();
    const card = await draw({ article: article({ content_html: undefined }), attributes: { view: 'article' } });
    expect(card.shadowRoot!.querySelector('.tools')).to.equal(null);
  });

  it('has the tools that are asked for, in any case of letters, and passes over other words', async () => {
    const card = await withTools({ tools: ' Zoom  TEXT-SIZE ' });
    expect(part(card, 'smaller')).not.to.equal(null);
  });

  it('has its height before its part of Khabar is there', async () => {
    const place = document.createElement('div');
    place.className = 'tools';
    const card = await withTools();
    const row = part(card, 'tools')!;
    const { height } = row.getBoundingClientRect();
    row.after(place);
    expect([height, place.getBoundingClientRect().height]).to.deep.equal([45, 45]);
  });
});
