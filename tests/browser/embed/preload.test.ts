import { expect } from 'chai';
import { version } from '../../../src/version.js';
import { briefArticle } from '../support/articles.js';
import { engine, type Engine } from '../support/commands.js';
import { address, requestsSeen, secondOrigin, type SeenRequest } from '../support/servers.js';
import { attribute, openVisit, pageAddress } from '../support/visit.js';

type Place = 'another' | 'its own';

let turn = 0;

/** The requests for an article that a page with a card makes, from the given origin and with the given head. */
async function requestsOf(place: Place, cache: string, head: (src: string) => string): Promise<SeenRequest[]> {
  const origin = place === 'another' ? await secondOrigin() : location.origin;
  const key = `preload-${performance.now()}-${(turn += 1)}`;
  const src = await address('/json', { key, cache, body: JSON.stringify(briefArticle) }, origin);
  const embed = await address('/dist/embed.js');
  const visit = await openVisit();
  await visit.goto(
    await pageAddress({
      head: head(src),
      body: `<khabar-card ${attribute('src', src)}></khabar-card><script async src="${embed}"></script>`,
    }),
  );
  await visit.until(() => document.querySelector('khabar-card')?.matches(':state(ready)'));
  // Other visits of the same browser must not find it.
  await visit.evaluate(() => void (document.cookie = 'reader=; max-age=0'));
  return requestsSeen(key, origin);
}

const preload = (src: string) => `<link rel="preload" as="fetch" crossorigin ${attribute('href', src)}>`;

describe('A page that preloads its article', () => {
  const REQUESTS: [place: Place, cache: string, requests: Record<Engine, number>][] = [
    ['another', 'no-store', { chromium: 1, firefox: 1, webkit: 1 }],
    ['another', 'max-age=60', { chromium: 1, firefox: 1, webkit: 1 }],
    // Its own origin is asked without cookies, which is not how a preload asks: Chromium and WebKit take it for another
    // request, and Chromium alone finds the answer in its cache then. Firefox does not look at credentials.
    ['its own', 'no-store', { chromium: 2, firefox: 1, webkit: 2 }],
    ['its own', 'max-age=60', { chromium: 1, firefox: 1, webkit: 2 }],
  ];

  for (const [place, cache, requests] of REQUESTS) {
    it(`from ${place} origin, with ${cache}, sends ${requests[engine] === 1 ? 'one request' : 'two requests'}`, async () => {
      expect(await requestsOf(place, cache, preload)).to.have.length(requests[engine]);
    });
  }
});

describe('A page with cookies', () => {
  for (const place of ['another', 'its own'] as const) {
    it(`sends none of them when its card asks ${place} origin`, async () => {
      // Cookies know no ports: to the browser the other origin is the same host.
      const requests = await requestsOf(place, 'no-store', () => `<script>document.cookie = 'reader=7';</script>`);
      expect(requests.map(({ headers }) => headers['cookie'])).to.deep.equal([undefined]);
    });
  }
});

describe('The cleaner', () => {
  /** A page with a card whose article is on its way for seconds; and the requests for the cleaner, and for the article. */
  async function requestsWhileLoading(attributes: string): Promise<[cleaner: SeenRequest[], article: SeenRequest[]]> {
    const key = `cleaner-${performance.now()}-${(turn += 1)}`;
    const src = await address('/json', { key, delay: 2500, body: JSON.stringify(briefArticle) });
    const embed = await address(`/lost/${key}/embed.js`, { times: 0 });
    const visit = await openVisit();
    await visit.goto(
      await pageAddress({
        body: `<khabar-card ${attribute('src', src)} ${attributes}></khabar-card><script async src="${embed}"></script>`,
      }),
    );
    await visit.until(() => document.querySelector('khabar-card')?.matches(':state(loading)'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    return [await requestsSeen(`/lost/${key}/${version}/embed.body.js`), await requestsSeen(key)];
  }

  for (const attributes of ['view="article"', 'open'])
    it(`is asked for together with the article where the body is seen at once: ${attributes}`, async () => {
      const [cleaner, [article]] = await requestsWhileLoading(attributes);
      expect([cleaner.length, article!.finished]).to.deep.equal([1, false]);
    });

  it('is not asked for before its article by a card whose body is closed', async () => {
    const [cleaner] = await requestsWhileLoading('');
    expect(cleaner).to.deep.equal([]);
  });
});
