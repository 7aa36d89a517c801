import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, drawWithBody, part } from '../support/card.js';
import { waitUntil } from '../support/wait.js';

/** What a card makes of its lead picture before the picture is there, and once it is. */
async function lead(size: string, width: number, stated = true, view = 'summary') {
  const [own, tall] = size.split('x').map(Number);
  const card = await draw({
    article: article(
      { image: `${location.origin}/img/${size}.png` },
      { image: stated ? { width: own, height: tall } : {} },
    ),
    attributes: { view },
    width,
  });
  const image = part<HTMLImageElement>(card, 'image')!;
  const before = image.getBoundingClientRect();
  await waitUntil(() => image.complete && image.naturalWidth > 0);
  const after = image.getBoundingClientRect();
  const { objectFit, objectPosition } = getComputedStyle(image);
  const room = part(card, 'picture')!.getBoundingClientRect().width;
  return { before, after, room, objectFit, objectPosition, ratio: after.width / after.height };
}

describe('The lead picture', () => {
  for (const width of [320, 480, 720, 1100]) {
    it(`fills its column, in one shape, where it is as large as that: ${width} px`, async () => {
      const { after, room, ratio } = await lead('1200x800', width);
      expect(after.width).to.equal(room);
      expect(ratio).to.be.closeTo(width < 640 ? 3 / 2 : 16 / 9, 0.01);
    });

    it(`is never blown up beyond the size that the article states: ${width} px`, async () => {
      expect((await lead('200x130', width)).after.width).to.equal(200);
      expect((await lead('150x200', width)).after.width).to.equal(150);
    });

    it(`is not cut where it is a panorama or a column of drawings: ${width} px`, async () => {
      const panorama = await lead('1800x400', width);
      expect([panorama.after.width, panorama.ratio.toFixed(2)]).to.deep.equal([panorama.room, '4.50']);
      const column = await lead('1000x3000', width);
      expect(column.objectFit).to.equal('contain');
      expect(column.after.height).to.be.at.most(column.room);
    });

    for (const size of ['1200x800', '200x130', '800x1200', '1800x400', '1000x3000'])
      it(`moves nothing when it comes: ${size}, ${width} px`, async () => {
        const { before, after } = await lead(size, width);
        expect([after.width, after.height]).to.deep.equal([before.width, before.height]);
      });
  }

  it('of no stated size fills its column, and moves nothing when it comes', async () => {
    const { before, after, room } = await lead('200x300', 480, false);
    expect([after.width, after.height]).to.deep.equal([before.width, before.height]);
    expect(after.width).to.equal(room);
  });

  it('that is a portrait is a square, without bars, and keeps its upper third', async () => {
    const { ratio, objectFit, objectPosition } = await lead('800x1200', 480);
    expect([ratio, objectFit, objectPosition]).to.deep.equal([1, 'cover', '50% 20%']);
  });

  for (const size of ['200x130', '800x1200', '1800x400', '1000x3000'])
    for (const width of [320, 720])
      it(`of a teaser has one shape: ${size}, ${width} px`, async () => {
        const { after, room, ratio, objectFit } = await lead(size, width, true, 'teaser');
        expect(after.width).to.equal(room);
        expect(ratio).to.be.closeTo(3 / 2, 0.01);
        expect(objectFit).to.equal('cover');
      });
});

describe('A picture of the body', () => {
  const sizes = async (html: string) => {
    const json = article({ content_html: `<p>…</p>${html}` });
    const card = await drawWithBody({ article: json, attributes: { view: 'article' } });
    const images = [...part(card, 'body')!.querySelectorAll('img')];
    images[0]!.scrollIntoView();
    await waitUntil(() => images.every(({ complete, naturalWidth }) => complete && naturalWidth > 0));
    return images.map((image) => image.getBoundingClientRect());
  };
  const image = (size: string, attributes = '') =>
    `<img src="${location.origin}/img/${size}.jpg" alt="فلج" ${attributes}>`;

  it('has its own size where that is less than the column, and its own shape', async () => {
    const [small, panorama, column] = await sizes(
      ['120x90', '1800x400', '300x1200'].map((size) => `<figure>${image(size)}</figure>`).join(''),
    );
    expect([small!.width, small!.height]).to.deep.equal([120, 90]);
    expect(panorama!.width / panorama!.height).to.be.closeTo(4.5, 0.05);
    expect([column!.width, column!.height]).to.deep.equal([300, 1200]);
  });

  it('in a gallery has the shape of the others, and at most its own width where that is stated', async () => {
    const [large, portrait, small] = await sizes(
      `<figure>${[
        image('900x600', 'width="900" height="600"'),
        image('600x900'),
        image('60x60', 'width="60" height="60"'),
      ]
        .map((picture) => `<figure>${picture}</figure>`)
        .join('')}</figure>`,
    );
    for (const { width, height } of [large!, portrait!, small!]) expect(width / height).to.be.closeTo(1.5, 0.02);
    expect(portrait!.width).to.equal(large!.width);
    expect(small!.width).to.equal(60);
  });
});
