import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Article } from '../article/article.js';
import { networkOf } from '../foot/network.js';
import type { WebAddress } from '../article/web-address.js';
import type { CleaningOptions } from '../body/clean.js';
import { loadCleaner } from '../body/load-cleaner.js';
import { chunkLoader } from '../fetching/load-chunk.js';
import { bodyWords } from '../language/body-words.js';
import type { LoadedWords } from '../language/words.js';
import type { HeadingLevel } from './context.js';
import { KhabarBodyEvent } from './events.js';
import { levelBelow, NEW_WINDOW } from './templates.js';

export type BodyState =
  | { readonly status: 'none' | 'waiting' | 'failed' }
  /** `element` holds the clean body, and is moved, never copied. */
  | { readonly status: 'ready'; readonly element: HTMLElement };

/** A body, and what it is to be cleaned for. */
export interface WantedBody {
  readonly article: Article;
  /** Where the article came from. */
  readonly source: WebAddress | undefined;
  /** Of the headline that the body stands under. */
  readonly level: HeadingLevel;
  readonly words: LoadedWords;
  /** The reader sees it as soon as it is there. */
  readonly isOpen: boolean;
}

/** Milliseconds after which a busy page cleans the body all the same. */
const LATEST = 2000;

const cleanerChunk = chunkLoader(loadCleaner);

/** Has the body cleaned: at once where it is open, else once the headline is drawn and the page has a moment. */
export class BodyController implements ReactiveController {
  state: BodyState = { status: 'none' };

  readonly #host: ReactiveControllerHost & HTMLElement;
  /** Waits for the card's turn among those of the page. */
  readonly #pause: () => Promise<void> | undefined;
  #wanted: WantedBody | undefined;
  #cancel: (() => void) | undefined;
  /** Begins what waits for a quiet moment. */
  #hasten: (() => void) | undefined;
  #relevel: ((level: HeadingLevel) => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, pause: () => Promise<void> | undefined) {
    this.#host = host;
    this.#pause = pause;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.state.status === 'waiting') this.#begin();
  }

  hostDisconnected(): void {
    this.#cancel?.();
  }

  /** Says which body the card is to show. To be called before each drawing; the same answer costs nothing. */
  want(wanted: WantedBody): void {
    const before = this.#wanted;
    this.#wanted = wanted;
    // Missing details are added to a copy of the article; its body is the same.
    const isSame =
      before?.article.body === wanted.article.body &&
      before?.article.url === wanted.article.url &&
      before?.words === wanted.words;
    if (!before || !isSame) return this.#begin();
    if (wanted.isOpen) this.#hasten?.();
    if (wanted.level !== before.level && this.state.status === 'ready') {
      this.#relevel?.(levelBelow(wanted.level));
      void this.#host.updateComplete.then(() => this.#announce());
    }
  }

  /** Asks for the cleaner together with the article, for a body that is to be seen at once. */
  prepare(): void {
    this.#cancel?.();
    const attempt = new AbortController();
    this.#cancel = () => attempt.abort();
    // Asked for again with the body, and if it is lost then, that is said.
    cleanerChunk({ signal: attempt.signal }).catch(() => undefined);
  }

  /** Forgets a body that is still on its way. */
  stop(): void {
    if (this.state.status !== 'waiting') return;
    this.#cancel?.();
    this.#wanted = undefined;
    this.state = { status: 'none' };
  }

  /** Tries once more to show a body that could not be shown: the cleaner may have been lost on its way. */
  retry(): void {
    if (this.state.status === 'failed') this.#begin();
  }

  #begin(): void {
    this.#cancel?.();
    this.#relevel = undefined;
    const { article, isOpen } = this.#wanted!;
    this.state = { status: article.body ? 'waiting' : 'none' };
    // What a card is to show that is in no page waits for the card to be in one.
    if (!article.body || !this.#host.isConnected) return;
    const attempt = new AbortController();
    const begin = () => {
      cancelIdle?.();
      this.#hasten = undefined;
      void this.#clean(attempt.signal);
    };
    const cancelIdle = isOpen ? undefined : whenIdle(begin);
    this.#hasten = begin;
    this.#cancel = () => {
      cancelIdle?.();
      this.#hasten = undefined;
      attempt.abort();
    };
    if (isOpen) begin();
  }

  async #clean(signal: AbortSignal): Promise<void> {
    try {
      const { clean, relevelHeadings } = await cleanerChunk({ signal });
      const { article, source, level, words } = this.#wanted!;
      const { networks, embedded, table } = bodyWords(words);
      const options: CleaningOptions = {
        base: article.url,
        source,
        isSecurePage: location.protocol === 'https:',
        headingLevel: levelBelow(level),
        linkDescription: NEW_WINDOW,
        embedded,
        table,
        siteName: (address) => {
          const network = networkOf(address);
          return network && network !== 'rss' ? networks[network] : undefined;
        },
      };
      const content = await clean(article.body!, options, signal, this.#pause);
      const element = document.createElement('div');
      element.append(content);
      this.#relevel = (level) => relevelHeadings(element, level);
      // The level may have changed while the page had its turns.
      if (this.#wanted!.level !== level) this.#relevel(levelBelow(this.#wanted!.level));
      this.state = { status: 'ready', element };
    } catch (error) {
      if (signal.aborted) return;
      this.state = { status: 'failed' };
      report(error);
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (!signal.aborted) this.#announce();
  }

  #announce(): void {
    if (this.state.status === 'ready') this.#host.dispatchEvent(new KhabarBodyEvent());
  }
}

let reported = false;

/** One line for the page's author, however many cards. */
function report(error: unknown): void {
  if (reported) return;
  reported = true;
  console.warn(
    'khabar: the body of a story is not shown. If this page restricts Trusted Types, it must allow: lit-html khabar',
    error,
  );
}

function whenIdle(task: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(task, 1);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(task, { timeout: LATEST });
  return () => cancelIdleCallback(handle);
}
