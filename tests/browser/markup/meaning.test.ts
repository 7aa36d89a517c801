import { expect } from 'chai';
import { cleaned, cleanedMarkup } from '../body/cleaning.js';
import { article } from '../support/articles.js';
import { drawWithBody, part } from '../support/card.js';

const TEXT = { direction: 'rtl' } as const;

describe('Meaning that a style alone carries', () => {
  for (const [style, name] of Object.entries({
    'text-decoration: line-through': 's',
    'text-decoration: underline': 'u',
    'text-decoration: red underline line-through': 's',
    'font-weight: bold': 'b',
    'font-weight: 700': 'b',
    'vertical-align: super': 'sup',
    'vertical-align: sub; font-size: smaller': 'sub',
    'vertical-align: 5px': 'sup',
    'font-style: italic': 'i',
    'position: relative; top: -0.5em; font-size: 70%': 'sup',
    'position: relative; top: 0.3em; font-size: 70%': 'sub',
  }))
    it(`is <${name}> for ${style}`, () => {
      const element = cleaned(`<p>1 <span style="${style}">2</span></p>`).querySelector(name);
      expect(element?.textContent).to.equal('2');
    });

  it('is said once where an element says it already', () => {
    expect(
      cleanedMarkup('<p><del style="text-decoration:line-through">a</del><b style="font-weight:700">b</b></p>'),
    ).to.equal('<p><del>a</del><b>b</b></p>');
    expect(cleaned('<p><a href="/a" style="text-decoration:underline">a</a></p>').querySelector('u')).to.equal(null);
  });

  it('is not bold where the style says so', () => {
    expect(
      cleanedMarkup('<p><b style="font-weight:normal">a</b> <strong style="font-weight:400">b</strong></p>'),
    ).to.equal('<p><span>a</span> <span>b</span></p>');
    expect(cleanedMarkup('<b style="font-weight:normal"><p>a</p></b>')).to.equal('<div><p>a</p></div>');
    expect(
      cleaned('<p style="font-weight:bold">a <span style="font-weight:normal">b</span></p>').querySelector('b'),
    ).to.equal(null);
  });

  it('is small capitals', () => {
    expect(cleanedMarkup('<p><span style="font-variant: small-caps">Nato</span></p>')).to.equal(
      '<p><span class="small-caps">Nato</span></p>',
    );
  });

  it('is the direction of words', () => {
    expect(cleanedMarkup('<p style="direction: ltr">a (b)!</p>', TEXT)).to.equal('<p dir="ltr">a (b)!</p>');
    expect(cleanedMarkup('<p>نتيجة <span style="direction:ltr;unicode-bidi:isolate">3 - 1</span></p>', TEXT)).to.equal(
      '<p>نتيجة <span dir="ltr">3 - 1</span></p>',
    );
    expect(
      cleanedMarkup('<p>رقم <span style="direction:ltr;unicode-bidi:bidi-override">12-3</span></p>', TEXT),
    ).to.equal('<p>رقم <bdo dir="ltr">12-3</bdo></p>');
    expect(cleanedMarkup('<p>نص <span dir="rtl" style="direction:ltr">1</span></p>', TEXT)).to.include('dir="rtl"');
  });

  it('is the place of lines of verse, and of nothing else', () => {
    const verse = (style: string) => cleaned(`<p style="${style}">a<br>b<br>c</p>`).querySelector('p')!.className;
    expect(verse('text-align:center')).to.equal('center');
    expect(verse('text-align:left')).to.equal('left');
    expect(verse('text-align:justify')).to.equal('');
    expect(cleaned('<p style="text-align:center">a</p>').querySelector('p')!.className).to.equal('');
  });

  it('is the numbers of a list', () => {
    const list = (style: string) =>
      cleaned(`<ol style="list-style-type: ${style}"><li>أ</li></ol>`).querySelector('ol')!;
    expect(list('lower-alpha').getAttribute('type')).to.equal('a');
    expect(list('upper-roman').getAttribute('type')).to.equal('I');
    expect(list('arabic-indic').className).to.equal('arabic-indic');
    expect(list('none').className).to.equal('unmarked');
    expect(cleaned('<p>10<span class="superscript">6</span></p>').querySelector('sup')?.textContent).to.equal('6');
  });

  it('is the lines of a box whose white space is kept', () => {
    expect(cleaned('<div style="white-space: pre-wrap">a\nb</div>').querySelector('div')!.className).to.equal('verse');
  });

  it('is verse, whose lines are the poet’s', () => {
    for (const html of [
      '<pre class="wp-block-verse">قفا نبك\nبسقط اللوى</pre>',
      '<pre>قفا نبك\nبسقط اللوى</pre>',
      '<pre class="poem">Shall I compare thee\nto a summer’s day?</pre>',
    ])
      expect(cleaned(html, TEXT).querySelector('pre')!.className, html).to.equal('verse');
    for (const html of [
      '<pre>a = 1</pre>',
      '<pre><code>x // تعليق</code></pre>',
      '<pre class="language-js">// تعليق</pre>',
    ])
      expect(cleaned(html, TEXT).querySelector('pre')!.className, html).to.equal('');
  });
});

describe('A pull quote', () => {
  const QUOTE = '<blockquote><p>الفلج عقد بين الناس.</p><cite>سالم الحبسي</cite></blockquote>';

  for (const [name, html, selector] of [
    ['of WordPress', `<figure class="wp-block-pullquote has-text-align-center">${QUOTE}</figure>`, 'figure'],
    ['of Ghost', '<blockquote class="kg-blockquote-alt">الفلج عقد بين الناس.</blockquote>', 'blockquote'],
    ['in an aside', '<aside class="pull-quote"><p>الفلج عقد بين الناس.</p></aside>', 'div'],
    ['in a paragraph', '<p class="Article-pullQuote__text">الفلج عقد بين الناس.</p>', 'p'],
  ] as const)
    it(`is known: ${name}`, () => {
      expect(cleaned(html).querySelector(selector)!.className).to.equal('pull');
    });

  it('is one, however many of its boxes say so', () => {
    const html = `<figure class="pullquote"><div class="pullquote-inner">${QUOTE}</div></figure>`;
    expect(cleaned(html).querySelectorAll('.pull')).to.have.length(1);
  });

  it('is no story that has one, and no quotation', () => {
    const html = `<div class="has-pullquote"><p>${'كلمة '.repeat(200)}</p></div>${QUOTE}`;
    expect(cleaned(html).querySelector('.pull')).to.equal(null);
  });

  it('is larger than the text around it, in its face, between two rules, and its attribution smaller', async () => {
    const html = `<p>نص</p><figure class="wp-block-pullquote">${QUOTE}</figure>`;
    const card = await drawWithBody({ article: article({ content_html: html }), attributes: { view: 'article' } });
    const styleOf = (selector: string) => getComputedStyle(part(card, 'body')!.querySelector(selector)!);
    const size = (selector: string) => Number.parseFloat(styleOf(selector).fontSize);
    expect(size('.pull p')).to.be.above(1.2 * size('p'));
    expect(size('.pull cite')).to.be.below(0.9 * size('p'));
    expect(styleOf('.pull p').fontFamily).to.equal(styleOf('p').fontFamily);
    const { borderTopWidth, borderBottomWidth } = styleOf('.pull');
    expect([borderTopWidth, borderBottomWidth]).to.deep.equal(['2px', '1px']);
    expect(styleOf('.pull blockquote').borderInlineStartWidth).to.equal('0px');
    expect(styleOf('.pull cite').fontWeight).to.equal('400');
  });
});
