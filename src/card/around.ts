import { languageTag } from '../article/json.js';

/** The language of the page where a card stands; of the reader's browser, where the page states none. */
export function pageLanguage(card: Element): string {
  // Some engines give names that are no language tags, such as C or en-US@posix.
  return statedLanguage(card) ?? languageTag(navigator.language) ?? 'en';
}

/** The language that the page states around a card (HTML, "the lang attribute"), through all shadow roots. */
export function statedLanguage(card: Element): string | undefined {
  for (const element of around(card)) {
    const stated = languageTag(element.getAttribute('lang'));
    if (stated) return stated;
  }
  return undefined;
}

/** The elements around a card, from the inside out, through all shadow roots. */
export function* around(card: Element): Generator<Element> {
  for (let node: Node | null = card.parentNode; node; node = node.parentNode ?? hostOf(node))
    if (node.nodeType === Node.ELEMENT_NODE) yield node as Element;
}

/** Only a shadow root is asked for its host: a document answers with its element of that name. */
function hostOf(node: Node): Element | null {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? ((node as Partial<ShadowRoot>).host ?? null) : null;
}
