import { characterEntitiesHtml4 } from 'character-entities-html4';
import { describe, expect, it } from 'vitest';
import { htmlReferences } from '../../../src/dialects/html-references.js';
import { areEscaped, decode, plainOf, textOfHtml } from '../../../src/dialects/html-text.js';
import { wrongTypes } from '../support/articles.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

describe('decode', () => {
  it.each([
    ['R&amp;D', 'R&D'],
    ['&lt;b&gt;', '<b>'],
    ['&quot;نعم&quot; &apos;لا&apos;', '"نعم" \'لا\''],
    ['&laquo;المرسى&raquo;', '«المرسى»'],
    ['&#8220;نعم&#8221;', '“نعم”'],
    ['&#038;', '&'],
    ['&#x2013;&#X2014;', '–—'],
    ['&#x1F41F;', '🐟'],
    ['&hellip;', '…'],
    ['أ&nbsp;ب', 'أ\u00A0ب'],
  ])('reads %s as %s', (escaped, plain) => {
    expect(decode(escaped)).toBe(plain);
  });

  it.each([
    ['&amp;amp;', '&amp;'],
    ['&#38;lt;', '&lt;'],
    ['&amp;#8217;', '&#8217;'],
  ])('decodes %s but once', (escaped, plain) => {
    expect(decode(escaped)).toBe(plain);
  });

  it.each([
    'R&D',
    'السمك & الروبيان',
    '&',
    '&;',
    '&#;',
    '&#x;',
    '&unheardof;',
    '&amp',
    '&#8217',
    '&constructor;',
    '&__proto__;',
    '&toString;',
  ])('leaves %s as it is, which names no character', (text) => {
    expect(decode(text)).toBe(text);
  });

  it.each([
    ['&#0;', 'no character'],
    ['&#xD800;', 'half a character'],
    ['&#xDFFF;', 'the other half of a character'],
    ['&#x110000;', 'what is beyond Unicode'],
    ['&#99999999;', 'what is far beyond Unicode'],
  ])('reads %s, %s, as U+FFFD', (reference) => {
    expect(decode(reference)).toBe('\uFFFD');
  });

  it('reads references of windows-1252 as every browser does', () => {
    expect(decode('&#128; &#133; &#145;&#146; &#147;&#148; &#150; &#151; &#153; &#x9F;')).toBe('€ … ‘’ “” – — ™ Ÿ');
  });

  it.each([129, 141, 143, 144, 157])(
    'reads &#%i;, which windows-1252 does not have, as a control character',
    (code) => {
      expect(decode(`&#${code};`)).toBe(String.fromCharCode(code));
    },
  );

  it('knows the names of HTML 4 where it is given them', () => {
    expect(decode('&copy; &eacute; &Eacute; &rlm;', characterEntitiesHtml4)).toBe('© é É \u200F');
  });

  it('does not know them where it is not', () => {
    expect(decode('&copy;')).toBe('&copy;');
  });
});

describe('textOfHtml', () => {
  it.each([
    ['<p>عاد الصيادون.</p>\n', 'عاد الصيادون.'],
    ['<p>الأولى</p><p>الثانية</p>', 'الأولى الثانية'],
    ['الأول<br>الثاني<br/>الثالث', 'الأول الثاني الثالث'],
    ['<ul><li>سمك</li><li>روبيان</li></ul>', 'سمك روبيان'],
    ['مي<em>نا</em>ء <span style="color:red">المرسى</span>', 'ميناء المرسى'],
    ['اقرأ <a href="https://almarsa.example/?a=1&amp;b=2" title="a">المزيد</a>', 'اقرأ المزيد'],
    ['مي<wbr>ناء', 'ميناء'],
    ['<P CLASS="x">عاد</P >', 'عاد'],
    ['<img src="a.jpg" alt="قارب">عاد', 'عاد'],
    ['<o:p></o:p>عاد', 'عاد'],
    ['&amp;lt;p&amp;gt;', '&lt;p&gt;'],
    ['&lt;p&gt;', '<p>'],
    ['أ&nbsp;&nbsp;ب', 'أ ب'],
  ])('reads %j as %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  it.each(['نمو < 5% و> 10%', 'أ <5% ب', 'أ<ب>ج', '<3', 'أ < b > ج', 'قال: <'])(
    'leaves %s, in which no tag begins, as it is',
    (text) => {
      expect(textOfHtml(text)).toBe(text);
    },
  );

  it.each([
    ['a script', 'عاد<script>alert("لا")</script> القارب'],
    ['a script without an end', 'عاد القارب<script>alert("لا")'],
    ['a style', 'عاد <style>.لا { }</style>القارب'],
    ['a template', 'عاد <template><p>لا</p></template>القارب'],
    ['a comment', 'عاد <!-- لا > --> القارب'],
    ['words for screen readers', 'عاد <span class="nav screen-reader-text">لا</span>القارب'],
    ['a comment without an end', 'عاد القارب <!-- لا'],
    ['a comment of the block editor', '<!-- wp:paragraph {"لا":1} --><p>عاد القارب</p><!-- /wp:paragraph -->'],
  ])('leaves out %s, which nobody sees', (_, html) => {
    expect(textOfHtml(html)).toBe('عاد القارب');
  });

  it.each(['', ' ', '<p></p>', '<p>&nbsp;</p>', '&#8207;', '<script>x</script>', '<img src="a.jpg">'])(
    'is nothing where there is nothing to see in %j',
    (html) => {
      expect(textOfHtml(html)).toBeUndefined();
    },
  );

  it.each(wrongTypes.filter(([, value]) => typeof value !== 'string'))('is nothing where it is %s', (_, value) => {
    expect(textOfHtml(value)).toBeUndefined();
  });

  it('is well-formed where a long text is cut within a character', () => {
    expect(textOfHtml(`${'x'.repeat(19_999)}🐟`)?.isWellFormed()).toBe(true);
  });
});

describe('a superscript or a subscript', () => {
  it.each([
    ['10<sup>6</sup>', '10⁶'],
    ['10<sup>-6</sup>', '10⁻⁶'],
    ['10<sup>&minus;6</sup>', '10⁻⁶'],
    ['CO<sub>2</sub> و H<sub>2</sub>O', 'CO₂ و H₂O'],
    ['x<sup>n+1</sup>', 'xⁿ⁺¹'],
    ['<b>10</b><sup class="a">6</sup>', '10⁶'],
    ['10<sup><b>6</b></sup>', '10⁶'],
    ['10<SUP> 6 </SUP> متر', '10⁶ متر'],
    ['١٠<sup>٦</sup>', '١٠⁶'],
    ['<sup>1</sup>/<sub>2</sub>', '¹/₂'],
    ['1<sup>st</sup>', '1ˢᵗ'],
    ['10<sup>x½</sup>', '10^(x½)'],
    ['10<sup>½</sup>', '10^½'],
    ['<b>10</b><sup>½</sup>', '10^½'],
    ['10<sub>½</sub>', '10_½'],
    ['10<sup>x<sub>2</sub></sup>', '10^(x₂)'],
    ['نص<sup>[1]</sup>', 'نص[1]'],
    ['2026<sup>[1]</sup>', '2026[1]'],
    ['خبر<sup>عاجل</sup>', 'خبرعاجل'],
    ['10<sup></sup>6', '106'],
    ['10<sup>6', '106'],
    ['10<sub>6</sup>', '106'],
  ])('of %j is read as %j', (html, plain) => {
    expect(textOfHtml(html, htmlReferences)).toBe(plain);
  });
});

describe('a plain text', () => {
  it.each([
    ['رواية <em>موسم الهجرة</em> تعود', 'رواية موسم الهجرة تعود'],
    ['الأول<br>الثاني', 'الأول الثاني'],
    ['<b>عاجل</b>: 5 < 7', 'عاجل: 5 < 7'],
    ['<b>R&amp;D</b>', 'R&D'],
    ['10<sup>6</sup>', '10⁶'],
    ['ما معنى <nav> و <b>؟', 'ما معنى <nav> و <b>؟'],
    ['&lt;b&gt;R&amp;D', '&lt;b&gt;R&amp;D'],
    ['5 < 7', '5 < 7'],
  ])('has no tags: %j is %j', (stated, plain) => {
    expect(plainOf(stated, false)).toBe(plain);
  });

  it.each([
    ['نص &lt;b&gt;الملخص&lt;/b&gt;', 'نص الملخص'],
    ['5 &lt; 7 &amp; 8', '5 < 7 & 8'],
    ['5 < 7 &amp; 8', '5 < 7 & 8'],
    ['ما معنى &lt;nav&gt;؟', 'ما معنى <nav>؟'],
    ['عاد <b>&quot;القارب&quot;</b>', 'عاد "القارب"'],
  ])('that is escaped is decoded, and has no tags: %j is %j', (stated, plain) => {
    expect(plainOf(stated, true)).toBe(plain);
  });
});

describe('areEscaped', () => {
  it.each([
    [['السمك &amp; الروبيان']],
    [['خبر', 'قال &quot;نعم&quot;']],
    [['خبر', undefined, '&#39;']],
    [['&#x27;']],
    [['&lt;b&gt;']],
    [['السمك &amp; الروبيان', 'عاد <b>القارب</b>']],
    [['السمك &amp; الروبيان', 'أقل من < 5%']],
  ])('is so where a reference stands in %j', (texts) => {
    expect(areEscaped(texts)).toBe(true);
  });

  it.each([
    ['there is no reference', ['خبر', 'آخر']],
    ['there are no texts', []],
    ['there is nothing', [undefined, undefined]],
    ['a bare ampersand stands beside a reference', ['السمك &amp; الروبيان & المحار']],
    ['a bare ampersand stands in another text', ['السمك &amp; الروبيان', 'R&D']],
    ['there is a bare ampersand alone', ['السمك & الروبيان']],
    ['what looks like a reference is none', ['&unheardof;']],
  ])('is not so where %s', (_, texts) => {
    expect(areEscaped(texts)).toBe(false);
  });
});

const hostile: readonly (readonly [string, (size: number) => string])[] = [
  ['open tags', repeated('<a ')],
  ['tags', repeated('<b>')],
  ['bare less-thans', repeated('<')],
  ['closing tags without an end', repeated('</a')],
  ['a tag of many attributes', repeated(' x', '<a')],
  ['a long name of a tag', repeated('a', '<')],
  ['comments without an end', repeated('<!--')],
  ['scripts without an end', repeated('<script>')],
  ['scripts whose ends have no end', repeated('<script></script')],
  ['classes', repeated('class="', '<a ')],
  ['classes for screen readers', repeated('class="sr-only ', '<a ')],
  ['words for screen readers without an end', repeated('<i class="sr-only">x')],
  ['ampersands', repeated('&')],
  ['references', repeated('&amp;')],
  ['references without an end', repeated('&amp')],
  ['a long number', repeated('8', '&#', ';')],
  ['a long name', repeated('a', '&', ';')],
  ['white space', repeated(' ', 'x', 'x')],
  ['superscripts', repeated('<sup>2</sup>')],
  ['superscripts without an end', repeated('<sup>2')],
  ['superscripts in one another', repeated('<sup><sub>')],
];

describe('the time that it takes', () => {
  it.each(hostile)(
    'is linear in %s',
    (_, input) => {
      expectLinear(input, (text) => [textOfHtml(text), plainOf(text, true), decode(text), areEscaped([text])]);
    },
    SERIES_TIMEOUT,
  );
});
