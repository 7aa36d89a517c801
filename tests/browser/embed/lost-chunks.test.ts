import { expect } from 'chai';
import type { KhabarCard } from '../../../src/index.js';
import { article } from '../support/articles.js';
import { heard, part, textOf } from '../support/card.js';
import { RETRY_WAITS, skipWaits } from '../support/clock.js';
import { address, documentOf, jsonAddress, openPage } from '../support/servers.js';
import { waitUntil } from '../support/wait.js';

let turn = 0;

/** A page with one card, and a script whose chunks are lost so often on their way. */
async function pageWithCard(times: number, src: string, lang = 'ar'): Promise<KhabarCard> {
  const script = await address(`/lost/${(turn += 1)}-${performance.now()}/embed.js`, { times });
  const frame = await openPage({
    body: `<khabar-card lang="${lang}"></khabar-card>`,
    head: `<script>onerror = onunhandledrejection = ({ reason }) => { window.uncaught = String(reason) }</script>`,
  });
  const page = documentOf(frame);
  skipWaits(RETRY_WAITS, frame.contentWindow as Window & typeof globalThis);
  const card = page.querySelector('khabar-card')!;
  card.setAttribute('src', src);
  const element = page.createElement('script');
  element.src = script;
  page.body.append(element);
  return card;
}

const newsArticle = { '@type': 'NewsArticle', headline: 'خبر', url: 'https://news.example/a/', articleBody: 'نص' };

describe('Parts of Khabar that are lost on their way', () => {
  it('are asked for again: the cleaner', async () => {
    const card = await pageWithCard(1, await jsonAddress(article()));
    await heard(card, 'khabar-body');
    expect(textOf(part(card, 'body'))).to.include('قاعة الماء');
  });

  it('are asked for again: what prepares the markup of a body', async () => {
    const html = '<p>نص</p><iframe src="https://charts.example/1"></iframe>';
    const card = await pageWithCard(2, await jsonAddress(article({ content_html: html })));
    await heard(card, 'khabar-body');
    expect(part(card, 'body')!.querySelector('a')?.href).to.equal('https://charts.example/1');
  });

  it('are asked for again when the reader opens the body: what prepares its markup', async () => {
    const html = '<p>نص</p><iframe src="https://charts.example/1"></iframe>';
    const card = await pageWithCard(3, await jsonAddress(article({ content_html: html })));
    await heard(card, 'khabar-load');
    const says = (words: string) =>
      waitUntil(() => part(card, 'body')?.textContent.includes(words), words, { timeout: 9000 });
    await says('تعذّر عرض نص الخبر');
    // First the cleaner, then what prepares the markup for it.
    part(card, 'more')!.click();
    await waitUntil(() => part(card, 'body')?.getAttribute('aria-busy') === 'false', 'it is lost', { timeout: 9000 });
    part(card, 'more')!.click();
    part(card, 'more')!.click();
    await says('charts.example');
  });

  it('are asked for again: the readers of other dialects', async () => {
    const card = await pageWithCard(2, await jsonAddress(newsArticle));
    await heard(card, 'khabar-load');
    expect(textOf(part(card, 'headline'))).to.equal('خبر');
  });

  it('are asked for again: the words of a language', async () => {
    const card = await pageWithCard(1, await jsonAddress(article()), 'fa');
    await heard(card, 'khabar-load');
    expect(textOf(part(card, 'more'))).to.equal('بیشتر بخوانید');
  });

  it('leave a card with Arabic words that are marked as such, rather than without its story', async () => {
    const card = await pageWithCard(99, await jsonAddress(article({ language: 'fa' })), 'fa');
    await heard(card, 'khabar-load');
    expect(textOf(part(card, 'more'))).to.equal('أعد المحاولة');
    const { lang, dir } = part(card, 'more')!.querySelector('bdi')!;
    expect([lang, dir]).to.deep.equal(['ar', 'rtl']);
  });

  it('leave the card without its body, and say so', async () => {
    const card = await pageWithCard(99, await jsonAddress(article()));
    await heard(card, 'khabar-load');
    await waitUntil(() => part(card, 'body')?.textContent.includes('تعذّر عرض نص الخبر'), 'it says so', {
      timeout: 9000,
    });
    expect(textOf(part(card, 'headline'))).to.equal('افتتاح أول متحف للأفلاج في ولاية إزكي');
  });

  it('are asked for again when the reader asks for the body', async () => {
    const card = await pageWithCard(3, await jsonAddress(article()));
    await heard(card, 'khabar-load');
    await waitUntil(() => part(card, 'body')?.textContent.includes('تعذّر عرض نص الخبر'), 'it says so', {
      timeout: 9000,
    });
    part(card, 'more')!.click();
    await heard(card, 'khabar-body');
    expect(textOf(part(card, 'body'))).to.include('قاعة الماء');
  });

  it('are asked for again when the network is back: the foot', async () => {
    const card = await pageWithCard(3, await jsonAddress(article()));
    await heard(card, 'khabar-load');
    expect(part(card, 'share')).to.equal(null);
    expect(textOf(part(card, 'headline'))).to.equal('افتتاح أول متحف للأفلاج في ولاية إزكي');
    card.ownerDocument.defaultView!.dispatchEvent(new Event('online'));
    await waitUntil(() => part(card, 'share'), 'the foot comes', { timeout: 9000 });
  });

  it('make a failure that a retry can mend where nothing can be read without them', async () => {
    const card = await pageWithCard(3, await jsonAddress(newsArticle));
    const { error } = await heard(card, 'khabar-error');
    expect(error.code).to.equal('network');
    const loaded = heard(card, 'khabar-load');
    part(card, 'retry')!.click();
    await loaded;
    expect(textOf(part(card, 'headline'))).to.equal('خبر');
  });
});
