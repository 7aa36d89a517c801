import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, drawWithBody, mount, part, type KhabarCard } from '../support/card.js';
import { emulateMedia } from '../support/commands.js';
import { all } from './cards.js';
import { itInChromium } from './reading.js';
import { fallbackLink } from './states.js';

describe('The pictures of a card', () => {
  const alt = async (image: object, title = 'افتتاح أول متحف للأفلاج') => {
    const card = await draw({ article: article({ title }, { image: { width: 1200, height: 800, ...image } }) });
    return part<HTMLImageElement>(card, 'image')!.alt;
  };

  it('80 have a description, empty where there is none', async () => {
    const card = await drawWithBody({
      article: article({ content_html: '<p>نص <img src="/a.png"> <img src="/b.png" alt="فلج"></p>' }),
      attributes: { open: '' },
    });
    expect(all<HTMLImageElement>(card, 'img').filter((image) => !image.hasAttribute('alt'))).to.deep.equal([]);
  });

  it('80 have no description that the caption or the headline says already', async () => {
    expect(await alt({ alt: 'فلج الملكي', caption: 'فلج الملكي' })).to.equal('');
    expect(await alt({ alt: 'افتتاح أول متحف للأفلاج' })).to.equal('');
    expect(await alt({ alt: 'قناة ماء', caption: 'فلج الملكي' })).to.equal('قناة ماء');
  });

  it('80 have no caption that the headline says already', async () => {
    const title = 'فلج الملكي';
    const card = await draw({ article: article({ title }, { image: { caption: 'فلج الملكي' } }) });
    expect(part(card, 'caption')).to.equal(null);
  });
});

describe('The sound of a card', () => {
  it('81 starts by nobody’s wish but the reader’s', async () => {
    const content_html =
      '<p>نص</p><audio src="/a.mp3" autoplay loop></audio><video src="/a.mp4" autoplay muted></video>';
    const card = await drawWithBody({ article: article({ content_html }), attributes: { open: '' } });
    const players = all<HTMLMediaElement>(card, 'audio, video');
    expect(players.map(({ autoplay, controls: hasControls }) => [autoplay, hasControls])).to.deep.equal([
      [false, true],
      [false, true],
    ]);
  });
});

describe('A hostile page', () => {
  it('82 changes nothing of where the words of a card stand', async () => {
    const place = async () => {
      const card = await drawWithBody({ article: article(), attributes: { open: '' } });
      const { left, top } = part(card, 'card')!.getBoundingClientRect();
      return all(card, '.card *')
        .filter((element) => element.getClientRects().length > 0 && !element.closest('.unseen, svg'))
        .map((element) => {
          const box = element.getBoundingClientRect();
          return [box.left - left, box.top - top, box.width, box.height].map((length) => Math.round(length)).join();
        });
    };
    const before = await place();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      html { font-size: 62.5% } body { font-size: 30px; direction: ltr; text-align: center }
      * { text-transform: uppercase; letter-spacing: 2px; word-spacing: 9px; text-indent: 30px; line-height: 3; font-style: italic }
      p, a, h2, ul, li { margin: 20px !important; padding: 9px !important; white-space: nowrap !important; color: red !important }
    `);
    document.adoptedStyleSheets = [sheet];
    const after = await place();
    document.adoptedStyleSheets = [];
    expect(after).to.deep.equal(before);
  });
});

describe('A printed card', () => {
  const print = async (mounting: Parameters<typeof drawWithBody>[0]): Promise<KhabarCard> => {
    const card = await drawWithBody({ width: 700, ...mounting });
    await emulateMedia({}, 'print');
    return card;
  };

  itInChromium('83 shows all of the story, closed as it may be', async () => {
    const body = part(await print({ article: article() }), 'body')!;
    expect(body.getBoundingClientRect().height).to.be.greaterThan(100);
    expect(body.querySelector('p')!.checkVisibility({ contentVisibilityAuto: true })).to.equal(true);
  });

  itInChromium('83 has no buttons', async () => {
    const card = await print({ article: article(), attributes: { open: '' } });
    const buttons = all(card, 'button, [part=share], [part=follow]').filter((element) => element.checkVisibility());
    expect(buttons).to.deep.equal([]);
  });

  itInChromium('83 says where its links lead', async () => {
    const card = await print({ article: article(), attributes: { open: '' } });
    const link = part(card, 'body')!.querySelector('a')!;
    // Isolated, as no markup can be put around it.
    expect(getComputedStyle(link, '::after').content).to.equal(
      '" (\u2066" "https://alqafila.example/falaj" "\u2069)"'.replace(/" "/g, ''),
    );
    expect(getComputedStyle(part(card, 'original')!, '::after').content).to.include('https://alqafila.example/');
  });

  itInChromium('83 is black on white, in the dark too', async () => {
    const card = await print({ article: article(), attributes: { theme: 'dark' } });
    const { color, backgroundColor } = getComputedStyle(part(card, 'card')!);
    expect([color, backgroundColor]).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });

  itInChromium('83 is one column, as wide as the paper', async () => {
    const card = await print({ article: article(), attributes: { open: '' } });
    expect(part(card, 'body')!.getBoundingClientRect().width).to.be.greaterThan(600);
  });

  itInChromium('83 that was never loaded shows the page’s own words, and no skeleton', async () => {
    const link = fallbackLink();
    const card = await mount({ attributes: { src: 'http://127.0.0.1:9/' }, children: [link] });
    const bare = await mount({ attributes: { src: 'http://127.0.0.1:9/' } });
    await emulateMedia({}, 'print');
    expect([link.checkVisibility(), all(card, '.skeleton').length]).to.deep.equal([true, 0]);
    expect(all(bare, '.skeleton').filter((skeleton) => skeleton.checkVisibility())).to.deep.equal([]);
  });
});
