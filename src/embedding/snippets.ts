import { ownOptions } from '../article/json.js';
import { KhabarCard } from '../card/khabar-card.js';
import { ownAddress } from '../own-script.embed.js';
import { frameAddress, frameOf, standFor, watchFrame } from './host-frame.js';
import { hide } from './quotation.js';

/** Attributes of a card that a page may put on a snippet, as `data-…`. */
const ATTRIBUTES = KhabarCard.observedAttributes;
const NAMES = ['blockquote', 'script', 'iframe'];
const QUOTATION = 'blockquote.khabar-card[data-src]';
const FOUND = `${QUOTATION},script[data-src],iframe.khabar-card`;
/** One look at the whole page costs less than one at each part of it, from about here (tests/bench/observer.mjs). */
const MANY = 100;

/** The card, or its frame, of each snippet that has one. */
const cards = new WeakMap<Element, HTMLElement>();
/** Scripts whose card belongs elsewhere, and the element that it was put into last. */
const targeted = new Map<HTMLScriptElement, Element | undefined>();

/** Where embed.js has been included from. Of several copies only the first runs; the others have it look again. */
const addresses = new Set(ownAddress ? [ownAddress] : []);

/** One for the page, and for its life: Turbo, htmx and their like change pages without loading them. */
const observer = new MutationObserver(onMutations);
/** Of a snippet that has its card, what React and Vue may change, and what a morph brings back. */
const CHANGES = ['class', ...ATTRIBUTES.map((name) => `data-${name}`)];

/** Gives a card to every snippet that is on the page, or comes to it. */
export function start(): void {
  scan();
  observer.observe(document, ownOptions({ childList: true, subtree: true }));
  document.addEventListener('DOMContentLoaded', () => scan());
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

function look(root: ParentNode): void {
  if (root instanceof Element && root.matches(FOUND)) meet(root);
  // Most of what pages add is text, and elements without any in them.
  if (root.firstElementChild) for (const found of root.querySelectorAll(FOUND)) meet(found);
}

function meet(found: Element): void {
  if (found instanceof HTMLIFrameElement) watchFrame(found);
  // What stands in a card is its fallback.
  else if (!cards.has(found) && !found.closest('khabar-card')) {
    if (found instanceof HTMLScriptElement) meetScript(found);
    else if (found instanceof HTMLElement && isComplete(found)) meetQuotation(found);
    if (cards.has(found)) observer.observe(found, ownOptions({ attributeFilter: CHANGES }));
  }
}

function meetScript(script: HTMLScriptElement): void {
  if (!addresses.has(script.src)) return;
  if (script.dataset['target'] !== undefined) {
    cards.set(script, cardFor(script));
    targeted.set(script, undefined);
  } else if (!script.closest('head')) {
    // Turbo and the back button of other routers bring copies of pages back, with the cards that were drawn there.
    const next = script.nextElementSibling;
    const isCopied = next instanceof HTMLElement && isCardOf(script, next);
    const card = isCopied ? next : cardFor(script);
    cards.set(script, card);
    if (!isCopied) script.after(card);
  }
}

/**
 * The quotation stays, hidden, with nothing in it: React and Vue remove, and move, the very elements that they made, and
 * fail where these are gone. The card follows it.
 */
function meetQuotation(quotation: HTMLElement): void {
  const next = quotation.nextElementSibling;
  const isCopied = next instanceof HTMLIFrameElement && isCardOf(quotation, next);
  const card = isCopied ? next : cardFor(quotation);
  cards.set(quotation, card);
  if (card instanceof HTMLIFrameElement) {
    if (!isCopied) quotation.after(card);
    standFor(card, quotation);
    return;
  }
  for (const name of ['class', 'style', 'dir', 'id']) {
    const value = quotation.getAttribute(name);
    if (value !== null) card.setAttribute(name, value);
  }
  quotation.removeAttribute('id');
  for (const child of quotation.children)
    if (quotation.lang && !child.hasAttribute('lang')) child.setAttribute('lang', quotation.lang);
  card.append(...quotation.childNodes);
  hide(quotation);
  quotation.after(card);
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

/** Whether the parser has come to the element's end: what it brings later would not be moved. */
function isComplete(element: Element): boolean {
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return document.readyState !== 'loading';
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
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

/** Runs after each change of a page that is not about cards at all: what it costs is in tests/bench/observer.mjs. */
function onMutations(records: readonly MutationRecord[]): void {
  const added: Element[] = [];
  for (const { target, attributeName, addedNodes, removedNodes } of records) {
    if (attributeName !== null) renew(target as HTMLElement, attributeName);
    for (const node of removedNodes) if (isElement(node)) follow(node);
    for (const node of addedNodes) {
      if (!isElement(node)) continue;
      follow(node);
      if (node.firstElementChild || NAMES.includes(node.localName)) added.push(node);
    }
  }
  if (added.length > MANY) look(document);
  else for (const element of added) if (element.isConnected) look(element);
  fillTargets();
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** Hands on to a card what has changed on its snippet. */
function renew(snippet: HTMLElement, attribute: string): void {
  const card = cards.get(snippet);
  if (!card || !snippet.isConnected) return;
  if (snippet.matches(QUOTATION)) {
    // Written anew: by a morph (idiomorph, Turbo, LiveView), which has thrown away the card, or by React, which keeps hold
    // of the very words that have gone into it.
    if (!snippet.hasChildNodes()) snippet.append(...card.childNodes);
    card.remove();
    cards.delete(snippet);
    meet(snippet);
  } else if (card instanceof HTMLIFrameElement) {
    const framed = framedAddress(snippet);
    if (framed !== undefined && framed !== card.getAttribute('src')) card.src = framed;
  } else if (attribute !== 'class') {
    const value = snippet.getAttribute(attribute);
    const name = attribute.slice('data-'.length);
    if (value === null) card.removeAttribute(name);
    else card.setAttribute(name, value);
  }
}

/** Whoever removes or moves a snippet means its card; fillTargets() sees to those that stand elsewhere. */
function follow(snippet: Element): void {
  const card = cards.get(snippet);
  if (!card || targeted.has(snippet as HTMLScriptElement)) return;
  if (!snippet.isConnected) card.remove();
  else if (snippet.nextSibling !== card) snippet.after(card);
}
