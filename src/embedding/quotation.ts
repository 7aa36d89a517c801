/**
 * Set on each snippet that has a card. A morph (idiomorph, Turbo, LiveView) removes both the attribute and the card. Its
 * absence tells a morph from a page that removes the card alone.
 */
export const MOUNTED = 'data-khabar';

/** The rule that hides a quotation, in a shadow tree of its own. */
export const hidden = new CSSStyleSheet();
hidden.replaceSync(':host{display:none!important}');

/**
 * Hides a quotation. The element and its attributes stay as the page, React or Vue know them. A rule in its own shadow tree
 * hides it: that wins over all styles of the page, `!important` and `style` included (CSS Cascading, "Cascade Sorting
 * Order": context).
 */
export function hide(quotation: HTMLElement): void {
  let root = quotation.shadowRoot;
  try {
    root ??= quotation.attachShadow({ mode: 'open' });
  } catch {
    // The page gave it a closed shadow tree, whose content stays visible.
    return;
  }
  if (!root.firstChild) root.append(document.createElement('slot'));
  if (!root.adoptedStyleSheets.includes(hidden)) root.adoptedStyleSheets.push(hidden);
}

/** Gives a card copies of the words of its quotation, as its fallback. They replace earlier copies. */
export function copyWords(quotation: HTMLElement, card: HTMLElement): void {
  const words = new DocumentFragment();
  for (const node of quotation.childNodes) words.append(inLanguage(quotation.lang, node.cloneNode(true)));
  // The originals run. A copy that is made before the parser starts its script would run it a second time.
  for (const script of words.querySelectorAll('script:not([type="application/json"])')) script.remove();
  card.replaceChildren(words);
}

/** `lang` of a card is the language of the card's own words, so each copied node states its own. */
function inLanguage(language: string, node: Node): Node {
  if (node instanceof HTMLElement) node.lang ||= language;
  else if (language && node.nodeValue?.trim()) {
    const span = document.createElement('span');
    span.lang = language;
    span.append(node);
    return span;
  }
  return node;
}
