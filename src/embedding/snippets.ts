import { ownOptions } from '../article/json.js';
import { KhabarCard } from '../card/khabar-card.js';
import { ownAddress } from '../own-script.js';
import { frameAddress, frameOf, standFor, watchFrame } from './frame/host-frame.js';
import { hide, takeWords } from './quotation.js';

/** Attributes of a card that a page may put on a snippet, as `data-…`. */
const ATTRIBUTES = KhabarCard.observedAttributes;
const NAMES = ['blockquote', 'script', 'iframe'];
const QUOTATION = 'blockquote.khabar-card[data-src]';
const FOUND = `${QUOTATION},script[data-src],iframe.khabar-card`;
/** One look at the whole page costs less than one at each part of it, from about here (tests/bench/observer.mjs). */
const MANY = 100;
/** What a page says of a quotation, at first or later, it says of its card. */
const MIRRORED = ['class', 'style', 'hidden', 'dir', 'slot', 'id'];

/** The card, or its frame, of each snippet that has one. */
const cards = new WeakMap<Element, HTMLElement>();
/** Snippets whose card has gone with them. */
const parted = new WeakSet<Element>();
/** Scripts whose card belongs elsewhere, and the element that it was put into last. */
const targeted = new Map<HTMLScriptElement, Element | undefined>();

/** Where embed.js has been included from. Of several copies only the first runs; the others have it look again. */
const addresses = new Set(ownAddress ? [ownAddress] : []);

/** One for the page, and for its life: Turbo, htmx and their like change pages without loading them. */
const observer = new MutationObserver(onMutations);
/** Of a snippet that has its card, what React, Vue and morphs (idiomorph, Turbo, LiveView) change. */
const CHANGES = [...MIRRORED, ...ATTRIBUTES.map((name) => `data-${name}`)];
const wordsObserver = new MutationObserver(onWords);
/** From then on, what comes is a script's. */
let isParsed = false;

/** Gives a card to every snippet that is on the page, or comes to it. */
export function start(): void {
  scan();
  observer.observe(document, ownOptions({ childList: true, subtree: true }));
  if (Reflect.get(Document.prototype, 'readyState', document) !== 'loading') isParsed = true;
  else addEventListener('DOMContentLoaded', onParsed, ownOptions({ once: true }));
}

function onParsed(): void {
  // What the parser brought last.
  onMutations(observer.takeRecords());
  onWords(wordsObserver.takeRecords());
  isParsed = true;
}

/**
 * Gives a card to each snippet in `root` that has none yet.
 * @param copy a script that is another copy of this one, and calls this instead of running
 */
export function scan(root: ParentNode = document, copy?: HTMLScriptElement | null): void {
  if (copy?.src) addresses.add(copy.src);
  look(root);
  fillTargets();
}

// By the prototypes' own methods: a form's are its fields of that name, and a document's are its elements (DOM clobbering).
function look(root: ParentNode, hasCome = false): void {
  if (root instanceof Element && Element.prototype.matches.call(root, FOUND)) meet(root, hasCome);
  // Most of what pages add is text, and elements without any in them.
  if (!root.firstElementChild) return;
  const all =
    root === document
      ? Document.prototype.querySelectorAll.call(document, FOUND)
      : root instanceof Element
        ? Element.prototype.querySelectorAll.call(root, FOUND)
        : root.querySelectorAll(FOUND);
  for (const found of all) if (found.ownerDocument === document) meet(found, hasCome);
}

function meet(found: Element, hasCome = false): void {
  if (found instanceof HTMLIFrameElement) watchFrame(found);
  else if (cards.has(found)) rejoin(found, hasCome);
  // What stands in a card is its fallback.
  else if (!found.closest('khabar-card')) {
    if (found instanceof HTMLScriptElement) meetScript(found);
    else meetQuotation(found as HTMLElement);
    if (cards.has(found)) observer.observe(found, ownOptions({ attributeFilter: CHANGES }));
  }
}

function meetScript(script: HTMLScriptElement): void {
  if (!addresses.has(script.src)) return;
  if (script.dataset['target'] !== undefined) {
    cards.set(script, cardFor(script));
    targeted.set(script, undefined);
  } else if (!script.closest('head')) {
    const copied = copiedCard(script);
    const card = copied ?? cardFor(script);
    cards.set(script, card);
    if (!copied) script.after(card);
  }
}

/**
 * The quotation stays, hidden: React and Vue remove, and move, the very elements that they made, and fail where these are
 * gone. The card follows it.
 */
function meetQuotation(quotation: HTMLElement): void {
  const copied = copiedCard(quotation);
  const card = copied ?? cardFor(quotation);
  cards.set(quotation, card);
  for (const name of MIRRORED) if (quotation.hasAttribute(name)) mirror(quotation, card, name);
  if (card instanceof HTMLIFrameElement) standFor(card, quotation);
  else {
    // In a copy they may be in the card already.
    if (!copied || quotation.hasChildNodes()) takeWords(quotation, card, isParsed);
    wordsObserver.observe(quotation, ownOptions({ childList: true, characterData: true, subtree: true }));
    hide(quotation);
  }
  if (!copied) quotation.after(card);
}

/** Turbo and the back button of other routers bring copies of pages back, with the cards that were drawn there. */
function copiedCard(snippet: HTMLElement): HTMLElement | undefined {
  const next = snippet.nextElementSibling;
  return next instanceof HTMLElement && isCardOf(snippet, next) ? next : undefined;
}

function cardFor(snippet: HTMLElement): HTMLElement {
  const settings = settingsOf(snippet);
  const framed = framedAddress(snippet);
  if (framed !== undefined) return frameOf(snippet, settings, framed);
  const card = document.createElement('khabar-card');
  for (const [name, value] of settings) card.setAttribute(name, value);
  return card;
}

function settingsOf(snippet: HTMLElement): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const name of ATTRIBUTES) {
    const value = snippet.getAttribute(`data-${name}`);
    if (value !== null) settings.set(name, value);
  }
  return settings;
}

/** What the frame of a snippet shows; `undefined` for one that has its card in the page. */
function framedAddress(snippet: HTMLElement): string | undefined {
  if (snippet.dataset['frame'] === undefined || !URL.canParse(ownAddress)) return undefined;
  // Always the one beside this script: authors whose CMS takes no frames from them may write quotations.
  return frameAddress(snippet, settingsOf(snippet), new URL('frame.html', ownAddress));
}

/** Whether an element is the card of a snippet, in a copy of a page where it was drawn. */
function isCardOf(snippet: HTMLElement, element: HTMLElement): boolean {
  const framed = framedAddress(snippet);
  const name = framed === undefined ? 'khabar-card' : 'iframe';
  return element.localName === name && element.getAttribute('src') === (framed ?? snippet.getAttribute('data-src'));
}

/** Puts each card that belongs elsewhere there, also once its place is another, on the next page of a site that swaps content. */
function fillTargets(): void {
  for (const [script, last] of targeted) {
    if (!script.isConnected) {
      // With what it stood in, perhaps: the page that comes has one of its own.
      cards.get(script)!.remove();
      cards.delete(script);
      targeted.delete(script);
      continue;
    }
    const target = find(script.dataset['target']!);
    if (!target || target === last) continue;
    targeted.set(script, target);
    target.append(cards.get(script)!);
  }
}

function find(selector: string): Element | null {
  try {
    return Document.prototype.querySelector.call(document, selector);
  } catch {
    return null;
  }
}

/** Runs after each change of a page that is not about cards at all: what it costs is in tests/bench/observer.mjs. */
function onMutations(records: readonly MutationRecord[]): void {
  const added: Element[] = [];
  for (const { target, attributeName, addedNodes, removedNodes } of records) {
    if (attributeName !== null) renew(target as HTMLElement, attributeName);
    for (const node of removedNodes) if (node instanceof Element) follow(node);
    for (const node of addedNodes)
      if (node instanceof Element && (node.firstElementChild || NAMES.includes(node.localName))) added.push(node);
  }
  if (added.length > MANY) look(document);
  else for (const element of added) if (element.isConnected) look(element, true);
  fillTargets();
}

/** The words of a quotation that has its card. */
function onWords(records: readonly MutationRecord[]): void {
  for (const quotation of new Set(records.map(({ target }) => quotationOf(target)))) {
    const card = quotation && cards.get(quotation);
    if (!card) continue;
    // A morph has thrown the card away, and written the quotation anew.
    if (quotation.isConnected && !card.isConnected && quotation.hasChildNodes() && !parted.has(quotation))
      anew(quotation);
    else takeWords(quotation, card, isParsed);
  }
}

function quotationOf(target: Node): HTMLElement | undefined {
  let node: Node | null = target;
  while (node && !cards.has(node as Element)) node = node.parentNode;
  return (node as HTMLElement | null) ?? undefined;
}

/** Hands on to a card what has changed on its snippet. */
function renew(snippet: HTMLElement, attribute: string): void {
  const card = cards.get(snippet);
  if (!card) return;
  if (MIRRORED.includes(attribute)) {
    if (!(snippet instanceof HTMLScriptElement)) mirror(snippet, card, attribute);
  } else if (card instanceof HTMLIFrameElement) {
    // Not by its address: that would be a step of the Back button.
    if (snippet.isConnected && framedAddress(snippet) !== card.getAttribute('src')) anew(snippet);
  } else if (attribute !== 'data-src' || snippet.hasAttribute(attribute)) {
    // Lazy loaders take data-src away from whatever has it.
    copyAttribute(snippet, attribute, card, attribute.slice('data-'.length));
  }
}

function mirror(quotation: HTMLElement, card: HTMLElement, name: string): void {
  if (card instanceof HTMLIFrameElement) {
    // Its id and its look stay with the words, which may be shown beside it.
    if (name === 'slot') copyAttribute(quotation, name, card);
    const isHidden = quotation.hidden || quotation.style.display === 'none';
    card.style.display = isHidden ? 'none' : 'block';
  } else if (name === 'id') {
    if (quotation.id === '') return;
    card.id = quotation.id;
    quotation.removeAttribute('id');
  } else if (name === 'style') {
    // As an attribute it would be forbidden by many a Content Security Policy.
    card.style.cssText = quotation.style.cssText;
  } else copyAttribute(quotation, name, card);
}

function copyAttribute(from: Element, name: string, to: Element, newName = name): void {
  const value = from.getAttribute(name);
  if (value === null) to.removeAttribute(newName);
  else to.setAttribute(newName, value);
}

/** Gives a snippet another card. */
function anew(snippet: HTMLElement): void {
  cards.get(snippet)!.remove();
  cards.delete(snippet);
  if (!(snippet instanceof HTMLScriptElement)) hide(snippet, false);
  meet(snippet);
}

/** Whoever removes or moves a snippet means its card; fillTargets() sees to those that stand elsewhere. */
function follow(snippet: Element): void {
  const card = cards.get(snippet);
  if (!card || targeted.has(snippet as HTMLScriptElement)) return;
  if (!snippet.isConnected) {
    card.remove();
    parted.add(snippet);
  } else if (snippet.nextSibling !== card) snippet.after(card);
}

/** A snippet that comes back has its card again; one whose card a page has taken out has none. */
function rejoin(snippet: Element, hasCome: boolean): void {
  const card = cards.get(snippet)!;
  const comesBack = parted.delete(snippet) || (hasCome && !targeted.has(snippet as HTMLScriptElement));
  if (comesBack && snippet.nextSibling !== card) snippet.after(card);
}
