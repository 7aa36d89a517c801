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

  itInChromium('83 says where its links lead, also where a browser does not say that it prints', async () => {
    const card = await print({ article: article(), attributes: { open: '' } });
    const link = part(card, 'body')!.querySelector('a')!;
    // Isolated, as no markup can be put around it.
    expect(getComputedStyle(link, '::after').content).to.equal(
      '" (\u2066" "https://alqafila.example/falaj" "\u2069)"'.replace(/" "/g, ''),
    );
    expect(getComputedStyle(part(card, 'original')!, '::after').content).to.include('https://alqafila.example/');
  });

  /** A card with these paragraphs, as a browser prints it that tells pages so. */
  const printParagraphs = async (...paragraphs: string[]) => {
    const content_html = paragraphs.map((text) => `<p>${text}</p>`).join('');
    const json = article({ content_html, url: 'https://alqafila.example/%D9%81%D9%84%D8%AC' });
    const card = await print({ article: json, attributes: { open: '' } });
    dispatchEvent(new Event('beforeprint'));
    return card;
  };
  /** What is printed below an element, by line, without its isolates. */
  const addressesBelow = (element: Element) => {
    const { content, display } = getComputedStyle(element, '::after');
    expect(display).to.equal('inline-block');
    // As CSS writes strings.
    const text = content.replace(/^"|"$/g, '').replace(/\\a /g, '\n');
    return text.split('\n').map((line) => /^\u2066(.*)\u2069$/.exec(line)?.[1]!.replaceAll('\u200e', ''));
  };
  const first = (card: KhabarCard) => part(card, 'body')!.querySelector('p')!;

  itInChromium('83 says where its links lead in Arabic letters', async () => {
    const card = await printParagraphs(
      '<a href="/2026/%D8%A3%D9%81%D9%84%D8%A7%D8%AC/?q=%D9%86%D8%AE%D9%8A%D9%84#%D8%A3">فلج</a>',
    );
    expect(addressesBelow(first(card))).to.deep.equal(['https://alqafila.example/2026/أفلاج/?q=نخيل#أ']);
    expect(addressesBelow(part(card, 'original')!.parentElement!)).to.deep.equal(['https://alqafila.example/فلج']);
  });

  for (const [what, codes] of Object.entries({
    'what parts an address': '%2F%23%3F%20%25D8',
    'direction marks': '%E2%80%AE%E2%81%A6',
    'what nobody sees': '%E2%80%8B%E3%85%A4',
    'signs that look like those of an address': '%E2%81%84%EF%BC%8F',
    'what is no UTF-8': '%C7%E1',
  }))
    itInChromium(`83 leaves encoded in an address ${what}`, async () => {
      const card = await printParagraphs(`<a href="/${codes}">فلج</a>`);
      expect(addressesBelow(first(card))).to.deep.equal([`https://alqafila.example/${codes}`]);
    });

  itInChromium(
    '83 says where its links lead below their paragraph, on a line each, and in its sentences nothing',
    async () => {
      const card = await printParagraphs('كلمة <a href="/1">فلج</a> وكلمة <a href="/2">أخرى</a>.', 'فقرة');
      const [paragraph, next] = all(card, '[part=body] p');
      expect(addressesBelow(paragraph!)).to.deep.equal(['https://alqafila.example/1', 'https://alqafila.example/2']);
      expect(all(card, '[part=body] a').map((link) => getComputedStyle(link, '::after').display)).to.deep.equal([
        'none',
        'none',
      ]);
      const lines = paragraph!.getBoundingClientRect().height / next!.getBoundingClientRect().height;
      expect(lines).to.be.within(2, 3);
    },
  );

  itInChromium('83 says where a link leads that stands in no paragraph', async () => {
    const content_html = '<div><img src="/img/60x40.jpg" alt=""><a href="/1">فلج</a></div>';
    const card = await print({ article: article({ content_html }), attributes: { open: '' } });
    dispatchEvent(new Event('beforeprint'));
    const link = part(card, 'body')!.querySelector('a')!;
    expect(addressesBelow(link)).to.deep.equal(['https://alqafila.example/1']);
  });

  itInChromium('83 keeps the parts of an address in their order', async () => {
    const card = await printParagraphs('<a href="/%D8%A3/2026/%D8%A8">فلج</a>');
    const { content } = getComputedStyle(first(card), '::after');
    expect(content).to.contain('/\u200eأ/\u200e2026/\u200eب');
  });

  itInChromium('83 says no address that its words say', async () => {
    const card = await printParagraphs(
      '<a href="https://b.example/a">https://b.example/a</a> <a href="https://www.b.example/">b.example</a>',
    );
    expect(getComputedStyle(first(card), '::after').content).to.equal('none');
    for (const link of all(card, '[part=body] a')) expect(getComputedStyle(link, '::after').display).to.equal('none');
  });

  for (const [box, html] of [
    ['div', '<div>نص <a href="/1">فلج</a> وبقية</div>'],
    ['pre', '<pre>نص <a href="/1">فلج</a> وبقية</pre>'],
    ['figure', '<figure><a href="/1"><img src="/img/60x40.png" alt="فلج"></a><figcaption>شرح</figcaption></figure>'],
  ] as const)
    itInChromium(`83 says where a link leads below what it stands in: ${box}`, async () => {
      const card = await drawWithBody({
        article: article({ content_html: `${html}<p>فقرة</p>` }),
        attributes: { view: 'article' },
      });
      await emulateMedia({}, 'print');
      dispatchEvent(new Event('beforeprint'));
      const place = part(card, 'body')!.querySelector('a')!.closest(box)!;
      expect(addressesBelow(place)).to.deep.equal(['https://alqafila.example/1']);
    });

  itInChromium('83 says where its links lead now, when it is printed again', async () => {
    const card = await printParagraphs('<a href="/1">فلج</a>');
    const paragraph = first(card);
    paragraph.querySelector('a')!.href = 'https://alqafila.example/2';
    dispatchEvent(new Event('beforeprint'));
    expect(addressesBelow(paragraph)).to.deep.equal(['https://alqafila.example/2']);
  });

  itInChromium('83 says no address of its footnotes', async () => {
    const card = await printParagraphs(
      'نص<sup><a href="#n">1</a></sup> وآخر<sup><a href="https://alqafila.example/%D9%81%D9%84%D8%AC#n">2</a></sup>',
      '<b id="n">حاشية</b>',
    );
    const marks = all(card, '[part=body] sup a');
    expect(marks).to.have.length(2);
    expect(getComputedStyle(first(card), '::after').content).to.equal('none');
    for (const mark of marks) expect(getComputedStyle(mark, '::after').display).to.equal('none');
  });

  it('83 is a copy: on the screen nothing has an address below it', async () => {
    const card = await drawWithBody({ article: article(), attributes: { open: '' } });
    dispatchEvent(new Event('beforeprint'));
    expect(getComputedStyle(part(card, 'body')!.querySelector('p:has(a)')!, '::after').content).to.equal('none');
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
