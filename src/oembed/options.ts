import { field } from '../article/json.js';
import { webAddress, type WebAddress } from '../article/web-address.js';
import { attributeOf, SETTINGS } from '../card/settings.js';
import { OEmbedError } from './oembed-error.js';

/** Settings that all answers of a publisher share. */
export interface PublisherOptions {
  /** The address of `frame.html`, on the publisher's own host. */
  readonly frame: string;
  /**
   * The other hosts whose JSON the frame draws, as in its `<meta name="khabar-origins">`. The host of `frame` is always one.
   */
  readonly origins?: string | undefined;
  /** Attributes of the card, by their names in HTML; `{ view: 'teaser' }` unless another view is named. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  /** CSS pixels that the frame asks for; 600 by default. */
  readonly width?: number | undefined;
  /** CSS pixels that the frame has until its page knows better; 400 of a teaser, which is on a phone so high, and 640 else. */
  readonly height?: number | undefined;
  /** Seconds for which an answer may be kept; an hour by default. */
  readonly cacheAge?: number | undefined;
}

/** Settings of one answer. */
export interface OEmbedOptions extends PublisherOptions {
  /** The address of the article's JSON, as the card's `src`: a fragment picks one item of a feed. Readers see it. */
  readonly src: string;
  /** The article's own page, where the JSON does not state it. */
  readonly url?: string | undefined;
  /** CSS pixels, `maxwidth` of the request. */
  readonly maxWidth?: number | undefined;
  /** CSS pixels, `maxheight` of the request. */
  readonly maxHeight?: number | undefined;
}

/** The frame decides where the article is from, and its page when it is loaded. */
const NOT_FOR_FRAMES = ['src', 'loading'];

/** @throws {OEmbedError} `bad-option` */
export function addressOption(name: string, value: unknown): WebAddress {
  const address = webAddress(value);
  // The value stays out of the message: it may carry a token.
  if (!address) throw new OEmbedError('bad-option', `"${name}" is not an http(s) address.`);
  return address;
}

/** @throws {OEmbedError} `bad-option` */
export function numberOption<Otherwise>(
  options: object,
  name: keyof OEmbedOptions,
  otherwise: Otherwise,
): number | Otherwise {
  const value = field(options, name);
  if (value === undefined) return otherwise;
  if (!Number.isSafeInteger(value) || (value as number) <= 0)
    throw new OEmbedError('bad-option', `"${name}" is not a positive whole number.`);
  return value as number;
}

/**
 * The attributes of a card in a frame.
 * @throws {OEmbedError} `bad-option`
 */
export function cardSettings({ settings = {} }: PublisherOptions): Readonly<Record<string, string>> {
  const known = Object.keys(SETTINGS).map(attributeOf);
  for (const [name, value] of Object.entries(settings)) {
    if (!known.includes(name) || NOT_FOR_FRAMES.includes(name))
      throw new OEmbedError('bad-option', `"${name}" is no attribute of a card in a frame.`);
    if (typeof value !== 'string') throw new OEmbedError('bad-option', `The attribute "${name}" is no string.`);
  }
  return { view: 'teaser', ...settings };
}
