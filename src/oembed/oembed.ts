import { ArticleError } from '../article/article-error.js';
import type { Article, Picture } from '../article/article.js';
import { jsonFeed } from '../article/json-feed.js';
import { mayLoad } from '../article/private-network.js';
import { readArticle, unlessRefused } from '../article/readers.js';
import { webAddress, type WebAddress } from '../article/web-address.js';
import { dialects } from '../dialects/readers.js';
import { allowedOrigins, isAllowed } from '../embedding/frame/frame-address.js';
import { cardHtml } from './card-html.js';
import { OEmbedError } from './oembed-error.js';
import { addressOption, cardSettings, numberOption, type OEmbedOptions } from './options.js';

/** An answer of the type `rich` (https://oembed.com, 2.3.4), version 1.0. Lengths are CSS pixels. */
export interface OEmbedAnswer {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title?: string;
  readonly author_name?: string;
  readonly author_url?: string;
  readonly provider_name?: string;
  readonly provider_url?: string;
  /** Seconds. */
  readonly cache_age: number;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 600;
/** On a phone: a frame that is too low hides the headline. */
const HEIGHTS = { teaser: 400, other: 640 };
const HOUR = 3600;

/**
 * The oEmbed answer for an article: its quotation and its frame, and what other sites show of it. Nothing of its body is in it.
 * @param json any article JSON that the card reads
 * @throws {OEmbedError}
 */
export function oEmbed(json: unknown, options: OEmbedOptions): OEmbedAnswer {
  const frame = addressOption('frame', options.frame);
  const src = addressOption('src', options.src);
  const origins = allowedOrigins(options.origins ?? '', new URL(frame).origin);
  if (!isAllowed(new URL(src), origins))
    throw new OEmbedError(
      'not-allowed',
      `A frame of ${new URL(frame).host} draws no article of ${new URL(src).host}, unless its <meta name="khabar-origins"> and "origins" list that.`,
    );
  const [maxWidth, maxHeight] = [
    numberOption(options, 'maxWidth', undefined),
    numberOption(options, 'maxHeight', undefined),
  ];
  const settings = cardSettings(options);
  const width = Math.min(numberOption(options, 'width', WIDTH), maxWidth ?? Infinity);
  const height = Math.min(
    numberOption(options, 'height', settings['view'] === 'teaser' ? HEIGHTS.teaser : HEIGHTS.other),
    maxHeight ?? Infinity,
  );
  const article = articleOf(json, src);
  const url = article.url ?? (options.url === undefined ? undefined : addressOption('url', options.url));
  if (!url) throw new OEmbedError('no-address', 'The article states no address of its own, and "url" is not given.');
  const [author] = article.authors;
  const { publisher } = article;
  // Other sites ask for these by themselves: an address of a private network would be one of theirs.
  const may = (address: WebAddress | undefined) => (address && mayLoad(address, src) ? address : undefined);
  return withoutNothing({
    version: '1.0',
    type: 'rich',
    title: article.headline,
    author_name: author?.name,
    author_url: may(author?.url),
    provider_name: publisher?.name,
    provider_url: may(publisher?.url) ?? may(webAddress('/', url)),
    cache_age: numberOption(options, 'cacheAge', HOUR),
    ...thumbnail(article.picture, may, maxWidth, maxHeight),
    html: cardHtml({ article, url, src, frame, settings, height, maxWidth }),
    width,
    height,
  });
}

function articleOf(json: unknown, src: WebAddress): Article {
  const { hash } = new URL(src);
  // The JSON's own address, without the fragment, which is the item of a feed.
  const address = webAddress(src.slice(0, src.length - hash.length));
  try {
    return unlessRefused(readArticle(json, { item: itemOf(hash), address }, [jsonFeed, ...dialects])).article;
  } catch (cause) {
    if (!(cause instanceof ArticleError)) throw cause;
    throw new OEmbedError(cause.code === 'protected' ? 'protected' : 'not-an-article', cause.message, { cause });
  }
}

function itemOf(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.slice(1)) || undefined;
  } catch {
    return hash.slice(1);
  }
}

/**
 * The largest size of the picture that is within `maxwidth` and `maxheight`, as the standard demands. Its three fields come
 * together, so a picture of unknown size has none.
 */
function thumbnail(
  picture: Picture | undefined,
  may: (address: WebAddress) => WebAddress | undefined,
  maxWidth = Infinity,
  maxHeight = Infinity,
): Pick<OEmbedAnswer, 'thumbnail_url' | 'thumbnail_width' | 'thumbnail_height'> {
  if (!picture?.width || !picture.height) return {};
  const { url, width, height, candidates = [] } = picture;
  const sizes = [{ url, width }, ...candidates]
    .map((size) => ({ ...size, height: Math.round((size.width * height) / width) }))
    .filter((size) => may(size.url) && size.width <= maxWidth && size.height <= maxHeight)
    .sort((one, other) => other.width - one.width);
  const [best] = sizes;
  return best ? { thumbnail_url: best.url, thumbnail_width: best.width, thumbnail_height: best.height } : {};
}

/** The fields that have a value, in their order. */
function withoutNothing<Value extends object>(
  value: Value,
): { [Name in keyof Value]: Exclude<Value[Name], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}
