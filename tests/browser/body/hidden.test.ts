import { expect } from 'chai';
import { cleaned, cleanedMarkup } from './cleaning.js';

const words = (html: string) => cleaned(html).textContent.replace(/\s+/g, ' ').trim();

describe('Folded text', () => {
  for (const [name, html] of Object.entries({
    'in a panel that a button controls': '<button aria-controls="p">q</button><div id="p" hidden>a</div>',
    'in a panel that a link opens': '<a href="#p">q</a><p>x</p><div id="p" style="display:none">a</div>',
    'in a panel that data names':
      '<a data-bs-target="#p" href="/x">q</a><p>x</p><div id="p" style="display:none">a</div>',
    'in a panel that a handler names': '<span onclick="show(\'p\')">q</span><p>x</p><div id="p" hidden>a</div>',
    'in a popover': '<button popovertarget="p">q</button><div id="p" popover>a</div>',
    'in a panel that a tab names':
      '<div id="t" role="tab">q</div><div aria-labelledby="t" role="tabpanel" hidden="false">a</div>',
    'in a region': '<h3>q</h3><div role="region" hidden>a</div>',
    'below a heading': '<h3>q</h3><div style="display:none"><p>a</p></div>',
    'below a question': '<div class="faq-question">q</div><div class="x" style="max-height:0;overflow:hidden">a</div>',
    'below a term': '<dl><dt>q</dt><dd style="display:none">a</dd></dl>',
    'above its "Read more"': '<p>q</p><div style="display:none">a</div><a href="#" class="more"></a>',
    'above its "Read more", which a script opens':
      '<p>q</p><div style="max-height:0;overflow:hidden">a</div><a href="javascript:void(0)" class="read-more"></a>',
    'in an accordion': '<p>q</p><div class="accordion-body" style="display:none">a</div>',
    'until it is found': '<p>q</p><p hidden="until-found">a</p>',
  }))
    it(`is shown ${name}`, () => {
      expect(words(html)).to.match(/^q\s?(x\s?)?a$/);
    });

  it('stands under the title of its tab', () => {
    const tabs = (...panels: string[]) =>
      `<div role="tablist"><div role="tab" aria-controls="a">A</div><div role="tab" aria-controls="b">B</div></div>${panels.join('')}`;
    expect(
      words(tabs('<div id="a" role="tabpanel"><p>1</p></div>', '<div id="b" role="tabpanel" hidden><p>2</p></div>')),
    ).to.equal('A1B2');
    expect(
      words(tabs('<div>A</div><div id="a"><p>1</p></div>', '<div>B</div><div id="b" hidden><p>2</p></div>')),
    ).to.equal('A1B2');
  });

  it('is no trap: a link alone, which a heading happens to precede', () => {
    expect(words('<h3>q</h3><p style="display:none"><a href="/trap">Secret</a></p>')).to.equal('q');
    expect(words('<h3>q</h3><a hidden href="/trap">Secret</a>')).to.equal('q');
    expect(words('<h3>q</h3><p hidden><a href="/1">casino</a> <a href="/2">poker</a> best</p>')).to.equal('q');
  });
});

describe('Text that waits for a script', () => {
  for (const attributes of [
    'class="wow fadeIn" style="visibility:hidden"',
    'data-w-id="1" style="opacity:0"',
    'style="opacity:0;transform:translateY(20px)"',
    'style="opacity:0;transition:opacity .4s"',
    'class="reveal" style="filter:opacity(0)"',
    'class="animated" style="opacity:0;transform:scale(0)"',
  ])
    it(`is shown: ${attributes}`, () => {
      expect(words(`<div ${attributes}><p>a</p></div>`)).to.equal('a');
    });

  it('is a trap where nothing could show it, or a link stands alone and out of the flow', () => {
    expect(words('<p>b</p><p style="opacity:0">a</p>')).to.equal('b');
    expect(words('<p>b <a class="x" href="/trap" style="opacity:0;position:absolute">a</a></p>')).to.equal('b');
  });

  it('is a picture that fades in, or has its address elsewhere', () => {
    for (const html of [
      '<img class="lazy" style="opacity:0" src="/a.jpg" alt="">',
      '<img style="display:none" data-src="/a.jpg" alt="">',
    ])
      expect(cleaned(html).querySelector('img'), html).not.to.equal(null);
    expect(cleaned('<p>a</p><img style="display:none" src="/count.gif?a" alt="">').querySelector('img')).to.equal(null);
  });
});

describe('What is said to screen readers', () => {
  it('beside what is seen is not said twice', () => {
    for (const html of [
      '<p><del aria-hidden="true">50.00</del> <span class="screen-reader-text">السعر: 50.00</span></p>',
      '<p><span aria-hidden="true">1.2K</span><span class="sr-only">1,234</span></p>',
      '<div><p>أ ب ج</p><p class="visually-hidden">أ ب ج</p></div>',
    ])
      expect(words(html), html).to.match(/^(50\.00|1\.2K|أ ب ج)$/);
  });

  it('stays where what is seen is a picture alone', () => {
    expect(
      words('<p><a href="/f"><i class="icon" aria-hidden="true"></i><span class="sr-only">فيسبوك</span></a></p>'),
    ).to.equal('فيسبوك');
    expect(words('<p>ق: <span aria-hidden="true">★★★★☆</span><span class="sr-only">4 من 5</span></p>')).to.equal(
      'ق: ★★★★☆4 من 5',
    );
    expect(
      words('<table><tr><th>أ</th><td><i class="check"></i><span class="sr-only">نعم</span></td></tr></table>'),
    ).to.equal('أنعم');
  });

  it('is not what is hidden from them: that is seen', () => {
    expect(words('<p aria-hidden="true">a</p>')).to.equal('a');
  });
});

describe('The known trap', () => {
  for (const html of [
    '<p>  secret   link </p>',
    '<div><div><a href="/x"><b>Secret</b> Link</a></div></div>',
    '<p>S\u200Bec\u200Dret\u00ADLink</p>',
    '<p><a href="/x">SECRET&nbsp;LINK</a></p>',
    '<ul><li><a href="/x">secret link</a></li></ul>',
    '<p><a href="/x">\u200B\u200C\u2060</a></p>',
    '<p><a href="/x">\u2800\u3164</a></p>',
  ])
    it(`never reaches a reader: ${html}`, () => {
      expect(cleaned(`<p>a</p>${html}`).textContent.trim()).to.equal('a');
      expect(cleaned(`<p>a</p>${html}`).querySelector('a')).to.equal(null);
    });

  it('is no sentence that speaks of it', () => {
    expect(words('<p>The film <i>Secret Link</i> is out.</p>')).to.equal('The film Secret Link is out.');
  });
});

describe('Letters of the colour of their ground', () => {
  for (const html of [
    '<p style="color:#fff;background:#fff">a</p>',
    '<div style="background:#fff"><p style="color:white">a</p></div>',
    '<div style="background:#fff" class="x"><p><span style="color:#fefefe">a</span></p></div>',
  ])
    it(`are not shown where the ground is certain: ${html}`, () => {
      expect(words(`<p>b</p>${html}`)).to.equal('b');
    });

  for (const html of [
    '<div style="background:#fff"><a class="button" style="color:#fff">a</a></div>',
    '<div style="background:#fff"><p class="dark"><span style="color:#fff">a</span></p></div>',
    '<div style="background:#fff"><p style="background:url(/x.png);color:#fff">a</p></div>',
    '<p style="background:linear-gradient(red,blue) #fff;color:#fff">a</p>',
    '<p style="color:#fff;background:#fff"><span class="badge">a</span></p>',
    '<p class="gradient" style="color:transparent">a</p>',
    '<p class="spoiler" style="color:#000;background:#000">a</p>',
    '<p style="color:#fff;background:#fff;text-shadow:0 0 3px #000">a</p>',
    '<div style="background:#fff"><table bgcolor="#036"><tr><td style="color:#fff">a</td><th></th></tr></table></div>',
    '<div style="background:#fff"><div style="position:absolute;color:#fff">a</div></div>',
  ])
    it(`are shown where a class, a gradient or a picture may lie between: ${html}`, () => {
      expect(words(html)).to.equal('a');
    });
});

describe('A copy of a block for another width', () => {
  it('is shown once', () => {
    expect(
      cleanedMarkup('<div><div class="desktop-only"><p>a</p></div><div class="mobile-only"><p>a</p></div></div>'),
    ).to.equal('<div><div><p>a</p></div></div>');
    expect(cleaned('<p class="d-none d-md-block">a b</p><p class="d-md-none">a b</p>').textContent).to.equal('a b');
  });

  it('is no copy where it says something else, or no class speaks of widths', () => {
    expect(words('<div class="desktop">a 1</div><div class="mobile">a 2</div>')).to.equal('a 1a 2');
    expect(words('<p class="x">لا</p><p class="x">لا</p>')).to.equal('لالا');
  });
});
