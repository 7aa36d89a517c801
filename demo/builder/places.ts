import { version } from '../../src/version.js';

/**
 * Where snippets take the card from: the only file that names a host. `cdn.example` is a reserved name (RFC 2606); whoever
 * puts the builder on the web writes the address of their own copy of dist/ here.
 */
const HOST = 'https://cdn.example';

/** A snippet follows updates of one major version, or is pinned to one release. */
export type Updates = 'follow' | 'pin';

export const PACKAGE = 'khabar';

/** The address of a file of dist/. */
export function fileAddress(file: string, updates: Updates): string {
  return `${HOST}/${PACKAGE}@${updates === 'pin' ? version : '1'}/dist/${file}`;
}
