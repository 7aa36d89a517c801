import { expect } from 'chai';
import { webAddress } from '../../../src/article/web-address.js';
import { attributesOf, cleaned, cleanedMarkup } from '../body/cleaning.js';

const PLACEHOLDER = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const sources = (html: string, options = {}) =>
  [...cleaned(html, options).querySelectorAll('img')].map(({ src, srcset }) => `${src} ${srcset}`.trim());

describe('A picture that waits for a script', () => {
  for (const html of [
    `<img src="${PLACEHOLDER}" data-src="/a.jpg">`,
    '<img data-src="/a.jpg" class="lazyload">',
    '<img src="/blank.gif" data-lazy-src="/a.jpg">',
    `<img src="${PLACEHOLDER}" srcset="${PLACEHOLDER} 1w" data-original="/a.jpg">`,
    `<img src="${PLACEHOLDER}"><noscript><img src="/a.jpg"></noscript>`,
    `<p><img src="${PLACEHOLDER}" data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript></p>`,
    `<figure><span><img src="${PLACEHOLDER}"></span><noscript><img src="/a.jpg"></noscript></figure>`,
    '<span class="lazy"></span><noscript><img src="/a.jpg"></noscript>',
    '<amp-img src="/a.jpg" layout="fill"></amp-img>',
    '<image src="/a.jpg">',
  ]) {
    it(`comes: ${html.replaceAll(PLACEHOLDER, 'data:…')}`, () => {
      expect(sources(html)).to.deep.equal(['https://news.example/a.jpg']);
    });
  }

  it('comes in all its sizes', () => {
    const html = `<picture><source data-srcset="/a.webp 2x"><img src="${PLACEHOLDER}" data-src="/a.jpg" data-srcset="/a.jpg 600w, /b.jpg 1200w" data-sizes="auto" sizes="100vw"></picture>`;
    expect(sources(html)).to.deep.equal([
      'https://news.example/a.jpg https://news.example/a.jpg 600w, https://news.example/b.jpg 1200w',
    ]);
    expect(cleaned(html).querySelector('source')?.srcset).to.equal('https://news.example/a.webp 2x');
  });

  for (const [name, html] of Object.entries({
    'an attribute of any name': `<img src="${PLACEHOLDER}" data-zz="/a.jpg">`,
    'an attribute that is no data': `<img src="${PLACEHOLDER}" wait-for="/a.jpg">`,
    'an attribute that says it is the source': `<img src="${PLACEHOLDER}" data-zz-src="/a.jpg">`,
    'the larger of two': `<img src="${PLACEHOLDER}" data-thumb="/a-150x150.jpg" data-large="/a.jpg">`,
    'no placeholder of another kind': `<img src="${PLACEHOLDER}" data-x="/img/loading.gif" data-y="/a.jpg">`,
    'no picture of an error': `<img src="${PLACEHOLDER}" data-error="/e.png" data-y="/a.jpg">`,
    'no page about it': `<img src="" data-permalink="/page/a/" data-y="/a.jpg">`,
    'no words that look like a file': `<img src="" alt="b.jpg" title="c.png" data-caption="d.gif" data-y="/a.jpg">`,
    'a ground of a box': '<div class="lazy" data-bg="/a.jpg"></div>',
    'a ground in a style': '<span style="background-image: url(\'/a.jpg\')"></span>',
  })) {
    it(`comes from ${name}`, () => {
      expect(sources(html)).to.deep.equal(['https://news.example/a.jpg']);
    });
  }

  it('comes from the name of a source, however its address ends', () => {
    expect(sources(`<img src="${PLACEHOLDER}" data-zz-src="/media/7">`)).to.deep.equal([
      'https://news.example/media/7',
    ]);
  });

  it('comes from any attribute that lists its sizes', () => {
    expect(sources('<img src="" data-zz="/a.jpg 600w, /b.jpg 1200w">')).to.deep.equal([
      'https://news.example/a.jpg 600w, https://news.example/b.jpg 1200w',
    ]);
    const html = `<picture><source srcset="${PLACEHOLDER}" data-zz="/a.webp 2x"><img src="/a.jpg"></picture>`;
    expect(cleaned(html).querySelector('source')?.srcset).to.equal('https://news.example/a.webp 2x');
  });

  it('is told by an address that many pictures share', () => {
    const html = ['a', 'b', 'c'].map((name) => `<img src="/wait.png" data-zz="/${name}.jpg">`).join('');
    expect(sources(html)).to.deep.equal(['a', 'b', 'c'].map((name) => `https://news.example/${name}.jpg`));
  });

  it('at the size of its placeholder counts no readers', () => {
    const [picture] = cleaned(`<img width="1" height="1" src="${PLACEHOLDER}" data-src="/a.jpg">`).querySelectorAll(
      'img',
    );
    expect(picture?.src).to.equal('https://news.example/a.jpg');
    expect(picture?.hasAttribute('width')).to.equal(false);
    for (const counter of ['https://count.example/?c=1', 'https://count.example/1x1.gif'])
      expect(sources(`<img width="1" height="1" data-src="${counter}">`), counter).to.deep.equal([]);
  });

  for (const html of [
    '<img src="/a.jpg" data-full-url="/b.jpg" data-zz="/b.jpg 600w">',
    '<img src="/a.jpg" data-orig-file="/b.jpg" data-permalink="/b/" data-large-file="/c.jpg">',
    '<img src="/a.jpg" data-zz-src="/b.jpg">',
  ]) {
    it(`is none where its own address is good: ${html}`, () => {
      expect(sources(html)).to.deep.equal(['https://news.example/a.jpg']);
    });
  }

  it('is no ground of a box with words, and no sign of a point', () => {
    expect(sources('<div style="background-image:url(/a.jpg)">a</div>')).to.deep.equal([]);
    expect(sources('<div style="background:linear-gradient(red,blue)"></div>')).to.deep.equal([]);
  });

  it('has the description of the box that it is the ground of', () => {
    const html = '<span role="img" aria-label="ساقية" style="background-image:url(/a.jpg)"></span>';
    expect(cleaned(html).querySelector('img')?.alt).to.equal('ساقية');
  });

  it('comes from no bad address', () => {
    expect(cleanedMarkup('<p>a</p><img data-src="javascript:canary()"><img data-srcset="javascript:0 1x">')).to.equal(
      '<p>a</p>',
    );
  });

  it('is not taken for one where its own address is good', () => {
    expect(sources('<img src="/a.jpg"><noscript><img src="/b.jpg"></noscript>')).to.deep.equal([
      'https://news.example/a.jpg',
    ]);
  });
});

describe('A picture within a sentence', () => {
  const classOf = (html: string) => cleaned(html).querySelector('img')?.className;

  for (const html of [
    '<p>a <img src="/a.png" width="120" height="40"> b</p>',
    '<p>a <b><img src="/a.png" height="18"></b></p>',
    '<p><img src="/a.png"><span>a</span></p>',
    '<p>a <a href="/a"><img src="/a.png" width="64" height="64"></a></p>',
    '<p><img src="/a.png" width="32" height="20"><img src="/a.png" width="32" height="20"></p>',
    '<p><img class="latex" src="/latex.php?latex=x" alt="x"></p>',
  ]) {
    it(`stays in its line: ${html}`, () => {
      expect(classOf(html)).to.equal('inline');
    });
  }

  for (const html of [
    '<p>a <img src="/a.svg" alt="x"> b</p>',
    '<div><img class="site-icon" src="/512.png" alt=""><span>a</span></div>',
    '<p><img class="emoji" src="/a.png" alt=":tada:"></p>',
  ]) {
    it(`has the size of a letter where it has none: ${html}`, () => {
      expect(classOf(html)).to.equal('inline letter');
    });
  }

  for (const html of [
    '<p>a <img src="/a.jpg"> b</p>',
    '<p>a <img src="/a.png" width="600" height="400"> b</p>',
    '<p>a <img src="/a.png" width="600" height="400" style="max-width:100%;height:auto"> b</p>',
    '<p>a<br><img src="/a.png"><br>b</p>',
    '<p>a</p><p><img src="/a.svg"></p><p>b</p>',
    '<figure><img src="/a.png"><figcaption>a</figcaption></figure>',
    '<div>a</div><img src="/a.png" width="64" height="64"><div>b</div>',
  ]) {
    it(`is not what stands alone, or is large: ${html}`, () => {
      expect(classOf(html)).to.equal('');
    });
  }

  it('keeps the size that its style says, in letters', () => {
    const html = '<p>a <img class="mwe-math" src="/render/1" style="width:10ex; height:2.75ex"></p>';
    const { width, height } = attributesOf(cleaned(html).querySelector('img') as Element);
    expect([width, height]).to.deep.equal(['80', '22']);
  });

  for (const alt of ['🎉', '👩‍👩‍👧‍👦', '🇴🇲', '1️⃣', '👍🏽', '❤️']) {
    it(`is the character that it is a picture of: ${alt}`, () => {
      const html = `<p>a <img class="emoji" src="/a.svg" alt="${alt}" style="height:1em"> b</p>`;
      expect(cleanedMarkup(html)).to.equal(`<p>a ${alt} b</p>`);
    });
  }

  for (const alt of ['1', ':-)', '🎉 party', '#']) {
    it(`is no character where it says ${alt}`, () => {
      expect(sources(`<p>a <img class="emoji" src="/a.svg" alt="${alt}"></p>`)).to.have.length(1);
    });
  }

  it('is no character where it is a photograph', () => {
    expect(sources('<p>a <img src="/a.jpg" alt="🎉" width="600" height="400"></p>')).to.have.length(1);
  });

  it('is marked by the cleaning alone', () => {
    expect(classOf('<p><img data-khabar-inline="embed" class="inline" src="/a.jpg"></p>')).to.equal('');
  });
});

describe('A picture that is written into its address', () => {
  const picture = (type: string, bytes: number) => `data:image/${type};base64,${btoa('\0'.repeat(bytes))}`;

  for (const type of ['png', 'jpeg', 'gif', 'webp', 'avif']) {
    it(`stays where it is small: ${type}`, () => {
      const address = picture(type, 32 * 1024);
      expect(cleaned(`<img src="${address}">`).querySelector('img')?.getAttribute('src')).to.equal(address);
    });
  }

  for (const [name, address] of Object.entries({
    'a drawing': picture('svg+xml', 99),
    'a large one': picture('png', 33 * 1024),
    'no picture': 'data:text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0PjxzY3JpcHQ+Y2FuYXJ5KCk8L3NjcmlwdD4=',
    'none that is written in letters': `data:image/png,${'a'.repeat(99)}`,
    'what is no code': `data:image/png;base64,${'a'.repeat(99)}"onerror`,
  })) {
    it(`is not ${name}, and leaves its description`, () => {
      const body = cleaned(`<p>a</p><img src='${address}' alt="ساقية">`);
      expect(body.querySelector('img')).to.equal(null);
      expect(body.lastElementChild?.textContent).to.equal('ساقية');
      expect(cleanedMarkup(`<p>a</p><img src='${address}'>`)).to.equal('<p>a</p>');
    });
  }

  it('is none in a list of sizes, a film or a link', () => {
    const address = picture('png', 99);
    const html = `<img src="/a.jpg" srcset="${address} 2x"><video src="${address}"></video><a href="${address}">a</a>`;
    expect(cleanedMarkup(html)).not.to.include('data:');
  });

  for (const [name, before, after] of [
    ['in quotes', '<img alt="b" src="', '">'],
    ["in others'", "<img alt='b' src='", "'>"],
    ['in a style', '<div style="background:url(', ')">b</div>'],
  ]) {
    it(`counts for none of the bytes of a body: ${name}`, () => {
      for (const type of ['png', 'svg+xml']) {
        const body = cleaned(`<p>a</p>${before}${picture(type, 1_300_000)}${after}<p>c</p>`);
        expect(body.textContent.replace(/[\sb]/g, '')).to.equal('ac');
      }
    });
  }

  it('may be of several lines', () => {
    const lines = picture('png', 1_300_000).replace(/.{76}/g, '$&\n');
    expect(cleaned(`<p>a</p><img src="${lines}"><p>c</p>`).textContent).to.equal('ac');
  });

  for (const [name, html] of Object.entries({
    beginnings: 'data:'.repeat(200_000),
    'types without an end': `data:${'a'.repeat(500_000)}`,
    'types that go on': 'data:image/'.repeat(90_000),
    'short addresses': 'data:image/png;base64,aa '.repeat(40_000),
  })) {
    it(`is sought in no more than linear time: ${name}`, () => {
      const start = performance.now();
      cleaned(html);
      expect(performance.now() - start).to.be.below(5000);
    });
  }
});

describe('A picture that counts readers', () => {
  for (const html of [
    '<img src="https://count.example/" width="1" height="1">',
    '<img src="https://count.example/" width="0" height="0" alt="x">',
    '<img src="https://count.example/" width="1px" height=" 1 ">',
    '<img src="https://count.example/" style="width:1px;height:1px">',
    '<img src="https://count.example/" width="100" height="100" style="width:0;height:0">',
    '<img src="https://count.example/" style="display:none">',
    '<noscript><img src="https://count.example/" width="1" height="1"></noscript>',
    '<p><a href="/a"><img src="https://count.example/" height="1" width="1"></a></p>',
  ]) {
    it(`is removed: ${html}`, () => {
      expect(cleanedMarkup(`<p>a</p>${html}`)).to.equal('<p>a</p>');
    });
  }

  it('is not a line, or one whose size is not known', () => {
    expect(sources('<img src="/a.jpg" height="1"><img src="/b.jpg" width="100%" height="1">')).to.have.length(2);
  });
});

describe('What a body loads', () => {
  const html =
    '<img src="http://cdn.example/a.jpg" srcset="http://cdn.example/b.jpg 2x"><video src="http://cdn.example/c.mp4"></video>' +
    '<audio><source src="http://cdn.example/d.mp3"></audio><a href="http://cdn.example/e">e</a>';

  it('comes by https on a page that did', () => {
    const body = cleaned(html, { isSecurePage: true });
    expect([...body.querySelectorAll('[src], [srcset]')].map((element) => element.getAttribute('src'))).to.deep.equal([
      'https://cdn.example/a.jpg',
      'https://cdn.example/c.mp4',
      'https://cdn.example/d.mp3',
    ]);
    expect(body.querySelector('img')?.srcset).to.equal('https://cdn.example/b.jpg 2x');
    // A link is the reader's to follow, and what answers there may know no https.
    expect(body.querySelector('a')?.href).to.equal('http://cdn.example/e');
  });

  it('comes as it is addressed on other pages', () => {
    expect(sources(html)).to.deep.equal(['http://cdn.example/a.jpg http://cdn.example/b.jpg 2x']);
  });

  for (const host of ['127.0.0.1', 'localhost:8080', '192.168.1.1', '[::1]', '0x7f.1', 'router', 'nas.local']) {
    it(`does not come from the reader's own network: ${host}`, () => {
      const address = `http://${host}/a`;
      const hostile = `<p>a</p><img src="${address}"><img src="/b" srcset="${address} 2x"><video src="${address}"></video><picture><source srcset="${address}"></picture><audio><source src="${address}"></audio>`;
      expect(cleaned(hostile).querySelectorAll(`[src*="//${host}"], [srcset*="//"]`)).to.have.length(0);
      expect(sources(hostile)).to.deep.equal(['https://news.example/b']);
      const own = { source: webAddress(`http://${host.replace(/:\d+$/, '')}:4000/story.json`) };
      expect(sources(`<img src="${address}">`, own)).to.have.length(1);
    });
  }
});
