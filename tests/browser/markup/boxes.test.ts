import { expect } from 'chai';
import { cleaned, cleanedMarkup } from '../body/cleaning.js';

const words = (html: string) => cleaned(html).textContent.replace(/\s+/g, ' ').trim();

describe('Words of neighbouring boxes', () => {
  for (const html of [
    '<p><span class="tag">ماء</span><span class="tag">فلج</span></p>',
    '<div><button>ماء</button><button>فلج</button></div>',
    '<p><span class="label">ماء</span><span class="value">فلج</span></p>',
    '<div><a href="/a">ماء</a><a href="/a" class="wp-block-file__button">فلج</a></div>',
    '<p><label>ماء</label><output>فلج</output></p>',
    '<p><span style="display:inline-block">ماء</span><span>فلج</span></p>',
    '<div style="display:flex"><span>ماء</span><span>فلج</span></div>',
    '<div role="row"><span role="cell">ماء</span><span role="cell">فلج</span></div>',
    '<div><x-tag>ماء</x-tag> <x-tag>فلج</x-tag></div>',
  ])
    it(`stay apart: ${html}`, () => {
      expect(words(html)).to.equal('ماء فلج');
    });

  it('stay apart in boxes of no known name', () => {
    expect(cleanedMarkup('<x-a>ماء</x-a><x-b>فلج</x-b>')).to.match(/^<div[^>]*>ماء<\/div><div[^>]*>فلج<\/div>$/);
  });

  for (const html of [
    '<p><span class="c1">وزا</span><span class="c2">رة</span></p>',
    '<p><span style="color:red">ال</span><span>ماء</span></p>',
    '<p>و<a class="link" href="/a">الماء</a>، ثم</p>',
    '<p><b>ا</b><i>لماء</i></p>',
  ])
    it(`are not words of two elements: ${html}`, () => {
      expect(words(html)).to.equal(html.replace(/<[^>]*>/g, ''));
    });
});

describe('Digits of neighbouring boxes', () => {
  it('stay apart where classes set them apart, and only there', () => {
    expect(words('<p><span class="home-score">3</span><span class="away-score">1</span></p>')).to.equal('3 1');
    expect(
      words('<p><s>50</s><ins>45</ins> و<span style="text-decoration:line-through">60</span><span>55</span></p>'),
    ).to.equal('50 45 و60 55');
    expect(words('<p><span class="c1">20</span><span class="c2">26</span></p>')).to.equal('2026');
  });
});

describe('A layout table', () => {
  for (const html of [
    '<table role="presentation"><tr><td>a</td><td>b</td></tr></table>',
    '<table><tr><td><table><tr><td>a</td><td>c</td></tr></table></td><td><p>b</p></td></tr></table>',
    '<table><tr><td><p>a</p></td></tr><tr><td><p>b</p></td></tr></table>',
  ])
    it(`is no table: ${html}`, () => {
      const body = cleaned(html);
      expect(body.querySelectorAll('table').length).to.equal(html.includes('<td>c') ? 1 : 0);
      expect(body.textContent).to.match(/a.*b/);
    });

  it('is no table of data', () => {
    for (const html of [
      '<table><tr><th>a</th></tr><tr><td><p>b</p></td></tr></table>',
      '<table><tr><td>a</td><td>b</td></tr></table>',
      '<table><caption>a</caption><tr><td><p>b</p></td></tr></table>',
    ])
      expect(cleaned(html).querySelector('table'), html).not.to.equal(null);
  });
});
