import { describe, expect, it } from 'vitest';
import { languageByLetters } from '../../../src/dialects/language-of.js';
import { articleWith } from '../support/articles.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

describe('languageByLetters', () => {
  it.each([
    ['Arabic letters', 'افتتاح الميناء الجديد', 'ar'],
    ['Arabic letters and a Latin name', 'شركة Microsoft تفتتح مكتبا', 'ar'],
    ['Hebrew letters', 'חדשות היום', 'he'],
    ['Hebrew letters and a longer Latin name', 'חדשות Microsoft', 'he'],
    ['Latin letters', 'Port opens', 'fr'],
    ['Latin letters and an Arabic word', 'The minister said the word سلام at the port today', 'fr'],
    ['no letters', '2025: 3 + 4', 'fr'],
    ['letters of another script', 'Новости дня', 'fr'],
  ])('on a French page is told by %s', (_, headline, expected) => {
    expect(languageByLetters(articleWith({ headline }), 'fr')).toBe(expected);
  });

  it.each(['ar', 'ar-OM', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd', 'he'])(
    'on a page in %s is English where the letters are Latin',
    (page) => {
      expect(languageByLetters(articleWith({ headline: 'Port opens' }), page)).toBe('en');
    },
  );

  it.each(['ar', 'ar-OM', 'fa', 'fa-AF', 'ur', 'ps', 'ckb', 'ug', 'sd'])(
    'on a page in %s is the page’s where no letter tells the languages of the script apart',
    (page) => {
      expect(languageByLetters(articleWith({ headline: 'افتتاح بندر مسقط' }), page)).toBe(page);
    },
  );

  it.each(['en', 'he', 'arn', 'fur', 'art-x-code'])(
    'on a page in %s is Arabic where no letter tells the languages of the script apart',
    (page) => {
      expect(languageByLetters(articleWith({ headline: 'افتتاح بندر مسقط' }), page)).toBe('ar');
    },
  );

  it.each([
    ['Arabic', 'افتتاح مكتبة عامة في صور', 'ar'],
    ['Persian', 'شهرداری کتابخانه‌ای تازه در شیراز گشود', 'fa'],
    ['Urdu', 'شہر میں نئی لائبریری کا افتتاح ہو گیا', 'ur'],
    ['Pashto', 'په کابل کې نوی کتابتون پرانیستل شو', 'ps'],
    ['Sorani', 'کتێبخانەیەکی نوێ لە هەولێر کرایەوە', 'ckb'],
    ['Uyghur', 'شەھەردە يېڭى كۈتۈپخانا ئېچىلدى', 'ug'],
    ['Sindhi', 'ڪراچي ۾ نئين ڪتاب گھر جو افتتاح ٿيو', 'sd'],
    ['Hebrew', 'ספרייה חדשה נפתחה בעיר', 'he'],
  ])('is %s where its letters are, on whatever page', (_, headline, expected) => {
    const told = ['ar', 'fa', 'ur', 'ps', 'ckb', 'he', 'en'].map((page) =>
      languageByLetters(articleWith({ headline }), page),
    );
    expect(new Set(told)).toEqual(new Set([expected]));
  });

  it.each([
    ['typed as in Egypt, ى for ي', 'الوزير يتفقد مشروعات الرى فى بنى سويف'],
    ['typed on a Persian keyboard', 'وزیر الصحة یفتتح المستشفی الجدید فی بغداد'],
    ['without hamza and ة', 'وزير النقل يزور جسر الملك فهد'],
    ['with every vowel', 'ٱلْعِلْمُ نُورٌ وَٱلْجَهْلُ ظَلَامٌ'],
    ['with a چ in a name', 'مقهى چاي يفتتح فرعه الثاني في المنامة'],
    ['with a name that has گ twice', 'گوگل تتيح البحث بصوت عربي'],
    ['with ڤ in a loan word', 'ڤيروس جديد يصيب النخيل'],
    ['with ڭ in the name of a town', 'معرض الكتاب في أڭادير'],
    ['with a Kurdish name', 'شبكة ڕووداو الإعلامية تفتتح مكتبا في أربيل'],
    ['with a title in Urdu', 'صدور الترجمة العربية لرواية «آگ کا دریا» في القاهرة بعد سنوات من الانتظار'],
    ['in presentation forms', 'ﺍﻓﺘﺘﺎﺡ ﺍﻟﻤﻜﺘﺒﺔ'],
  ])('is Arabic also %s', (_, headline) => {
    expect(languageByLetters(articleWith({ headline }), 'fa')).toBe('ar');
  });

  it.each([
    ['typed on an Arabic keyboard', 'گفتگوي ويژه با شهردار درباره پلهاي تازه'],
    ['with ۀ, which is Pashto’s too', 'خانۀ پدری شاعر موزه می‌شود'],
    [
      'with a quotation in Arabic',
      'استاد در گفتار خود آیهٔ «إن مع العسر يسرا» را چنین برگرداند که پس از هر سختی، گشایشی در پیش است',
    ],
    [
      'with a title in Sorani',
      'ترجمهٔ فارسی رمان «شار» که چاپ نخست آن با نام «شارێک» در سنندج منتشر شد، به بازار کتاب رسید',
    ],
    ['in presentation forms', 'ﭘﮋﻭﻫﺶ ﮐﺘﺎﺑﺪﺍﺭﯼ'],
  ])('is Persian also %s', (_, headline) => {
    expect(languageByLetters(articleWith({ headline }), 'ar')).toBe('fa');
  });

  it.each([
    ['Urdu typed on an Arabic keyboard', 'شہر ميں نئي لائبريري كا افتتاح ہو گيا', 'ur'],
    ['Urdu in presentation forms', 'ﺷﮩﺮ ﮐﮯ ﻟﻮﮒ', 'ur'],
    ['Pashto with the Arabic yeh and kaf', 'په ښار كي د اوبو نوي پروژه پيل شوه', 'ps'],
    ['Pashto with the Persian gaf', 'د گډو پروژو په اړه خبرې', 'ps'],
    ['Sorani with ه and a joiner for ە', 'کتێبخانه‌یه‌کی نوێ له هه‌ولێر کرایه‌وه', 'ckb'],
    ['Sorani with ھ', 'ھەواڵی نوێ لە ھەولێر', 'ckb'],
    ['Sorani typed on an Arabic keyboard', 'كتێبخانەى نوێ لە شارى هەولێر', 'ckb'],
  ])('is told of %s', (_, headline, expected) => {
    expect(languageByLetters(articleWith({ headline }), 'ar')).toBe(expected);
  });

  it.each([
    ['fa', 'fa'],
    ['ps', 'ps'],
    ['en', 'ar'],
  ])('on a page in %s is %s where only the yeh and kaf are Arabic', (page, expected) => {
    expect(languageByLetters(articleWith({ headline: 'برنامه سفر رئيس مجلس به شمال كشور' }), page)).toBe(expected);
  });

  it('is Persian where a text of some length has no letter of Arabic but the yeh and kaf', () => {
    const headline = 'برنامه سفر رئيس مجلس به شمال كشور در روز دوم با بازديد از باغ و دشت و دريا دنبال شد';
    expect(languageByLetters(articleWith({ headline }), 'en')).toBe('fa');
  });

  it.each([
    ['ar-MA', 'افتتاح مكتبة عامة'],
    ['fa-AF', 'گشایش کتابخانه'],
    ['he-IL', 'ספרייה חדשה'],
  ])('on a page in %s keeps the region where the letters are of that language', (page, headline) => {
    expect(languageByLetters(articleWith({ headline }), page)).toBe(page);
  });

  it.each(['ar', 'en'])('on a page in %s is the page’s where there are only digits of Urdu', (page) => {
    expect(languageByLetters(articleWith({ headline: '۲۰۲۵' }), page)).toBe(page);
  });

  it.each(['arn', 'fur', 'hei', 'de'])('on a page in %s is the page’s where the letters are Latin', (page) => {
    expect(languageByLetters(articleWith({ headline: 'Port opens' }), page)).toBe(page);
  });

  it('is the page’s where there is nothing to tell it by', () => {
    expect(languageByLetters(articleWith({}), 'ur')).toBe('ur');
  });

  it('is told by the summary where the headline has no letters', () => {
    expect(languageByLetters(articleWith({ headline: '2025', summary: 'افتتاح الميناء' }), 'en')).toBe('ar');
  });

  it.each([
    ['an HTML body', { html: '<p class="has-large-font-size"><a href="https://news.example/">افتتاح</a></p>' }],
    ['a plain body', { text: 'افتتاح الميناء' }],
  ])('is told by %s where neither headline nor summary has letters', (_, body) => {
    expect(languageByLetters(articleWith({ body, headline: '2025' }), 'en')).toBe('ar');
  });

  it.each([
    ['HTML', { html: '<p>شهرداری کتابخانه‌ای تازه گشود</p>' }],
    ['plain', { text: 'شهرداری کتابخانه‌ای تازه گشود' }],
  ])('is told by the %s body with the headline where that is short', (_, body) => {
    expect(languageByLetters(articleWith({ body, headline: 'افتتاح بندر مسقط' }), 'ar')).toBe('fa');
  });

  it('is told by the body where the headline is but a Latin name', () => {
    expect(
      languageByLetters(articleWith({ headline: 'Apple Vision Pro', body: { text: 'نظارة جديدة '.repeat(9) } }), 'en'),
    ).toBe('ar');
  });

  it('is told by the headline where the body begins in Latin letters', () => {
    const body = {
      html: `<blockquote>${'Delighted to open our new library. '.repeat(20)}</blockquote><p>كتب الوزير</p>`,
    };
    expect(languageByLetters(articleWith({ headline: 'الوزير يفتتح المكتبة', body }), 'en')).toBe('ar');
  });

  it('is not told by the body where the headline is long enough', () => {
    const headline = 'The port of Sohar opens a second quay to container ships. '.repeat(3);
    const body = { text: 'افتتاح الميناء الجديد '.repeat(50) };
    expect(languageByLetters(articleWith({ headline, body }), 'fr')).toBe('fr');
  });

  it('is told by the body before the summary', () => {
    const summary = 'The port of Sohar opens a second quay to container ships. '.repeat(3);
    const body = { text: 'افتتاح الميناء الجديد '.repeat(50) };
    expect(languageByLetters(articleWith({ headline: 'Port opens', summary, body }), 'fr')).toBe('ar');
  });

  it('is told by the summary where the body does not tell', () => {
    expect(
      languageByLetters(articleWith({ summary: 'افتتاح المكتبة', body: { html: '<img src="a.jpg">' } }), 'fr'),
    ).toBe('ar');
  });

  it.each([
    ['a style sheet', '.elementor-heading-title{padding:0;margin:0;line-height:1} '.repeat(20)],
    ['shortcodes', '[vc_row el_class="wide column"][vc_column width="1/2"]'.repeat(20)],
    ['addresses', 'https://news.example/2026/03/a-long-address-of-many-words '.repeat(20)],
  ])('is not told by %s', (_, machine) => {
    const text = `${machine}افتتاح المكتبة`;
    const articles = [{ headline: text }, { summary: text }, { body: { text } }, { body: { html: `<p>${text}</p>` } }];
    expect(articles.map((fields) => languageByLetters(articleWith(fields), 'en'))).toEqual(Array(4).fill('ar'));
  });

  it.each(['style', 'pre', 'code', 'svg'])('is not told by a long <%s> at the beginning of a body', (name) => {
    const html = `<${name}>${'let data = value; '.repeat(3000)}</${name}>افتتاح المكتبة`;
    expect(languageByLetters(articleWith({ body: { html } }), 'en')).toBe('ar');
  });

  it('is told by the words of a body, not by its markup', () => {
    const html = `${'<div class="row">\n\t\t\t'.repeat(500)}<script>let data = "${'x'.repeat(5000)}";</script>افتتاح المكتبة`;
    expect(languageByLetters(articleWith({ body: { html } }), 'en')).toBe('ar');
  });

  it('is not told by a picture whose address is its data', () => {
    const html = `<img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(5000)}"><p>افتتاح المكتبة</p>`;
    expect(languageByLetters(articleWith({ body: { html } }), 'ar')).toBe('ar');
  });

  it.each([
    ['headline of Arabic letters', (text: string) => articleWith({ headline: text }), repeated('ع')],
    ['headline of Persian letters', (text: string) => articleWith({ headline: text }), repeated('گ')],
    [
      'headline of words that presentation forms unfold to',
      (text: string) => articleWith({ headline: text }),
      repeated('ﷺ'),
    ],
    ['headline of digits', (text: string) => articleWith({ headline: text }), repeated('1')],
    ['summary of Latin letters', (text: string) => articleWith({ summary: text }), repeated('a')],
    ['plain body of white space', (text: string) => articleWith({ body: { text } }), repeated(' ')],
    ['body of <', (text: string) => articleWith({ body: { html: text } }), repeated('<')],
    ['body of <script', (text: string) => articleWith({ body: { html: text } }), repeated('<script')],
  ])(
    'is linear in a %s',
    (_, article, input) => {
      expectLinear(input, (text) => languageByLetters(article(text), 'en'));
    },
    SERIES_TIMEOUT,
  );
});
