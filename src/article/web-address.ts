declare const checked: unique symbol;

/**
 * An absolute `http:` or `https:` address without credentials, serialised as the URL Standard does (so pure ASCII).
 * The only door for addresses: every `href` and `src` that the card draws is one.
 */
export type WebAddress = string & { readonly [checked]: true };

/** Longer than any address in honest use; a longer one would only burden the page. */
const LONGEST_ADDRESS = 8192;

/**
 * Reads an address from untrusted JSON. `undefined` where it is no web address: the caller then draws no link.
 * @param base what a relative address is resolved against: the article's own address, never the host page's.
 */
export function webAddress(value: unknown, base?: WebAddress): WebAddress | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_ADDRESS) return undefined;
  const trimmed = value.trim();
  if (trimmed === '' || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  // javascript:, data:, blob:, file:, intent: … run, phish or leak when followed.
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  // https://publisher.example@evil.example reads like the publisher and leads elsewhere.
  if (url.username !== '' || url.password !== '') return undefined;
  return url.href as WebAddress;
}

/** The host as shown to readers: punycode stays punycode, so that no look-alike letter can deceive; `www.com` stays too. */
export function host(address: WebAddress): string {
  return new URL(address).host.replace(/^www\.(?=[^.]+\.)/, '');
}
