import { expect } from 'chai';
import { cleaned, shadowRoot } from './cleaning.js';

/** The letters of a line as the eye meets them, from left to right. */
function seen(box: Element): string {
  const letters: { letter: string; left: number }[] = [];
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const { currentNode } = walker;
    for (let index = 0; index < currentNode.nodeValue!.length; index++) {
      range.setStart(currentNode, index);
      range.setEnd(currentNode, index + 1);
      const { left, width } = range.getBoundingClientRect();
      const letter = currentNode.nodeValue![index]!;
      if (width > 0 && letter.trim()) letters.push({ letter, left });
    }
  }
  return letters
    .sort((one, other) => one.left - other.left)
    .map(({ letter }) => letter)
    .join('');
}

function drawn(content: Node): Element {
  const box = document.createElement('div');
  box.dir = 'rtl';
  box.lang = 'ar';
  box.style.cssText = 'width: 4000px; font: 16px sans-serif; white-space: nowrap';
  box.append(content);
  shadowRoot().append(box);
  return box;
}

const plain = (html: string) => seen(drawn(document.createRange().createContextualFragment(html)));
const shown = (html: string) => seen(drawn(cleaned(html, { direction: 'rtl' })));

describe('A number among Arabic words is seen as on the publisher’s own page:', () => {
  for (const text of [
    'النتيجة 3 - 1 للضيوف',
    'بين 10-20 ريالًا',
    'عام 2020-2026',
    'من 14:30 - 15:00',
    'السعر $1,250 - $1,500',
    'خصم 50% حتى 70%',
    'الدوري 2025/26',
    'يوم 12/11/2025',
    'درجة +5 إلى -3',
    'من +5 - +10',
    'المساحة 1,200 م²',
    'نحو ١٢٣-٤٥٦ ريالًا',
    'رقم 2469 1234',
    'الإصدار 2.0.1-beta',
    'نسبة 1/2 و3:2',
    'H2O وCO2 في 10⁶',
  ]) {
    it(text, () => {
      expect(shown(`<p>${text}</p>`)).to.equal(plain(`<p>${text}</p>`));
    });
  }

  for (const html of [
    '<p>السعر <bdi>50.00&nbsp;<span>ر.ع.</span></bdi> فقط</p>',
    '<p>النتيجة <span dir="ltr">3 - 1</span> للضيوف</p>',
    '<p>النتيجة <span style="direction:ltr;unicode-bidi:isolate">3 - 1</span> للضيوف</p>',
    '<p>السعر <span style="direction:ltr;display:inline-block">$ 1,250 - $ 1,500</span>.</p>',
    '<p>واتساب <bdo dir="ltr">+968 9123 4567</bdo>.</p>',
    '<p>رقم <span style="direction:ltr;unicode-bidi:bidi-override">12-3</span> هنا</p>',
    '<p>من <s>50</s> إلى <b>35</b> ريالًا</p>',
    '<p>م<sup>2</sup> و10<sup>6</sup></p>',
  ])
    it(html, () => {
      expect(shown(html)).to.equal(plain(html));
    });
});

describe('A telephone number among Arabic words', () => {
  for (const number of ['+968 2469 1234', '+968-2469-1234', '+1 (202) 555-0199', '+968.2469.1234'])
    it(`is seen in its order: ${number}`, () => {
      expect(shown(`<p>هاتف ${number} هنا</p>`)).to.include(number.replace(/\s/g, ''));
    });

  it('is seen in its order in its link', () => {
    expect(shown('<p>هاتف <a href="tel:+96824691234">2469 1234</a> هنا</p>')).to.include('24691234');
  });
});
