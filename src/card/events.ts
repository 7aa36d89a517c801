import type { ArticleError } from '../article/article-error.js';
import type { Article } from '../article/article.js';
import type { Network } from '../networks/network.js';
import type { Channel } from '../foot/channels.js';
import type { ListenState } from '../tools/listening.js';

/** The browser's own: MooTools, on pages that still have it, puts a class of its own in the place of `window.Event`. */
const BrowserEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;

const travels = { bubbles: true, composed: true };

/** The card is drawn. The address its JSON came from is not in here: it may carry a token. */
export class KhabarLoadEvent extends BrowserEvent {
  constructor(readonly article: Article) {
    super('khabar-load', travels);
  }
}

/** The cleaned body is in the card. */
export class KhabarBodyEvent extends BrowserEvent {
  constructor() {
    super('khabar-body', travels);
  }
}

/** The body was opened or closed, as `toggle` of `<details>`. */
export class KhabarToggleEvent extends BrowserEvent {
  constructor(readonly open: boolean) {
    super('khabar-toggle', travels);
  }
}

/** The voice that reads the story began, paused or stopped. */
export class KhabarListenEvent extends BrowserEvent {
  constructor(readonly state: ListenState) {
    super('khabar-listen', travels);
  }
}

/** The article could not be had. */
export class KhabarErrorEvent extends BrowserEvent {
  constructor(readonly error: ArticleError) {
    super('khabar-error', travels);
  }
}

/** The reader is about to share. Cancel it to do something else instead. */
export class KhabarShareEvent extends BrowserEvent {
  constructor(
    readonly channel: Channel | 'copy' | 'device',
    /** The short link, or the article's own address. */
    readonly url: string,
  ) {
    super('khabar-share', { ...travels, cancelable: true });
  }
}

/** The reader is about to follow an account of the publisher. */
export class KhabarFollowEvent extends BrowserEvent {
  constructor(
    /** `undefined` where the address is of no network that Khabar knows. */
    readonly network: Network | undefined,
    readonly url: string,
  ) {
    super('khabar-follow', { ...travels, cancelable: true });
  }
}

/** The reader is about to follow any other link of the card. */
export class KhabarNavigateEvent extends BrowserEvent {
  constructor(readonly url: string) {
    super('khabar-navigate', { ...travels, cancelable: true });
  }
}

/** The card's events by name. They bubble, and are heard wherever the card stands. */
export interface KhabarEventMap {
  'khabar-load': KhabarLoadEvent;
  'khabar-body': KhabarBodyEvent;
  'khabar-toggle': KhabarToggleEvent;
  'khabar-listen': KhabarListenEvent;
  'khabar-error': KhabarErrorEvent;
  'khabar-share': KhabarShareEvent;
  'khabar-follow': KhabarFollowEvent;
  'khabar-navigate': KhabarNavigateEvent;
}

declare global {
  interface HTMLElementEventMap extends KhabarEventMap {}
  interface ShadowRootEventMap extends KhabarEventMap {}
  interface DocumentEventMap extends KhabarEventMap {}
  interface WindowEventMap extends KhabarEventMap {}
}
