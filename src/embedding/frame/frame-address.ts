/**
 * The address of a frame with a card.
 * @param page the address of frame.html
 * @param settings attributes of the card
 * @param src the article's address, which may carry a token: a fragment reaches no server's log
 */
export function frameAddress(page: URL, settings: Readonly<Record<string, string>>, src: string): string {
  for (const [name, value] of Object.entries(settings)) page.searchParams.set(name, value);
  page.hash = src;
  return page.href;
}

/** What the fragment of frame.html asks for. */
export interface FrameRequest {
  /** The article's address; `undefined` where the fragment has none. */
  readonly address: URL | undefined;
  /** WordPress's identifier of the frame, where WordPress is the page around it (wp-embed.js). */
  readonly secret: string | undefined;
}

/**
 * Reads the fragment of frame.html: the article's address, with its own fragment, as it is or encoded as a component.
 * @param base the address of frame.html, which resolves relative addresses
 */
export function frameRequest(hash: string, base: string): FrameRequest {
  // WordPress appends this to the address of each frame.
  const [appended, secret] = /#\?secret=([\da-z]*)$/i.exec(hash) ?? [''];
  const text = hash.slice(1, appended === '' ? undefined : -appended.length);
  const address = /^https?%3a/i.test(text) ? decoded(text) : text;
  const isAddress = address !== '' && URL.canParse(address, base);
  return { address: isAddress ? new URL(address, base) : undefined, secret };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** An origin, or a host alone. No patterns, and nothing that could change a Content Security Policy. */
const HOST = /^(?:https?:\/\/)?[\p{L}\d.-]+(?::\d+)?(?:\/\S*)?$/iu;

/**
 * The origins whose articles a frame draws: its own, and those that frame.html lists.
 * @param listed content of `<meta name="khabar-origins">`; a host alone means https; patterns are ignored
 */
export function allowedOrigins(listed: string, own: string): readonly string[] {
  const addresses = listed
    .split(/[\s,]+/)
    .filter((text) => HOST.test(text))
    .map((text) => (text.includes('://') ? text : `https://${text}`));
  return [own, ...addresses.filter((text) => URL.canParse(text)).map((text) => new URL(text).origin)];
}

/** Whether a frame draws the article at this address. Hosts are compared: a site on http may have its articles on https. */
export function isAllowed(address: URL, origins: readonly string[]): boolean {
  return /^https?:$/.test(address.protocol) && origins.some((origin) => new URL(origin).host === address.host);
}
