const hidden = new CSSStyleSheet();
hidden.replaceSync(':host{display:none!important}');

/**
 * Takes a quotation out of sight, or back. It stays where its page, React or Vue look for it, and all its attributes stay
 * theirs: what hides it is a rule of its own shadow tree, which goes before everything that a page says, `!important` and
 * `style` included (CSS Cascading, "Cascade Sorting Order": context). Copies that a page makes of it have none.
 */
export function hide(quotation: HTMLElement, isHidden = true): void {
  const root = quotation.shadowRoot ?? shadowOf(quotation);
  if (!root) return;
  if (!root.firstChild) root.append(document.createElement('slot'));
  const others = root.adoptedStyleSheets.filter((sheet) => sheet !== hidden);
  root.adoptedStyleSheets = isHidden ? [...others, hidden] : others;
}

function shadowOf(quotation: HTMLElement): ShadowRoot | undefined {
  try {
    return quotation.attachShadow({ mode: 'open' });
  } catch {
    // It has one of the page's own that is closed, and what is in there shows.
    return undefined;
  }
}

/** Quotations whose words stay where they are. */
const copied = new WeakSet<Element>();

/**
 * Gives a card the words of its quotation, as its fallback, at first and when there are others. They are moved: a listener
 * on a link goes on to work. Of what a script has made, and may go on to change, the card gets copies: React and Vue take
 * their application down where a node is not where they have put it.
 * @param isParsed whether what is there has been put there by a script, not by the page's parser, which brings words by
 * and by
 */
export function takeWords(quotation: HTMLElement, card: HTMLElement, isParsed: boolean): void {
  // It comes into the page with its words.
  const isFirst = !card.isConnected;
  if (isFirst && (isParsed || isHeld(quotation))) copied.add(quotation);
  const copies = copied.has(quotation);
  const nodes = [...quotation.childNodes];
  if (nodes.length === 0 && !copies) return;
  const words = nodes.map((node) => inLanguage(quotation.lang, copies ? node.cloneNode(true) : node));
  if (isParsed || copies) card.replaceChildren(...words);
  else card.append(...words);
}

/** React puts what it knows of an element on the element; Vue marks the place of an application. */
function isHeld(quotation: Element): boolean {
  return (
    Object.keys(quotation).some((name) => name.startsWith('__react')) || quotation.closest('[data-v-app]') !== null
  );
}

/** The card's own language is that of its own words, so the page's words say theirs. */
function inLanguage(language: string, node: Node): Node {
  if (language === '') return node;
  if (node instanceof Element) {
    if (!node.hasAttribute('lang')) node.setAttribute('lang', language);
  } else if (node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== '') {
    const span = document.createElement('span');
    span.lang = language;
    span.append(node);
    return span;
  }
  return node;
}
