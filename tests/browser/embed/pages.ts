/** Pages that embed a card, with the built script on another origin than theirs. */
import type { KhabarCard } from '../../../src/index.js';
import { article } from '../support/articles.js';
import { address, jsonAddress } from '../support/servers.js';

export const embed = () => address('/dist/embed.js');

export async function until<Value>(look: () => Value | null | undefined | false): Promise<Value> {
  for (let tries = 0; tries < 200; tries++) {
    const value = look();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`never true: ${String(look)}`);
}

/** Long enough for what is not to happen to happen. */
export const moment = () => new Promise((resolve) => setTimeout(resolve, 150));

export const drawn = (page: ParentNode, selector = 'khabar-card') =>
  until(() => {
    const card = page.querySelector<KhabarCard>(selector);
    return card?.matches(':state(ready)') ? card : undefined;
  });

export const withBody = async (page: ParentNode) => {
  const card = await drawn(page);
  await until(
    () => card.shadowRoot!.querySelector('[part="body"] p') && !card.shadowRoot!.querySelector('.tools:empty'),
  );
  return card;
};

export const headlineOf = (card: Element) => card.shadowRoot!.querySelector('[part="headline"]')!.textContent.trim();

/** ` name="value"` for each, to be written into a tag. */
export function attributes(all: Record<string, string>): string {
  return Object.entries(all)
    .map(([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join('');
}

/** The script with `data-src`. */
export async function snippet(more: Record<string, string> = {}): Promise<string> {
  const all = { src: await embed(), 'data-src': await jsonAddress(article()), ...more };
  return `<script async${attributes(all)}></script>`;
}

/** The script alone, as the site's owner adds it once. */
export const script = async () => `<script async src="${await embed()}"></script>`;

/** The same, with a frame beside it that draws articles of its own host. */
export const scriptWithFrame = async () => (await script()).replace('/dist/', '/framed//');

/** dist/integrity.json */
export const integrity = async () =>
  (await (await fetch(await address('/dist/integrity.json'))).json()) as Record<string, string>;

/** The default snippet without its script. */
export async function quotation(
  more: Record<string, string> = {},
  content = '<p>عنوان قديم</p><a href="https://news.example/42">اقرأ الخبر</a>',
): Promise<string> {
  const all = { class: 'khabar-card', 'data-src': await jsonAddress(article()), ...more };
  return `<blockquote${attributes(all)}>${content}</blockquote>`;
}
