// Names and titles of mixed letters, compared with a plain page in the direction of the article.
import { fixture, html } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, part, parts, type KhabarCard } from '../support/card.js';

/** The letters of an element in the order in which they stand on the screen, from left to right, line by line. */
function onScreen(element: Element): string {
  const letters: { letter: string; top: number; left: number }[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    for (const { 0: letter, index } of text.data.matchAll(/[^\s\p{M}]/gu)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + letter.length);
      // WebKit adds an empty box where the direction changes.
      const box = [...range.getClientRects()].find(({ width }) => width > 0);
      if (box) letters.push({ letter, top: box.top + box.height / 2, left: box.left });
    }
  }
  // Faces differ in height; lines differ by more than half of it.
  letters.sort((one, other) => (Math.abs(one.top - other.top) > 8 ? one.top - other.top : one.left - other.left));
  return letters.map(({ letter }) => letter).join('');
}

/** The same text as a plain page of that direction shows it. */
async function plain(text: string, dir: string): Promise<string> {
  const paragraph = await fixture<HTMLElement>(html`<p dir=${dir} style="width: 40em; margin: 0"></p>`);
  paragraph.textContent = text;
  return onScreen(paragraph);
}

/** A card in which everything of the publisher's has this text. */
function everywhere(text: string, language: string, view = 'summary'): Promise<KhabarCard> {
  return draw({
    article: article(
      { title: text, summary: text, language, authors: [{ name: text }, { name: text }] },
      {
        section: text,
        image: { alt: 'x', caption: `${text} 2`, credit: text },
        source: [{ name: text }, { name: text, url: 'https://alqafila.example/source' }],
        publisher: { name: text, url: 'https://alqafila.example/' },
        related: [{ url: 'https://alqafila.example/1', title: text, date_published: '2026-03-07' }],
      },
    ),
    attributes: { view },
    width: 700,
  });
}

/** Each place in the card where the text stands, by the name of its part. */
function places(card: KhabarCard, text: string): [name: string, element: Element][] {
  return [...card.shadowRoot!.querySelectorAll('bdi, .title')]
    .filter(({ childElementCount, textContent }) => childElementCount === 0 && textContent.startsWith(text))
    .map((isolate) => [isolate.closest('[part]')!.getAttribute('part')!, isolate]);
}

const inSummary = ['publisher', 'section', 'headline', 'summary', 'byline', 'byline', 'caption', 'caption', 'source'];
const names: [language: string, dir: string, text: string][] = [
  ['ar', 'rtl', 'BBC عربي'],
  ['ar', 'rtl', 'CNN بالعربية'],
  ['ar', 'rtl', 'Dr. سالم المعمري (PhD).'],
  ['ar', 'rtl', 'iPhone 17 يصل إلى مسقط!'],
  ['fa', 'rtl', 'VOA فارسی'],
  ['he', 'rtl', 'TheMarker: כסף'],
  ['en', 'ltr', 'صحيفة Oman Daily (2026).'],
  ['fr', 'ltr', 'القناة France 24!'],
  ['ru', 'ltr', 'قناة Россия (RT).'],
  // Without a letter of the article's script, a text has the direction of its own letters.
  ['ar', 'ltr', 'The falaj, explained (2026).'],
  ['en', 'rtl', 'سالم المعمري (2026).'],
  // A comma and a digit are no letters.
  ['ar', 'ltr', 'Apple، ٧ (Pro).'],
];

describe('A text of mixed letters', () => {
  for (const [language, dir, text] of names) {
    it(`“${text}” in ${language} reads as on a plain page from ${dir}, wherever it stands`, async () => {
      for (const [view, where] of [
        ['summary', [...inSummary, 'source', 'related-link']],
        ['teaser', ['section', 'headline', 'publisher']],
      ] as const) {
        const card = await everywhere(text, language, view);
        const found = places(card, text);
        expect(found.map(([name]) => name)).to.deep.equal(where);
        for (const [name, element] of found)
          expect(onScreen(element), `${name} in ${view}`).to.equal(await plain(element.textContent, dir));
      }
    });
  }

  it('keeps its direction when the language of the article becomes another', async () => {
    const card = await everywhere('BBC عربي', 'ar');
    card.article = article({ language: 'en' }, { publisher: { name: 'BBC عربي' } });
    await new Promise((resolve) => card.addEventListener('khabar-load', resolve, { once: true }));
    expect(onScreen(part(card, 'publisher')!.querySelector('bdi')!)).to.equal(await plain('BBC عربي', 'ltr'));
  });
});

describe('The title of a related story', () => {
  const related = (language: string, ...titles: string[]) =>
    draw({
      article: article(
        { language },
        { related: titles.map((title, index) => ({ url: `https://alqafila.example/${index}`, title })) },
      ),
      width: 320,
    });
  const title = (link: HTMLElement) => link.querySelector('.title')!;

  it('stands on the side of the list, line by line, whatever its letters', async () => {
    for (const [language, side] of [
      ['ar', 'right'],
      ['en', 'left'],
    ] as const) {
      const latin = 'The falaj of Izki, explained to those who have never seen one, in twelve pictures and a map';
      const card = await related(
        language,
        latin,
        'ترميم حصن بيت الرديدة بعد ثلاث سنوات من العمل المتواصل في الولاية كلها',
      );
      for (const link of parts(card, 'related-link')) {
        const range = document.createRange();
        range.selectNodeContents(title(link));
        const edges = [...range.getClientRects()].map((box) => Math.round(box[side]));
        expect(edges.length, 'lines').to.be.greaterThan(1);
        expect(new Set(edges), language).to.deep.equal(new Set([Math.round(link.getBoundingClientRect()[side])]));
      }
    }
  });

  it('is marked as English where it is in Latin letters alone, in an article from right to left', async () => {
    const titles = ['The falaj, explained (2026).', 'ترميم حصن بيت الرديدة', 'iPhone 17 يصل', '2026'];
    const marked = async (language: string) =>
      parts(await related(language, ...titles), 'related-link').map((link) => title(link).getAttribute('lang') ?? '');
    expect(await marked('ar')).to.deep.equal(['en', '', '', '']);
    expect(await marked('he')).to.deep.equal(['en', '', '', '']);
    expect(await marked('fr')).to.deep.equal(['', '', '', '']);
  });
});

describe('A telephone number in a text of the card', () => {
  it('keeps the order of its groups among Arabic words', async () => {
    const card = await everywhere('اتصل على +968 2412-3456 الآن', 'ar');
    for (const name of ['headline', 'summary', 'caption'])
      expect(onScreen(part(card, name)!), name).to.include('+9682412-3456');
  });
});
