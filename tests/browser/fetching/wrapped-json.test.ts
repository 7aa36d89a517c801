import { expect } from 'chai';
import { ArticleError } from '../../../src/article/article-error.js';
import { webAddress, type WebAddress } from '../../../src/article/web-address.js';
import { fetchArticle } from '../../../src/card/fetch-article.js';
import { fetchDetails } from '../../../src/dialects/details.js';
import type { FetchedArticle } from '../../../src/dialects/page.js';
import { address } from '../support/servers.js';

const options = { signal: new AbortController().signal, timeout: 8 };

async function serve(body: string): Promise<WebAddress> {
  return webAddress(
    await address('/json', { body, key: `wrapped-${performance.now()}-${Math.random()}` }),
  ) as WebAddress;
}

async function read(body: string): Promise<FetchedArticle> {
  return fetchArticle(await serve(body), undefined, options);
}

const POST = { id: 7, link: 'https://news.example/7', title: { rendered: 'خبر' }, content: { rendered: '<p>نص</p>' } };

for (const [dialect, json] of Object.entries({
  'Khabar’s own': { title: 'خبر', summary: 'ملخّص', content_html: '<p>نص</p>', _khabar: { section: 'محليات' } },
  'JSON Feed': { items: [{ title: 'خبر' }] },
  WordPress: POST,
  Ghost: { posts: [{ id: '7', title: 'خبر', html: '<p>نص</p>' }] },
  'JSON-LD': { '@type': 'NewsArticle', headline: 'خبر' },
}))
  describe(`An answer of ${dialect}`, () => {
    for (const [wrapper, text] of Object.entries({
      'a notice before it': `<br />\n<b>Notice</b>: x on line <b>1</b><br />\n${JSON.stringify(json)}`,
      'a comment behind it': `${JSON.stringify(json)}<!-- cached -->`,
      'two byte order marks': `\uFEFF\uFEFF${JSON.stringify(json)}`,
    }))
      it(`is read with ${wrapper}`, async () => {
        expect((await read(text)).article.headline).to.equal('خبر');
      });

    it('is no JSON where it is cut short', async () => {
      const failure = await read(`<!-- cached -->${JSON.stringify(json).slice(0, -2)}`).catch(
        (error: unknown) => error,
      );
      expect(failure).to.be.instanceOf(ArticleError);
      expect((failure as ArticleError).code).to.equal('not-json');
    });
  });

describe('Details', () => {
  it('are read from an answer with a comment behind it', async () => {
    const url = await serve('{"name":"صحيفة"}<!-- cached -->');
    const details = await fetchDetails(
      { address: url, kind: 'publisher', read: (json) => ({ publisher: json as { name: string } }) },
      options,
    );
    expect(details.publisher?.name).to.equal('صحيفة');
  });
});
