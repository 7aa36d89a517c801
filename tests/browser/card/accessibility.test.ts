// A script without exports: what it defines is a global.
import 'axe-core';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import { expect } from '@open-wc/testing';
import { article, briefArticle } from '../support/articles.js';
import { draw, drawWithBody, heard, mount, part, replace, textOf, type KhabarCard } from '../support/card.js';
import { accessibilityTree, engine, flatten, press } from '../support/commands.js';
import { fixture, fixturesPresent } from '../support/servers.js';

declare const axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };

/**
 * axe takes joined Arabic for an icon font (its first letter alone does not look like the word) and skips its contrast.
 * A canvas that is all ink makes every text look like text.
 */
function drawAllText(): void {
  replace(
    CanvasRenderingContext2D.prototype,
    'getImageData',
    (_x: number, _y: number, width: number, height: number) => ({
      data: new Uint8ClampedArray(Math.max(1, Math.trunc(width)) * Math.max(1, Math.trunc(height)) * 4).fill(255),
    }),
  );
}

async function violations(element: Element): Promise<string[]> {
  drawAllText();
  const { violations, incomplete } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // Landmarks are the page's, and a test page has none.
    rules: { region: { enabled: false }, 'color-contrast-enhanced': { enabled: true } },
  });
  // A rule that broke down has judged nothing, and says so only here.
  const broken = incomplete.filter(({ nodes }) =>
    nodes.some(({ all, any, none }) => all.length + any.length + none.length === 0),
  );
  return [...violations, ...broken].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

const states: Record<string, () => Promise<KhabarCard>> = {
  closed: () => drawWithBody({ article: article() }),
  open: () => drawWithBody({ article: article(), attributes: { open: '' } }),
  'open and wide': () => drawWithBody({ article: article(), attributes: { view: 'article' }, width: 720 }),
  teaser: () => draw({ article: article(), attributes: { view: 'teaser' }, width: 320 }),
  sparse: () => draw({ article: { title: 'خبر' } }),
  english: () => drawWithBody({ article: briefArticle, attributes: { open: '' } }),
  'with words in another language': () => drawWithBody({ article: article(), attributes: { lang: 'en', open: '' } }),
  loading: () => mount({ attributes: { src: 'http://127.0.0.1:9/' } }),
  failed: async () => {
    const card = await mount({ attributes: { src: 'javascript:' }, lang: 'ar' });
    await heard(card, 'khabar-error');
    return card;
  },
  'for subscribers, in part': () =>
    drawWithBody({ article: { posts: [{ id: '1', title: 'خبر', html: '<p>أوله</p>', access: false }] } }),
  protected: async () => {
    const post = { link: 'https://alqafila.example/1', content: { rendered: '', protected: true } };
    const card = await mount({ article: post, lang: 'ar' });
    await heard(card, 'khabar-error');
    return card;
  },
  copied: async () => {
    replace(navigator, 'clipboard', { writeText: () => Promise.resolve() });
    return pressCopy();
  },
  'not copied': async () => {
    replace(navigator, 'clipboard', undefined);
    return pressCopy();
  },
};

async function pressCopy(): Promise<KhabarCard> {
  const card = await draw({ article: article() });
  part(card, 'copy')!.click();
  for (let tries = 0; tries < 50 && textOf(card.shadowRoot!.querySelector('[role=status]')) === ''; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return card;
}

describe('axe finds nothing in a card that is', () => {
  for (const [state, make] of Object.entries(states)) {
    for (const theme of ['light', 'dark']) {
      it(`${state}, ${theme}`, async () => {
        const card = await make();
        card.setAttribute('theme', theme);
        await card.updateComplete;
        expect(await violations(card)).to.deep.equal([]);
      });
    }
  }

  it('and would find Arabic that is too pale', async () => {
    const card = await draw({ article: article(), style: '--khabar-ink-quiet: #ccc' });
    expect((await violations(card)).join()).to.include('color-contrast');
  });
});

// Only Chromium tells a test what it tells assistive technology.
const describeInChromium = engine === 'chromium' ? describe : () => undefined;

describeInChromium('The accessibility tree of the reference article', () => {
  before(async function () {
    if (!(await fixturesPresent())) this.skip();
  });

  const read = async (attributes: Record<string, string>) => {
    const card = await drawWithBody({ article: await fixture('seed/article.json'), attributes });
    return flatten(await accessibilityTree(card));
  };

  it('is one article, named by its headline, which holds everything', async () => {
    const nodes = await read({});
    const articles = nodes.filter(({ role }) => role === 'article');
    expect(articles.map(({ name }) => name)).to.deep.equal(['سلطنة عُمان وروسيا تعقدان جلسة الحوار الاستراتيجي بمسقط']);
  });

  it('has no landmark that is the page’s', async () => {
    const roles = (await read({ view: 'article' })).map(({ role }) => role);
    for (const role of ['banner', 'contentinfo', 'main', 'navigation', 'region']) expect(roles).not.to.include(role);
  });

  it('is read in the order of the newspaper', async () => {
    const said = (await read({ view: 'article' }))
      .filter(({ role }) => ['heading', 'link', 'button', 'img', 'image', 'list', 'time', 'Time'].includes(role))
      .map(({ role, name }) => `${role.toLowerCase()} ${name ?? ''}`.trim());
    const order = [
      'link التأمل',
      'heading سلطنة عُمان وروسيا تعقدان جلسة الحوار الاستراتيجي بمسقط',
      'heading سيرجي شويجو يصل مسقط',
      'link رابط مختصر: example.om/?p=118904 (يُفتح في نافذة جديدة)',
      'button نسخ الرابط',
      'link افتح الخبر الأصلي (يُفتح في نافذة جديدة)',
      'list شارك',
      'link مشاركة على واتساب (يُفتح في نافذة جديدة)',
      'list تابعنا',
      'link تابعنا على إكس (يُفتح في نافذة جديدة)',
      'heading قد يُعجبك أيضًا',
      'list قد يُعجبك أيضًا',
    ];
    const places = order.map((line) => said.indexOf(line));
    expect(places, said.join('\n')).not.to.include(-1);
    expect([...places].sort((one, other) => one - other)).to.deep.equal(places);
  });

  it('holds nothing of a closed body', async () => {
    const nodes = await read({});
    expect(
      nodes.some(({ name }) => name?.includes('سيرجي شويجو يصل مسقط') === true && !name.includes('وزير')),
    ).to.equal(
      // The related story of the same name is there.
      true,
    );
    expect(nodes.filter(({ role }) => role === 'heading').length).to.equal(2);
  });

  it('describes links that open a new window, without changing the names of headline and stories', async () => {
    const nodes = await read({});
    const links = nodes.filter(({ role }) => role === 'link');
    for (const { name, description } of links) {
      expect(`${name} ${description ?? ''}`).to.include('(يُفتح في نافذة جديدة)');
    }
  });
});

describe('The keyboard', () => {
  it('goes through the card in reading order, in and out, both ways', async () => {
    const card = await drawWithBody({ article: article(), attributes: { open: '' } });
    const before = document.createElement('button');
    const after = document.createElement('button');
    card.before(before);
    card.after(after);
    const order = [...card.shadowRoot!.querySelectorAll<HTMLElement>('a[href], button, [tabindex="0"]')];
    before.focus();
    const forwards: Element[] = [];
    for (await press('Tab'); document.activeElement !== after && forwards.length < 60; await press('Tab')) {
      forwards.push(card.shadowRoot!.activeElement!);
    }
    expect(forwards).to.deep.equal(order);
    const backwards: Element[] = [];
    for (
      await press('Shift+Tab');
      document.activeElement !== before && backwards.length < 60;
      await press('Shift+Tab')
    ) {
      backwards.push(card.shadowRoot!.activeElement!);
    }
    expect(backwards).to.deep.equal(order.reverse());
  });

  it('sees where it is: a ring of three pixels, which a page cannot take away', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { outline: none !important }');
    document.adoptedStyleSheets.push(sheet);
    const card = await draw({ article: article() });
    const place = document.createElement('button');
    card.before(place);
    place.focus();
    await press('Tab');
    const { outlineStyle, outlineWidth } = getComputedStyle(card.shadowRoot!.activeElement!);
    document.adoptedStyleSheets = [];
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '3px']);
  });
});
