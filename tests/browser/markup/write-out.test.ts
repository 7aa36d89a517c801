import { expect } from 'chai';
import { cleaned, cleanedMarkup } from '../body/cleaning.js';

const words = (html: string) => cleaned(html).textContent.replace(/\s+/g, ' ').trim();

describe('A number that a script counts up to', () => {
  for (const html of [
    '<span class="elementor-counter-number" data-to-value="1500" data-from-value="0">0</span>',
    '<span class="counter" data-count="1500">0</span>',
    '<span class="odometer" data-count="1500"></span>',
    '<span data-purecounter-start="0" data-purecounter-end="1500">0</span>',
    '<span class="timer" data-from="100" data-to="1500">100</span>',
  ])
    it(`is shown: ${html}`, () => {
      expect(words(`<p>${html} أسرة</p>`)).to.equal('1500 أسرة');
    });

  it('is shown where the box of a page builder states it', () => {
    expect(
      words('<div data-number-value="75"><p><span class="percent-value"></span><span>%</span></p></div>'),
    ).to.equal('75%');
    expect(words('<div data-pie-value="60"><span class="vc_pie_chart_value"></span></div>')).to.equal('60');
    expect(words('<div class="skillbar" data-percent="70%"></div>')).to.equal('70%');
  });

  it('is shown as it is stated', () => {
    expect(words('<p><span data-count="1,234.5">0</span></p>')).to.equal('1,234.5');
    expect(words('<p><span data-count="٣٥">٠</span></p>')).to.equal('٣٥');
  });

  it('changes no other number', () => {
    for (const html of [
      '<span data-value="1500">1,500</span>',
      '<span data-id="1500">0</span>',
      '<span data-value="red">0</span>',
      '<span data-value="5"></span>',
      '<td data-value="3">7</td>',
    ])
      expect(words(`<p>أ ${html}</p>`), html).to.equal(`أ ${html.replace(/<[^>]*>/g, '')}`.trim());
  });
});

describe('A checkbox', () => {
  it('of a list is ticked or not', () => {
    expect(
      words('<ul><li><input type="checkbox" disabled checked> a</li><li><input type="checkbox">b</li></ul>'),
    ).to.equal('☑ a☐ b');
  });

  it('of an editor’s list is told by its data', () => {
    expect(
      words(
        '<ul data-checked="true"><li>a</li></ul><ol><li data-list="unchecked">b</li><li data-list="bullet">c</li></ol>',
      ),
    ).to.equal('☑ a☐ bc');
  });

  it('that folds a panel is not shown', () => {
    expect(words('<input type="checkbox" id="x"><label for="x">a</label>')).to.equal('a');
  });
});

describe('A gauge', () => {
  for (const [html, expected] of [
    ['<progress value="70" max="100">70%</progress>', '70%'],
    ['<progress value="70" max="100"></progress>', '70/100'],
    ['<meter value="0.6"></meter>', '60%'],
    ['<meter value="3" min="0" max="5" aria-label="3 من 5"></meter>', '3 من 5'],
    ['<progress></progress>', ''],
  ] as const)
    it(`is its words or its numbers: ${html}`, () => {
      expect(words(`<p>أ ${html}</p>`)).to.equal(`أ ${expected}`.trim());
    });
});

describe('What a style sheet draws', () => {
  for (const [html, expected] of [
    ['<span role="img" aria-label="4 من 5 نجوم"></span>', '4 من 5 نجوم'],
    ['<div role="progressbar" aria-valuenow="70" aria-valuemax="100"></div>', '70/100'],
    ['<div role="progressbar" aria-valuenow="70"><span>70%</span></div>', '70%'],
    ['<span role="img" aria-label="نار">🔥</span>', '🔥'],
    ['<time datetime="2026-03-08"></time>', '2026-03-08'],
    ['<time datetime="2026-03-08">أمس</time>', 'أمس'],
    ['<input readonly value="OM12 3456">', 'OM12 3456'],
    ['<input type="text" readonly value="OM34">', 'OM34'],
    ['<textarea>رقم الحساب</textarea>', 'رقم الحساب'],
    ['<input value="x"><input type="hidden" disabled value="x">', ''],
  ] as const)
    it(`is said where it says nothing: ${html}`, () => {
      expect(words(`<div>${html}</div>`)).to.equal(expected);
    });
});

describe('A fraction of two boxes', () => {
  it('is no number of two digits', () => {
    const half = '<span class="frac"><span class="num">1</span><span class="den">2</span></span>';
    expect(words(`<p>${half} كوب</p>`)).to.equal('1⁄2 كوب');
    expect(words(`<p>2${half} كوب</p>`)).to.equal('2 1⁄2 كوب');
    expect(words('<p><span class="frac"><sup>1</sup>/<sub>2</sub></span></p>')).to.equal('1/2');
  });
});

describe('A chart', () => {
  it('leaves its name and its words', () => {
    expect(
      cleanedMarkup(
        '<figure><svg role="img" aria-label="ارتفع المنسوب"><text>2024: 2 م</text><text>2026: 5 م</text></svg><figcaption>ب</figcaption></figure>',
        { direction: 'rtl' },
      ),
    ).to.equal('<figure><p>ارتفع المنسوب · 2024: 2 م · 2026: 5 م</p><figcaption>ب</figcaption></figure>');
    expect(words('<div><svg><title>رسم</title><path d="M0 0"></path></svg></div>')).to.equal('رسم');
    expect(words('<div><canvas aria-label="رسم"></canvas></div>')).to.equal('رسم');
    expect(words('<div><canvas>رسم بياني</canvas></div>')).to.equal('رسم بياني');
  });

  it('is no icon beside words', () => {
    expect(words('<p><a href="/a"><svg width="16" height="16"><title>خارجي</title></svg>موقع</a></p>')).to.equal(
      'موقع',
    );
    expect(words('<p>نص <svg aria-hidden="true"><title>سهم</title></svg></p>')).to.equal('نص');
  });

  it('is an icon where it is all that a link shows', () => {
    expect(words('<p><a href="/a"><svg width="16"><title>فيسبوك</title></svg></a></p>')).to.equal('فيسبوك');
  });
});
