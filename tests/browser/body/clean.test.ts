import { aTimeout } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import DOMPurify from 'dompurify';
import { ArticleError } from '../../../src/article/article-error.js';
import { webAddress } from '../../../src/article/web-address.js';
import { address, fixture, requestsSeen, SETS, skipWithout } from '../support/servers.js';
import { shareOf } from '../support/share.js';
import { elementsOfPublishers, intruders, STYLES } from './allow-list.js';
import { addressPlaces, attackClasses, badAddresses } from './attacks.js';
import {
  attributesOf,
  cleaned,
  cleanedBody,
  cleanedElement,
  cleanedMarkup,
  DESCRIPTION,
  parsed,
  shadowRoot,
  written,
} from './cleaning.js';
import { honestArticle } from './honest-article.js';
import { waitUntil } from '../support/wait.js';

for (const set of SETS)
  describe(`The body of the reference article (${set})`, () => {
    let source: HTMLElement;
    let body: DocumentFragment;

    before(skipWithout(set));
    before(async () => {
      const { content_html } = await fixture<{ content_html: string }>(`${set}/seed/article.json`);
      source = parsed(content_html);
      body = cleaned(content_html, { direction: 'rtl' });
    });

    it('keeps all its paragraphs, in order and word for word', () => {
      const paragraphs = [...source.querySelectorAll('p')].slice(0, -1).map(({ textContent }) => textContent);
      expect(paragraphs).to.have.length(9);
      expect([...body.querySelectorAll('p')].map(({ textContent }) => textContent)).to.deep.equal(paragraphs);
    });

    it('has its crosshead at the level that the card asks for', () => {
      const [crosshead, ...others] = body.querySelectorAll('h1, h2, h3, h4, h5, h6');
      expect(crosshead?.outerHTML).to.equal(`<h3>${source.querySelector('h2')?.textContent}</h3>`);
      expect(others).to.have.length(0);
    });

    it('has lost the hidden link, and the paragraph that held nothing else', () => {
      expect(body.textContent).not.to.include('Secret');
      expect(body.querySelector('a')).to.equal(null);
      expect(body.lastElementChild?.textContent).to.equal(source.querySelector('p:nth-last-of-type(2)')?.textContent);
    });
  });

describe('Hostile HTML', () => {
  const globals = globalThis as { canary?: () => void };
  let ran: string[] = [];
  let current = '';

  before(() => {
    globals.canary = () => ran.push(current);
  });

  after(() => {
    delete globals.canary;
  });

  /** Into a live shadow root, as the card does. */
  function insert(html: string): ShadowRoot {
    current = html;
    const root = shadowRoot();
    root.append(cleaned(html));
    return root;
  }

  it('would run if it were put into the page as it is', async () => {
    ran = [];
    shadowRoot().innerHTML = '<img src="x:x" onerror="canary()">';
    await waitUntil(() => ran.length > 0, 'the canary never sang');
  });

  it('would be noticed if it were put into the page as it is', () => {
    const root = shadowRoot();
    root.innerHTML =
      '<x-card></x-card><p id="a" style="color: red">x<!-- x --></p><a href="javascript:0">x</a><svg><a></a></svg>';
    expect(intruders(root)).to.have.length(8);
  });

  for (const { name, payloads } of attackClasses) {
    describe(name, () => {
      it('are not let in, at the beginning of a body or within', () => {
        for (const payload of payloads) {
          for (const html of [payload, `<div><span>${payload}</span></div>`]) {
            expect(intruders(cleaned(html)), html).to.deep.equal([]);
          }
          const html = `<p>before</p>${payload}<p>after</p>`;
          const body = cleaned(html);
          expect(intruders(body), html).to.deep.equal([]);
          expect(body.textContent, html).to.match(/^before/);
        }
      });

      it('do not come to life when what is left is parsed again', () => {
        for (const payload of payloads) {
          const again = parsed(cleanedMarkup(`<p>before</p>${payload}`));
          expect(intruders(again), payload).to.deep.equal([]);
        }
      });

      it('run nothing in the page', async () => {
        ran = [];
        const roots = payloads.map((payload) => insert(`<p>before</p>${payload}`));
        current = `one of ${payloads.length}`;
        for (const root of roots) {
          expect(intruders(root)).to.deep.equal([]);
          // Links would open windows, behind which the tests that follow would stand still.
          root.addEventListener('click', (event) => event.preventDefault());
          for (const element of root.querySelectorAll<HTMLElement>('*')) {
            element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
            for (const type of ['error', 'load', 'focus', 'mouseover', 'toggle', 'animationstart']) {
              element.dispatchEvent(new Event(type));
            }
          }
        }
        await aTimeout(100);
        expect(ran).to.deep.equal([]);
      });
    });
  }

  for (const [place, write] of Object.entries(addressPlaces)) {
    it(`has no bad address left in ${place}`, async () => {
      ran = [];
      for (const bad of badAddresses) {
        const html = write(bad);
        expect(intruders(insert(html)), html).to.deep.equal([]);
        current = html;
        const root = shadowRoot();
        root.append(cleaned(html, { base: undefined }));
        expect(intruders(root), html).to.deep.equal([]);
        expect(root.querySelector('a[href], [src], [cite]')?.outerHTML ?? '', html).not.to.match(/canary|evil/);
      }
      await aTimeout(20);
      expect(ran).to.deep.equal([]);
    });
  }

  it('leaves the text of a card within the card, and no card', () => {
    const card = '<khabar-card src="https://evil.example/x.json"><p>نصّ</p></khabar-card>';
    expect(cleanedMarkup(card, { direction: 'rtl' })).to.equal('<p>نصّ</p>');
  });

  it('is no reason to lose the text around a form', () => {
    expect(cleanedMarkup('<p>a</p><form><p>b</p><input value="c"></form>')).to.equal('<p>a</p><div><p>b</p></div>');
  });

  it('of a frameset leaves an empty body', () => {
    expect(cleanedMarkup('<frameset><frame src="https://evil.example/"></frameset>')).to.equal('');
  });

  it('cannot empty the body by attributes of its own <body>', () => {
    expect(cleanedMarkup('<body hidden style="display: none" onload="canary()"><p>a</p></body>')).to.equal('<p>a</p>');
  });

  // Each is a loop within a loop to a careless pattern.
  const LONG = 100_000;
  for (const [name, html] of Object.entries({
    'a number of zeros': `<p style="opacity: ${'0'.repeat(LONG)}x">a</p>`,
    'a long distance': `<p style="position: absolute; left: -${'0'.repeat(LONG)}x">a</p>`,
    'a clip without end': `<p style="clip: rect(${'0 '.repeat(LONG)}">a</p>`,
    'comments that never close': `<p style="${'/*'.repeat(LONG)}">a</p>`,
    'a value full of space': `<p style="left: a${' '.repeat(LONG)}b">a</p>`,
    'a value full of exclamation marks': `<p style="left: ${'! '.repeat(LONG)}b">a</p>`,
    'a srcset of one address': `<img src="/a" srcset="${'a'.repeat(LONG)} (" alt="">`,
    'a srcset of commas': `<img src="/a" srcset="${','.repeat(LONG)}a b c" alt="">`,
    'a srcset of an address and commas': `<img src="/a" srcset="a${','.repeat(LONG)}b c d" alt="">`,
    'a srcset of letters': `<img src="/a" srcset="${'a '.repeat(LONG)}" alt="">`,
    'a rel of spaces': `<a href="/a" rel="${' '.repeat(LONG)}x">a</a>`,
  })) {
    it(`is cleaned where it holds ${name}`, () => {
      expect(cleaned(html).children).to.have.length(1);
    });
  }
});

describe('A link of the body', () => {
  const attributesOfLink = (html: string, options = {}) =>
    attributesOf(cleaned(html, options).querySelector('a') as Element);

  it('opens a page of its own, which cannot reach back, and says so', () => {
    expect(attributesOfLink('<p><a href="https://other.example/">a</a></p>')).to.deep.equal({
      href: 'https://other.example/',
      target: '_blank',
      rel: 'noopener',
      'aria-describedby': DESCRIPTION,
    });
  });

  for (const [rel, expected] of [
    ['nofollow', 'noopener nofollow'],
    ['UGC  Sponsored\nnofollow', 'noopener nofollow sponsored ugc'],
    ['opener', 'noopener'],
    ['noreferrer me author', 'noopener'],
    ['nofollowing', 'noopener'],
  ]) {
    it(`with rel="${rel}" has rel="${expected}"`, () => {
      expect(attributesOfLink(`<a href="/a" rel="${rel}">a</a>`).rel).to.equal(expected);
    });
  }

  for (const [href, expected] of [
    ['/2025/12/?p=1&amp;q=2#part', 'https://news.example/2025/12/?p=1&q=2#part'],
    ['next', 'https://news.example/2025/11/story/next'],
    ['../other/', 'https://news.example/2025/11/other/'],
    ['?page=2', 'https://news.example/2025/11/story/?page=2'],
    ['#note', 'https://news.example/2025/11/story/#note'],
    ['//cdn.example/a', 'https://cdn.example/a'],
    [' https://other.example/a b ', 'https://other.example/a%20b'],
    ['/خبر', 'https://news.example/%D8%AE%D8%A8%D8%B1'],
    ['https://مثال.example/', 'https://xn--mgbh0fb.example/'],
  ]) {
    it(`to ${href} leads to the article's own site or where it says: ${expected}`, () => {
      expect(attributesOfLink(`<a href="${href}">a</a>`).href).to.equal(expected);
    });
  }

  it('leads nowhere where it is relative and the article has no address', () => {
    for (const href of ['/a', 'a', '?a', '#a', '//cdn.example/a']) {
      const html = `<p><a href="${href}" rel="nofollow">a</a></p>`;
      expect(cleanedMarkup(html, { base: undefined }), href).to.equal('<p>a</p>');
    }
  });

  it('is whole without the address of the article', () => {
    expect(attributesOfLink('<a href="https://other.example/a">a</a>', { base: undefined }).href).to.equal(
      'https://other.example/a',
    );
  });

  it('that may not be followed stays as text', () => {
    for (const href of [
      'javascript:0',
      'sms:+96800000000',
      'tel:*#06#,1',
      'mailto:?to=a@b.example',
      'https://a@news.example/',
    ]) {
      expect(cleanedMarkup(`<p>a <a href="${href}">b</a></p>`), href).to.equal('<p>a b</p>');
    }
  });

  it('is not resolved against the page of the host', () => {
    expect(written(cleaned('<a href="/a">a</a><img src="/b">'))).not.to.include(location.host);
    expect(written(cleaned('<a href="/a">a</a><img src="/b">', { base: undefined }))).not.to.include(location.host);
  });

  it('without anything to read is removed, and so is the paragraph that held it alone', () => {
    const html =
      '<p>a<a href="/a"></a></p><p><a href="/b"> &nbsp; </a></p><p><a href="/c"><span><br></span></a></p><p>b</p>';
    expect(cleanedMarkup(html)).to.equal('<p>a</p><p>b</p>');
  });

  it('around a picture, a film or a sound stays', () => {
    for (const media of ['<img src="/a.jpg">', '<video src="/a.mp4"></video>', '<audio src="/a.mp3"></audio>']) {
      expect(cleaned(`<p><a href="/a">${media}</a></p>`).querySelector('a')?.children, media).to.have.length(1);
    }
  });

  it('around a picture that nobody can see is removed with it', () => {
    for (const img of ['<img>', '<img src="javascript:0">', '<img src="data:image/gif;base64,R0lGOD" alt="">']) {
      expect(cleanedMarkup(`<p>a</p><p><a href="/a">${img}</a></p>`), img).to.equal('<p>a</p>');
    }
  });
});

describe('A picture of the body', () => {
  const attributesOfPicture = (html: string) => attributesOf(cleaned(html).querySelector('img') as Element);

  it('is lazy, decoded aside, and tells its server no more than the site', () => {
    const html =
      '<img src="/a.jpg" alt="A" width="4" height="3" loading="eager" decoding="sync" referrerpolicy="unsafe-url">';
    expect(attributesOfPicture(html)).to.deep.equal({
      src: 'https://news.example/a.jpg',
      alt: 'A',
      width: '4',
      height: '3',
      loading: 'lazy',
      decoding: 'async',
      referrerpolicy: 'strict-origin-when-cross-origin',
    });
  });

  it('without an alternative text has an empty one, so that its address is not read out', () => {
    expect(attributesOfPicture('<img src="/a.jpg">').alt).to.equal('');
  });

  it('that may not be loaded leaves its alternative text', () => {
    const body = cleaned('<p><img src="data:image/gif;base64,R0lGOD" alt="شعار"></p>');
    expect(body.textContent.trim()).to.equal('شعار');
    expect(body.querySelector('img')).to.equal(null);
  });

  for (const [srcset, expected] of [
    ['/a.jpg 1x, /b.jpg 2x', 'https://news.example/a.jpg 1x, https://news.example/b.jpg 2x'],
    ['/a.jpg', 'https://news.example/a.jpg'],
    ['a 600w', 'https://news.example/2025/11/story/a 600w'],
    ['/a.jpg, /b.jpg 1.5x', 'https://news.example/a.jpg, https://news.example/b.jpg 1.5x'],
    ['/a.jpg 1x,/b.jpg .5x', 'https://news.example/a.jpg 1x, https://news.example/b.jpg .5x'],
    [' ,, /a.jpg\n\t600w ,\n,/b.jpg   1200w, ', 'https://news.example/a.jpg 600w, https://news.example/b.jpg 1200w'],
    [
      '/w_600,h_400/a.jpg 600w, /w_9,h_6/b.jpg',
      'https://news.example/w_600,h_400/a.jpg 600w, https://news.example/w_9,h_6/b.jpg',
    ],
    ['/a,b 1x', 'https://news.example/a,b 1x'],
    ['/a.jpg,/b.jpg 2x', 'https://news.example/a.jpg,/b.jpg 2x'],
    ['/a.jpg,,, /b.jpg 2x', 'https://news.example/a.jpg, https://news.example/b.jpg 2x'],
    ['/a.jpg?x=1&amp;y=ع 2x', 'https://news.example/a.jpg?x=1&y=%D8%B9 2x'],
    ['//cdn.example/a.jpg 2x', 'https://cdn.example/a.jpg 2x'],
    // What follows is left out, and takes nothing else with it.
    ['/a.jpg foo, /b.jpg 2x', 'https://news.example/b.jpg 2x'],
    ['/a.jpg 1x 2w, /b.jpg 2x', 'https://news.example/b.jpg 2x'],
    ['/a.jpg 1.2.3x, /b.jpg 2x', 'https://news.example/b.jpg 2x'],
    ['/a.jpg -1x, /b.jpg 2x', 'https://news.example/b.jpg 2x'],
    ['/a.jpg 100, /b.jpg 2x', 'https://news.example/b.jpg 2x'],
    ['/a.jpg 1x, javascript:canary() 2x', 'https://news.example/a.jpg 1x'],
    ['/a.jpg 1x, data:image/gif;base64,R0lGOD 2x', 'https://news.example/a.jpg 1x'],
    ['data:image/gif;base64,R0lGOD 1x, /a.jpg 2x', 'https://news.example/a.jpg 2x'],
    ['/a.jpg 1x, https://a@evil.example/ 2x', 'https://news.example/a.jpg 1x'],
    ['/a.jpg foo', undefined],
    [' , ', undefined],
    ['', undefined],
  ]) {
    it(`with srcset="${srcset}" has ${expected ?? 'none'}`, () => {
      expect(attributesOfPicture(`<img src="/x.jpg" srcset="${srcset}">`).srcset).to.equal(expected);
    });
  }

  it('has no relative candidates where the article has no address', () => {
    const html = '<img srcset="/a.jpg 1x, https://cdn.example/b.jpg 2x" alt="A">';
    expect(cleaned(html, { base: undefined }).querySelector('img')?.srcset).to.equal('https://cdn.example/b.jpg 2x');
  });

  it('keeps the sources that the browser chooses from', () => {
    const html =
      '<picture><source srcset="/a.webp 2x" type="image/webp" media="(min-width: 1px)"><img alt="A"></picture>';
    expect(attributesOf(cleaned(html).querySelector('source') as Element)).to.deep.equal({
      srcset: 'https://news.example/a.webp 2x',
      type: 'image/webp',
      media: '(min-width: 1px)',
    });
  });
});

describe('The network', () => {
  let turn = 0;
  /** Addresses of one test, and how often they were asked for. */
  async function counted(): Promise<{ picture: string; film: string; seen: () => Promise<number> }> {
    const key = `clean-${performance.now()}-${(turn += 1)}`;
    return {
      picture: await address('/img/30x20.png', { key }),
      film: await address('/json', { key, type: 'video/mp4' }),
      seen: async () => (await requestsSeen(key)).length,
    };
  }

  /** Long enough for a request to have come, had there been one: another that began later has come. */
  async function aWhile(): Promise<void> {
    const control = await counted();
    new Image().src = control.picture;
    await waitUntil(async () => (await control.seen()) > 0, 'no request is counted', { timeout: 8000 });
    await aTimeout(200);
  }

  const eager = (picture: string) => `
    <p><img src="${picture}" loading="eager"><img srcset="${picture}&a 1x, ${picture}&b 2x" fetchpriority="high"></p>
    <h2><img src="${picture}&c"></h2><table><tr><td><img src="${picture}&d"></td></tr></table>
    <picture><source srcset="${picture}&e"><img src="${picture}&f"></picture>`;

  it('hears nothing of pictures that are only cleaned', async () => {
    const { picture, seen } = await counted();
    const kept = cleaned(eager(picture), { source: webAddress(picture) });
    await aWhile();
    expect(kept.querySelectorAll('img')).to.have.length(5);
    expect(await seen()).to.equal(0);
  });

  it('hears nothing of what is refused, parsed though it is', async () => {
    const { picture, film, seen } = await counted();
    const loading = [
      ...[
        `<link rel="stylesheet" href="${film}&a">`,
        `<link rel="preload" as="image" href="${picture}">`,
        `<script src="${film}&b"></script>`,
      ],
      ...[`<iframe src="${film}&c"></iframe>`, `<object data="${picture}"></object>`, `<embed src="${film}&d">`],
      ...[`<video src="${film}&e" poster="${picture}" autoplay></video>`, `<style>@import url("${film}&f");</style>`],
      ...[
        `<input type="image" src="${picture}">`,
        `<svg><image href="${picture}"/></svg>`,
        `<body background="${picture}">`,
      ],
      ...[`<p style="background: url(${picture})">a</p>`, `<meta http-equiv="refresh" content="0;url=${film}">`],
      ...[`<script type="module">import "${film}&g";</script>`, `<noscript><img src="${picture}"></noscript>`],
      ...[`<img src="${picture}" onload="canary()">`, `<picture><source srcset="${picture}&h"><img></picture>`],
      ...[`<link rel="dns-prefetch modulepreload prefetch" href="${film}&i">`, `<base href="${film}"><img src="?j">`],
    ];
    for (const html of [...loading, loading.join('')]) cleaned(html);
    await aWhile();
    expect(await seen()).to.equal(0);
  });

  it('hears nothing of pictures in an element of the page that is not shown', async () => {
    const { picture, seen } = await counted();
    const element = document.createElement('div');
    element.append(cleaned(eager(picture), { source: webAddress(picture) }));
    await aWhile();
    expect(await seen()).to.equal(0);
  });

  it('hears nothing of pictures far below the viewport', async () => {
    const { picture, seen } = await counted();
    const root = shadowRoot();
    const space = document.createElement('div');
    space.style.height = '20000px';
    root.append(space, cleaned(eager(picture), { source: webAddress(picture) }));
    await aWhile();
    expect(await seen()).to.equal(0);
  });

  it('is asked for the pictures that come into view', async () => {
    const { picture, seen } = await counted();
    shadowRoot().append(cleaned(eager(picture), { source: webAddress(picture) }));
    await waitUntil(async () => (await seen()) >= 5, 'the pictures do not load', { timeout: 5000 });
  });

  it('hears nothing of sound and film before the reader presses play', async () => {
    const { picture, film, seen } = await counted();
    shadowRoot().append(
      cleaned(
        `<video src="${film}&a" autoplay preload="auto" poster="${picture}"></video>
        <video autoplay muted><source src="${film}&b" type="video/mp4"></video>
        <audio src="${film}&c" autoplay preload="auto"></audio><audio><source src="${film}&d"></audio>`,
        { source: webAddress(film) },
      ),
    );
    await aWhile();
    expect(await seen()).to.equal(0);
  });
});

describe('Sound and film of the body', () => {
  it('have controls, and wait for the reader', () => {
    const [video, audio] = cleaned(
      '<video src="/a.mp4" autoplay loop muted></video><audio src="/a.mp3"></audio>',
    ).children;
    expect(attributesOf(video as Element)).to.deep.equal({
      src: 'https://news.example/a.mp4',
      controls: '',
      preload: 'none',
    });
    expect(attributesOf(audio as Element)).to.deep.equal({
      src: 'https://news.example/a.mp3',
      controls: '',
      preload: 'none',
    });
  });
});

describe('Headings of the body', () => {
  const outline = (html: string, headingLevel: number) =>
    [...cleaned(html, { headingLevel }).querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .map((heading) => `${heading.localName} ${heading.textContent}`)
      .join(', ');

  for (const level of [2, 3, 4, 5, 6]) {
    const at = (depth: number) => `h${Math.min(6, level + depth)}`;

    it(`begin at level ${level} where the card asks for it, and keep their order below that`, () => {
      const html = '<h2>a</h2><p>x</p><h3>b</h3><h4>c</h4><h2>d</h2>';
      expect(outline(html, level)).to.equal(`${at(0)} a, ${at(1)} b, ${at(2)} c, ${at(0)} d`);
    });

    it(`are the same for level ${level} wherever the publisher begins`, () => {
      for (const first of [1, 2, 3, 4, 5]) {
        const html = `<h${first}>a</h${first}><h${first + 1}>b</h${first + 1}>`;
        expect(outline(html, level), html).to.equal(`${at(0)} a, ${at(1)} b`);
      }
    });
  }

  it('skip no level, whatever sizes the publisher chose', () => {
    expect(outline('<h1>a</h1><h4>b</h4><h2>c</h2><h6>d</h6><h1>e</h1>', 3)).to.equal('h3 a, h4 b, h4 c, h5 d, h3 e');
    expect(outline('<h4>a</h4><h2>b</h2><h3>c</h3>', 3)).to.equal('h3 a, h3 b, h4 c');
  });

  it('go no deeper than there are levels', () => {
    expect(outline('<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>', 4)).to.equal(
      'h4 a, h5 b, h6 c, h6 d, h6 e, h6 f',
    );
  });

  it('keep their words, their markup and their language', () => {
    expect(cleanedMarkup('<h2 lang="en" dir="ltr" id="x">a <a href="/b">b</a> <em>c</em><br></h2>')).to.equal(
      '<h3 lang="en" dir="ltr">a <a href="https://news.example/b" target="_blank" rel="noopener" ' +
        `aria-describedby="${DESCRIPTION}">b</a> <em>c</em><br></h3>`,
    );
  });

  it('stay where they are, one within the other too', () => {
    expect(cleanedMarkup('<blockquote><h2>a<div><h3>b</h3></div></h2></blockquote>')).to.equal(
      '<blockquote><h3>a<div><h4>b</h4></div></h3></blockquote>',
    );
  });

  it('without words are removed', () => {
    expect(cleanedMarkup('<h2></h2><h3>&nbsp;<br></h3><p>a</p>')).to.equal('<p>a</p>');
  });
});

describe('A table of the body', () => {
  it('stands in a box of its own', () => {
    expect(cleanedMarkup('<table><tbody><tr><td>a</td></tr></tbody></table>')).to.equal(
      '<div class="table"><table><tbody><tr><td>a</td></tr></tbody></table></div>',
    );
  });

  it('within a table has no box of its own', () => {
    const body = cleaned('<table><tr><th>b</th><td><table><tr><td>a</td></tr></table></td></tr></table>');
    expect(body.querySelectorAll('table')).to.have.length(2);
    expect(body.querySelectorAll('.table')).to.have.length(1);
  });

  it('stays within its figure, above the caption', () => {
    const figure = cleanedElement('<figure><table><tr><td>a</td></tr></table><figcaption>b</figcaption></figure>');
    expect([...figure.children].map(({ localName, className }) => `${localName} ${className}`)).to.deep.equal([
      'div table',
      'figcaption ',
    ]);
  });
});

describe('A body in plain text', () => {
  const text = (content: string) => written(cleanedBody({ text: content }));

  const arabic = (content: string) => written(cleanedBody({ text: content }, { direction: 'rtl' }));

  it('becomes paragraphs at its blank lines, and keeps its line ends within them', () => {
    expect(arabic('أوّل\nثانٍ\n\nثالث\n \t\n\n\nرابع')).to.equal('<p>أوّل<br>ثانٍ</p><p>ثالث</p><p>رابع</p>');
    expect(text('a\r\n\r\nb')).to.equal('<p>a</p><p>b</p>');
  });

  it('has the directions of any body, and does not say again what stands above', () => {
    const body = cleanedBody(
      { text: 'الملخص.\n\nهاتف +968 2412-3456 هنا\n\nWater (Reuters).' },
      { direction: 'rtl', above: { summary: 'الملخص' } },
    );
    expect(written(body)).to.equal(
      '<p>هاتف <bdi dir="ltr">+968 2412-3456</bdi> هنا</p><p dir="ltr">Water (Reuters).</p>',
    );
  });

  it('stays text where it looks like HTML', () => {
    const content = '<b>a</b> <img src=x onerror=canary()> &lt;i&gt; &amp; <script>canary()</script>';
    const { children } = cleanedBody({ text: content });
    expect(children).to.have.length(1);
    expect(children[0]?.children).to.have.length(0);
    expect(children[0]?.textContent).to.equal(content);
  });

  it('has no paragraphs where it has no words', () => {
    expect(text(' \n\n \n')).to.equal('');
    expect(text('')).to.equal('');
  });

  // More than an engine takes as the arguments of one call.
  it('may have many lines', () => {
    expect(cleanedBody({ text: 'a\n'.repeat(19_000) }).querySelectorAll('br')).to.have.length(18_999);
  });
});

describe('A body in HTML', () => {
  it('that speaks of HTML stays text', () => {
    const html =
      '<p>Write &lt;script&gt;alert(1)&lt;/script&gt;, not <code>&lt;img onerror&gt;</code> or &amp;lt;.</p>';
    expect(cleanedMarkup(html)).to.equal(html);
  });

  it('may be empty', () => {
    for (const html of ['', ' ', '\n<!-- x -->', '<p></p>']) expect(cleanedMarkup(html).trim(), html).to.equal('');
  });

  it('may be words alone', () => {
    expect(cleanedMarkup('خبر بلا وسوم')).to.equal('خبر بلا وسوم');
  });

  it('may have many headings', () => {
    expect(cleaned('<h2>a</h2>'.repeat(5000)).querySelectorAll('h3')).to.have.length(5000);
  });

  it('loses paragraphs without words, but not the pictures in them', () => {
    expect(cleanedMarkup('<p>a</p><p> &nbsp; </p><p><br></p><p><span></span></p>')).to.equal('<p>a</p>');
    expect(cleaned('<p><img src="/a.jpg"></p>').querySelector('p > img')).to.exist;
  });
});

describe('A body of too great a length', () => {
  const LONGEST = 1024 * 1024;

  for (const kind of ['html', 'text'] as const) {
    const body = (length: number) => ({ [kind]: 'x'.repeat(length) }) as { html: string } | { text: string };

    it(`is refused as ${kind}`, () => {
      expect(() => cleanedBody(body(LONGEST + 1)))
        .to.throw(ArticleError)
        .with.property('code', 'too-large');
    });

    it(`is not yet one at a million characters of ${kind}`, () => {
      expect(cleanedBody(body(LONGEST)).textContent).to.have.length(LONGEST);
    });
  }
});

describe('What the publisher hides', () => {
  for (const trap of [
    'hidden',
    'hidden=""',
    'hidden="hidden"',
    'HIDDEN="true"',
    'style="display:none"',
    'style="DISPLAY : NONE ;"',
    'style="color:red;display:none"',
    'style="display:none!important"',
    'style="display: none ! important"',
    'style="display:/* x */none"',
    'style="/* a * b */display:none"',
    'style="/***/display:none"',
    'style="display:none;/* never closed"',
    'style="visibility:hidden"',
    'style="visibility:collapse"',
    'style="opacity:0"',
    'style="opacity:0.0"',
    'style="opacity:.00"',
    'style="opacity:0%"',
    'style="font-size:0"',
    'style="font-size:0px"',
    'style="font-size:0.0em"',
    'style="text-indent:-9999px"',
    'style="text-indent:-100em"',
    'style="text-indent:-999%"',
    'style="clip-path:inset(50%)"',
    'style="clip-path:inset(100%)"',
    'style="clip:rect(0,0,0,0)"',
    'style="clip:rect(0 0 0 0)"',
    'style="clip: rect( 1px, 1px, 1px, 1px )"',
    'style="position:absolute;left:-9999px"',
    'style="position:fixed;top:-100vh"',
    'style="right:-10000px;position:absolute"',
    'style="position:absolute;bottom:-999rem"',
    'style="position:absolute;inset-inline-start:-9999px"',
    'style="overflow:hidden;height:0"',
    'style="overflow:hidden;width:0px"',
    'style="overflow:clip;max-height:0"',
  ]) {
    it(`by ${trap} is removed, and everything in it`, () => {
      const html = `<p>a</p><p ${trap}>Secret <b>Link</b></p><div ${trap}><p>Secret</p></div><p>b<span ${trap}>Secret</span></p>`;
      expect(cleanedMarkup(html)).to.equal('<p>a</p><p>b</p>');
    });
  }

  it('is removed from elements that cannot stay themselves', () => {
    expect(cleanedMarkup('<p>a</p><font style="display:none">Secret</font><form hidden>Secret</form>')).to.equal(
      '<p>a</p>',
    );
  });

  for (const name of ['screen-reader-text', 'sr-only', 'a visually-hidden b']) {
    it(`is a link that the publisher’s style sheet hides by the class "${name}"`, () => {
      expect(cleanedMarkup(`<p>a <a class="${name}" href="/x">trap</a>b</p>`)).to.equal('<p>a b</p>');
    });
  }

  it('is known by its words where nothing hides it any more', () => {
    expect(cleanedMarkup('<p>a</p><p><a href="/x">Secret Link</a></p><p>Secret Link</p>')).to.equal('<p>a</p>');
    expect(cleanedMarkup('<p>A Secret Link</p>')).to.equal('<p>A Secret Link</p>');
  });

  it('takes no honest paragraph along', () => {
    for (const label of [
      '<span class="screen-reader-text">label</span>',
      '<span style="position:absolute;clip:rect(1px,1px,1px,1px);width:1px;height:1px;overflow:hidden">label</span>',
      '<b class="visually-hidden">label</b>',
    ])
      expect(cleanedMarkup(`<p>${label}a <a href="https://b.example/">${label}b</a></p>`), label).to.match(
        /^<p>a <a [^>]+>b<\/a><\/p>$/,
      );
    expect(cleanedMarkup('<p class="sr-only">a</p>')).to.equal('<p>a</p>');
  });

  it('in letters that cannot be seen takes nothing along that can', () => {
    const boxes = '<div style="font-size:0">gone<p style="font-size:16px">a</p><p><img src="/a.jpg" alt="b"></p></div>';
    expect(cleaned(boxes).textContent).to.equal('a');
    expect(cleaned(boxes).querySelector('img')).not.to.equal(null);
    const ground = '<div style="background:#fff"><p style="color:white">gone</p><p style="color:#000">a</p></div>';
    expect(cleaned(ground).textContent).to.equal('a');
    const inherited = '<div style="color:#fff">a<p style="background:#fff">gone</p></div>';
    expect(cleaned(inherited).textContent).to.equal('a');
    const small = '<div style="background:#fff;color:#fff">gone<a href="/a" style="font-size:9px">gone</a></div>';
    expect(cleaned(small).textContent).to.equal('');
    expect(cleaned('<div style="background:#000"><p style="color:white">a</p></div>').textContent).to.equal('a');
  });

  it('is removed with the link that is the trap', () => {
    expect(cleanedMarkup('<p>a</p><p><a href="/secret" style="display:none">Secret Link</a></p>')).to.equal('<p>a</p>');
  });

  for (const honest of [
    'hidden="until-found"',
    'aria-hidden="false"',
    'aria-hidden="true"',
    'aria-hidden',
    'style="opacity:0.5"',
    'style="opacity:1"',
    'style="opacity:.05"',
    'style="margin-left:-10px"',
    'style="font-size:0.9em"',
    'style="font-size:10px"',
    'style="position:relative;left:-9px"',
    'style="position:absolute;left:-9px"',
    'style="position:absolute;top:0;left:0"',
    'style="left:-9999px"',
    'style="text-indent:2em"',
    'style="text-indent:-2em"',
    'style="display:block"',
    'style="display:inline-block;background:none"',
    'style="visibility:visible"',
    'style="clip-path:inset(5%)"',
    'style="clip:auto"',
    'style="overflow:hidden;height:10px"',
    'style="overflow:hidden;width:0.5em"',
    'style="overflow:hidden"',
    'style="height:0"',
    'style="/* display:none */"',
    'style=""',
    'style="display"',
    'style=";;;:"',
    'class="hidden"',
  ]) {
    it(`is not what stands in <p ${honest}>`, () => {
      expect(cleanedMarkup(`<p ${honest}>a</p>`)).to.equal('<p>a</p>');
    });
  }
});

describe('An honest article', () => {
  const count = (root: ParentNode, name: string) => root.querySelectorAll(name).length;
  const body = cleaned(honestArticle, { headingLevel: 2 });
  const source = parsed(honestArticle);

  it('is made of all the elements that a publisher may use', () => {
    const used = new Set([...source.querySelectorAll('*')].map(({ localName }) => localName));
    expect(elementsOfPublishers.filter((name) => !used.has(name) && name !== 'h1')).to.deep.equal([]);
  });

  for (const name of elementsOfPublishers) {
    it(`keeps every <${name}>`, () => {
      // The box of the table is one more.
      expect(count(body, name)).to.equal(count(source, name) + (name === 'div' ? count(source, 'table') : 0));
    });
  }

  it('keeps every word, every digit and every space', () => {
    expect(body.textContent).to.equal(source.textContent);
  });

  it('keeps every attribute', () => {
    const added = [
      'target',
      'aria-describedby',
      'loading',
      'decoding',
      'referrerpolicy',
      'preload',
      'class',
      // Of blocks in the other direction than the article's.
      'dir',
    ];
    const attributes = (root: ParentNode) =>
      [...root.querySelectorAll('*')].flatMap(({ localName, attributes: list }) =>
        [...list].filter(({ name }) => !added.includes(name)).map(({ name }) => `${localName} ${name}`),
      );
    const withRel = count(source, 'a[rel]');
    const kept = attributes(body).filter((name) => name !== 'a rel');
    expect(kept.sort()).to.deep.equal(
      attributes(source)
        .filter((name) => name !== 'a rel')
        .sort(),
    );
    expect(count(body, 'a[rel*="nofollow"]')).to.equal(withRel);
  });

  it('holds nothing that may not stand in a card', () => {
    expect(intruders(body)).to.deep.equal([]);
  });

  it('is not changed by being cleaned once more', () => {
    for (const headingLevel of [2, 3, 6]) {
      const once = cleaned(honestArticle, { headingLevel });
      const twice = cleaned(written(once), { headingLevel });
      once.normalize();
      twice.normalize();
      expect(written(twice)).to.equal(written(once));
    }
  });
});

/** What browsers do not show, themes keep for screen readers, or a script replaces. */
const UNSEEN = [
  ...['script', 'style', 'noscript', 'iframe', 'template', 'select', 'textarea', 'svg', '[hidden]'],
  ...['[style*="display: none"]', '[style*="display:none"]', '.visually-hidden', '.sr-only', '.screen-reader-text'],
  ...['.kg-audio-player', '.kg-video-player-container'],
].join();

function words(root: Node): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue!);
  return (
    texts
      .join(' ')
      .split(/\s+/)
      .filter(Boolean)
      // A bare address is shown as the address bar does.
      .map((word) => word.replace(/^https?:\/\/(www\.)?/, ''))
  );
}

describe('The bodies that publishers send', () => {
  const read = {
    wild: (json: unknown) => (json as { html: string }).html,
    wordpress: (json: unknown) => (json as { content: { rendered: string } }).content.rendered,
    ghost: (json: unknown) => (json as { posts: Array<{ html: string }> }).posts[0]?.html ?? '',
  };

  const wordpress = ['post-rich_embed', 'post-kitchen_embed', 'post-entities-3-raw-lt'];
  const ghost = ['post-rich_include', 'post-seed_include'];
  const wild = {
    own: [
      ...['arabic-report', 'arabic-interview', 'arabic-portal', 'persian-report', 'urdu-report', 'pashto-report'],
      ...['hebrew-report', 'english-report', 'photo-essay', 'tables', 'hidden-nodes', 'embedded-videos'],
      ...['lazy-pictures', 'drawings', 'unwrapped-text', 'blog-post'],
    ],
    shared: [
      ...['assabah-tn', 'bbc-arabic-c69dvq19k63o', 'bbc-arabic-cps-world-57714779', 'bbc-persian-cej3lzd5e0go'],
      ...['bbc-pashto-cps-columns-52106293', 'bbc-urdu-cwgq7rzv172o', 'cnnarabic-2012', 'haaretz-hebrew'],
      ...['guardian-photoessay', 'guardian-standard', 'readability-embedded-videos', 'readability-hidden-nodes'],
      ...['readability-js-link-replacement', 'readability-keep-tabular-data', 'readability-lazy-image-1'],
      ...['readability-nytimes-1', 'readability-svg-parsing', 'readability-wordpress'],
    ],
  };

  for (const set of SETS)
    describe(`(${set})`, () => {
      before(skipWithout(set));

      for (const [folder, names] of Object.entries({ wild: wild[set], wordpress, ghost })) {
        for (const name of names) {
          it(`lose no word that their readers see: ${folder}/${name}`, async () => {
            const html = read[folder as keyof typeof read](await fixture(`${set}/${folder}/${name}.json`));
            const source = parsed(html);
            for (const unseen of source.querySelectorAll(UNSEEN)) unseen.remove();
            const left = new Map<string, number>();
            for (const word of words(cleaned(html))) left.set(word, (left.get(word) ?? 0) + 1);
            // A form that no plugin has made of its shortcode.
            source.innerHTML = source.innerHTML.replace(/\[contact-form-7 [^\]]*\]/, '');
            const lost = words(source).filter((word) => {
              const times = left.get(word) ?? 0;
              left.set(word, times - 1);
              return times <= 0;
            });
            expect(lost).to.deep.equal([]);
          });
        }

        for (const name of shareOf(names)) {
          it(`come out clean, and the same when cleaned once more: ${folder}/${name}`, async () => {
            const once = cleaned(read[folder as keyof typeof read](await fixture(`${set}/${folder}/${name}.json`)));
            expect(intruders(once)).to.deep.equal([]);
            expect(once.textContent.trim()).not.to.equal('');
            const twice = cleaned(written(once));
            for (const picture of [...once.querySelectorAll('img'), ...twice.querySelectorAll('img')])
              picture.removeAttribute('class');
            for (const link of [...once.querySelectorAll('a'), ...twice.querySelectorAll('a')]) {
              // A class of ours that no publisher may set, as those of pictures; and a place within the body is found once, by its name.
              link.removeAttribute('class');
              if (link.hash) for (const name of ['target', 'rel', 'aria-describedby']) link.removeAttribute(name);
            }
            for (const body of [once, twice])
              for (const styled of body.querySelectorAll(`.${STYLES.join(', .')}`)) styled.removeAttribute('class');
            once.normalize();
            twice.normalize();
            expect(once.isEqualNode(twice)).to.be.true;
          });
        }
      }
    });
});

describe("The host page's own DOMPurify", () => {
  let seen = 0;

  before(() => {
    DOMPurify.addHook('uponSanitizeElement', () => {
      seen += 1;
    });
    DOMPurify.addHook('uponSanitizeAttribute', (_, attribute) => {
      attribute.forceKeepAttr = true;
    });
    DOMPurify.addHook('afterSanitizeAttributes', (element) => element.setAttribute('data-host', ''));
    DOMPurify.setConfig({ ALLOWED_TAGS: ['script', 'p', 'a'], FORBID_TAGS: ['h2'] });
  });

  after(() => {
    DOMPurify.removeAllHooks();
    DOMPurify.clearConfig();
  });

  it('has no part in the cleaning of a body', () => {
    seen = 0;
    expect(cleanedMarkup('<h2 onclick="canary()">a</h2><script>canary()</script><p class="x">b</p>')).to.equal(
      '<h3>a</h3><p>b</p>',
    );
    expect(seen).to.equal(0);
  });

  it('cleans as its page has set it up, also after a body was cleaned', () => {
    cleaned('<p>a</p>');
    seen = 0;
    expect(DOMPurify.sanitize('<p class="x">a</p><a href="/a" hidden>b</a>')).to.equal(
      '<p class="x" data-host="">a</p><a href="/a" hidden="" data-host="">b</a>',
    );
    expect(seen).to.be.greaterThan(0);
  });

  it('takes none of the hooks away when its page removes them all', () => {
    DOMPurify.removeAllHooks();
    expect(cleanedMarkup('<p hidden>a</p><a href="/b" title="x">b</a>'))
      .to.include('rel="noopener"')
      .and.not.include('title');
  });
});

describe('The address of the article', () => {
  it('is that of the body at hand, not of the one before', () => {
    const other = webAddress('https://other.example/');
    expect(cleanedMarkup('<q cite="/a">a</q>')).to.include('https://news.example/a');
    expect(cleanedMarkup('<q cite="/a">a</q>', { base: other })).to.include('https://other.example/a');
    expect(cleanedMarkup('<q cite="/a">a</q>', { base: undefined })).to.equal('<q>a</q>');
  });
});
