/** Articles of our own writing, in Khabar's form (JSON Feed 1.1 with `_khabar`). */

type Json = Record<string, unknown>;

/** An article with everything an article can have. Pass a field to change it, `undefined` to leave it out. */
export function article(changes: Json = {}, extension: Json = {}): Json {
  return {
    id: '4207',
    url: 'https://alqafila.example/2026/03/falaj/?utm=1',
    title: 'افتتاح أول متحف للأفلاج في ولاية إزكي',
    summary: 'يضم المتحف خرائط ومخطوطات ونماذج حيّة لقنوات الري التي حفرها الأجداد.',
    content_html: [
      '<p>افتُتح صباح اليوم في ولاية إزكي أول متحف للأفلاج في البلاد، بعد ثلاث سنوات من العمل.</p>',
      '<h2>قاعة الماء</h2>',
      '<p>تعرض القاعة الكبرى نموذجًا لـ<a href="/falaj">الفلج</a> بطول 40 مترًا، ويشرح <b>المرشدون</b> توزيع الماء بالأثر.</p>',
      '<p><a href="https://alqafila.example/secret" style="display:none">Secret Link</a></p>',
    ].join('\n'),
    date_published: '2026-03-08T09:05:00+04:00',
    date_modified: '2026-03-08T17:40:00+04:00',
    language: 'ar',
    authors: [{ name: 'سالم الحبسي' }, { name: 'Layla Noor', url: 'https://alqafila.example/layla' }],
    tags: ['أفلاج'],
    // A picture that loads: a broken one changes the height of the card in some engines while a test is clicking.
    image: `${location.origin}/img/1200x800.png`,
    ...changes,
    _khabar: {
      short_url: 'https://qfl.example/4207',
      section: 'ثقافة',
      image: { alt: 'قناة ماء بين النخيل', caption: 'فلج الملكي', credit: 'هيئة التراث', width: 1200, height: 800 },
      source: [{ name: 'العمانية' }, { name: 'Reuters', url: 'https://reuters.example/' }, { name: 'AFP' }],
      publisher: { name: 'القافلة', url: 'https://alqafila.example/' },
      follow: [{ url: 'https://x.com/alqafila' }, { url: 'https://nabd.com/alqafila' }],
      related: [
        {
          url: 'https://alqafila.example/1',
          title: 'ترميم حصن بيت الرديدة',
          date_published: '2026-03-07T20:00:00+04:00',
        },
        { url: 'https://alqafila.example/2', title: 'The falaj, explained (2026).' },
      ],
      ...extension,
    },
  };
}

/** A body that is longer than a rail beside it. */
export const longBody = `<p>${'يضم المتحف خرائط ومخطوطات ونماذج حيّة لقنوات الري التي حفرها الأجداد. '.repeat(20)}</p>`;

/** An article in English, of as little as one can consist of. */
export const briefArticle: Json = {
  title: 'Harbour reopens after storm',
  url: 'https://herald.example/harbour',
  language: 'en',
  date_published: '2026-01-15T08:30:00Z',
  content_html: '<p>The harbour of Sur reopened on Thursday.</p>',
};
