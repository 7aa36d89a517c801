import { expect } from 'chai';
import { styles } from '../../../src/card/styles.js';
import { article, briefArticle } from '../support/articles.js';
import { allText, draw, drawWithBody, part, parts, textOf, type KhabarCard } from '../support/card.js';
import { setTimeZone } from '../support/commands.js';
import { all } from './cards.js';
import { itInChromium } from './reading.js';
import { seenOrder } from './seen-order.js';

describe('The language of a card', () => {
  it('21 is the article’s, with its direction, whatever the page’s is', async () => {
    const arabic = part(await draw({ article: article(), lang: 'en', dir: 'ltr' }), 'card')!;
    const english = part(await draw({ article: briefArticle, lang: 'ar', dir: 'rtl' }), 'card')!;
    expect([arabic.lang, arabic.dir, english.lang, english.dir]).to.deep.equal(['ar', 'rtl', 'en', 'ltr']);
  });

  it('22 is contained in runs of another one', async () => {
    const card = await draw({ article: article() });
    for (const name of ['byline', 'source', 'publisher', 'short-link']) {
      const latin = all(card, `[part=${name}] *`).filter(
        (element) => element.childElementCount === 0 && /^[a-z]/i.test(element.textContent),
      );
      expect(latin.length, name).to.be.greaterThan(0);
      expect(latin.filter((element) => element.localName !== 'bdi')).to.deep.equal([]);
    }
  });

  it('23 is marked on the card’s own words where they are in another one', async () => {
    const card = await draw({ article: article(), attributes: { lang: 'en' } });
    const own = [...part(card, 'original')!.querySelectorAll<HTMLElement>('bdi[lang]')];
    expect(own.map(({ lang, dir }) => [lang, dir])).to.deep.equal([
      ['en', 'ltr'],
      ['en', 'ltr'],
    ]);
  });
});

for (const dir of ['ltr', 'rtl']) {
  describe(`The order of characters on a page from ${dir}`, () => {
    const shows = (card: KhabarCard, name: string, text: string) =>
      expect(seenOrder(part(card, name)!, text)).to.equal(text);

    it('24 is that of the address in a short link, its last slash too', async () => {
      const short_url = 'https://qfl.example/s/7qk2bx/';
      shows(
        await draw({ article: article({}, { short_url }), dir, width: 720 }),
        'short-link',
        'qfl.example/s/7qk2bx/',
      );
    });

    it('24 is that of the publisher’s host', async () => {
      shows(await draw({ article: article(), dir }), 'publisher', 'alqafila.example');
    });

    for (const name of ['+968 2460 1234', '@alqafila_om', '@alqafila!', 'A.B. (AFP)', 'https://alqafila.example/']) {
      it(`24 is that of the name ${name}`, async () => {
        shows(await draw({ article: article({ authors: [{ name }] }), dir }), 'byline', name);
        shows(await draw({ article: article({}, { source: [{ name }] }), dir }), 'source', name);
      });
    }

    it('25 keeps sources in their order, from right to left', async () => {
      const card = await draw({ article: article(), dir, width: 720 });
      const names = [...part(card, 'source')!.querySelectorAll('bdi')];
      expect(names.map(textOf)).to.deep.equal(['العمانية', 'Reuters', 'AFP']);
      const places = names.map((name) => name.getBoundingClientRect().right);
      expect(places.toSorted((one, other) => other - one)).to.deep.equal(places);
    });

    it('27 follows the letters of a related story’s own language', async () => {
      shows(await draw({ article: article(), dir, width: 720 }), 'related', 'The falaj, explained (2026).');
    });

    it('27 leaves the full stop of a mixed Arabic headline at its left end', async () => {
      const card = await draw({ article: article({ title: 'AFP افتتاح متحف (2026).' }), dir, width: 720 });
      const headline = part(card, 'headline')!;
      // Without spaces: WebKit takes the one between two directions for as wide as the run beside it.
      const seen = seenOrder(headline, 'AFP افتتاح متحف (2026).').replaceAll(' ', '');
      expect([seen[0], seen.slice(-3)]).to.deep.equal(['.', 'AFP']);
    });
  });
}

describe('The order of characters in names that are only heard', () => {
  it('26 is closed: what could reorder them is isolated', async () => {
    const follow = [{ url: 'https://x.com/alqafila' }, { url: 'https://x.com/alqafila_en' }];
    const card = await draw({ article: article({}, { follow }) });
    expect(parts(card, 'follow-link').map(textOf)).to.deep.equal([
      'تابعنا على إكس \u2068alqafila\u2069 (يُفتح في نافذة جديدة)',
      'تابعنا على إكس \u2068alqafila_en\u2069 (يُفتح في نافذة جديدة)',
    ]);
  });
});

describe('The styles of a card', () => {
  const rules = styles.map(({ cssText }) => cssText).join('');

  it('28 name no side of the screen', () => {
    expect(rules.match(/(?<![\w-])(?:[\w-]+-)?(?:left|right)(?![\w-])[^;]*/g)).to.equal(null);
  });

  it('28 name no direction', () => {
    expect(rules.match(/(?<![\w-])direction:[^;]*/g)).to.equal(null);
  });
});

describe('The icons of a card', () => {
  const turned = (card: KhabarCard) =>
    all<SVGElement>(card, 'svg')
      .filter((icon) => getComputedStyle(icon).scale === '-1 1')
      .map((icon) => icon.closest('[part]')!.getAttribute('part'));

  it('29 turn where they show a direction, from right to left alone', async () => {
    expect(turned(await draw({ article: article() }))).to.deep.equal(['copy', 'original']);
    expect(turned(await draw({ article: article({ language: 'en' }) }))).to.deep.equal([]);
  });

  it('30 stand at the other side of their words in a language from left to right', async () => {
    const side = async (language: string) => {
      const more = part(await drawWithBody({ article: article({ language }) }), 'more')!;
      const [button, icon] = [more.getBoundingClientRect(), more.querySelector('svg')!.getBoundingClientRect()];
      return icon.left + icon.width / 2 < button.left + button.width / 2 ? 'left' : 'right';
    };
    expect([await side('ar'), await side('en'), await side('fr'), await side('he')]).to.deep.equal([
      'left',
      'right',
      'right',
      'left',
    ]);
  });
});

describe('Dates and numbers in a card', () => {
  const LANGUAGES = ['ar', 'en', 'fa', 'ur', 'he', 'ps', 'ckb', 'tr', 'fr'];

  it('31 are machine-readable, with their offset', async () => {
    const card = await draw({ article: article() });
    expect(all<HTMLTimeElement>(card, 'time').map(({ dateTime }) => dateTime)).to.deep.equal([
      '2026-03-08T09:05:00+04:00',
      '2026-03-08T17:40:00+04:00',
      '2026-03-07T20:00:00+04:00',
    ]);
  });

  const DIGITS: Record<string, RegExp> = { latn: /\d/, arab: /[٠-٩]/, arabext: /[۰-۹]/ };
  for (const [numerals, digits] of Object.entries(DIGITS)) {
    for (const language of LANGUAGES) {
      it(`32 are in the digits ${numerals} in ${language}, and in no others`, async () => {
        const card = await draw({ article: article({ language }), attributes: { numerals } });
        const said = ['published', 'updated', 'reading-time'].map((name) => textOf(part(card, name))).join();
        for (const other of Object.values(DIGITS)) {
          // Hebrew has a word for two minutes, French and others none for the hour; every date has a day.
          expect(other.test(said)).to.equal(other === digits, said);
        }
      });
    }
  }

  it('33 are of the Gregorian calendar in Saudi Arabia, too', async () => {
    expect(textOf(part(await draw({ article: article({ language: 'ar-SA' }) }), 'published'))).to.include('مارس 2026');
  });

  for (const language of ['ps', 'ckb']) {
    it(`34 have no English month in ${language}`, async () => {
      expect(textOf(part(await draw({ article: article({ language }) }), 'published'))).not.to.match(/[a-z]/i);
    });
  }

  const plurals: [minutes: number, text: string][] = [
    [1, 'دقيقة'],
    [2, 'دقيقتان'],
    [3, '3 دقائق'],
    [10, '10 دقائق'],
    [11, '11 دقيقة'],
    [99, '99 دقيقة'],
    [100, '100 دقيقة'],
    [103, '103 دقائق'],
  ];
  for (const [minutes, text] of plurals) {
    it(`35 are in the right one of the plurals of Arabic: ${text}`, async () => {
      const card = await draw({ article: article({ content_html: `<p>${'ب'.repeat(612 * minutes)}</p>` }) });
      expect(textOf(part(card, 'reading-time'))).to.equal(`مدة القراءة: ${text}`);
    });
  }

  for (const language of ['ar', 'fa', 'ur', 'ps', 'ckb']) {
    it(`36 have no ASCII comma in ${language}`, async () => {
      const card = await draw({ article: article({ language }) });
      const said = ['published', 'updated', 'reading-time', 'byline', 'more'].map((name) => textOf(part(card, name)));
      expect(said.join('')).not.to.match(/[,;?]/);
    });
  }

  it('37 say an update only where there was one', async () => {
    const date = '2026-03-08T09:05:00+04:00';
    const same = await draw({ article: article({ date_published: date, date_modified: date }) });
    const changed = await draw({
      article: article({ date_published: date, date_modified: '2026-03-08T10:00:00+04:00' }),
    });
    expect([part(same, 'updated'), textOf(part(changed, 'updated'))]).to.deep.equal([null, 'آخر تحديث: 10:00\u00A0ص']);
  });

  it('38 are in the publisher’s zone: the tests’ own clock is in New York', async () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal('America/New_York');
    expect(textOf(part(await draw({ article: article() }), 'published'))).to.include('9:05');
  });

  itInChromium('38 are in the publisher’s zone at the other end of the world, too', async () => {
    await setTimeZone('Pacific/Kiritimati');
    expect(allText(await draw({ article: article() }))).to.include('الأحد، 8 مارس 2026، 9:05');
  });
});
