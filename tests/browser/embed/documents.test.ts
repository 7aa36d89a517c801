// The snippets of the documents, as somebody pastes them.
import { expect } from 'chai';
import { article } from '../support/articles.js';
import { address, documentOf, jsonAddress, openPage } from '../support/servers.js';
import { drawn, headlineOf, script } from './pages.js';

const CDN = 'https://cdn.example/khabar@1/dist/';
const DOCUMENTS = ['README.md', 'README.ar.md', 'docs/getting-started.md', 'docs/embedding.md'];

async function snippetsOf(path: string): Promise<string[]> {
  const text = await (await fetch(`/${path}`)).text();
  const blocks = [...text.matchAll(/^ *```html\n([^]*?)\n *```$/gm)].map(([, code = '']) => code);
  // Frames are shown by frame.test.ts, and what is left out (“…”) is for the reader to fill in.
  return blocks.filter(
    (code) => /khabar-card|embed\.js/.test(code) && !code.includes('<iframe') && !code.includes('…'),
  );
}

/** The snippet with the built files for the CDN, and with a story of ours for that of news.example. */
async function asPublished(snippet: string): Promise<string> {
  const story = (await jsonAddress(article())).replaceAll('&', '&amp;');
  const pasted = snippet
    .replaceAll(CDN, await address('/dist/'))
    .replace(/((?:data-)?src=")https:\/\/news\.example\/[^"]*"/, (_, name: string) => `${name}${story}"`);
  // The application has the element from the package, and this page from embed.js.
  return pasted.includes('embed.js') ? pasted : pasted + (await script());
}

describe('A snippet becomes a card as it is written', () => {
  for (const path of DOCUMENTS)
    it(`in ${path}`, async () => {
      const snippets = await snippetsOf(path);
      expect(snippets).not.to.have.lengthOf(0);
      for (const snippet of snippets) {
        const frame = await openPage({ body: await asPublished(snippet) });
        const card = await drawn(documentOf(frame));
        expect(headlineOf(card), snippet).to.include('افتتاح أول متحف للأفلاج');
        frame.remove();
      }
    });
});

describe('The code for an application', () => {
  it('makes a card, and hears of it', async () => {
    await import('../../../src/index.js');
    const text = await (await fetch('/docs/getting-started.md')).text();
    const [, code = ''] = /```js\nimport 'khabar';\n\n([^]*?)\n```/.exec(text) ?? [];
    const story = await jsonAddress(article());
    const said: unknown[] = [];
    const run = new Function('console', code.replace('https://news.example/article.json', story));
    run({ log: (words: unknown) => said.push(words) });
    const card = await drawn(document);
    expect(said).to.deep.equal(['افتتاح أول متحف للأفلاج في ولاية إزكي']);
    card.remove();
  });
});
