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
