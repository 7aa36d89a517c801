import { displayAddress } from '../article/display-address.js';
import type { WebAddress } from '../article/web-address.js';
import { BLOCKS_OF_WORDS, HOLDS_BLOCKS } from './direction.js';

const cards = new Set<Element>();

/** Elements that an address stands below: beside its link it would part a sentence. */
const PLACES = `${BLOCKS_OF_WORDS}, .embed, figure, pre, .body div:not(:has(${HOLDS_BLOCKS}))`;

/** Percent codes of what is not ASCII. */
const CODES = /(?:%[89a-f][\da-f])+/gi;
/** Signs that part an address. */
const SIGNS = /[/?#&=]/g;
/** Characters that nobody sees, or that turn the letters beside them: they stay encoded. */
const NOT_FOR_EYES = /[^\p{L}\p{M}\p{N}]|\p{Default_Ignorable_Code_Point}/gu;

/** Has the addresses of a card's links printed below what they stand in, for as long as the card is in the page. */
export function printAddresses(card: Element): void {
  if (cards.size === 0) addEventListener('beforeprint', listAddresses);
  cards.add(card);
}

export function stopPrintingAddresses(card: Element): void {
  cards.delete(card);
  if (cards.size === 0) removeEventListener('beforeprint', listAddresses);
}

/** For body.css. Without it, `attr(href)` prints percent codes in the middle of a sentence (card.css). */
function listAddresses(): void {
  for (const { shadowRoot } of cards) {
    for (const block of shadowRoot!.querySelectorAll('[data-addresses]')) block.removeAttribute('data-addresses');
    for (const link of shadowRoot!.querySelectorAll<HTMLAnchorElement>('a[target]')) {
      const { dataset } = placeOf(link);
      if (saysItself(link)) {
        dataset['addresses'] ??= '';
        continue;
      }
      // An address must not be turned by the letters around it, nor its parts by their own: Arabic ones that touch, or numbers
      // behind one, would change places.
      const address = `\u2066${link.href.replace(CODES, readable).replace(SIGNS, '$&\u200E')}\u2069`;
      dataset['addresses'] = dataset['addresses'] ? `${dataset['addresses']}\n${address}` : address;
    }
  }
}

function placeOf(link: HTMLElement): HTMLElement {
  const place = link.closest<HTMLElement>(PLACES);
  const isAlone = place?.localName === 'div' && place.textContent.trim() === link.textContent.trim();
  return isAlone ? link : (place ?? link);
}

/** The words of the link are its address. */
function saysItself({ href, textContent }: HTMLAnchorElement): boolean {
  return [href, displayAddress(href as WebAddress)].includes(textContent.trim());
}

function readable(codes: string): string {
  try {
    return decodeURIComponent(codes).replace(NOT_FOR_EYES, encodeURIComponent);
  } catch {
    // No UTF-8.
    return codes;
  }
}
