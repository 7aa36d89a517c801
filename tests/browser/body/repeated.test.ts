import { expect } from 'chai';
import { webAddress } from '../../../src/article/web-address.js';
import type { ShownAbove } from '../../../src/body/repeated.js';
import { cleanedMarkup } from './cleaning.js';

const above: ShownAbove = {
  headline: 'عاد الماء إلى الفلج',
  summary: 'رمّم الأهالي القناة في عامين.',
  picture: { url: webAddress('https://news.example/wp-content/uploads/2026/03/falaj.jpg')!, caption: 'الساقية' },
};
const REST = '<p>بقية الخبر</p>';
const rest = (html: string) => cleanedMarkup(html + REST, { above, direction: 'rtl' });
const picture = (address: string) => `<img src="${address}" alt="b">`;

describe('What the card shows above its body', () => {
  for (const [name, html] of Object.entries({
    'the lead picture': picture('/wp-content/uploads/2026/03/falaj.jpg'),
    'another size of it': `<figure>${picture('/wp-content/uploads/2026/03/falaj-1024x683.jpg')}</figure>`,
    'its original': `<p><a href="/falaj.jpg">${picture('/wp-content/uploads/2026/03/falaj-scaled.jpg')}</a></p>`,
    'a proxy’s copy': picture('https://i0.wp.com/news.example/wp-content/uploads/2026/03/falaj.jpg?w=600'),
    'it with its caption': `<figure>${picture('/wp-content/uploads/2026/03/falaj.jpg')}<figcaption>الساقية</figcaption></figure>`,
    'the summary': '<p><strong>رمم الأهالي القناة في عامين</strong></p>',
    'the headline': '<h2>عاد الماء إلى الفلج</h2>',
    'the headline twice': '<h1>عاد الماء إلى الفلج</h1><h2>عاد الماء إلى الفلج</h2>',
    'a converted picture': picture('/wp-content/uploads/2026/03/falaj-scaled.jpg.webp'),
    'all three': `<h1>عاد الماء إلى الفلج</h1><p>رمّم الأهالي القناة في عامين.</p>${picture('/wp-content/uploads/2026/03/falaj.jpg')}`,
  }))
    it(`does not stand there again: ${name}`, () => {
      expect(rest(html)).to.equal(REST);
    });

  it('leaves the caption that only the body has', () => {
    expect(
      rest(
        `<figure>${picture('/wp-content/uploads/2026/03/falaj.jpg')}<figcaption>الساقية بعد المطر</figcaption></figure>`,
      ),
    ).to.equal(`<figure><figcaption>الساقية بعد المطر</figcaption></figure>${REST}`);
  });

  for (const [name, html] of Object.entries({
    'another picture': picture('/wp-content/uploads/2026/03/other.jpg'),
    'a picture of the same name elsewhere': picture('/wp-content/uploads/2020/01/falaj.jpg'),
    'the picture further down': `<p>مقدمة</p>${picture('/wp-content/uploads/2026/03/falaj.jpg')}`,
    'a gallery': `<figure><figure>${picture('/wp-content/uploads/2026/03/falaj.jpg')}</figure><figure>${picture('/x.jpg')}</figure></figure>`,
    'the summary twice': '<p>رمّم الأهالي القناة في عامين.</p><p>رمّم الأهالي القناة في عامين.</p>',
    'more than the summary': '<p>رمّم الأهالي القناة في عامين. ثم فتحوها.</p>',
    'the summary further down': '<p>مقدمة</p><p>رمّم الأهالي القناة في عامين.</p>',
  }))
    it(`takes nothing else along: ${name}`, () => {
      expect(rest(html).length).to.be.greaterThan(REST.length + 10);
    });

  it('stays where the body is nothing else', () => {
    const html = '<p>رمّم الأهالي القناة في عامين.</p>';
    expect(cleanedMarkup(html, { above, direction: 'rtl' })).to.equal(html);
  });
});
