import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Part } from '../fetching/part.js';
import { onRegained } from '../fetching/retries.js';

/** Milliseconds that a card waits for its words, and for its parts, before it is drawn without. */
export const LONGEST_WAIT = 3000;

/** Loads the parts of Khabar, and the words, that a card needs. */
export class PartsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #asked = new Map<Part<unknown>, Promise<void>>();
  readonly #lost = new Set<Part<unknown>>();
  #connection = new AbortController();

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Aborted when the card leaves its document. */
  get signal(): AbortSignal {
    return this.#connection.signal;
  }

  hostDisconnected(): void {
    this.#connection.abort();
    this.#connection = new AbortController();
    this.#asked.clear();
    this.#lost.clear();
  }

  /**
   * Loads a part, and then updates the card. Another call for the same part costs nothing.
   * @returns `undefined` where there is nothing to load; else a promise that settles when the part is loaded or lost, and
   * never rejects
   */
  want(part: Part<unknown> | undefined): Promise<void> | undefined {
    if (!part || part.exports || !this.#host.isConnected) return undefined;
    const { signal } = this;
    const asked =
      this.#asked.get(part) ??
      part
        .load({ signal })
        .catch((error: unknown) => {
          if (signal.aborted) return;
          report(error);
          if (this.#lost.size === 0) onRegained(() => this.retry(), signal);
          this.#lost.add(part);
        })
        .then(() => {
          if (!signal.aborted) this.#host.requestUpdate();
        });
    this.#asked.set(part, asked);
    return asked;
  }

  isAsked(part: Part<unknown>): boolean {
    return this.#asked.has(part);
  }

  isLost(part: Part<unknown>): boolean {
    return this.#lost.has(part);
  }

  /** Asks for lost parts once more: when the reader asks for the body, and when the network is back. */
  retry(): void {
    for (const part of this.#lost) this.#asked.delete(part);
    this.#lost.clear();
    this.#host.requestUpdate();
  }
}

let isReported = false;

/** One line for the page's author, however many cards and parts. */
export function report(error: unknown): void {
  if (!isReported) console.warn('khabar: a part of a card could not be loaded or drawn.', error);
  isReported = true;
}

/** The same promise, but not for longer than {@link LONGEST_WAIT}. */
export async function withinLongestWait(promise: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([promise, new Promise((resolve) => (timer = setTimeout(resolve, LONGEST_WAIT)))]);
  clearTimeout(timer);
}
