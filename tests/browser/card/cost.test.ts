/** What a card costs its page, in counts; times are measured by `npm run bench`. */
import { aTimeout } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import type { KhabarCard } from '../../../src/index.js';
import { article } from '../support/articles.js';
import { draw, drawWithBody, heard, mount, part, replace } from '../support/card.js';
import { emulateMedia, engine, layouts } from '../support/commands.js';
import { address, jsonAddress } from '../support/servers.js';
import { waitUntil } from '../support/wait.js';

const itInChromium = engine === 'chromium' ? it : () => undefined;

const paragraph = '<p>افتُتح صباح اليوم في ولاية إزكي أول متحف للأفلاج في البلاد، بعد ثلاث سنوات من العمل المتواصل.</p>';
const typical = (): Record<string, unknown> =>
  article({ content_html: paragraph.repeat(10) }, { related: related(4), follow: accounts });

const accounts = ['x.com/alqafila', 'instagram.com/alqafila', 'facebook.com/alqafila', 'youtube.com/@alqafila'].map(
  (path) => ({ url: `https://${path}` }),
);

function related(count: number): unknown[] {
  return Array.from({ length: count }, (_, index) => ({
    url: `https://alqafila.example/${index}`,
    title: `ترميم حصن بيت الرديدة ${index}`,
    date_published: '2026-03-07T20:00:00+04:00',
  }));
}

function nodesOf(card: KhabarCard): number {
  const walker = document.createTreeWalker(card.shadowRoot!);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
}

/** So many cards below what the reader sees, of one place, and the place itself. */
async function many(count: number, attributes: Record<string, string>): Promise<KhabarCard[]> {
  const first = await mount({ style: 'padding-block-start: 9000px', attributes });
  const rest = Array.from({ length: count - 1 }, () => first.cloneNode() as KhabarCard);
  first.after(...rest);
  return [first, ...rest];
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('A lazy card that nobody is near', () => {
  it('has few nodes, and the height of one that loads', async () => {
    const src = await address('/never');
    for (const view of ['summary', 'article', 'teaser']) {
      const [far] = await many(1, { src, view });
      const near = await mount({ attributes: { src, view, timeout: '60', loading: 'eager' } });
      await waitUntil(() => part(near, 'card')!.querySelector('.skeleton span'));
      expect(nodesOf(far!), view).to.be.below(15);
      const [waits, loads] = [far!, near].map((card) => Math.round(part(card, 'card')!.getBoundingClientRect().height));
      expect(waits, view).to.equal(loads);
    }
  });

  it('moves nothing', async () => {
    const [card] = await many(1, { src: await address('/never') });
    await frame();
    expect(card!.shadowRoot!.getAnimations()).to.deep.equal([]);
  });

  it('is observed by one observer, with all others of the page', async () => {
    const observers: string[] = [];
    for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver'] as const)
      replace(
        window,
        name,
        new Proxy(window[name], {
          construct(target, parameters: never[]) {
            observers.push(name);
            return new (target as new (...parameters: never[]) => object)(...parameters);
          },
        }),
      );
    await many(20, { src: await address('/never') });
    await frame();
    expect(observers.filter((name) => name !== 'MutationObserver').length).to.be.at.most(1);
  });
});

describe('A card that the reader has left', () => {
  it('is not laid out until somebody is near again, and keeps its height', async () => {
    const card = await draw({ attributes: { src: await jsonAddress(article()) } });
    const root = card.shadowRoot!.querySelector('.root')!;
    const height = () => Math.round(root.getBoundingClientRect().height);
    const before = height();
    card.parentElement!.style.marginBlockStart = '20000px';
    await waitUntil(() => root.hasAttribute('data-far'));
    expect(getComputedStyle(part(card, 'card')!).contentVisibility).to.equal('auto');
    await frame();
    expect(height()).to.equal(before);
    card.parentElement!.style.marginBlockStart = '';
    await waitUntil(() => !root.hasAttribute('data-far'));
    expect([getComputedStyle(part(card, 'card')!).contentVisibility, height()]).to.deep.equal(['visible', before]);
  });

  it('is laid out all the same where the page holds its article, and may measure it', async () => {
    const card = await draw({ article: article(), style: 'margin-block-start: 20000px' });
    await frame();
    await frame();
    expect(getComputedStyle(part(card, 'card')!).contentVisibility).to.equal('visible');
  });

  itInChromium('is printed', async () => {
    const src = await jsonAddress(article());
    const [card] = await many(1, { src, loading: 'eager' });
    await waitUntil(() => card!.matches(':state(ready)') && card!.shadowRoot!.querySelector('[data-far]'));
    await emulateMedia({}, 'print');
    expect(getComputedStyle(part(card!, 'card')!).contentVisibility).to.equal('visible');
  });
});

describe('The skeleton', () => {
  it('moves as one, and only while it is in view', async () => {
    const src = await address('/never');
    const card = await mount({ attributes: { src, timeout: '60', loading: 'eager' } });
    const skeleton = card.shadowRoot!.querySelector('.skeleton')!;
    const moving = () => card.shadowRoot!.getAnimations().map(({ effect }) => (effect as KeyframeEffect).target);
    await waitUntil(() => moving().length > 0);
    expect(moving()).to.deep.equal([skeleton]);
    card.parentElement!.style.marginBlockStart = '9000px';
    await waitUntil(() => moving().length === 0, 'it moves where nobody sees it');
    card.parentElement!.style.marginBlockStart = '';
    await waitUntil(() => moving().length > 0, 'it does not move where it is seen again');
  });

  itInChromium('never moves for readers who prefer reduced motion', async () => {
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    const card = await mount({ attributes: { src: await address('/never'), timeout: '60', loading: 'eager' } });
    await frame();
    await frame();
    expect(card.shadowRoot!.getAnimations()).to.deep.equal([]);
  });
});

describe('Drawing', () => {
  itInChromium('lays out the page no more often than it is shown', async () => {
    await draw({ article: typical() });
    let frames = 0;
    let isOver = false;
    const count = () => {
      frames += 1;
      if (!isOver) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const before = await layouts();
    const cards = await Promise.all(
      Array.from({ length: 20 }, () => mount({ article: typical(), attributes: { view: 'article' } })),
    );
    await Promise.all(cards.map((card) => heard(card, 'khabar-body')));
    isOver = true;
    // Two for the commands themselves. Before observers told, there were three for each card.
    expect((await layouts()) - before).to.be.at.most(frames + 2);
  });

  it('makes no formatter for a card that another card has made', async () => {
    const settings = { view: 'article', calendar: 'dual', months: 'dual' };
    await draw({ article: typical(), attributes: settings });
    const made: string[] = [];
    for (const name of ['DateTimeFormat', 'NumberFormat', 'ListFormat', 'PluralRules', 'Segmenter', 'Locale'] as const)
      replace(
        Intl,
        name,
        new Proxy(Intl[name], {
          construct(target, parameters: never[]) {
            made.push(name);
            return new (target as new (...parameters: never[]) => object)(...parameters);
          },
        }),
      );
    await draw({ article: typical(), attributes: settings });
    expect(made).to.deep.equal([]);
  });

  it('takes at most 300 nodes for an article of ten paragraphs, and 120 for a teaser', async () => {
    const whole = await drawWithBody({ article: typical(), attributes: { view: 'article' } });
    expect(nodesOf(whole)).to.be.within(150, 300);
    const teaser = await draw({ article: typical(), attributes: { view: 'teaser' } });
    expect(nodesOf(teaser)).to.be.within(40, 120);
  });

  // WebKit gives the messages of another channel no place between two of ours that a test could count.
  (engine === 'webkit' ? () => undefined : it)('leaves the page a task between two cards', async () => {
    const drawn: KhabarCard[] = [];
    const tasks: number[] = [];
    const channel = new MessageChannel();
    let isOver = false;
    channel.port1.onmessage = () => {
      tasks.push(drawn.length);
      if (!isOver) channel.port2.postMessage(undefined);
    };
    channel.port2.postMessage(undefined);
    const cards = await Promise.all(Array.from({ length: 5 }, () => mount()));
    await Promise.all(
      cards.map(async (card) => {
        card.article = typical();
        await heard(card, 'khabar-load');
        drawn.push(card);
      }),
    );
    isOver = true;
    channel.port1.close();
    const steps = tasks.map((count, index) => count - (tasks[index - 1] ?? 0));
    expect(Math.max(...steps), 'cards in one task').to.equal(1);
  });
});

describe('A change draws only its own sections again:', () => {
  /** The parts of the card that change while something is done, by the names of the boxes that they stand in. */
  async function touched(card: KhabarCard, act: () => unknown): Promise<string[]> {
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(card.shadowRoot!, { subtree: true, childList: true, attributes: true, characterData: true });
    await act();
    await card.updateComplete;
    await aTimeout(50);
    records.push(...observer.takeRecords());
    observer.disconnect();
    const names = records.map(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement!;
      return element.closest('[part], .row, .short-link, .said, .root')!.getAttribute('part') ?? element.className;
    });
    return [...new Set(names)];
  }

  it('a theme', async () => {
    const card = await drawWithBody({ article: typical(), attributes: { view: 'article' } });
    expect(await touched(card, () => (card.theme = 'dark'))).to.deep.equal(['root']);
  });

  it('an opened body', async () => {
    const card = await drawWithBody({ article: typical() });
    expect(await touched(card, () => (card.open = true))).to.have.members(['card', 'more', 'body']);
  });

  it('a copied link', async () => {
    replace(navigator, 'clipboard', { writeText: () => Promise.resolve() });
    const card = await drawWithBody({ article: typical() });
    const names = await touched(card, () => part(card, 'copy')!.click());
    expect(names.filter((name) => !['copy', 'said', 'copied', ''].includes(name))).to.deep.equal([]);
    expect(names).to.include('copy');
  });

  it('the same article once more', async () => {
    const card = await drawWithBody({ article: typical() });
    expect(await touched(card, () => (card.article = { ...typical() }))).not.to.include.members([
      'headline',
      'share',
      'follow',
      'related',
    ]);
  });

  it('another level of its headings, for which the body is not cleaned again', async () => {
    const card = await drawWithBody({ article: article(), attributes: { view: 'article' } });
    const [first] = part(card, 'body')!.querySelectorAll('p');
    card.headingLevel = 4;
    await heard(card, 'khabar-body');
    expect(part(card, 'body')!.querySelector('p')).to.equal(first);
    expect(part(card, 'body')!.querySelector('h5')!.textContent).to.equal('قاعة الماء');
  });
});

describe('The lead picture', () => {
  it('of an eager card goes before the page’s other pictures', async () => {
    const src = await jsonAddress(article());
    const lazy = await draw({ attributes: { src } });
    const eager = await draw({ attributes: { src, loading: 'eager' } });
    const [first, other] = [eager, lazy].map((card) => part(card, 'image')!.getAttribute('fetchpriority'));
    expect([first, other]).to.deep.equal(['high', null]);
  });
});
