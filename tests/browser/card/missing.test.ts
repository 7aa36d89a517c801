import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, drawWithBody, part, textOf, type KhabarCard } from '../support/card.js';

/** Elements that would say, or be announced as, something without a content of their own. */
function empties(card: KhabarCard): string[] {
  return [
    ...card.shadowRoot!.querySelectorAll(
      'h1,h2,h3,h4,h5,h6,p,ul,li,figure,figcaption,time,b,a,button,header,footer,.meta,.label,.actions',
    ),
  ]
    .filter((element) => textOf(element) === '' && !element.querySelector('img') && element.role !== 'status')
    .filter((element) => element.getAttribute('role') !== 'status')
    .map((element) => element.outerHTML);
}

const fields: [field: string, part: string, changes: object, extension?: object][] = [
  ['a section', 'section', {}, { section: undefined }],
  ['a headline', 'headline', { title: undefined }],
  ['a summary', 'summary', { summary: undefined }],
  ['authors', 'byline', { authors: undefined }],
  ['a date of publication', 'published', { date_published: undefined }],
  ['an update', 'updated', { date_modified: undefined }],
  ['a body', 'body', { content_html: undefined }],
  ['a body, and so a time to read it', 'reading-time', { content_html: undefined }],
  ['a body, and so a button to open it', 'more', { content_html: undefined }],
  ['a picture', 'picture', { image: undefined }],
  ['a caption and a credit', 'caption', {}, { image: { alt: 'ماء' } }],
  ['a source', 'source', {}, { source: undefined }],
  ['a short link', 'short-link', {}, { short_url: undefined }],
  ['an address', 'original', { url: undefined }],
  ['accounts', 'follow', {}, { follow: undefined }],
  ['related stories', 'related', {}, { related: undefined }],
];

describe('An article without', () => {
  for (const [field, name, changes, extension] of fields) {
    it(`${field} leaves no trace of it`, async () => {
      const card = await draw({ article: article({ ...changes }, { ...extension }) });
      expect(part(card, name)).to.equal(null);
      expect(empties(card)).to.deep.equal([]);
    });
  }

  it('anything but a title is a card with a headline', async () => {
    const card = await draw({ article: { title: 'خبر قصير' } });
    expect(textOf(card.shadowRoot!.querySelector('article'))).to.equal('خبر قصير');
    expect(empties(card)).to.deep.equal([]);
  });

  it('anything but a link leads to its original', async () => {
    const card = await draw({ article: { url: 'https://news.example/7', language: 'ar' } });
    expect(textOf(part(card, 'publisher'))).to.equal('news.example');
    expect(part<HTMLAnchorElement>(card, 'original')!.href).to.equal('https://news.example/7');
    expect(empties(card)).to.deep.equal([]);
  });

  it('a headline is named by its publisher', async () => {
    const card = await draw({ article: article({ title: undefined }) });
    expect(card.shadowRoot!.querySelector('article')!.getAttribute('aria-label')).to.equal('القافلة');
  });

  it('an address and a short link has nothing to share', async () => {
    const card = await draw({ article: article({ url: undefined }, { short_url: undefined }) });
    expect(part(card, 'share')).to.equal(null);
    expect(part(card, 'copy')).to.equal(null);
  });
});

describe('A text of zero-width letters alone', () => {
  // Soft hyphen, joiners, direction marks and isolates, a filler of Hangul, a variation selector.
  const blank = '\u00AD\u200B\u200C \u200D\u200E\u2068\u2069\u061C\u2060\uFEFF\u3164\uFE0F';

  it('is drawn nowhere, and its link neither', async () => {
    const named = { name: blank, url: 'https://alqafila.example/blank' };
    const card = await draw({
      article: article(
        { title: blank, summary: blank, authors: [named] },
        {
          section: blank,
          image: { alt: blank, caption: blank, credit: blank },
          source: [named],
          publisher: { name: blank, url: 'https://alqafila.example/' },
          related: [{ url: 'https://alqafila.example/1', title: blank }],
        },
      ),
    });
    for (const gone of ['headline', 'section', 'summary', 'byline', 'caption', 'source', 'related'])
      expect(part(card, gone), gone).to.equal(null);
    expect(textOf(part(card, 'publisher'))).to.equal('alqafila.example');
    expect(part<HTMLImageElement>(card, 'image')!.alt).to.equal('');
    expect(empties(card)).to.deep.equal([]);
  });
});

describe('A card does not repeat itself:', () => {
  it('a caption that repeats the headline is left out', async () => {
    const headline = 'افتتاح متحف الأفلاج';
    const card = await draw({
      article: article({ title: headline }, { image: { caption: `${headline}.`, credit: 'هيئة' } }),
    });
    expect(textOf(part(card, 'caption'))).to.equal('مصدر الصورة: هيئة');
  });

  it('a description that repeats the caption is left out', async () => {
    const card = await draw({ article: article({}, { image: { alt: 'فلج الملكي', caption: 'فلج الملكي' } }) });
    expect(part<HTMLImageElement>(card, 'image')!.alt).to.equal('');
  });

  it('an update before the publication is no update', async () => {
    const card = await draw({ article: article({ date_modified: '2026-03-01T09:05:00+04:00' }) });
    expect(part(card, 'updated')).to.equal(null);
  });

  it('an update on the day of publication prints its time alone', async () => {
    const card = await draw({ article: article() });
    expect(textOf(part(card, 'updated'))).to.equal('آخر تحديث: 5:40\u00A0م');
  });

  it('an update on another day prints its date', async () => {
    const card = await draw({ article: article({ date_modified: '2026-03-09T17:40:00+04:00' }) });
    expect(textOf(part(card, 'updated'))).to.equal('آخر تحديث: الاثنين، 9 مارس 2026، 5:40\u00A0م');
  });
});

describe('A bad optional field', () => {
  it('is dropped, never the article', async () => {
    const nonsense = { a: [null] };
    const card = await drawWithBody({
      article: {
        ...article(),
        summary: nonsense,
        image: 'javascript:alert(1)',
        date_published: 'الأربعاء,12 نوفمبر',
        date_modified: 12,
        authors: [null, 7, { name: nonsense }],
        language: '!!',
        tags: 'x',
        _khabar: {
          source: nonsense,
          publisher: 'القافلة',
          follow: ['data:x', 5],
          related: [null, { title: 'x' }],
          short_url: 9,
        },
      },
    });
    for (const gone of ['summary', 'picture', 'published', 'updated', 'source', 'follow', 'related', 'short-link']) {
      expect(part(card, gone), gone).to.equal(null);
    }
    expect(textOf(part(card, 'headline'))).to.equal('افتتاح أول متحف للأفلاج في ولاية إزكي');
    expect(textOf(part(card, 'publisher'))).to.equal('القافلة alqafila.example');
  });
});
