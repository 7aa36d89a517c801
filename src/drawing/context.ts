import type { Article } from '../article/article.js';
import type { DateSettings } from '../language/dates.js';
import type { LoadedWords } from '../language/words.js';

/** How much of the article a card shows. */
export type View = 'summary' | 'article' | 'teaser';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** Words, language and direction of a waiting, failed or drawn card. */
export interface Voice {
  readonly words: LoadedWords;
  /** Language of the article, or, until that is known, of the card's own words. */
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
}

export type BodyState =
  | { readonly status: 'none' | 'waiting' | 'failed' }
  /** `element` holds the clean body, and is moved, never copied. */
  | { readonly status: 'ready'; readonly element: HTMLElement };

export type CopyState = 'idle' | 'copied' | 'failed';

/** What sections draw beside the article. Sections have no state and no side effects. */
export interface CardContext extends Voice {
  readonly view: View;
  /** Whether the body is shown. */
  readonly open: boolean;
  /** A closed card without a summary shows where its body begins. */
  readonly hasExcerpt: boolean;
  readonly headingLevel: HeadingLevel;
  readonly dates: DateSettings;
  readonly body: BodyState;
  readonly copy: CopyState;
  /** The foot is on its way: the room of a typical card is kept for it. */
  readonly isPartial: boolean;
  /** URL template for articles without a short link. */
  readonly shortLink: string | undefined;
  /** Of the `hide` attribute. */
  readonly hide: readonly string[];
  /** The `share` attribute. */
  readonly share: string;
  /** The `follow` attribute. */
  readonly follow: string;
  /** Of the `tools` attribute. */
  readonly tools: readonly ('text-size' | 'listen')[];
  readonly showRelated: boolean;
  /** Related stories come after the card: their room is kept while they are awaited, and until that moves nothing in view. */
  readonly lateRelated: 'awaited' | 'settling' | undefined;
  /** The publisher's name came after the card was drawn. */
  readonly isPublisherLate: boolean;
  /** CSS pixels of the card's width, for choosing among the sizes of a picture; `undefined` until an observer tells. */
  readonly width: number | undefined;
  /** The card loads at once: its picture may be the page's largest content. */
  readonly isEager: boolean;
}

/** A part of the card: a function of the article and the context alone. */
export type Section<Drawn = unknown> = (article: Article, context: CardContext) => Drawn;
