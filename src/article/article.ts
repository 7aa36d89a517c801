import type { Timestamp } from './timestamp.js';
import type { WebAddress } from './web-address.js';

/** A person who wrote the article, or an agency or outlet it was taken from. */
export interface Name {
  readonly name: string;
  readonly url?: WebAddress | undefined;
}

/** The same picture in another size: an image candidate (HTML, "srcset attributes"). */
export interface ImageCandidate {
  readonly url: WebAddress;
  /** Pixels. */
  readonly width: number;
}

export interface Picture {
  readonly url: WebAddress;
  /** What the picture shows, for those who cannot see it. */
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  /** Pixels. */
  readonly width?: number | undefined;
  /** Pixels. */
  readonly height?: number | undefined;
  /** All sizes there are, the picture's own included; none where there is but one. */
  readonly candidates?: readonly ImageCandidate[] | undefined;
}

export interface Publisher {
  readonly name?: string | undefined;
  readonly url?: WebAddress | undefined;
  readonly logo?: WebAddress | undefined;
}

export interface RelatedStory {
  readonly url: WebAddress;
  readonly headline: string;
  readonly picture?: WebAddress | undefined;
  readonly published?: Timestamp | undefined;
}

/** The body as the publisher sent it: not yet cleaned, so it goes nowhere but into the cleaning room. */
export type UncleanBody = { readonly html: string } | { readonly text: string };

export function isHtml(body: UncleanBody): body is { readonly html: string } {
  return 'html' in body;
}

/**
 * An article, whatever dialect of JSON it came in.
 * Every string is plain text; every address has passed {@link WebAddress}; only `body` is HTML.
 */
export interface Article {
  readonly id?: string | undefined;
  /** The article's own address on its publisher's site. Never the address its JSON was fetched from. */
  readonly url?: WebAddress | undefined;
  readonly headline?: string | undefined;
  readonly summary?: string | undefined;
  readonly body?: UncleanBody | undefined;
  readonly picture?: Picture | undefined;
  readonly published?: Timestamp | undefined;
  readonly updated?: Timestamp | undefined;
  /** A BCP 47 language tag. */
  readonly language?: string | undefined;
  readonly section?: string | undefined;
  readonly authors: readonly Name[];
  readonly source: readonly Name[];
  readonly publisher?: Publisher | undefined;
  readonly shortLink?: WebAddress | undefined;
  /** Accounts to follow; the network is told from the address. */
  readonly follow: readonly WebAddress[];
  readonly related: readonly RelatedStory[];
  readonly tags: readonly string[];
  /** The publisher lets no more of the story be shown than a teaser, whatever the page asks for. */
  readonly isTeaserOnly?: boolean | undefined;
  /** `false` where only subscribers can read the whole story; `body` is then the free part. */
  readonly isAccessibleForFree?: boolean | undefined;
}
