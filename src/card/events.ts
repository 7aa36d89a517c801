import type { ArticleError } from '../article/article-error.js';
import type { Article } from '../article/article.js';
import type { Network } from '../article/network.js';
import type { Channel } from '../sharing/channels.js';

const travels = { bubbles: true, composed: true };

/** The card is drawn. The address its JSON came from is not in here: it may carry a token. */
export class KhabarLoadEvent extends Event {
  constructor(readonly article: Article) {
    super('khabar-load', travels);
  }
}

/** The cleaned body is in the card. */
export class KhabarBodyEvent extends Event {
  constructor() {
    super('khabar-body', travels);
  }
}

/** The body was opened or closed, as `toggle` of `<details>`. */
export class KhabarToggleEvent extends Event {
  constructor(readonly open: boolean) {
    super('khabar-toggle', travels);
  }
}

/** The article could not be had. */
export class KhabarErrorEvent extends Event {
  constructor(readonly error: ArticleError) {
    super('khabar-error', travels);
  }
}

/** The reader is about to share. Cancel it to do something else instead. */
export class KhabarShareEvent extends Event {
  constructor(
    readonly channel: Channel | 'copy' | 'device',
    /** The short link, or the article's own address. */
    readonly url: string,
  ) {
    super('khabar-share', { ...travels, cancelable: true });
  }
}

/** The reader is about to follow an account of the publisher. */
export class KhabarFollowEvent extends Event {
  constructor(
    /** `undefined` where the address is of no network that Khabar knows. */
    readonly network: Network | undefined,
    readonly url: string,
  ) {
    super('khabar-follow', { ...travels, cancelable: true });
  }
}

/** The reader is about to follow any other link of the card. */
export class KhabarNavigateEvent extends Event {
  constructor(readonly url: string) {
    super('khabar-navigate', { ...travels, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'khabar-load': KhabarLoadEvent;
    'khabar-body': KhabarBodyEvent;
    'khabar-toggle': KhabarToggleEvent;
    'khabar-error': KhabarErrorEvent;
    'khabar-share': KhabarShareEvent;
    'khabar-follow': KhabarFollowEvent;
    'khabar-navigate': KhabarNavigateEvent;
  }
}
