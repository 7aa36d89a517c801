import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, drawWithBody, mount, heard, part, textOf, type KhabarCard } from '../support/card.js';
import { press, typeText } from '../support/commands.js';
import { all, between, controls, focused, status, until, walk } from './cards.js';

const opened = (width = 480) => drawWithBody({ article: article(), attributes: { open: '' }, width });

describe('The keyboard', () => {
  for (const width of [320, 480, 720]) {
    it(`40 goes through a row from right to left, in a card of ${width} px`, async () => {
      const card = await opened(width);
      for (const row of all(card, '[part=share], [part=follow]')) {
        const places = [...row.querySelectorAll('a')].map((link) => {
          const { right, top } = link.getBoundingClientRect();
          return { right, top };
        });
        expect(
          places.every(
            ({ right, top }, index) =>
              index === 0 ||
              top > places[index - 1]!.top ||
              (top === places[index - 1]!.top && right < places[index - 1]!.right),
          ),
        ).to.equal(true, JSON.stringify(places));
      }
    });
  }

  for (const key of ['Enter', 'Space']) {
    it(`41 presses buttons with ${key}`, async () => {
      const card = await drawWithBody({ article: article() });
      part(card, 'more')!.focus();
      await press(key);
      await card.updateComplete;
      expect(card.open).to.equal(true);
    });
  }

  it('41 follows links with Enter', async () => {
    const card = await opened();
    const pressed: string[] = [];
    card.addEventListener('khabar-navigate', (event) => {
      event.preventDefault();
      pressed.push(event.url);
    });
    part(card, 'original')!.focus();
    await press('Enter');
    await until(() => pressed.length > 0);
    expect(pressed).to.deep.equal(['https://alqafila.example/2026/03/falaj/?utm=1']);
  });

  it('42 goes through the card in reading order, in and out, both ways', async () => {
    const card = await opened();
    const { before, after } = between(card);
    const order = controls(card);
    expect(order.length).to.be.greaterThan(12);
    expect(await walk('Tab', after)).to.deep.equal(order);
    expect(await walk('Shift+Tab', before)).to.deep.equal(order.reverse());
  });

  it('43 finds no order of anybody’s own, and stops at controls alone', async () => {
    const card = await opened();
    expect(all(card, '[tabindex]').map((element) => element.outerHTML)).to.deep.equal([]);
  });

  it('44 finds nothing in a closed body', async () => {
    const card = await drawWithBody({ article: article() });
    const { after } = between(card);
    const stops = await walk('Tab', after);
    expect(stops.filter((stop) => part(card, 'body')!.contains(stop))).to.deep.equal([]);
  });

  it('45 is inside the text that it opened by its next Tab', async () => {
    const card = await drawWithBody({ article: article() });
    part(card, 'more')!.focus();
    await press('Enter');
    await card.updateComplete;
    await press('Tab');
    expect(textOf(focused())).to.equal('الفلج');
  });

  it('46 stays on the button that closes the body, which stays where it is on the screen', async () => {
    const card = await opened();
    const more = part(card, 'more')!;
    more.focus();
    more.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { top } = more.getBoundingClientRect();
    await press('Enter');
    await card.updateComplete;
    expect([focused() === more, Math.round(more.getBoundingClientRect().top - top)]).to.deep.equal([true, 0]);
  });

  it('51 finds no dialog and nothing that pops up, out of which it would have to be led', async () => {
    expect(all(await opened(), 'dialog, [popover], [role=dialog], [role=menu], [aria-haspopup]')).to.deep.equal([]);
  });

  it('52 does nothing by a letter alone', async () => {
    const card = await drawWithBody({ article: article() });
    const events: string[] = [];
    for (const name of ['khabar-toggle', 'khabar-share', 'khabar-follow', 'khabar-navigate'])
      card.addEventListener(name, ({ type }) => events.push(type));
    part(card, 'original')!.focus();
    // Not a slash: in Firefox it is the browser's own, and opens its quick search.
    await typeText('abcdefghijklmnopqrstuvwxyz0123456789?');
    expect(events).to.deep.equal([]);
  });
});

describe('The focus', () => {
  /** Each control of a card, as it is when it has the focus by the keyboard. */
  async function eachFocused(card: KhabarCard, look: (control: HTMLElement) => unknown): Promise<unknown[]> {
    const { after } = between(card);
    const found: unknown[] = [];
    for (await press('Tab'); document.activeElement !== after; await press('Tab')) {
      found.push(look(focused() as HTMLElement));
    }
    return found;
  }
  const ring = (control: HTMLElement) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(control);
    return [outlineStyle, outlineWidth, outlineColor].join(' ');
  };

  it('47 is a ring of three pixels in the accent, on every control', async () => {
    const rings = await eachFocused(await opened(), ring);
    expect([...new Set(rings)]).to.deep.equal(['solid 3px rgb(14, 85, 97)']);
  });

  it('48 is seen also where the page takes all outlines away', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *:focus { outline: none !important; box-shadow: none !important }');
    document.adoptedStyleSheets = [sheet];
    const rings = await eachFocused(await opened(), ring);
    document.adoptedStyleSheets = [];
    expect([...new Set(rings)]).to.deep.equal(['solid 3px rgb(14, 85, 97)']);
  });

  it('49 is clipped by nothing', async () => {
    const clipping = (control: HTMLElement) => {
      const reach = 5;
      const own = control.getBoundingClientRect();
      for (let box = control.parentElement; box; box = box.parentElement) {
        const { overflow, contain, clipPath } = getComputedStyle(box);
        if (overflow === 'visible' && !contain.includes('paint') && clipPath === 'none') continue;
        const around = box.getBoundingClientRect();
        if (own.left - reach < around.left || own.right + reach > around.right) return box.outerHTML.slice(0, 80);
      }
      return undefined;
    };
    expect((await eachFocused(await opened(320), clipping)).filter(Boolean)).to.deep.equal([]);
  });

  it('50 is covered by nothing', async () => {
    const card = await opened();
    const covered = await eachFocused(card, (control) => {
      // A link that breaks over two lines has corners that are not its own.
      const { left, top, right, bottom } = control.getClientRects()[0]!;
      const root = card.shadowRoot!;
      const seen = [
        [left + 2, top + 2],
        [right - 2, bottom - 2],
        [(left + right) / 2, (top + bottom) / 2],
      ].map(([x, y]) => root.elementFromPoint(x!, y!));
      return seen.some((element) => element && (control.contains(element) || element.contains(control)))
        ? undefined
        : control.outerHTML.slice(0, 80);
    });
    expect(covered.filter(Boolean)).to.deep.equal([]);
  });
});

describe('Reading on', () => {
  it('53 is a disclosure: its state, and what it discloses', async () => {
    const card = await drawWithBody({ article: article() });
    const more = part(card, 'more')!;
    const states = [more.ariaExpanded];
    more.click();
    await card.updateComplete;
    states.push(more.ariaExpanded);
    expect(states).to.deep.equal(['false', 'true']);
    expect(card.shadowRoot!.getElementById(more.getAttribute('aria-controls')!)).to.equal(part(card, 'body'));
  });

  it('54 follows find-in-page', async () => {
    const card = await drawWithBody({ article: article() });
    part(card, 'body')!.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await card.updateComplete;
    expect([card.open, part(card, 'more')!.ariaExpanded]).to.deep.equal([true, 'true']);
  });

  it('55 keeps the page’s own words where there is no article', async () => {
    const link = document.createElement('a');
    link.textContent = 'العنوان';
    link.href = 'https://alqafila.example/';
    const card = await mount({ attributes: { src: 'javascript:' }, children: [link] });
    await heard(card, 'khabar-error');
    expect(link.checkVisibility()).to.equal(true);
  });
});

describe('What is announced', () => {
  it('56 has its place from the first drawing on, and is empty there', async () => {
    const card = await draw({ article: article() });
    expect(textOf(status(card))).to.equal('');
  });

  it('61 is busy while the story loads, and named so', async () => {
    const card = await mount({ attributes: { src: 'http://127.0.0.1:9/' }, lang: 'ar' });
    const waiting = part(card, 'card')!;
    expect([waiting.ariaBusy, waiting.ariaLabel]).to.deep.equal(['true', 'جارٍ تحميل الخبر…']);
    await heard(card, 'khabar-error');
    expect(part(card, 'card')!.ariaBusy).to.equal('false');
  });

  it('62 is an alert where loading failed, put there after the card', async () => {
    const card = await mount({ attributes: { src: 'javascript:' }, lang: 'ar' });
    expect(all(card, '[role=alert]')).to.deep.equal([]);
    await heard(card, 'khabar-error');
    expect(all(card, '[role=alert]').map(textOf)).to.deep.equal([
      'تعذّر تحميل الخبر عنوان الخبر في هذه الصفحة غير صحيح.',
    ]);
  });
});
