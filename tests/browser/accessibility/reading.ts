/** What assistive technology reads of a card. */
// A script without exports: what it defines is a global.
import 'axe-core';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import { replace, type KhabarCard } from '../support/card.js';
import { accessibilityTree, engine, flatten, type AccessibleNode } from '../support/commands.js';

declare const axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };

/** Only Chromium tells a test what it tells assistive technology, and lets it emulate a reader's settings. */
export const itInChromium = engine === 'chromium' ? it : () => undefined;
export const describeInChromium = engine === 'chromium' ? describe : () => undefined;

/**
 * axe takes joined Arabic for an icon font (its first letter alone does not look like the word) and skips its contrast.
 * A canvas that is all ink makes every text look like text.
 */
function drawAllText(): void {
  replace(
    CanvasRenderingContext2D.prototype,
    'getImageData',
    (_x: number, _y: number, width: number, height: number) => ({
      data: new Uint8ClampedArray(Math.max(1, Math.trunc(width)) * Math.max(1, Math.trunc(height)) * 4).fill(255),
    }),
  );
}

/** What axe finds: by all its rules of WCAG A to AAA and of best practice, or by those that are named. */
export async function violations(element: Element, ...rules: string[]): Promise<string[]> {
  drawAllText();
  const all: RunOptions = {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      // Landmarks are the page's, and a test page has none.
      region: { enabled: false },
      'color-contrast-enhanced': { enabled: true },
      'identical-links-same-purpose': { enabled: true },
    },
  };
  const { violations, incomplete } = await axe.run(element, rules.length > 0 ? { runOnly: rules } : all);
  // A rule that broke down has judged nothing, and says so only here.
  const broken = incomplete.filter(({ nodes }) =>
    nodes.some(({ all, any, none }) => all.length + any.length + none.length === 0),
  );
  return [...violations, ...broken].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Chromium. All that is told of a card, in the order in which it is read. */
export async function heardOf(card: KhabarCard): Promise<AccessibleNode[]> {
  return flatten(await accessibilityTree(card));
}

export async function heardOfRole(card: KhabarCard, ...roles: string[]): Promise<AccessibleNode[]> {
  return (await heardOf(card)).filter(({ role }) => roles.includes(role));
}

export const namesOf = (nodes: readonly AccessibleNode[]) => nodes.map(({ name }) => name ?? '');

/** All in the card that the keyboard may reach, in the order of the document. */
export function controls(card: KhabarCard): HTMLElement[] {
  return [...card.shadowRoot!.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex]')].filter(
    (element) => element.tabIndex >= 0 && !element.closest('[hidden]') && element.checkVisibility(),
  );
}
