// What each language says, in the engines themselves: they know other languages than Node does, and print some otherwise.
import { expect } from 'chai';
import { article } from '../support/articles.js';
import { disclosed, draw, drawWithBody, heard, mount, part, textOf } from '../support/card.js';
import { address, jsonAddress } from '../support/servers.js';
import { waitUntil } from '../support/wait.js';

interface Language {
  readonly published: string;
  /** With the Hijri date beside it. */
  readonly dual: string;
  readonly byline: string;
  readonly readingTime: string;
  readonly more: string;
  readonly publisher: string;
}

/** The name of the era, which stands behind the year. */
const HIJRI_ERA = /\u00A0(?:\p{Letter}|[.\u200D])+/u;

const languages: Record<string, Language> = {
  ar: {
    published: 'نُشر في: الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م',
    dual: '(21 جمادى الأولى 1447)',
    byline: 'بقلم A وB وC',
    readingTime: 'مدة القراءة: 3 دقائق',
    more: 'واصل القراءة',
    publisher: 'الناشر:',
  },
  en: {
    published: 'Published: Wednesday, November 12, 2025, 2:08\u00A0PM',
    dual: '(Jumada I 21, 1447)',
    byline: 'By A, B, and C',
    readingTime: 'Reading time: 2 minutes',
    more: 'Continue reading',
    publisher: 'Publisher:',
  },
  fa: {
    published: 'منتشر شده در: چهارشنبه ۲۱ آبان ۱۴۰۴، ۱۴:۰۸',
    dual: '(۲۱ جمادی‌الاول ۱۴۴۷)',
    byline: 'نوشتهٔ A،\u200F B، و C',
    readingTime: 'زمان مطالعه: ۳ دقیقه',
    more: 'بیشتر بخوانید',
    publisher: 'ناشر:',
  },
  ur: {
    published: 'وقت اشاعت: بدھ، 12 نومبر 2025، 2:08\u00A0PM',
    dual: '(21 جمادی الاول 1447)',
    byline: 'تحریر A، B، اور C',
    readingTime: 'مطالعے کا وقت: 3 منٹ',
    more: 'مزید پڑھیں',
    publisher: 'ناشر:',
  },
  he: {
    published: 'פורסם: יום רביעי, 12 בנובמבר 2025, 14:08',
    dual: '(21 בג׳ומאדא אל-אולא 1447)',
    byline: 'מאת A, B ו-C',
    readingTime: 'זמן קריאה: שתי דקות',
    more: 'להמשך קריאה',
    publisher: 'אתר:',
  },
  ps: {
    published: 'د خپرېدو وخت: څلرنۍ، د ۱۴۰۴ د لړم ۲۱، ۱۴:۰۸',
    dual: '(د ۱۴۴۷ د جمادي الاول ۲۱)',
    byline: 'لیکوال: A، B او C',
    readingTime: 'د لوستلو وخت: ۳ دقیقې',
    more: 'نور ولولئ',
    publisher: 'خپروونکی:',
  },
  ckb: {
    published: 'بڵاوکراوەتەوە: چوارشەممە، ١٢ی تشرینی دووەمی ٢٠٢٥، ٢:٠٨\u00A0د.ن',
    dual: '(٢١ی جەمادی یەکەمی ١٤٤٧)',
    byline: 'نووسینی A، B و C',
    readingTime: 'کاتی خوێندنەوە: ٣ خولەک',
    more: 'زیاتر بخوێنەوە',
    publisher: 'بڵاوکەرەوە:',
  },
  tr: {
    published: 'Yayın tarihi: 12 Kasım 2025 Çarşamba, 14:08',
    dual: '(21 Cemaziyelevvel 1447)',
    byline: 'Yazan: A, B ve C',
    readingTime: 'Okuma süresi: 2 dakika',
    more: 'Okumaya devam edin',
    publisher: 'Yayıncı:',
  },
  fr: {
    published: 'Publié le\u00A0: mercredi 12 novembre 2025, 14:08',
    dual: '(21 joumada al oula 1447)',
    byline: 'Par A, B et C',
    readingTime: 'Temps de lecture\u00A0: 2 minutes',
    more: 'Continuer la lecture',
    publisher: 'Éditeur\u00A0:',
  },
};

const story = (language: string, changes: object = {}) =>
  article({
    language,
    date_published: '2025-11-12T14:08:00+04:00',
    date_modified: undefined,
    authors: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
    // 2000 characters: what is read in three minutes in the letters of Arabic is read in two in those of Latin.
    content_html: `<p>${'abcd '.repeat(400)}</p>`,
    ...changes,
  });

// The first tests of the file, as each language is loaded once for the whole page.
describe('A card whose words are on their way', () => {
  const pages: [page: string, dir: string, language: string, loading: string][] = [
    ['sw', 'ltr', 'en', 'Loading the story…'],
    ['he', 'rtl', 'he', 'הכתבה נטענת…'],
  ];
  for (const [page, dir, language, loading] of pages) {
    it(`says nothing on a page in ${page}, in the direction of that language, and then speaks ${language}`, async () => {
      const card = await mount({ attributes: { src: await address('/never'), loading: 'eager' }, lang: page });
      await card.updateComplete;
      const root = part(card, 'card')!;
      expect([root.ariaLabel, root.lang, root.dir]).to.deep.equal([null, page, dir]);
      await waitUntil(() => root.ariaLabel !== null);
      expect([root.ariaLabel, root.lang, root.dir]).to.deep.equal([loading, language, dir]);
    });
  }

  it('is not drawn in other words first', async () => {
    const card = await mount({ article: story('tr') });
    const drawn = new Set<string | undefined>();
    new MutationObserver(() => drawn.add(textOf(part(card, 'more')))).observe(card.shadowRoot!, {
      childList: true,
      subtree: true,
    });
    await heard(card, 'khabar-load');
    await disclosed(card);
    expect([...drawn].filter(Boolean)).to.deep.equal(['Okumaya devam edin']);
  });
});

for (const [language, expected] of Object.entries(languages)) {
  describe(`A card in the language ${language}`, () => {
    const read = async (name: string, attributes: Record<string, string> = {}) =>
      textOf(part(await draw({ article: story(language), attributes }), name));

    it('says when the story was published', async () => {
      expect(await read('published')).to.equal(expected.published);
    });

    it('says it by the Hijri calendar, too', async () => {
      const text = await read('published', { calendar: 'dual' });
      expect(/\(.+\)/.exec(text!)![0].replace(HIJRI_ERA, '')).to.equal(expected.dual);
    });

    it('joins the names of the authors', async () => {
      expect(await read('byline')).to.equal(expected.byline);
    });

    it('says how long the story takes to read', async () => {
      expect(await read('reading-time')).to.equal(expected.readingTime);
    });

    it('offers the body in its own words', async () => {
      expect(await read('more')).to.equal(expected.more);
    });

    it('names the publisher as such to those who only hear it', async () => {
      const card = await draw({ article: story(language) });
      expect(textOf(part(card, 'publisher')!.previousElementSibling)).to.equal(expected.publisher);
    });

    it('has no word of another language in it', async () => {
      const card = await draw({ article: story(language) });
      expect([...card.shadowRoot!.querySelectorAll('bdi[lang]')].map(textOf)).to.deep.equal([]);
    });

    it('says it on a card in another language when the page asks for it', async () => {
      const card = await draw({ article: story(language === 'ar' ? 'en' : 'ar'), attributes: { lang: language } });
      expect(textOf(part(card, 'more'))).to.equal(expected.more);
      expect(part(card, 'more')!.querySelector('bdi')!.lang).to.equal(language);
    });
  });
}

describe('A date in a region', () => {
  const dates: [language: string, attributes: Record<string, string>, published: string][] = [
    ['fa-AF', {}, 'چهارشنبه ۲۱ عقرب ۱۴۰۴، ۱۴:۰۸'],
    ['fa', { calendar: 'gregory' }, 'چهارشنبه ۱۲ نوامبر ۲۰۲۵، ۱۴:۰۸'],
    ['fa', { numerals: 'latn' }, 'چهارشنبه 21 آبان 1404، 14:08'],
    ['ps-PK', {}, 'څلرنۍ، د ۲۰۲۵ د نومبر ۱۲، ۱۴:۰۸'],
    ['ckb-IR', {}, 'چوارشەممە، ٢١ی گەڵاڕێزانی ١٤٠٤، ١٤:٠٨'],
    ['ku-Arab', {}, 'چوارشەممە، ١٢ی تشرینی دووەمی ٢٠٢٥، ٢:٠٨\u00A0د.ن'],
    ['ur-IN', {}, 'بدھ، 12 نومبر 2025، 2:08\u00A0PM'],
    ['fr-MA', {}, 'mercredi 12 novembre 2025, 14:08'],
  ];
  for (const [language, attributes, published] of dates) {
    it(`reads ${published} in ${language} ${JSON.stringify(attributes)}`, async () => {
      const card = await draw({ article: story(language), attributes });
      expect(textOf(part(card, 'published'))).to.match(new RegExp(`${published}$`));
    });
  }

  it('is the first of a month in French as French says it', async () => {
    const card = await draw({ article: story('fr', { date_published: '2026-01-01' }) });
    expect(textOf(part(card, 'published'))).to.include('jeudi 1er janvier 2026');
  });
});

describe('The words of a language', () => {
  it('are there before the card is drawn for the first time', async () => {
    const card = await mount({ attributes: { src: await jsonAddress(story('tr')), loading: 'eager' } });
    const drawn: (string | undefined)[] = [];
    new MutationObserver(() => drawn.push(textOf(part(card, 'more')))).observe(card.shadowRoot!, {
      childList: true,
      subtree: true,
    });
    await heard(card, 'khabar-load');
    expect([...new Set(drawn.filter(Boolean))]).to.deep.equal(['Okumaya devam edin']);
  });

  it('are the page’s where the article could not be had', async () => {
    const card = await mount({ attributes: { src: '' }, lang: 'fr' });
    await heard(card, 'khabar-error');
    expect(textOf(part(card, 'failure'))).to.include('Impossible de charger l’article');
  });

  it('change with the attribute, also to a language that no card has spoken yet', async () => {
    const card = await drawWithBody({ article: story('ar') });
    card.lang = 'he';
    await heard(card, 'khabar-body');
    expect(textOf(part(card, 'more'))).to.equal('להמשך קריאה');
  });
});
