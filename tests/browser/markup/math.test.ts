import { expect } from 'chai';
import { intruders } from '../body/allow-list.js';
import { cleaned, cleanedMarkup, parsed, written } from '../body/cleaning.js';

const HALF = '<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>';

describe('A formula', () => {
  for (const [name, inside] of Object.entries({
    'a fraction': '<mfrac><mn>1</mn><mn>2</mn></mfrac>',
    'a mixed number': '<mrow><mn>2</mn><mfrac><mn>3</mn><mn>4</mn></mfrac></mrow>',
    'a power': '<msup><mn>10</mn><mn>6</mn></msup>',
    'a root': '<msqrt><mn>16</mn></msqrt><mroot><mn>8</mn><mn>3</mn></mroot>',
    'a binomial': '<mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>',
    'a sum': '<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>',
    'a matrix': '<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr></mtable>',
    'an isotope': '<mmultiscripts><mi>U</mi><mprescripts></mprescripts><mn>92</mn><mn>238</mn></mmultiscripts>',
    'letters in Arabic': '<mi dir="rtl">س</mi><mo>=</mo><mn>٢</mn>',
  }))
    it(`keeps ${name}`, () => {
      expect(cleanedMarkup(`<p>a <math>${inside}</math></p>`)).to.equal(`<p>a <math>${inside}</math></p>`);
    });

  it('is one formula where KaTeX, MathJax or MediaWiki have drawn it as well', () => {
    for (const html of [
      `<span class="katex-display"><span class="katex"><span class="katex-mathml"><math><semantics><mfrac><mn>1</mn><mn>2</mn></mfrac><annotation encoding="application/x-tex">\\frac12</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">12</span></span></span>`,
      `<mjx-container class="MathJax" jax="SVG"><svg><text>12</text></svg><mjx-assistive-mml display="inline">${HALF}</mjx-assistive-mml></mjx-container>`,
      `<span class="MathJax"><nobr aria-hidden="true">12</nobr><span class="MJX_Assistive_MathML" role="presentation">${HALF}</span></span><script type="math/tex">\\frac12</script>`,
      `<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;">${HALF}</span><img src="/12.svg" class="mwe-math-fallback-image-inline" alt="1/2"></span>`,
    ])
      expect(cleanedMarkup(`<p>a ${html} b</p>`), html).to.equal(`<p>a ${HALF} b</p>`);
  });

  it('is read from the data of its drawing', () => {
    const data = '&lt;math&gt;&lt;mfrac&gt;&lt;mn&gt;1&lt;/mn&gt;&lt;mn&gt;2&lt;/mn&gt;&lt;/mfrac&gt;&lt;/math&gt;';
    expect(cleanedMarkup(`<p>a <span class="MathJax_SVG" data-mathml="${data}"><svg></svg></span> b</p>`)).to.equal(
      `<p>a ${HALF} b</p>`,
    );
    const substack = '{"persistentExpression":"10^6","id":"A"}'.replaceAll('"', '&quot;');
    expect(cleanedMarkup(`<div class="latex-rendered" data-attrs="${substack}"></div>`)).to.equal(
      '<div><code>10^6</code></div>',
    );
  });

  it('is a formula also where its elements have a prefix', () => {
    expect(cleanedMarkup('<p>a <m:math><m:mfrac><m:mn>1</m:mn><m:mn>2</m:mn></m:mfrac></m:math></p>')).to.equal(
      `<p>a ${HALF}</p>`,
    );
  });

  it('that is drawn of stacked boxes alone leads to the original, not to digits in a row', () => {
    const drawn =
      '<span class="katex"><span class="katex-html"><span class="vlist"><span>2</span><span>1</span></span></span></span>';
    const body = cleaned(`<p>a ${drawn}</p>`);
    expect(body.textContent).not.to.include('21');
    expect(body.querySelector('a')?.href).to.equal('https://news.example/2025/11/story/');
  });

  it('is its source where MathJax has yet to draw it', () => {
    expect(cleanedMarkup('<p>a <script type="math/tex">x^2</script></p>')).to.equal('<p>a <code>x^2</code></p>');
  });

  it('keeps its brackets where browsers do not draw them', () => {
    expect(cleanedMarkup('<math><mfenced open="["><mn>1</mn><mn>2</mn></mfenced></math>')).to.equal(
      '<math><mrow><mo>[</mo><mn>1</mn><mo>,</mo><mn>2</mn><mo>)</mo></mrow></math>',
    );
  });

  it('keeps the place of each of its parts where one may not stay', () => {
    expect(cleanedMarkup('<math><mfrac><maction><mn>1</mn><mn>9</mn></maction><mn>2</mn></mfrac></math>')).to.equal(
      HALF,
    );
    expect(cleanedMarkup('<math><mfrac><mphantom><mn>1</mn></mphantom><mn>2</mn></mfrac></math>')).to.equal(
      '<math><mfrac><mrow></mrow><mn>2</mn></mfrac></math>',
    );
    expect(cleanedMarkup('<math><mfrac><merror><mn>1</mn></merror><mn>2</mn></mfrac></math>')).to.equal(HALF);
    expect(
      cleaned('<math><msup><menclose><mn>1</mn><mn>2</mn></menclose><mn>3</mn></msup></math>').querySelector('msup')!
        .childElementCount,
    ).to.equal(2);
  });

  it('without parts is its description', () => {
    expect(cleanedMarkup('<p>a <math alttext="x^2"></math></p>')).to.equal('<p>a x^2</p>');
  });

  it('of many parts is whole', () => {
    const row = '<mn>1</mn><mo>+</mo>'.repeat(300);
    expect(cleanedMarkup(`<p>a</p><math><mrow>${row}</mrow></math>`)).to.include(row);
  });

  for (const inside of [
    '<annotation-xml encoding="text/html"><img src=x onerror=canary()></annotation-xml>',
    '<semantics><mi>x</mi><annotation-xml encoding="application/xhtml+xml"><script>canary()</script></annotation-xml></semantics>',
    '<mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=canary()&gt;">',
    '<mtext><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=canary() src=1>">',
    '<mi><svg><foreignObject><p>x<style><!--</style><img src onerror=canary()></p></foreignObject></svg></mi>',
    '<mo><b>1</b><math><mi>y</mi></math></mo>',
    '<mrow><p>x</p><div>y</div></mrow>',
    '<maction actiontype="statusline#https://evil.example" href="javascript:canary()"><mi>x</mi></maction>',
    '<mi href="javascript:canary()" xlink:href="javascript:canary()" style="position:fixed" onclick="canary()">x</mi>',
    '<mspace width="9999em"></mspace><mpadded width="0" voffset="-99em"><mi>x</mi></mpadded>',
    '<malignmark><mi>x</mi></malignmark><a href="/x"><mi>y</mi></a>',
    '<mtext></math><img src=x onerror=canary()></mtext>',
    '<!--<img src=x onerror=canary()>--><mi><!-- x -->y</mi><![CDATA[<img>]]>',
  ])
    it(`is the same tree when it is written and parsed again: ${inside.slice(0, 60)}`, () => {
      const once = cleaned(`<p>a</p><div><math>${inside}</math></div><p>b</p>`);
      once.normalize();
      const again = parsed(written(once));
      expect(intruders(once)).to.deep.equal([]);
      const box = document.createElement('div');
      box.append(document.importNode(once, true));
      again.normalize();
      expect(again.innerHTML).to.equal(box.innerHTML);
      expect([...again.childNodes].every((node, index) => node.isEqualNode(box.childNodes[index]!))).to.be.true;
    });

  it('holds no space that covers what stands beside it', () => {
    expect(cleanedMarkup('<math><mi>x</mi><mspace width="9999em"></mspace></math>')).not.to.include('9999');
    expect(cleanedMarkup('<math><mi>x</mi><mspace width="1em"></mspace></math>')).to.include('width="1em"');
    expect(
      cleanedMarkup('<math><mspace width="-4em"></mspace><mstyle scriptlevel="-9"><mi>x</mi></mstyle></math>'),
    ).not.to.include('-');
  });
});
