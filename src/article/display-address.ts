import type { WebAddress } from './web-address.js';

/** The address as shown to readers: without its scheme, and without a lone final slash. */
export function displayAddress(address: WebAddress): string {
  return address.replace(/^https?:\/\/(www\.(?=[^./]+\.))?/, '').replace(/^([^/]+)\/$/, '$1');
}
