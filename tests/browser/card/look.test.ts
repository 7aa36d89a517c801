import { fixture, html } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import { article, briefArticle, longBody } from '../support/articles.js';
import { draw, drawWithBody, heard, mount, part, parts, replace, type KhabarCard } from '../support/card.js';
import { emulateMedia, engine } from '../support/commands.js';
import { address, fixture as stored, SETS, skipWithout } from '../support/servers.js';
import { waitUntil } from '../support/wait.js';

const LIGHT = 'rgb(255, 254, 251)';
const DARK = 'rgb(23, 24, 26)';
const paper = (card: KhabarCard) => getComputedStyle(part(card, 'card')!).backgroundColor;

/** A style sheet of the page, until the test has ended. */
function page(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
afterEach(() => {
  document.adoptedStyleSheets = [];
});

describe('The theme', () => {
  it('of a page that declares none is light, whatever the reader prefers', async () => {
    if (engine === 'chromium') await emulateMedia({ 'prefers-color-scheme': 'dark' });
    expect(paper(await draw({ article: article() }))).to.equal(LIGHT);
  });

  it('is that of the page at the place where the card stands', async () => {
    expect(paper(await draw({ article: article(), style: 'color-scheme: dark' }))).to.equal(DARK);
    expect(paper(await draw({ article: article(), style: 'color-scheme: light' }))).to.equal(LIGHT);
  });

  // Only Chromium lets a test set the reader's preference.
  const itInChromium = engine === 'chromium' ? it : () => undefined;
  itInChromium('follows the reader where the page does', async () => {
    await emulateMedia({ 'prefers-color-scheme': 'dark' });
    expect(paper(await draw({ article: article(), style: 'color-scheme: light dark' }))).to.equal(DARK);
  });

  it('is what the page asks of this card', async () => {
    expect(paper(await draw({ article: article(), attributes: { theme: 'dark' } }))).to.equal(DARK);
    expect(
      paper(await draw({ article: article(), attributes: { theme: 'light' }, style: 'color-scheme: dark' })),
    ).to.equal(LIGHT);
  });

  it('takes the colours and faces that the page names', async () => {
    page('khabar-card { --khabar-surface: rgb(1, 2, 3); --khabar-font-text: Papyrus }');
    const card = await draw({ article: article() });
    expect(paper(card)).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(part(card, 'headline')!).fontFamily).to.equal('Papyrus');
  });

  it('lets the page style a part', async () => {
    page('khabar-card::part(headline) { color: rgb(4, 5, 6) }');
    expect(getComputedStyle(part(await draw({ article: article() }), 'headline')!).color).to.equal('rgb(4, 5, 6)');
  });
});

describe('The width', () => {
  for (const width of [240, 280, 320, 439, 440, 480, 639, 640, 720, 1200]) {
    for (const attributes of [{}, { open: '' }, { view: 'teaser' }] as Record<string, string>[]) {
      it(`${width} px ${JSON.stringify(attributes)} holds everything, without scrolling sideways`, async () => {
        const json = article({
          title: `${'سيستقبلونهمكذلك'.repeat(4)} افتتاح`,
          content_html: `<p>${'https://alqafila.example/'.repeat(9)}</p><table><tr>${'<td>سبعة</td>'.repeat(40)}</tr></table>`,
        });
        const mounted = { article: json, attributes, width };
        const card = attributes['view'] === 'teaser' ? await draw(mounted) : await drawWithBody(mounted);
        const root = part(card, 'card')!;
        expect(root.scrollWidth).to.be.at.most(root.clientWidth);
        const box = root.getBoundingClientRect();
        for (const element of card.shadowRoot!.querySelectorAll('[part]')) {
          const { left, right } = element.getBoundingClientRect();
          expect(left, element.outerHTML.slice(0, 80)).to.be.at.least(box.left - 1);
          expect(right, element.outerHTML.slice(0, 80)).to.be.at.most(box.right + 1);
        }
      });
    }
  }

  for (const attributes of [{}, { open: '' }] as Record<string, string>[]) {
    for (const width of [240, 320, 480, 720]) {
      it(`${width} px ${JSON.stringify(attributes)} holds the address that could not be copied`, async () => {
        replace(navigator, 'clipboard', undefined);
        const card = await draw({ article: article(), attributes, width });
        part(card, 'copy')!.click();
        await waitUntil(() => card.shadowRoot!.querySelector('input'));
        const box = part(card, 'card')!.getBoundingClientRect();
        const field = card.shadowRoot!.querySelector('input')!.getBoundingClientRect();
        expect(field.left).to.be.at.least(box.left);
        expect(field.right).to.be.at.most(box.right);
      });
    }
  }

  it('that shrinks while the card waits takes its shape along', async () => {
    const card = await mount({
      style: 'width: 720px',
      attributes: { src: await address('/never', { unique: 'shrinking' }), timeout: '60' },
    });
    const shape = () => card.shadowRoot!.querySelector('.skeleton')!;
    const frame = () => shape().querySelector('.frame')!.getBoundingClientRect();
    await waitUntil(() => shape().querySelector('.frame'), 'it is not on its way');
    for (const width of [720, 480, 440, 320, 240]) {
      card.parentElement!.style.width = `${width}px`;
      expect(Math.round(frame().width), `at ${width} px`).to.equal(shape().clientWidth);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(Math.round(frame().width), `at ${width} px, drawn`).to.equal(shape().clientWidth);
    }
  });

  it('of 640 px and more has a rail beside an open body, which keeps 40 to 80 characters a line', async () => {
    const card = await drawWithBody({
      article: article({ content_html: longBody }),
      attributes: { view: 'article' },
      width: 720,
    });
    const body = part(card, 'body')!.getBoundingClientRect();
    const source = part(card, 'source')!.getBoundingClientRect();
    expect(source.right).to.be.below(body.left);
    expect(body.width).to.be.within(380, 460);
  });

  it('of 640 px and more has one column where the body is shorter than a rail', async () => {
    const card = await drawWithBody({ article: article(), attributes: { view: 'article' }, width: 720 });
    const body = part(card, 'body')!.getBoundingClientRect();
    expect(part(card, 'source')!.getBoundingClientRect().top).to.be.above(body.bottom);
  });
});

for (const set of SETS)
  describe(`A card that waits for the reference article (${set})`, () => {
    before(skipWithout(set));

    for (const view of ['teaser', 'summary', 'article'])
      for (const width of [320, 480, 720, 1100])
        it(`keeps its place, give or take a tenth: ${view}, ${width} px`, async () => {
          const src = await address('/never', { unique: `${set}${view}${width}` });
          const waiting = await mount({
            width,
            lang: 'ar',
            attributes: { view, src, loading: 'eager', timeout: '60' },
          });
          const reference = {
            ...(await stored<object>(`${set}/seed/article.json`)),
            image: `${location.origin}/img/1920x1080.png`,
          };
          const drawing = view === 'teaser' ? draw : drawWithBody;
          const card = await drawing({ width, article: reference, attributes: { view } });
          const [shape, story] = [waiting, card].map((one) => part(one, 'card')!.getBoundingClientRect().height);
          expect(shape! / story!).to.be.within(0.9, 1.1);
        });
  });

describe('A place that gives no width', () => {
  const places: [name: string, css: string][] = [
    ['a float', 'float: inline-start'],
    ['an inline block', 'display: inline-block'],
    ['an absolute position', 'position: absolute'],
    ['a flexible item', 'display: flex'],
    ['a box that fits its content, as a dialog', 'inline-size: fit-content'],
  ];
  for (const [name, css] of places) {
    it(`is as wide as the card asks, but not wider than there is: ${name}`, async () => {
      for (const [room, expected] of [
        [600, 320],
        [250, 250],
      ] as const) {
        const place = await fixture<HTMLElement>(
          html`<div style="position: relative; inline-size: ${room}px">
            <div style="inline-size: auto; ${css}"></div>
          </div>`,
        );
        const card = document.createElement('khabar-card');
        card.article = article();
        place.firstElementChild!.append(card);
        await heard(card, 'khabar-load');
        expect(card.getBoundingClientRect().width, `${room} px`).to.equal(expected);
      }
    });
  }

  it('is not made wider by the card: columns of a grid', async () => {
    const grid = await fixture<HTMLElement>(
      html`<div style="inline-size: 600px; display: grid; grid-template-columns: repeat(3, 1fr)"></div>`,
    );
    for (let count = 0; count < 3; count++) {
      const card = document.createElement('khabar-card');
      card.article = article();
      grid.append(card);
    }
    await heard(grid, 'khabar-load');
    expect([...grid.children].map((card) => card.getBoundingClientRect().width)).to.deep.equal([200, 200, 200]);
  });
});

describe('Targets', () => {
  for (const attributes of [{}, { view: 'article' }, { view: 'teaser' }] as Record<string, string>[]) {
    it(`are 44 by 44 pixels, but for links within a line: ${JSON.stringify(attributes)}`, async () => {
      const card = await draw({ article: article(), attributes, width: 320 });
      for (const control of card.shadowRoot!.querySelectorAll<HTMLElement>('a, button')) {
        if (control.closest('.body, h2, [part="byline"], [part="source"]')) continue;
        const { width, height } = control.getBoundingClientRect();
        expect(Math.min(width, height), control.outerHTML.slice(0, 90)).to.be.at.least(24);
        expect(height, control.outerHTML.slice(0, 90)).to.be.at.least(44);
      }
    });
  }
});

describe('Reserved space', () => {
  it('is kept from the moment the element is there, by the width of its container', async () => {
    for (const [width, height] of [
      [300, 812],
      [320, 812],
      [479, 812],
      [480, 1760],
      [900, 1760],
    ] as const) {
      const card = await mount({
        attributes: { src: 'http://127.0.0.1:9/never', reserve: '480:1760 320:812', loading: 'lazy' },
        width,
      });
      await card.updateComplete;
      expect(card.getBoundingClientRect().height).to.be.closeTo(height, 1);
    }
  });

  it('of a drawn card stays', async () => {
    const card = await draw({ article: briefArticle, attributes: { reserve: '320:900' } });
    expect(card.getBoundingClientRect().height).to.be.at.least(900);
  });

  it('that makes no sense reserves nothing', async () => {
    const card = await mount({ attributes: { reserve: 'tall 10 20:}*{color:red' } });
    await card.updateComplete;
    expect(card.getBoundingClientRect().height).to.be.below(200);
  });
});

describe('Pictures', () => {
  it('of related stories and of the body are lazy, the lead picture is not', async () => {
    const picture = `${location.origin}/img/320x240.png`;
    const card = await drawWithBody({
      article: article(
        { content_html: `<p><img src="${picture}"></p>` },
        { related: [{ url: 'https://alqafila.example/1', title: 'x', image: picture }] },
      ),
      attributes: { view: 'article' },
    });
    expect(part<HTMLImageElement>(card, 'image')!.loading).not.to.equal('lazy');
    const others = [part(card, 'body')!.querySelector('img')!, parts(card, 'related-link')[0]!.querySelector('img')!];
    expect(others.map(({ loading }) => loading)).to.deep.equal(['lazy', 'lazy']);
  });

  it('that do not load leave no hole in the publisher line', async () => {
    const logo = `${location.origin}/no-such-logo.png`;
    const card = await mount({ article: article({}, { publisher: { name: 'القافلة', logo } }) });
    await heard(card, 'khabar-load');
    const image = () => part(card, 'publisher')!.querySelector('img')!;
    await waitUntil(() => !image().checkVisibility());
    card.article = article({}, { publisher: { name: 'القافلة', logo: `${location.origin}/img/32x32.png` } });
    await waitUntil(() => image().checkVisibility());
  });

  it('that do not load leave their description, and no grey box', async () => {
    const card = await draw({ article: article({ image: `${location.origin}/no-such-picture.png` }) });
    const image = part(card, 'image')!;
    await waitUntil(() => image.hasAttribute('data-broken'));
    expect(getComputedStyle(image).aspectRatio).to.equal('auto');
    expect(image.checkVisibility()).to.equal(true);
  });

  it('that do not load leave no box in a wide card', async () => {
    const card = await draw({ width: 720, article: article({ image: `${location.origin}/no-such-picture.png` }) });
    const image = part(card, 'image')!;
    await waitUntil(() => image.hasAttribute('data-broken'));
    expect(image.offsetHeight).to.be.lessThan(100);
  });
});
