import { expect } from 'chai';
import { article } from '../support/articles.js';
import { documentOf, openPage, type Page } from '../support/servers.js';
import { script, until, withBody } from './pages.js';

const KEY = 'khabar-text-size';

/** A page with an open card of this article, which needs no network but that of the script. */
async function open(page: Page = {}): Promise<HTMLIFrameElement> {
  const json = JSON.stringify(article()).replaceAll('<', '\\u003c');
  const card = `<khabar-card view="article"><script type="application/json">${json}</script></khabar-card>`;
  return openPage({ lang: 'ar', dir: 'rtl', ...page, body: `${card}${await script()}${page.body ?? ''}` });
}

const scaleOf = (card: Element) =>
  card.shadowRoot!.querySelector<HTMLElement>('.root')!.style.getPropertyValue('--own-scale');

beforeEach(() => sessionStorage.removeItem(KEY));
after(() => sessionStorage.removeItem(KEY));

describe('The size of text that a reader has chosen', () => {
  it('is that of the next page from its first drawing on', async () => {
    const first = await withBody(documentOf(await open()));
    const larger = await until(() => first.shadowRoot!.querySelector<HTMLElement>('[part=larger]'));
    larger.click();
    larger.click();
    // Every size that the root ever has on the next page.
    const watch = `<script>
      window.scales = [];
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (options) {
        const root = attachShadow.call(this, options);
        new MutationObserver(() => scales.push(root.querySelector('.root')?.style.getPropertyValue('--own-scale')))
          .observe(root, { subtree: true, childList: true, attributes: true });
        return root;
      };
    </script>`;
    const frame = await open({ head: watch });
    const card = await withBody(documentOf(frame));
    const { scales } = frame.contentWindow as Window & { scales: string[] };
    expect([scaleOf(card), [...new Set(scales)].join()]).to.deep.equal(['1.3', '1.3']);
  });

  it('changes in a sandboxed frame without an origin, where there is nothing to keep it in', async () => {
    const told = new Promise<unknown>((resolve) => {
      addEventListener('message', ({ data }: MessageEvent<{ scales?: unknown }>) => data.scales && resolve(data));
    });
    const press = `<script>
      const errors = [];
      addEventListener('error', ({ message }) => errors.push(message));
      const wait = setInterval(() => {
        const root = document.querySelector('khabar-card').shadowRoot;
        const larger = root && root.querySelector('[part=larger]');
        if (!larger) return;
        clearInterval(wait);
        const scale = () => root.querySelector('.root').style.getPropertyValue('--own-scale');
        const before = scale();
        larger.click();
        setTimeout(() => parent.postMessage({ scales: [before, scale()], errors }, '*'), 200);
      }, 25);
    </script>`;
    await open({ body: press, sandbox: 'allow-scripts' });
    expect(await told).to.deep.equal({ scales: ['1', '1.15'], errors: [] });
    expect(sessionStorage.getItem(KEY)).to.equal(null);
  });
});
