import { around } from './around.js';

interface DarkCard extends Element {
  requestUpdate(): void;
}

/** Cards whose page says by a selector when it is dark, and whether it was when they were last drawn. */
const cards = new Map<DarkCard, { readonly selector: string; isDark: boolean }>();
let observer: MutationObserver | undefined;
let isReported = false;

/** Tells whether something around a card matches, and draws the card again when that changes, until {@link forgetDark}. */
export function isDark(card: DarkCard, selector: string): boolean {
  if (!selector || !card.isConnected) {
    forgetDark(card);
    return false;
  }
  const isDark = matchesAround(card, selector);
  const before = cards.get(card);
  cards.set(card, { selector, isDark });
  if (before?.selector !== selector) observeAll();
  return isDark;
}

export function forgetDark(card: DarkCard): void {
  if (cards.delete(card)) observeAll();
}

function matchesAround(card: Element, selector: string): boolean {
  try {
    return [...around(card)].some((element) => element.matches(selector));
  } catch (error) {
    if (!isReported) console.warn(`khabar: dark="${selector}" is no selector, and is ignored.`, error);
    isReported = true;
    return false;
  }
}

/** One observer for all cards, and only of what is around them. It forgets nothing by itself. */
function observeAll(): void {
  observer?.disconnect();
  observer ??= new MutationObserver(() => {
    for (const [card, { selector, isDark }] of cards)
      if (matchesAround(card, selector) !== isDark) card.requestUpdate();
  });
  for (const element of new Set([...cards.keys()].flatMap((card) => [...around(card)])))
    observer.observe(element, { attributes: true });
}
