import { KhabarCard } from '../card/khabar-card.js';
import { report } from '../card/parts-controller.js';
import { part } from '../fetching/part.js';
import { documentPrototype, ownAddress } from '../own-script.js';
import { copyWords, hide, MOUNTED } from './quotation.js';

const SNIPPETS = 'blockquote.khabar-card[data-src],script[src][data-src],iframe.khabar-card';
/** Attributes of a card, which a snippet has as `data-…`. */
const SETTINGS = KhabarCard.observedAttributes;
/** Attributes of a quotation that its card has too. */
const MIRRORED = ['class', 'style', 'hidden', 'dir', 'slot', 'id'];
/** From about this many added elements, one query of the page costs less than one of each (tests/bench/observer.mjs). */
const MANY = 100;

/** The card, or its frame, of each mounted snippet. */
const cards = new WeakMap<Node, HTMLElement>();
/** Scripts with `data-target`, and the element that each card was last put into. */
const targets = new Map<Element, Element | undefined>();
/** Addresses that embed.js was included from. The first copy runs; the others call `scan`. */
const addresses = new Set([ownAddress]);

/** Gives a card to each snippet of the page, now and whenever one is added (Turbo, htmx, React, Vue). */
export function start(): void {
  scan();
  pageObserver.observe(document, { childList: true, subtree: true });
}

/**
 * Gives a card to each snippet in `root` that has none yet.
 * @param copy script of another copy of embed.js, which calls this instead of running
 */
export function scan(root: ParentNode = document, copy?: HTMLScriptElement | null): void {
  if (copy) addresses.add(copy.src);
  mountAll(root);
  fillTargets();
}

/** Runs after each change of the page; tests/bench/observer.mjs measures what that costs. */
const pageObserver = new MutationObserver((records) => {
  const added: Element[] = [];
  for (const { addedNodes, removedNodes } of records) {
    for (const node of removedNodes) keepBeside(node);
    for (const node of addedNodes) if (node instanceof Element) added.push(node);
  }
  if (added.length > MANY) mountAll(document);
  else for (const element of added) if (element.isConnected) mountAll(element, true);
  fillTargets();
});

function mountAll(root: ParentNode, isAdded = false): void {
  // A form's own methods may be its fields of that name, and a document's its images: `<input name="matches">`.
  const isElement = root instanceof Element || root.nodeType === Node.ELEMENT_NODE;
  const isFragment = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
  const prototype = isElement ? Element.prototype : isFragment ? DocumentFragment.prototype : documentPrototype;
  if (isElement && Element.prototype.matches.call(root, SNIPPETS)) mount(root as HTMLElement, isAdded);
  if (isElement && !root.firstElementChild) return;
  for (const found of prototype.querySelectorAll.call(root, SNIPPETS)) mount(found as HTMLElement, isAdded);
}

function mount(snippet: HTMLElement, isAdded: boolean): void {
  if (cards.has(snippet)) {
    if (isAdded) keepBeside(snippet);
  } else if (snippet.localName === 'iframe' || isSnippet(snippet)) {
    if (snippet.localName === 'iframe' || (snippet.hasAttribute('data-frame') && ownAddress)) {
      // Where the part is lost, the quotation stays, and the next `scan` asks for it again.
      const { signal } = new AbortController();
      frames.load({ signal }).then(({ mountFrame }) => mountFrame(snippet, ownAddress, cards, place), report);
    } else mountCard(snippet);
  }
}

/** What stands in a card is its fallback. Scripts of others have `data-src` too. */
function isSnippet(element: HTMLElement): boolean {
  return (
    element.ownerDocument === document &&
    !element.closest('khabar-card') &&
    (!isScript(element) || (addresses.has(element.src) && (isTargeted(element) || !element.closest('head'))))
  );
}

const isScript = (element: Element): element is HTMLScriptElement => element.localName === 'script';
const isTargeted = (snippet: HTMLElement) => isScript(snippet) && snippet.hasAttribute('data-target');

function mountCard(snippet: HTMLElement): void {
  const next = snippet.nextElementSibling;
  // Turbo and other routers bring back copies of pages, with the cards in them.
  const isCopied = next?.localName === 'khabar-card' && next.getAttribute('src') === snippet.getAttribute('data-src');
  const card = isCopied ? (next as HTMLElement) : document.createElement('khabar-card');
  for (const name of snippet.getAttributeNames()) copyAttribute(snippet, card, name);
  if (!isScript(snippet)) {
    copyWords(snippet, card);
    hide(snippet);
  }
  place(snippet, card);
  snippetObserver.observe(snippet, { attributes: true, childList: true, characterData: true, subtree: true });
}

/** Puts a card into the page, in the place of the one that the snippet had. */
function place(snippet: HTMLElement, card: HTMLElement): void {
  const last = cards.get(snippet);
  if (last !== card) last?.remove();
  cards.set(snippet, card);
  snippet.setAttribute(MOUNTED, '');
  if (isTargeted(snippet)) {
    targets.set(snippet, undefined);
    fillTargets();
  } else keepBeside(snippet);
}

/** Keeps a card beside its snippet. Removing a snippet removes its card. */
function keepBeside(node: Node): void {
  const card = cards.get(node);
  if (!card || targets.has(node as Element)) return;
  if (!node.isConnected) card.remove();
  else if (node.nextSibling !== card) (node as Element).after(card);
}

/** Puts each card with a target there. Sites that swap their content bring another target with each page. */
function fillTargets(): void {
  for (const [script, last] of targets) {
    const card = cards.get(script)!;
    if (script.isConnected) {
      const target = findTarget(script.getAttribute('data-target')!);
      if (target && target !== last) {
        targets.set(script, target);
        target.append(card);
      }
    } else {
      card.remove();
      cards.delete(script);
      targets.delete(script);
    }
  }
}

function findTarget(selector: string): Element | null {
  try {
    // An element's name can hide the document's own method: `<img name="querySelector">`.
    return document.documentElement.querySelector(selector);
  } catch {
    return null;
  }
}

/** Hears what a page, React, Vue or a morph changes on a mounted snippet. */
const snippetObserver = new MutationObserver((records) => {
  const reworded = new Set<HTMLElement>();
  for (const { target, attributeName } of records) {
    let node: Node | null = target;
    while (node && !cards.has(node)) node = node.parentNode;
    const snippet = node as HTMLElement | null;
    if (!snippet) continue;
    if (snippet !== target || !attributeName) reworded.add(snippet);
    else if (attributeName !== MOUNTED) copyAttribute(snippet, cards.get(snippet)!, attributeName);
    else if (!snippet.hasAttribute(MOUNTED)) place(snippet, cards.get(snippet)!);
  }
  for (const quotation of reworded) copyWords(quotation, cards.get(quotation)!);
});

/** Carries one attribute of a snippet over to its card. */
function copyAttribute(snippet: HTMLElement, card: HTMLElement, name: string): void {
  const value = snippet.getAttribute(name);
  const setting = name.replace(/^data-/, '');
  // Of a script, the page's styles and ids are about the script.
  if (!(setting !== name ? SETTINGS : isScript(snippet) ? [] : MIRRORED).includes(setting)) return;
  // As an attribute, many a Content Security Policy would refuse it.
  if (name === 'style') card.style.cssText = snippet.style.cssText;
  else if (value !== null) {
    card.setAttribute(setting, value);
    if (name === 'id') snippet.removeAttribute(name);
    // The page removes an id when the card has taken it over. Lazy loaders remove data-src from any element that has it.
  } else if (name !== 'id' && name !== 'data-src') card.removeAttribute(setting);
}

/** Only pages with a framed snippet load it. */
const frames = part(() => import('./frame/host-frame.js'));
