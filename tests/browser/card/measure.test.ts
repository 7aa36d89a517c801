// How much stands on a line, and how wide the card's content becomes.
import { expect } from 'chai';
import { article, longBody } from '../support/articles.js';
import { draw, drawWithBody, part, parts } from '../support/card.js';

const TEXTS: Readonly<Record<string, string>> = {
  ar: 'والفلج نظام ري قديم يعود إلى آلاف السنين ويجري فيه الماء من باطن الأرض إلى البساتين على مدار الساعة في أيام العام كله. '.repeat(
    4,
  ),
  en: 'The falaj is an old system of canals that brings water from under the ground to the gardens of a village all day long. '.repeat(
    4,
  ),
};

/** The most letters on one line of an element. */
function longestLine(element: Element): number {
  const lines = new Map<number, number>();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const range = document.createRange();
    for (let at = 0; at < text.length; at++) {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const { bottom, width } = range.getBoundingClientRect();
      // Faces differ in height; lines differ by more than half of it.
      if (width > 0) lines.set(Math.round(bottom / 12), (lines.get(Math.round(bottom / 12)) ?? 0) + 1);
    }
  }
  return Math.max(0, ...lines.values());
}

describe('A line', () => {
  for (const [language, text] of Object.entries(TEXTS))
    for (const width of [240, 480, 639, 720, 1100, 1600])
      it(`of a text has at most 75 letters: ${language}, ${width} px`, async () => {
        const card = await drawWithBody({
          article: article(
            { language, summary: text, content_html: `<p>${text}</p>` },
            { image: { caption: text, width: 1200, height: 800 } },
          ),
          attributes: { view: 'article' },
          width,
        });
        for (const name of ['body', 'summary', 'caption'])
          expect(longestLine(part(card, name)!.querySelector('p:last-child, bdi')!), name).to.be.within(15, 75);
      });
});

describe('The content', () => {
  it('is at most 1000 px wide, in the middle of its paper, and the rule above it goes from edge to edge', async () => {
    const card = await draw({ article: article(), width: 1600 });
    const [paper, picture] = ['card', 'image'].map((name) => part(card, name)!.getBoundingClientRect());
    expect(paper!.width).to.equal(1600);
    expect(picture!.width).to.be.within(800, 1000);
    expect(picture!.left - paper!.left).to.be.closeTo(paper!.right - picture!.right, 1);
    expect(getComputedStyle(part(card, 'card')!, '::before').width).to.equal('1600px');
  });

  it('of a card with a headline alone has air under its rule', async () => {
    const card = await draw({ article: { title: 'خبر عاجل' } });
    const gap = part(card, 'headline')!.getBoundingClientRect().top - part(card, 'card')!.getBoundingClientRect().top;
    expect(gap).to.be.above(14);
  });

  it('ends with a hairline', async () => {
    const card = await draw({ article: article() });
    expect(getComputedStyle(part(card, 'card')!).borderBottomWidth).to.equal('1px');
  });
});

describe('Related stories', () => {
  const stories = (images: readonly (string | undefined)[]) =>
    images.map((image, index) => ({ url: `https://alqafila.example/${index}`, title: `خبر ${index}`, image }));
  const PICTURE = `${location.origin}/img/84x63.png`;

  it('have pictures all, or none of them has one', async () => {
    for (const [images, shown] of [
      [[PICTURE, PICTURE], 2],
      [[PICTURE, undefined], 0],
    ] as const) {
      const card = await draw({ article: article({}, { related: stories(images) }) });
      expect(part(card, 'related')!.querySelectorAll('img').length).to.equal(shown);
    }
  });

  it('are at most five in the rail', async () => {
    const related = stories(Array.from({ length: 8 }, () => undefined));
    const shown = async (view: string) => {
      const card = await drawWithBody({
        article: article({ content_html: longBody }, { related }),
        attributes: { view },
        width: 720,
      });
      return parts(card, 'related-link').filter((link) => link.checkVisibility()).length;
    };
    expect(await shown('article')).to.equal(5);
    expect(await shown('summary')).to.equal(8);
  });
});

describe('The card’s own words in another direction than the article', () => {
  it('stand in their order, line by line', async () => {
    const card = await draw({ article: article(), attributes: { lang: 'fr' } });
    const line = part(card, 'published')!;
    const [label, time] = [line.querySelector('.label')!, line.querySelector('time')!].map((element) =>
      element.getBoundingClientRect(),
    );
    expect(label!.left).to.be.below(time!.left);
    expect(line.textContent.replace(/\s+/g, ' ')).to.match(/^Publié le : dimanche/);
  });
});
