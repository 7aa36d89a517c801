import { languageTag } from '../article/json.js';

/** The language of the page where a card stands (HTML, "the lang attribute"); of the reader, where the page states none. */
export function pageLanguage(card: Element): string {
  for (let node: Node | null = card.parentNode; node; node = node.parentNode ?? hostOf(node)) {
    const stated = node.nodeType === Node.ELEMENT_NODE && languageTag((node as Element).getAttribute('lang'));
    if (stated) return stated;
  }
  // Some engines give names that are no language tags, such as C or en-US@posix.
  return languageTag(navigator.language) ?? 'en';
}

/** Asked of shadow roots alone: a document answers with its element of that name. */
function hostOf(node: Node): Element | null {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? ((node as Partial<ShadowRoot>).host ?? null) : null;
}
