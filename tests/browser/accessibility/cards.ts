/** What is looked at in a card, and how its keyboard is walked through. */
import type { KhabarCard } from '../support/card.js';
import { press } from '../support/commands.js';

export function status(card: KhabarCard): Element {
  return card.shadowRoot!.querySelector('[role=status]')!;
}

/** Waits for what takes a moment, and fails with the test's own time. */
export async function until(look: () => unknown): Promise<void> {
  while (!look()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Where the focus is, in or out of a card. */
export function focused(): Element | null {
  const { activeElement } = document;
  return activeElement?.shadowRoot?.activeElement ?? activeElement;
}

/** What can be tabbed to in a card, in the order of its document. */
export function controls(card: KhabarCard): HTMLElement[] {
  return [...card.shadowRoot!.querySelectorAll<HTMLElement>('a[href], button, input, [tabindex="0"]')].filter(
    (element) => !element.closest('[hidden]'),
  );
}

/** A button before the card, which has the focus, and one behind it. */
export function between(card: KhabarCard): { before: HTMLElement; after: HTMLElement } {
  const [before, after] = [document.createElement('button'), document.createElement('button')];
  card.before(before);
  card.after(after);
  before.focus();
  return { before, after };
}

/** What gets the focus by a key, until the end is reached. */
export async function walk(key: string, end: Element): Promise<Element[]> {
  const steps: Element[] = [];
  for (await press(key); document.activeElement !== end && steps.length < 60; await press(key)) steps.push(focused()!);
  return steps;
}

export function all<Kind extends Element = HTMLElement>(card: KhabarCard, selector: string): Kind[] {
  return [...card.shadowRoot!.querySelectorAll<Kind>(selector)];
}
