import type { ReactiveControllerHost } from 'lit';

/** The size of text that all cards of a page have. */
export interface TextSize {
  /** Of `sessionStorage`, where the step is kept for the visit. */
  readonly key: string;
  /** Multiples of the reader's own size of text, by step. */
  readonly sizes: readonly number[];
  /** From 1; 0 until the first card is drawn. */
  step: number;
  /** Those that are in the page. */
  readonly cards: Set<ReactiveControllerHost>;
}

/** Makes the text of all cards larger or smaller by some steps, and keeps that for the visit. */
export function changeTextSize(textSize: TextSize, by: number): void {
  const step = textSize.step + by;
  if (!textSize.sizes[step - 1]) return;
  textSize.step = step;
  try {
    // A sandboxed frame without an origin, and files, have nothing of their own to keep it in; the former throws by itself.
    if (window.origin !== 'null') sessionStorage.setItem(textSize.key, String(step));
  } catch {
    // No storage, or a full one: it is for this page alone.
  }
  for (const card of textSize.cards) card.requestUpdate();
}
