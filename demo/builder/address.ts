import { isPrivate, mayLoad } from '../../src/article/private-network.js';
import { webAddress, type WebAddress } from '../../src/article/web-address.js';

/** Why a text cannot be looked at. */
export type Refused = 'empty' | 'incomplete' | 'not-web' | 'credentials' | 'private' | 'insecure' | 'not-json';

export type Checked =
  | { readonly address: WebAddress; readonly hasSecret: boolean }
  | { readonly json: unknown }
  | { readonly refused: Refused };

const SCHEME = /^([a-z][a-z\d+.-]*):(?!\d+(?:[/?#]|$))/i;

/**
 * Reads what is written or pasted into the field: an address, `https://` or not, or JSON itself.
 * @param own the builder's own address: what answers there alone may be looked at on a private network
 */
export function check(written: string, own: WebAddress): Checked {
  const text = written.trim();
  if (text === '') return { refused: 'empty' };
  if (/^[{[]/.test(text)) return readJson(text);
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && !/^https?$/.test(scheme)) return { refused: 'not-web' };
  const stated = scheme === undefined ? `https://${text.replace(/^\/\//, '')}` : text;
  if (!URL.canParse(stated)) return { refused: 'incomplete' };
  const { username, password, hostname, protocol } = new URL(stated);
  if (username !== '' || password !== '') return { refused: 'credentials' };
  const address = webAddress(stated);
  if (address === undefined) return { refused: 'incomplete' };
  if (isPrivate(address) && !mayLoad(address, own))
    // A name without a dot is most often one that is still being written.
    return { refused: /^[^.[]+$/.test(hostname) && hostname !== 'localhost' ? 'incomplete' : 'private' };
  if (protocol === 'http:' && own.startsWith('https:')) return { refused: 'insecure' };
  return { address, hasSecret: hasSecret(address) };
}

function readJson(text: string): Checked {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { refused: 'not-json' };
  }
}

const SECRET_NAME =
  /(?:^|[-_])(?:(?:api|access|private|secret)?[-_]?key|token|secret|sig|signature|auth|authorization|password|passwd|pass|pwd|jwt|session|sid|hmac|credential|code|nonce)$/i;
/** JSON Web Tokens; hashes; and letters of both cases and digits at random, which no editor writes into an address. */
const RANDOM = [/^eyJ[\w-]+\./, /^(?=.*\d)(?=.*[a-f])[\da-f]{32,}$/i, /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w~+=]{24,}$/];

/** Whether an address has a key, a signature or a token in it, which everybody sees who sees the address. */
export function hasSecret(address: WebAddress): boolean {
  const { searchParams, pathname } = new URL(address);
  return (
    [...searchParams].some(([name, value]) => value !== '' && (SECRET_NAME.test(name) || isRandom(value))) ||
    pathname.split('/').some(isRandom)
  );
}

const isRandom = (text: string) => RANDOM.some((pattern) => pattern.test(text));
