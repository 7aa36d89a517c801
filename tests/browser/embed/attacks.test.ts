import { expect } from 'chai';
import { intruders } from '../body/allow-list.js';
import { attackClasses } from '../body/attacks.js';
import { embed, until } from './pages.js';

/** Cards at once. */
const ROW = 40;

describe('The built cleaning room', function () {
  this.timeout(60_000);

  let ran = 0;

  before(async () => {
    (globalThis as { canary?: () => void }).canary = () => (ran += 1);
    const script = document.createElement('script');
    script.src = await embed();
    document.head.append(script);
    await customElements.whenDefined('khabar-card');
  });

  for (const { name, payloads } of attackClasses)
    it(`lets nothing in: ${name}`, async () => {
      for (let start = 0; start < payloads.length; start += ROW) {
        const cards = payloads.slice(start, start + ROW).map((payload) => {
          const card = document.createElement('khabar-card');
          card.view = 'article';
          card.loading = 'eager';
          card.article = { title: 'عنوان', content_html: `<p>before</p>${payload}<p>after</p>`, _khabar: {} };
          document.body.append(card);
          return card;
        });
        for (const card of cards) {
          const body = await until(() => card.shadowRoot?.querySelector('[part="body"] > div:not(.skeleton)'));
          // The card's own mark of pictures that did not load.
          for (const picture of body.querySelectorAll('[data-broken]')) picture.removeAttribute('data-broken');
          expect(intruders(body), name).to.deep.equal([]);
          card.remove();
        }
      }
      expect(ran).to.equal(0);
    });
});
