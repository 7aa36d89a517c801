/** The states a card can be in, and what is read of it. */
import { article, briefArticle } from '../support/articles.js';
import { draw, drawWithBody, heard, mount, part, replace, textOf, type KhabarCard } from '../support/card.js';
import { accessibilityTree, engine, flatten, press, type AccessibleNode } from '../support/commands.js';
import { jsonAddress } from '../support/servers.js';

/** Only Chromium tells a test what it tells assistive technology, and emulates what a reader prefers. */
export const itInChromium = engine === 'chromium' ? it : () => undefined;

export const states: Record<string, () => Promise<KhabarCard>> = {
  closed: () => drawWithBody({ article: article() }),
  open: () => drawWithBody({ article: article(), attributes: { open: '' } }),
  'open and wide': () => drawWithBody({ article: article(), attributes: { view: 'article' }, width: 720 }),
  teaser: () => draw({ article: article(), attributes: { view: 'teaser' }, width: 320 }),
  sparse: () => draw({ article: { title: 'خبر' } }),
  english: () => drawWithBody({ article: briefArticle, attributes: { open: '' } }),
  'with words in another language': () => drawWithBody({ article: article(), attributes: { lang: 'en', open: '' } }),
  loading: () => mount({ attributes: { src: 'http://127.0.0.1:9/' }, lang: 'ar' }),
  offline: () => {
    replace(navigator, 'onLine', false);
    return mount({ attributes: { src: 'http://127.0.0.1:9/', loading: 'eager' }, lang: 'ar' });
  },
  'with a fallback alone': () => mount({ children: [fallback()], lang: 'ar' }),
  failed,
  'failed beside its fallback': () => failed([fallback()]),
  retrying: async () => {
    const card = await mount({
      attributes: { src: await jsonAddress('no article', { status: 500, delay: 60_000 }), timeout: '0.05' },
      lang: 'ar',
    });
    await heard(card, 'khabar-error');
    card.timeout = 60;
    part(card, 'retry')!.click();
    await card.updateComplete;
    return card;
  },
  'for subscribers, in part': () =>
    drawWithBody({ article: { posts: [{ id: '1', title: 'خبر', html: '<p>أوله</p>', access: false }] } }),
  protected: async () => {
    const post = { link: 'https://alqafila.example/1', content: { rendered: '', protected: true } };
    const card = await mount({ article: post, lang: 'ar' });
    await heard(card, 'khabar-error');
    return card;
  },
  copied: () => {
    replace(navigator, 'clipboard', { writeText: () => Promise.resolve() });
    return pressCopy();
  },
  'not copied': () => {
    replace(navigator, 'clipboard', undefined);
    return pressCopy();
  },
};

async function failed(children: readonly Node[] = []): Promise<KhabarCard> {
  const card = await mount({ attributes: { src: 'javascript:' }, lang: 'ar', children });
  await heard(card, 'khabar-error');
  return card;
}

export function fallback(): HTMLElement {
  const link = document.createElement('a');
  link.href = 'https://alqafila.example/2026/03/falaj/';
  link.textContent = 'افتتاح أول متحف للأفلاج';
  return link;
}

async function pressCopy(): Promise<KhabarCard> {
  const card = await draw({ article: article() });
  part(card, 'copy')!.click();
  await until(() => textOf(status(card)) !== '');
  return card;
}

export function status(card: KhabarCard): Element {
  return card.shadowRoot!.querySelector('[role=status]')!;
}

/** Waits for what takes a moment, and fails with the test's own time. */
export async function until(look: () => unknown): Promise<void> {
  while (!look()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** All that assistive technology is told of a card, in its order. */
export async function heardOf(card: KhabarCard): Promise<AccessibleNode[]> {
  return flatten(await accessibilityTree(card));
}

/** Where the focus is, in or out of a card. */
export function focused(): Element | null {
  const { activeElement } = document;
  return activeElement?.shadowRoot?.activeElement ?? activeElement;
}

/** What can be tabbed to in a card, in the order of its document. */
export function controls(card: KhabarCard): HTMLElement[] {
  return [...card.shadowRoot!.querySelectorAll<HTMLElement>('a[href], button, input, [tabindex="0"]')].filter(
    (element) => !element.closest('[hidden]'),
  );
}

/** A button before the card, which has the focus, and one behind it. */
export function between(card: KhabarCard): { before: HTMLElement; after: HTMLElement } {
  const [before, after] = [document.createElement('button'), document.createElement('button')];
  card.before(before);
  card.after(after);
  before.focus();
  return { before, after };
}

/** What gets the focus by a key, until the end is reached. */
export async function walk(key: string, end: Element): Promise<Element[]> {
  const steps: Element[] = [];
  for (await press(key); document.activeElement !== end && steps.length < 60; await press(key)) steps.push(focused()!);
  return steps;
}

export function all<Kind extends Element = HTMLElement>(card: KhabarCard, selector: string): Kind[] {
  return [...card.shadowRoot!.querySelectorAll<Kind>(selector)];
}
