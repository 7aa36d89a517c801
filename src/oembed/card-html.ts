import type { Article } from '../article/article.js';
import { closed } from '../article/bidi.js';
import { displayAddress } from '../article/display-address.js';
import { host, type WebAddress } from '../article/web-address.js';
import { languageByLetters } from '../dialects/language-of.js';
import { frameAddress } from '../embedding/frame/frame-address.js';
import { direction } from '../language/direction.js';
import { attributes, escaped } from './markup.js';

/** Data of a quotation and its frame. */
export interface EmbeddedCard {
  readonly article: Article;
  /** The article's own page. */
  readonly url: WebAddress;
  /** The address of its JSON, with the fragment that picks an item. */
  readonly src: WebAddress;
  /** The address of frame.html. */
  readonly frame: WebAddress;
  readonly settings: Readonly<Record<string, string>>;
  /** CSS pixels. */
  readonly height: number;
  /** CSS pixels, where the page has no more. */
  readonly maxWidth: number | undefined;
}

/** Characters that WordPress takes out of the address of a frame (`esc_url`). */
const LOST_IN_WORDPRESS = /[^\w\-~+.?#=!&;,/:%@$|*'()[\]]/g;

/** No language (BCP 47). */
const UNKNOWN = 'und';

/**
 * The quotation, as in the default snippet, and the frame after it. WordPress takes both from an answer only where the
 * quotation stands at the very beginning and nothing is in the frame (`wp_filter_oembed_result`); it strips all attributes of
 * the first, and shows it until the frame has told its height. Elsewhere the quotation is hidden beside its own frame, and so is
 * the card that embed.js makes of it.
 */
export function cardHtml(card: EmbeddedCard): string {
  return quotation(card) + frame(card);
}

function quotation({ article, url, src, settings }: EmbeddedCard): string {
  const language = article.language ?? languageByLetters(article, UNKNOWN);
  const isKnown = language !== UNKNOWN;
  const own = attributes({
    class: 'khabar-card',
    'data-src': src,
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`data-${name}`, value])),
    lang: isKnown ? language : undefined,
    dir: isKnown ? direction(language) : undefined,
    hidden: '',
  });
  const { headline, publisher } = article;
  const words = headline === undefined ? '' : `<p>${escaped(closed(headline))}</p> `;
  // The host stands behind the name, which anybody can give themselves.
  const name = publisher?.name === undefined ? '' : `${escaped(closed(publisher.name))} · `;
  return `<blockquote${own}>${words}<a${attributes({ href: url })}>${name}${escaped(host(url))}</a></blockquote>`;
}

function frame({ article, url, src, frame, settings, height, maxWidth }: EmbeddedCard): string {
  const address = frameAddress(new URL(frame), settings, src).replace(LOST_IN_WORDPRESS, encodeURIComponent);
  const atMost = maxWidth === undefined ? '' : ` max-inline-size: ${maxWidth}px;`;
  const own = attributes({
    class: 'khabar-card',
    src: address,
    title: closed(article.headline ?? displayAddress(url)),
    // As wide as there is room. WordPress and others drop the style, and keep these three.
    width: '100%',
    height: String(height),
    frameborder: '0',
    loading: 'lazy',
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    allow: 'web-share; clipboard-write',
    style: `display: block; inline-size: 100%;${atMost} block-size: ${height}px; border: 0`,
  });
  return `<iframe${own}></iframe>`;
}
