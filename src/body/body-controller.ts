import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isHtml, type Article, type UncleanBody } from '../article/article.js';
import type { WebAddress } from '../article/web-address.js';
import type { BodyState, HeadingLevel } from '../drawing/context.js';
import { levelBelow } from '../drawing/level-below.js';
import { NEW_WINDOW } from '../drawing/phrases.js';
import { bodyWords } from '../language/body-words.js';
import type { LoadedWords } from '../language/words.js';
import { networkOf } from '../networks/network.js';
import { whenIdle } from '../scheduling/idle.js';
import { clean, isPlain, relevelHeadings, type CleaningOptions, type Preparation } from './clean.js';
import { retryPicture } from './lost-pictures.js';
import { printAddresses, stopPrintingAddresses } from './printed-addresses.js';

/** A body, and what it is to be cleaned for. */
export interface WantedBody {
  readonly article: Article;
  /** Where the article came from. */
  readonly source: WebAddress | undefined;
  /** Of the article. */
  readonly direction: 'ltr' | 'rtl';
  /** Of the headline that the body stands under. */
  readonly level: HeadingLevel;
  readonly words: LoadedWords;
  /** The reader sees it as soon as it is there. */
  readonly isOpen: boolean;
}

/** Has the body cleaned: at once where it is open, else once the headline is drawn and the page has a moment. */
export class BodyController implements ReactiveController {
  state: BodyState = { status: 'none' };

  readonly #host: ReactiveControllerHost & HTMLElement;
  /** Waits for the card's turn among those of the page. */
  readonly #pause: () => Promise<void> | undefined;
  /** Loads what prepares the markup of publishing systems. */
  readonly #loadMarkup: (signal: AbortSignal) => Promise<Preparation>;
  #wanted: WantedBody | undefined;
  #cancel: (() => void) | undefined;
  /** The button that a reader has pressed, and where it is on the screen. */
  #pressed: { readonly button: Element; readonly top: number } | undefined;
  /** Begins what waits for a quiet moment. */
  #hasten: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    pause: () => Promise<void> | undefined,
    loadMarkup: (signal: AbortSignal) => Promise<Preparation>,
  ) {
    this.#host = host;
    this.#pause = pause;
    this.#loadMarkup = loadMarkup;
    host.addController(this);
  }

  hostConnected(): void {
    printAddresses(this.#host);
    if (this.state.status === 'waiting') this.#begin();
  }

  hostDisconnected(): void {
    stopPrintingAddresses(this.#host);
    this.#cancel?.();
  }

  hostUpdated(): void {
    if (this.#pressed) scrollBack(this.#pressed.button, this.#pressed.top);
    this.#pressed = undefined;
  }

  /** Holds the button that opens and closes the body where it is on the screen, whatever the next drawing puts above it. */
  hold(): void {
    const button = this.#host.shadowRoot?.querySelector('[part=more]');
    this.#pressed = button ? { button, top: topOf(button) } : undefined;
  }

  /** Says which body the card is to show. To be called before each drawing; the same answer costs nothing. */
  want(wanted: WantedBody): void {
    const before = this.#wanted;
    this.#wanted = wanted;
    // Missing details are added to a copy of the article, and what is loaded again is most often the same.
    const isSame =
      textOf(before?.article.body) === textOf(wanted.article.body) &&
      before?.article.url === wanted.article.url &&
      before?.words === wanted.words &&
      before.direction === wanted.direction;
    if (!before || !isSame) return this.#begin();
    if (wanted.isOpen) this.#hasten?.();
    if (wanted.level !== before.level && this.state.status === 'ready') {
      relevelHeadings(this.state.element, levelBelow(wanted.level));
      this.#host.requestUpdate();
    }
  }

  /** Forgets a body that is still on its way. */
  stop(): void {
    if (this.state.status !== 'waiting') return;
    this.#cancel?.();
    this.#wanted = undefined;
    this.state = { status: 'none' };
  }

  /** Tries once more to show a body that could not be shown. */
  retry(): void {
    if (this.state.status === 'failed') this.#begin();
  }

  #begin(): void {
    this.#cancel?.();
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
      const { article, source, direction, level, words } = this.#wanted!;
      const { networks, embedded, table, code } = bodyWords(words);
      const options: CleaningOptions = {
        base: article.url,
        source,
        isSecurePage: location.protocol === 'https:',
        headingLevel: levelBelow(level),
        linkDescription: NEW_WINDOW,
        embedded,
        table,
        code,
        direction,
        above: article,
        siteName: (address) => {
          const network = networkOf(address);
          return network && network !== 'rss' ? networks[network] : undefined;
        },
      };
      const body = article.body!;
      const markup = isHtml(body) && !isPlain(body.html) ? await this.#loadMarkup(signal) : undefined;
      const content = await clean(body, options, markup, signal, this.#pause);
      const element = document.createElement('div');
      element.append(content);
      // Errors do not bubble.
      element.addEventListener('error', retryPicture, true);
      // The level may have changed while the page had its turns.
      if (this.#wanted!.level !== level) relevelHeadings(element, levelBelow(this.#wanted!.level));
      this.state = { status: 'ready', element };
    } catch (error) {
      if (signal.aborted) return;
      this.state = { status: 'failed' };
      report(error);
    }
    this.#host.requestUpdate();
  }
}

/* eslint-disable no-restricted-properties -- a reader has pressed, and sees at once where the button is then */
/** Safari keeps no place by itself, and other browsers not that of a certain element. */
function scrollBack(element: Element, top: number): void {
  const moved = topOf(element) - top;
  let box: Node | null = moved ? element : null;
  while (box) {
    if (box instanceof Element) {
      const before = box.scrollTop;
      box.scrollTop += moved;
      if (box.scrollTop !== before) return;
    }
    box = box.parentNode ?? (box as ShadowRoot).host ?? null;
  }
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
/* eslint-enable no-restricted-properties */

function textOf(body: UncleanBody | undefined): string | undefined {
  return body && (isHtml(body) ? body.html : body.text);
}

let reported = false;

/** One line for the page's author, however many cards. */
function report(error: unknown): void {
  if (reported) return;
  reported = true;
  const hint = /policy/i.test(String(error))
    ? ' This page restricts Trusted Types. It must allow: lit-html khabar.'
    : '';
  console.warn(`khabar: the body of a story is not shown.${hint}`, error);
}
