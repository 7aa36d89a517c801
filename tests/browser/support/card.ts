import { fixture, html } from '@open-wc/testing-helpers';
import '../../../src/index.js';
import type { KhabarCard } from '../../../src/index.js';

export type { KhabarCard };

export interface Mounting {
  /** Attributes, by name. */
  attributes?: Record<string, string>;
  /** What the card draws without fetching. */
  article?: unknown;
  /** The card's own children, before it is connected. */
  children?: readonly Node[];
  /** Of the element around the card. */
  width?: number;
  lang?: string;
  dir?: string;
  style?: string;
}

/** A card in the page, not waited for. */
export async function mount({
  attributes = {},
  article,
  children = [],
  width = 480,
  ...around
}: Mounting = {}): Promise<KhabarCard> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.style.cssText = `width: ${width}px; ${around.style ?? ''}`;
  if (around.lang !== undefined) place.lang = around.lang;
  if (around.dir !== undefined) place.dir = around.dir;
  const card = document.createElement('khabar-card');
  for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
  if (article !== undefined) card.article = article;
  card.append(...children);
  place.append(card);
  return card;
}

/** The next event of that name. */
export function heard<Name extends keyof HTMLElementEventMap>(
  target: EventTarget,
  name: Name,
): Promise<HTMLElementEventMap[Name]> {
  return new Promise((resolve) => {
    target.addEventListener(name, (event) => resolve(event as HTMLElementEventMap[Name]), { once: true });
  });
}

/** A card that is drawn, the button of its body included. */
export async function draw(mounting: Mounting): Promise<KhabarCard> {
  const card = await mount(mounting);
  await heard(card, 'khabar-load');
  await disclosed(card);
  return card;
}

/** Settles when the part of Khabar that draws the body has taken its place. */
export async function disclosed(card: KhabarCard): Promise<void> {
  while (card.shadowRoot!.querySelector('.main:not(:has([part="body"]))'))
    await new Promise((resolve) => setTimeout(resolve, 5));
}

/** A card whose body is in it, open, with its tools, or closed. */
export async function drawWithBody(mounting: Mounting): Promise<KhabarCard> {
  const card = await mount(mounting);
  await heard(card, 'khabar-body');
  while (card.shadowRoot!.querySelector('.tools:empty')) await new Promise((resolve) => setTimeout(resolve, 5));
  return card;
}

export function part<Kind extends HTMLElement = HTMLElement>(card: KhabarCard, name: string): Kind | null {
  return card.shadowRoot!.querySelector<Kind>(`[part~="${name}"]`);
}

export function parts<Kind extends HTMLElement = HTMLElement>(card: KhabarCard, name: string): Kind[] {
  return [...card.shadowRoot!.querySelectorAll<Kind>(`[part~="${name}"]`)];
}

/** The text of an element as it is read: without what is hidden from everyone, with runs of white space folded. */
export function textOf(element: Element | null): string | undefined {
  if (!element) return undefined;
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[hidden], [aria-hidden="true"]')) hidden.remove();
  return copy.textContent.replace(/[ \n\t]+/g, ' ').trim();
}

/** Everything the card says, hidden body included. */
export function allText(card: KhabarCard): string {
  return card.shadowRoot!.querySelector('.root')!.textContent;
}

/** Answers `value` for a property of an object until the test has ended. */
export function replace<Target extends object>(target: Target, name: keyof Target, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  undo.push(() => (before ? Object.defineProperty(target, name, before) : delete target[name]));
}

const undo: (() => unknown)[] = [];
afterEach(() => {
  for (const step of undo.splice(0).reverse()) step();
});
