import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, drawWithBody, mount, part, textOf, type KhabarCard } from '../support/card.js';
import { emulateMedia, setViewport } from '../support/commands.js';
import { all, controls } from './cards.js';
import { itInChromium } from './reading.js';
import { inArabic, states } from './states.js';

const opened = (width = 480, changes: Record<string, unknown> = {}) =>
  drawWithBody({ article: article(changes), attributes: { open: '' }, width });

/** What is wider than its card, but for tables and code, which scroll on their own. */
function tooWide(card: KhabarCard): string[] {
  const { left, right } = part(card, 'card')!.getBoundingClientRect();
  return all(card, '.card *')
    .filter((element) => !element.closest('.unseen, [hidden], .table, pre') && element.getClientRects().length > 0)
    .filter((element) => {
      const own = element.getBoundingClientRect();
      return own.width > 0 && (own.left < left - 0.5 || own.right > right + 0.5);
    })
    .map((element) => element.outerHTML.slice(0, 80));
}

/** Boxes that hide a part of what is in them. An address in a pill may end in an ellipsis; its name is whole. */
function clipped(card: KhabarCard): string[] {
  return all(card, '.card *')
    .filter((element) => !element.matches('.unseen, .pill bdi, .embed bdi, svg, img') && !element.closest('[hidden]'))
    .filter((element) => getComputedStyle(element).overflow !== 'visible')
    .filter(
      ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
        scrollWidth > clientWidth || scrollHeight > clientHeight,
    )
    .map((element) => element.outerHTML.slice(0, 80));
}

describe('A card', () => {
  for (const width of [240, 280, 320, 439, 440, 480, 639, 640, 720, 960, 1200]) {
    it(`65 of ${width} px needs no scrolling sideways`, async () => {
      for (const view of ['summary', 'article', 'teaser']) {
        const card = await draw({ article: article(), attributes: { view, open: '' }, width });
        expect(tooWide(card), view).to.deep.equal([]);
      }
    });
  }

  itInChromium('65 of a page at 400% needs none either', async () => {
    await setViewport({ width: 320, height: 256 });
    const card = await opened(300);
    expect(tooWide(card)).to.deep.equal([]);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('66 of a reader whose text is twice as large loses none of it', async () => {
    const card = await opened(320);
    // What a browser's setting does to font-size: medium, of which all sizes of the card are multiples.
    all(card, '.card')[0]!.style.fontSize = '32px';
    expect([...tooWide(card), ...clipped(card)]).to.deep.equal([]);
  });

  it('66 has all its sizes of text from the reader’s own', async () => {
    const card = await opened();
    const sizes = () => all(card, '.card *').map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const before = sizes();
    all(card, '.card')[0]!.style.fontSize = '32px';
    const after = sizes();
    expect(after.filter((size, index) => Math.abs(size - 2 * before[index]!) > 0.1)).to.deep.equal([]);
  });

  it('67 with the spacing of WCAG 1.4.12 loses no text', async () => {
    const card = await opened(320);
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
    );
    card.shadowRoot!.adoptedStyleSheets.push(spacing);
    expect([...tooWide(card), ...clipped(card)]).to.deep.equal([]);
  });

  const long: Record<string, Record<string, unknown>> = {
    'a headline without a space': { title: 'والمستشفياتوالمدارس'.repeat(8) },
    'a headline in Latin letters without a space': { title: 'Donaudampfschifffahrt'.repeat(6) },
    'a very long headline': { title: 'سلطنة عُمان تستضيف أعمال الدورة الثالثة والعشرين للمؤتمر الوزاري '.repeat(5) },
    'a long address in its body': { content_html: `<p>https://news.example/${'a'.repeat(200)}</p>` },
    'long names': { authors: [{ name: 'Hubertus'.repeat(20) }] },
  };
  it('68 with a long short link is no wider for it', async () => {
    const short_url = `https://qfl.example/${'a'.repeat(60)}`;
    const card = await draw({ article: article({}, { short_url }), width: 280 });
    expect(tooWide(card)).to.deep.equal([]);
  });

  for (const [what, changes] of Object.entries(long)) {
    it(`68 with ${what} is no wider for it`, async () => {
      expect(tooWide(await opened(280, changes))).to.deep.equal([]);
    });
  }

  it('76 has targets of 44 px, but for links in running text', async () => {
    for (const width of [320, 480, 720]) {
      const card = await opened(width);
      const small = controls(card)
        .filter((control) => !control.closest('.body, .source, [part=byline], [part=headline]'))
        .map((control) => [textOf(control), control.getBoundingClientRect()] as const)
        .filter(([, box]) => box.width < 44 || box.height < 43.5)
        .map(([name, { width, height }]) => `${name} ${width}×${height}`);
      expect(small).to.deep.equal([]);
    }
  });

  it('76 has targets of 24 px in running text, too, or room around them', async () => {
    const card = await opened();
    const small = controls(card)
      .filter((control) => control.closest('.source, [part=byline], [part=headline]'))
      .map((control) => control.getClientRects()[0]!)
      .filter(({ height }) => height < 15);
    expect(small).to.deep.equal([]);
  });

  it('77 shows nothing by hovering alone', async () => {
    const card = await opened();
    expect(all(card, '[title]')).to.deep.equal([]);
  });

  it('78 underlines the links in its body', async () => {
    const link = part(await opened(), 'body')!.querySelector('a')!;
    expect(getComputedStyle(link).textDecorationLine).to.equal('underline');
  });

  it('79 has nothing for one orientation alone', async () => {
    const sheets = (await draw({ article: article() })).shadowRoot!.adoptedStyleSheets;
    const conditions = sheets.flatMap(({ cssRules }) =>
      [...cssRules].flatMap((rule) => ('media' in rule ? [(rule.media as MediaList).mediaText] : [])),
    );
    expect(conditions.length).to.be.greaterThan(3);
    expect(conditions.filter((condition) => condition.includes('orientation'))).to.deep.equal([]);
  });
});

/** Relative luminance (WCAG 2.2). */
function luminance(color: string): number {
  const [red, green, blue] = color.match(/[\d.]+/g)!.map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

for (const theme of ['light', 'dark']) {
  describe(`The colours of a card that is ${theme}`, () => {
    it('69 have a contrast of 7 in every text, on paper and under the pointer', async () => {
      const card = await drawWithBody({ article: article(), attributes: { theme, open: '' } });
      const probe = document.createElement('i');
      part(card, 'card')!.append(probe);
      const value = (name: string) => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
      };
      for (const text of ['--own-ink', '--own-ink-quiet', '--own-accent', '--own-success']) {
        for (const ground of ['--own-surface', '--own-tint']) {
          expect(contrast(value(text), value(ground)), `${text} on ${ground}`).to.be.at.least(7);
        }
      }
      expect(contrast(value('--own-danger'), value('--own-surface'))).to.be.at.least(7);
    });

    itInChromium('69 have a contrast of 7 in the sentence that is read aloud', async () => {
      const card = await drawWithBody({ article: article(), attributes: { theme, open: '' } });
      const ground = getComputedStyle(part(card, 'body')!, '::highlight(khabar-sentence)').backgroundColor;
      expect(ground).not.to.equal(getComputedStyle(part(card, 'card')!).backgroundColor);
      for (const text of [part(card, 'body')!, part(card, 'summary')!, part(card, 'body')!.querySelector('a')!])
        expect(contrast(getComputedStyle(text).color, ground)).to.be.at.least(7);
    });

    it('70 have a contrast of 3 in the borders of controls', async () => {
      const card = await drawWithBody({ article: article(), attributes: { theme } });
      const { borderTopColor } = getComputedStyle(part(card, 'more')!);
      expect(contrast(borderTopColor, getComputedStyle(part(card, 'card')!).backgroundColor)).to.be.at.least(3);
    });

    it('75 are those of its theme, of which the browser’s own parts know, from the first drawing on', async () => {
      const card = await mount({ attributes: { src: 'http://127.0.0.1:9/', theme } });
      await card.updateComplete;
      const { colorScheme, backgroundColor } = getComputedStyle(part(card, 'card')!);
      expect(colorScheme).to.equal(`${theme} only`);
      expect(backgroundColor).to.equal(theme === 'dark' ? 'rgb(23, 24, 26)' : 'rgb(255, 254, 251)');
    });
  });
}

describe('A reader who prefers', () => {
  itInChromium('72 forced colours sees every border, icon and bar of the skeleton', async () => {
    await emulateMedia({ 'forced-colors': 'active' });
    const card = await drawWithBody({ article: article() });
    const ground = getComputedStyle(part(card, 'card')!).backgroundColor;
    const colors = {
      rule: getComputedStyle(part(card, 'card')!).borderTopColor,
      button: getComputedStyle(part(card, 'more')!).borderTopColor,
      pill: getComputedStyle(all(card, '.pill')[0]!).borderTopColor,
      ...Object.fromEntries(all(card, 'svg').map((icon, index) => [`icon ${index}`, getComputedStyle(icon).stroke])),
    };
    for (const [what, color] of Object.entries(colors)) expect(contrast(color, ground), what).to.be.at.least(3);
    const waiting = await states['loading']!(inArabic);
    const bar = getComputedStyle(waiting.shadowRoot!.querySelector('.skeleton span')!).backgroundColor;
    expect(contrast(bar, ground)).to.be.at.least(1.5);
  });

  itInChromium('73 more contrast has all text and all rules in ink', async () => {
    const colors = async () => {
      const card = await drawWithBody({ article: article() });
      return [getComputedStyle(part(card, 'summary')!).color, getComputedStyle(part(card, 'meta')!).borderTopColor];
    };
    const before = await colors();
    await emulateMedia({ 'prefers-contrast': 'more' });
    const ink = 'rgb(27, 26, 24)';
    expect(before).not.to.deep.equal([ink, ink]);
    expect(await colors()).to.deep.equal([ink, ink]);
  });

  itInChromium('74 reduced motion sees nothing move', async () => {
    const moving = async () => {
      const card = await states['loading']!(inArabic);
      return card.shadowRoot!.getAnimations().length;
    };
    await emulateMedia({ 'prefers-reduced-motion': 'no-preference' });
    expect(await moving()).to.be.greaterThan(0);
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    expect(await moving()).to.equal(0);
  });

  it('74 reduced transparency finds none: no colour lets another through', async () => {
    const card = await opened();
    const see = all(card, '.card, .card *').filter((element) => {
      const { opacity, backgroundColor, color, backdropFilter } = getComputedStyle(element);
      const through = [backgroundColor, color].some((value) => /rgba\(.*, 0?\.\d+\)|\/ 0?\.\d/.test(value));
      return opacity !== '1' || through || (backdropFilter ?? 'none') !== 'none';
    });
    expect(see).to.deep.equal([]);
  });
});
