import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { version } from '../../src/version.js';

/** The folder that `npm run build` writes. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

export function read(file: string): string {
  return readFileSync(`${DIST}${file}`, 'utf8');
}

/** Bytes of what a browser downloads (Brotli, RFC 7932, at its best). */
export function brotli(code: string): number {
  return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** A file that embed.js loads when it is needed, from the folder of its version. */
export const part = (name: string) => `${version}/embed.${name}.js`;

/** All of them. */
export const PARTS = readdirSync(`${DIST}${version}`).map((file) => `${version}/${file}`);
