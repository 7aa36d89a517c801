import { expect } from 'chai';
import { article } from '../support/articles.js';
import { drawWithBody, part } from '../support/card.js';
import { waitUntil } from '../support/wait.js';

const good = (size = '600x400') => `${location.origin}/img/${size}.png`;
const broken = (name: string) => `${location.origin}/no-such-picture.${name}`;

async function drawn(html: string): Promise<{ body: HTMLElement; picture: HTMLImageElement }> {
  const card = await drawWithBody({ article: article({ content_html: html }), attributes: { view: 'article' } });
  const body = part<HTMLElement>(card, 'body')!;
  const picture = body.querySelector('img')!;
  picture.scrollIntoView();
  return { body, picture };
}

describe('A picture of a body in the card', () => {
  for (const [name, html] of Object.entries({
    'whose better format does not load': `<picture><source srcset="${broken('webp')}" type="image/webp"><img src="${good()}" alt="ساقية"></picture>`,
    'whose other sizes do not load': `<img srcset="${broken('png')} 2000w" src="${good()}" alt="ساقية">`,
  })) {
    it(`${name} comes from its own address`, async () => {
      const { body } = await drawn(html);
      const picture = () => body.querySelector('img')!;
      await waitUntil(() => picture().naturalWidth === 600, 'the picture loads');
      await waitUntil(() => !picture().hasAttribute('data-broken'));
      expect(picture().checkVisibility()).to.equal(true);
    });
  }

  it('that does not load has its description as words, and no mark of what is broken', async () => {
    const { body } = await drawn(
      `<figure><picture><source srcset="${broken('webp')}"><img srcset="${broken('png')} 2x" src="${broken('jpg')}" alt="Falaj al-Malki"></picture><figcaption>بعد المطر</figcaption></figure>`,
    );
    await waitUntil(() => !body.querySelector('img'));
    const words = body.querySelector<HTMLElement>('.alt')!;
    expect(words.innerText).to.equal('Falaj al-Malki');
    expect(words.dir).to.equal('auto');
    expect(words.checkVisibility()).to.equal(true);
    expect(body.querySelector('figcaption')?.textContent).to.equal('بعد المطر');
  });

  it('that does not load in a sentence leaves its description there', async () => {
    const { body } = await drawn(`<p>قبل <img class="latex" src="${broken('png')}" alt="س"> بعد</p>`);
    await waitUntil(() => !body.querySelector('img'));
    expect(body.querySelector('p')!.innerText).to.equal('قبل س بعد');
    expect(body.querySelector('p')!.getBoundingClientRect().height).to.be.below(60);
  });

  it('within a sentence stands in its line, at its own size', async () => {
    const { body, picture } = await drawn(`<p>قبل <img src="${good('60x20')}" alt="س"> بعد</p>`);
    await waitUntil(() => picture.naturalWidth === 60);
    const { width, height } = picture.getBoundingClientRect();
    expect([width, height]).to.deep.equal([60, 20]);
    expect(body.querySelector('p')!.getBoundingClientRect().height).to.be.below(60);
  });

  it('that is an icon of no stated size has that of a letter', async () => {
    const { picture } = await drawn(`<div><img class="site-icon" src="${good('512x512')}" alt=""><span>ا</span></div>`);
    await waitUntil(() => picture.naturalWidth === 512);
    expect(picture.getBoundingClientRect().height).to.be.within(12, 32);
    expect(picture.getBoundingClientRect().width).to.be.within(12, 32);
  });
});
