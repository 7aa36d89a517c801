/** What frame.html is asked for by its fragment. */
export interface FrameRequest {
  /** The article's address; `undefined` where the fragment has none. */
  readonly address: URL | undefined;
  /** WordPress's word for the frame, where WordPress is the page around it (wp-embed.js). */
  readonly secret: string | undefined;
}

/**
 * Reads the fragment of frame.html: the article's address as it is, its own fragment included, or encoded as a component.
 * @param base the address of frame.html, which an address of its own host may be relative to
 */
export function frameRequest(hash: string, base: string): FrameRequest {
  // WordPress appends this to whatever it puts into a frame.
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

/** An origin, or a host alone; no pattern, and nothing that would say something else in a Content Security Policy. */
const HOST = /^(?:https?:\/\/)?[\p{L}\d.-]+(?::\d+)?(?:\/\S*)?$/iu;

/**
 * The origins whose articles a frame draws: its own, and those that its page lists.
 * @param listed content of `<meta name="khabar-origins">`; a host alone means https, and a pattern means nothing
 */
export function allowedOrigins(listed: string, own: string): readonly string[] {
  const addresses = listed
    .split(/[\s,]+/)
    .filter((text) => HOST.test(text))
    .map((text) => (text.includes('://') ? text : `https://${text}`));
  return [own, ...addresses.filter((text) => URL.canParse(text)).map((text) => new URL(text).origin)];
}

/** Whether a frame draws the article at this address: by its host, as a site of http may have its articles on https. */
export function isAllowed(address: URL, origins: readonly string[]): boolean {
  return /^https?:$/.test(address.protocol) && origins.some((origin) => new URL(origin).host === address.host);
}
