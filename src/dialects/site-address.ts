import type { ReaderOptions } from '../article/readers.js';
import { webAddress, type WebAddress } from '../article/web-address.js';

/** The site that JSON was fetched from: its path and its query may hold a token, and are in no address that is drawn. */
export function siteOf({ address }: ReaderOptions): WebAddress | undefined {
  return webAddress('/', address);
}

/** An address of a story or a picture, also one that is relative to the site: `/2026/falaj/`, `//cdn.example/falaj.jpg`. */
export function siteAddress(value: unknown, site: WebAddress | undefined): WebAddress | undefined {
  // Words stand where addresses belong, too: they are no paths.
  return webAddress(value, typeof value === 'string' && /^\s*\//.test(value) ? site : undefined);
}
