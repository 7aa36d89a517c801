import { expect } from 'chai';
import { drawn, headlineOf, until } from '../embed/pages.js';

/** An example in a frame, as it is built, and what nobody caught in it. */
async function open(path: string) {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 800px; height: 1200px; border: 0';
  frame.src = `/examples/${path}`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const errors: unknown[] = [];
  const view = frame.contentWindow as Window & typeof globalThis;
  view.addEventListener('error', ({ message }) => errors.push(message));
  view.addEventListener('unhandledrejection', ({ reason }) => errors.push(reason));
  const page = view.document;
  const teasers = () =>
    until(() => {
      const cards = [...page.querySelectorAll('khabar-card')];
      return cards.length === 2 && cards.every((card) => card.shadowRoot?.querySelector('[part="headline"]')) && cards;
    });
  return { frame, page, errors, teasers };
}

afterEach(() => {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
});

const BRIDGE = 'جسر المشاة يصل ضفتي الوادي بعد عام من الانتظار';
const LIBRARY = 'مكتبة تجوب القرى على ظهر شاحنة';

describe('The example in plain HTML', () => {
  it('draws an element and a quotation', async () => {
    const { teasers, errors } = await open('html/index.html');
    expect((await teasers()).map(headlineOf)).to.have.members([BRIDGE, LIBRARY]);
    expect(errors).to.deep.equal([]);
  });
});

for (const framework of ['react', 'vue'])
  describe(`The example in ${framework}`, () => {
    it('leads from the list to a story and back, and hears the events of the cards', async () => {
      const { page, teasers, errors } = await open(`${framework}/dist/index.html`);
      expect((await teasers()).map(headlineOf)).to.deep.equal([BRIDGE, LIBRARY]);
      for (const card of await teasers()) expect(card.view).to.equal('teaser');
      page.querySelectorAll('button')[1]!.click();
      await until(() => page.querySelectorAll('khabar-card').length === 1);
      const story = await drawn(page);
      await until(() => page.title === LIBRARY);
      expect(story.shadowRoot!.querySelector('[part="headline"]')!.localName).to.equal('h1');
      page.querySelector('button')!.click();
      expect((await teasers()).map(headlineOf)).to.deep.equal([BRIDGE, LIBRARY]);
      expect(errors).to.deep.equal([]);
    });
  });
