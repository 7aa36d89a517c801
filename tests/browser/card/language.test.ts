import { expect } from 'chai';
import { article, briefArticle } from '../support/articles.js';
import { allText, draw, drawWithBody, heard, mount, part, parts, textOf } from '../support/card.js';
import { engine, setTimeZone } from '../support/commands.js';

describe('The language of a card', () => {
  it('is the article’s, with its direction, on a page of another language and direction', async () => {
    const arabic = await draw({ article: article(), lang: 'en', dir: 'ltr' });
    expect([part(arabic, 'card')!.lang, part(arabic, 'card')!.dir]).to.deep.equal(['ar', 'rtl']);
    expect(getComputedStyle(part(arabic, 'summary')!).direction).to.equal('rtl');
    const english = await draw({ article: briefArticle, lang: 'ar', dir: 'rtl' });
    expect([part(english, 'card')!.lang, part(english, 'card')!.dir]).to.deep.equal(['en', 'ltr']);
    expect(textOf(part(english, 'more'))).to.equal('Continue reading');
  });

  it('is marked on the card’s own words where those are in another one', async () => {
    const card = await draw({ article: article(), attributes: { lang: 'en' } });
    const own = part(card, 'summary')!.querySelector('.label > *')!;
    expect([own.textContent, own.getAttribute('lang'), own.getAttribute('dir')]).to.deep.equal([
      'At a glance',
      'en',
      'ltr',
    ]);
    expect(part(card, 'card')!.lang).to.equal('ar');
    expect(textOf(part(card, 'published'))).to.equal('Published: Sunday, March 8, 2026, 9:05\u00A0AM');
  });

  it('changes with the attribute', async () => {
    const card = await drawWithBody({ article: article() });
    card.lang = 'en';
    await heard(card, 'khabar-body');
    expect(textOf(part(card, 'original'))).to.equal('Open original article (opens in a new window)');
  });

  it('is what the article states, whatever its letters', async () => {
    const card = await draw({ article: article({ language: 'fa', title: 'Breaking news' }), lang: 'en' });
    expect([part(card, 'card')!.lang, part(card, 'card')!.dir]).to.deep.equal(['fa', 'rtl']);
  });

  it('is told from the letters where the article does not state it', async () => {
    const card = await draw({ article: article({ language: undefined }), lang: 'en' });
    expect([part(card, 'card')!.lang, part(card, 'card')!.dir]).to.deep.equal(['ar', 'rtl']);
  });

  it('sets the direction also where the card does not speak it', async () => {
    const card = await draw({ article: article({ language: 'yi', title: 'שלום' }) });
    expect([part(card, 'card')!.lang, part(card, 'card')!.dir]).to.deep.equal(['yi', 'rtl']);
    expect(part(card, 'original')!.querySelector('bdi')!.lang).to.equal('en');
  });
});

describe('A date', () => {
  const at = (date_published: string, changes: object = {}) =>
    article({ date_published, date_modified: undefined, ...changes });
  const published = async (json: unknown, attributes: Record<string, string> = {}) =>
    textOf(part(await draw({ article: json, attributes }), 'published'))!.replace(/^[^:]+: /, '');

  const dates: [date: string, attributes: Record<string, string>, changes: object, text: string][] = [
    ['2025-11-12T14:08:00+04:00', {}, {}, 'الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م'],
    ['2025-11-12T00:30:00+04:00', {}, {}, 'الأربعاء، 12 نوفمبر 2025، 12:30\u00A0ص'],
    ['2025-11-12', {}, {}, 'الأربعاء، 12 نوفمبر 2025'],
    ['2025-11-12T10:08:00Z', {}, {}, 'الأربعاء، 12 نوفمبر 2025، 10:08\u00A0ص\u00A0بتوقيت غرينتش'],
    ['2025-11-12T22:08:00Z', { 'time-zone': 'Asia/Muscat' }, {}, 'الخميس، 13 نوفمبر 2025، 2:08\u00A0ص'],
    ['2025-11-12T14:08:00+04:00', { 'time-zone': 'Nowhere/At all' }, {}, 'الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م'],
    ['2025-11-12T14:08:00+04:00', { numerals: 'arab' }, {}, 'الأربعاء، ١٢ نوفمبر ٢٠٢٥، ٢:٠٨\u00A0م'],
    ['2025-11-12T14:08:00+04:00', { months: 'levant' }, {}, 'الأربعاء، 12 تشرين الثاني 2025، 2:08\u00A0م'],
    ['2025-11-12T14:08:00+04:00', { months: 'dual' }, {}, 'الأربعاء، 12 نوفمبر/ تشرين الثاني 2025، 2:08\u00A0م'],
    [
      '2025-11-12T14:08:00+04:00',
      { months: 'algeria' },
      { language: 'ar-LB' },
      'الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م',
    ],
    ['2025-11-12T14:08:00+04:00', {}, { language: 'ar-LB' }, 'الأربعاء، 12 تشرين الثاني 2025، 2:08\u00A0م'],
    ['2025-11-12T14:08:00+04:00', {}, { language: 'ar-MA' }, 'الأربعاء، 12 نونبر 2025، 14:08'],
    ['2025-11-12T14:08:00+04:00', {}, { language: 'ar-SA' }, 'الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م'],
    ['2025-11-12T14:08:00+04:00', {}, { language: 'ar-OM' }, 'الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م'],
    [
      '2025-11-12T14:08:00+04:00',
      { calendar: 'dual' },
      {},
      'الأربعاء، 12 نوفمبر 2025 (21 جمادى الأولى 1447\u00A0هـ)، 2:08\u00A0م',
    ],
    ['2025-11-12T14:08:00+04:00', {}, { language: 'en-GB' }, 'Wednesday, 12 November 2025, 14:08'],
    ['2025-11-12T14:08:00+04:00', {}, { language: 'en' }, 'Wednesday, November 12, 2025, 2:08\u00A0PM'],
  ];

  for (const [date, attributes, changes, text] of dates) {
    it(`${date} ${JSON.stringify({ ...attributes, ...changes })} reads ${text}`, async () => {
      expect(await published(at(date, changes), attributes)).to.equal(text);
    });
  }

  // Only Chromium lets a test set the reader's clock; for all three it is in New York.
  const itInChromium = engine === 'chromium' ? it : () => undefined;
  itInChromium('is the same wherever the reader’s clock is', async () => {
    for (const zone of ['Pacific/Kiritimati', 'Asia/Tehran', 'Pacific/Pago_Pago']) {
      await setTimeZone(zone);
      expect(await published(at('2025-11-12T00:08:00+04:00'))).to.equal('الأربعاء، 12 نوفمبر 2025، 12:08\u00A0ص');
    }
  });

  it('is an element that machines read, with the offset as it was stated', async () => {
    const card = await draw({ article: at('2025-11-12T14:08:00+0400') });
    expect(part(card, 'published')!.querySelector('time')!.dateTime).to.equal('2025-11-12T14:08:00+04:00');
  });
});

describe('Names in a line', () => {
  /** Whether each text stands to the left of the one before it on the screen. */
  function fromRightToLeft(elements: readonly Element[]): boolean {
    const rights = elements.map((element) => element.getBoundingClientRect().right);
    return rights.every((right, index) => index === 0 || right < rights[index - 1]!);
  }

  for (const dir of ['ltr', 'rtl']) {
    it(`keep their order among Latin and Arabic ones, on a page from ${dir}`, async () => {
      const card = await draw({ article: article(), dir, width: 700 });
      const names = [...part(card, 'source')!.querySelectorAll('bdi')];
      expect(names.map(textOf)).to.deep.equal(['العمانية', 'Reuters', 'AFP']);
      expect(fromRightToLeft(names)).to.equal(true);
    });
  }

  it('are joined as the language joins them', async () => {
    const three = { authors: [{ name: 'سالم' }, { name: 'Layla' }, { name: 'منى' }] };
    expect(textOf(part(await draw({ article: article(three) }), 'byline'))).to.equal('بقلم سالم وLayla ومنى');
    expect(textOf(part(await draw({ article: article({ ...three, language: 'en' }) }), 'byline'))).to.equal(
      'By سالم, Layla, and منى',
    );
  });

  it('with an override in them cannot turn the words around them', async () => {
    const card = await draw({
      article: article({}, { source: [{ name: '\u202ERetuers' }, { name: 'العمانية' }] }),
      width: 700,
    });
    const [first, second] = part(card, 'source')!.querySelectorAll('bdi');
    const label = part(card, 'source')!.querySelector('b')!;
    expect(fromRightToLeft([label, first!, second!])).to.equal(true);
    expect(first!.textContent).to.equal('\u202ERetuers');
  });

  it('with an override and an isolate left open cannot either', async () => {
    const card = await draw({
      article: article({}, { source: [{ name: '\u202ERetuers\u2066' }, { name: 'العمانية' }, { name: 'وفا' }] }),
      width: 700,
    });
    const names = [...part(card, 'source')!.querySelectorAll('bdi')];
    expect(fromRightToLeft([part(card, 'source')!.querySelector('b')!, ...names])).to.equal(true);
    expect(names[0]!.textContent.startsWith('\u202ERetuers\u2066')).to.equal(true);
  });

  it('are closed where only a plain string can hold them', async () => {
    const json = article({ title: undefined }, { publisher: { name: 'اسم\u202E' }, image: { alt: 'صورة\u2066' } });
    const card = await draw({ article: json });
    expect(part(card, 'card')!.getAttribute('aria-label')).to.equal('اسم\u202E\u202C');
    expect(part<HTMLImageElement>(card, 'image')!.alt).to.equal('صورة\u2066\u2069');
  });

  it('begin a headline without turning it', async () => {
    const mixed = await draw({ article: article({ title: 'AT&T توقّع مذكرة (2026).' }) });
    expect(getComputedStyle(part(mixed, 'headline')!.querySelector('bdi')!).direction).to.equal('rtl');
    const latin = await draw({ article: article({ title: 'AT&T sign MoU (2026).' }) });
    expect(getComputedStyle(part(latin, 'headline')!.querySelector('bdi')!).direction).to.equal('ltr');
  });

  it('of related stories take their own direction', async () => {
    const card = await draw({ article: article() });
    const titles = parts(card, 'related-link').map((link) => link.querySelector('.title bdi')!);
    expect(titles.map((title) => getComputedStyle(title).direction)).to.deep.equal(['rtl', 'ltr']);
  });
});

describe('A text of the publisher', () => {
  it('stays as it was written: digits, quotes, spelling', async () => {
    const title = 'بوتين: “نعم” في ١٢-١٥ مايو ,2025 وشويغو/شويجو';
    const card = await draw({ article: article({ title }) });
    expect(textOf(part(card, 'headline'))).to.equal(title);
  });

  it('is text wherever it is not the body', async () => {
    const markup = '<img src=x onerror="window.ran=1"><b>x</b>&amp;';
    const card = await drawWithBody({
      article: article(
        { title: markup, summary: markup, authors: [{ name: markup }] },
        {
          section: markup,
          image: { alt: markup, caption: `${markup}1`, credit: markup },
          source: [{ name: markup }],
          publisher: { name: markup },
          related: [{ url: 'https://alqafila.example/1', title: markup }],
        },
      ),
    });
    for (const name of ['headline', 'section', 'caption', 'byline', 'source', 'publisher', 'related-link']) {
      expect(textOf(part(card, name)), name).to.include(markup);
      expect(
        part(card, name)!.querySelector('b:not(:has(bdi)):not(.label), img[onerror]')?.outerHTML ?? '',
        name,
      ).not.to.equal('<b>x</b>');
    }
    expect((window as { ran?: number }).ran).to.equal(undefined);
  });

  it('reaches no link that is not of the web', async () => {
    const bad = 'javascript:window.ran=1';
    const card = await drawWithBody({
      article: article(
        {
          url: bad,
          image: 'data:image/png;base64,AA',
          authors: [{ name: 'x', url: bad }],
          content_html: `<a href="${bad}">x</a>`,
        },
        {
          short_url: bad,
          source: [{ name: 'x', url: bad }],
          publisher: { name: 'x', url: bad, logo: bad },
          follow: [{ url: bad }],
          related: [{ url: bad, title: 'x' }],
        },
      ),
    });
    expect([...card.shadowRoot!.querySelectorAll('[href], [src]')]).to.deep.equal([]);
    expect(allText(card)).to.include('افتتاح أول متحف');
  });
});

describe('A card in a page without a language', () => {
  it('speaks the reader’s', async () => {
    const page = document.documentElement.lang;
    document.documentElement.removeAttribute('lang');
    const card = await mount({ attributes: { src: '' } });
    await heard(card, 'khabar-error');
    expect(part(card, 'card')!.lang).to.equal('en');
    document.documentElement.lang = page;
  });
});
