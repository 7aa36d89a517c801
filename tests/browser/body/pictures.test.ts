import { expect } from 'chai';
import { webAddress } from '../../../src/article/web-address.js';
import { cleaned, cleanedMarkup } from './cleaning.js';

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
