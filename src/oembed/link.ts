import { attributes } from './markup.js';
import { addressOption } from './options.js';

export interface OEmbedLinkOptions {
  /** The page that the link stands in, where the address is that of a handler. A file of one article needs none. */
  readonly url?: string | undefined;
  /** The article's headline. */
  readonly title?: string | undefined;
}

/**
 * The `<link>` by which other sites find the answer: for the `<head>` of the article's page, near its beginning, as
 * WordPress reads the first 150 kB.
 * @param answer the address of a handler, or of the file of one article
 * @throws {OEmbedError} `bad-option`
 */
export function oEmbedLink(answer: string, { url, title }: OEmbedLinkOptions = {}): string {
  const address = new URL(addressOption('answer', answer));
  if (url !== undefined) {
    address.searchParams.set('url', addressOption('url', url));
    address.searchParams.set('format', 'json');
  }
  const own = attributes({ rel: 'alternate', type: 'application/json+oembed', href: address.href, title });
  return `<link${own}>`;
}
