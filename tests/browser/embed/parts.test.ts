import { expect } from 'chai';
import type { KhabarCard } from '../../../src/index.js';
import { article } from '../support/articles.js';
import { heard, part, textOf } from '../support/card.js';
import { address, documentOf, jsonAddress, openPage } from '../support/servers.js';
import { embed, until } from './pages.js';

/** A page with cards, and embed.js after them. */
async function pageWithCards(views: readonly string[], script?: string): Promise<KhabarCard[]> {
  const src = await jsonAddress(article());
  const cards = views.map((view) => `<khabar-card src="${src}" view="${view}" loading="eager"></khabar-card>`).join('');
  const body = `${cards}<script src="${script ?? (await embed())}"></script>`;
  return [...documentOf(await openPage({ body })).querySelectorAll<KhabarCard>('khabar-card')];
}

const isDrawn = (card: KhabarCard) => card.matches(':state(ready)');

describe('Parts of embed.js', () => {
  it('that another card has loaded are in each card of the page', async () => {
    const cards = await pageWithCards(['article', 'summary', 'summary', 'summary', 'summary']);
    const start = performance.now();
    for (const card of cards) await until(() => part(card, 'body') && isDrawn(card));
    expect(performance.now() - start, 'milliseconds').to.be.lessThan(2500);
  });

  it('come into a teaser that becomes another view, while others load them', async () => {
    const cards = await pageWithCards(['teaser', 'teaser', 'teaser']);
    for (const card of cards) await until(() => isDrawn(card));
    cards.forEach((card, index) => (card.view = index === 0 ? 'article' : 'summary'));
    for (const card of cards) await until(() => part(card, 'body')?.querySelector('p'));
  });

  it('leave no room and no columns behind where they are lost, and one line in the console', async () => {
    const script = await address(`/lost/parts-${performance.now()}/embed.js`, { times: 99 });
    const frame = await openPage({
      width: 900,
      head: '<script>warnings = []; console.warn = (...all) => warnings.push(all.join(" "))</script>',
    });
    const page = documentOf(frame);
    const card = page.createElement('khabar-card') as KhabarCard;
    card.setAttribute('src', await jsonAddress(article()));
    card.setAttribute('view', 'article');
    page.body.append(card);
    const element = page.createElement('script');
    element.src = script;
    page.body.append(element);
    await heard(card, 'khabar-load');
    await until(() => textOf(part(card, 'body'))?.includes('تعذّر عرض نص الخبر'));
    await until(() => !card.shadowRoot!.querySelector('.partial'));
    const { warnings } = frame.contentWindow as Window & typeof globalThis & { warnings: string[] };
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/^khabar: a part of a card could not be loaded/);
  });
});
