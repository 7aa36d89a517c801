import { displayAddress } from '../article/display-address.js';
import { host, webAddress, type WebAddress } from '../article/web-address.js';
import { isBlank } from './blank.js';
import { EMBED } from './marks.js';
import { isPixel } from './pictures.js';
import { widgetFrames } from './policy.js';
import { extractContents } from './replace-elements.js';

export interface EmbedOptions {
  readonly base?: WebAddress | undefined;
  /** The name of an embed that has none. */
  readonly embedded: string;
  /** The name of the site behind an address, in the reader's language, where it has one. */
  readonly siteName: (address: WebAddress) => string | undefined;
}

/** A table by the beginnings of addresses, which are written without scheme and subdomain. */
function byAddress(
  entries: ReadonlyArray<readonly [beginning: RegExp, meaning: string]>,
): ReadonlyArray<readonly [beginning: RegExp, meaning: string]> {
  return entries.map(([{ source }, meaning]) => [new RegExp(`^https?://(?:[^/]+\\.)?(?:${source})`), meaning]);
}

/** Names of sites, by the beginning of an address without its scheme and subdomain. */
const SITES = byAddress([
  [/vimeo\.com\//, 'Vimeo'],
  [/dai(lymotion\.com|\.ly)\//, 'Dailymotion'],
  [/soundcloud\.com\//, 'SoundCloud'],
  [/spotify\.com\//, 'Spotify'],
  [/google\.[a-z.]+\/(maps|search)|maps\.app\.goo\.gl\/|goo\.gl\/maps/, 'Google Maps'],
  [/openstreetmap\.org\//, 'OpenStreetMap'],
]);

/** From the address of a player, made for a frame, to that of the page that people read, without its scheme. */
const PLAYERS = byAddress([
  [/youtube(?:-nocookie)?\.com\/embed\/videoseries.*[?&]list=([\w-]+)/, 'www.youtube.com/playlist?list=$1'],
  [/youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{6,})/, 'www.youtube.com/watch?v=$1'],
  [/player\.vimeo\.com\/video\/(\d+).*[?&]h=([\da-f]+)/, 'vimeo.com/$1/$2'],
  [/player\.vimeo\.com\/video\/(\d+)/, 'vimeo.com/$1'],
  [/dailymotion\.com\/(?:embed\/video\/|player.*[?&]video=)(\w+)/, 'www.dailymotion.com/video/$1'],
  [/instagram\.com\/(?:[\w.]+\/)?((?:p|reel|tv)\/[\w-]+\/)embed/, 'www.instagram.com/$1'],
  [/platform\.(?:twitter|x)\.com\/embed\/.*[?&]id=(\d+)/, 'x.com/i/status/$1'],
  [/tiktok\.com\/(?:embed|player)(?:\/v\d)?\/(\d+)/, 'www.tiktok.com/@/video/$1'],
  [/embed\.bsky\.app\/embed\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)/, 'bsky.app/profile/$1/post/$2'],
  [/open\.spotify\.com\/embed(?:-podcast)?\/(\w+\/\w+)/, 'open.spotify.com/$1'],
  [/threads\.(?:net|com)\/(@[\w.]+\/post\/[\w-]+)\/embed/, 'www.threads.com/$1'],
  // The place that the map shows: longitude, then latitude.
  [/google\.[a-z.]+\/maps\/embed\?pb=.*?!2d(-?[\d.]+)!3d(-?[\d.]+)/, 'www.google.com/maps/search/?api=1&query=$2,$1'],
  [/google\.[a-z.]+\/maps\/embed\/v1\/.*[?&]q=([^&]+)/, 'www.google.com/maps/search/?api=1&query=$1'],
  [
    /openstreetmap\.org\/export\/embed\.html.*[?&]marker=(-?[\d.]+)%2C(-?[\d.]+)/,
    'www.openstreetmap.org/?mlat=$1&mlon=$2',
  ],
  // Telegram shows its own pages in frames.
  [/(t\.me\/[^?]+)\?embed=/, '$1'],
]);

/** The end of the address of a frame in which WordPress shows its own page. */
const WORDPRESS_FRAME = /\/embed\/(#\?secret=.*)?$/;

/** Players whose query holds the address of the page, as `href` or `url`. */
const QUERY_PLAYER =
  /^https?:\/\/(?:[^/]+\.)?(?:facebook\.com\/plugins\/(?:post|video)\.php|w\.soundcloud\.com\/player)/;

/** Titles that speak of a player, and not of what it plays. */
const EMPTY_TITLE =
  /\b(player|iframe|embed(ded)?|widget|frame)\b|^(x|tweet|post|video|map|youtube|vimeo)?( post| video)?$/i;

const BARE_ADDRESS = /^https?:\/\/\S{3,2000}$/;

/**
 * Puts a link in the place of each frame: what it is, where it leads. Nothing of the third party is fetched.
 * The posts of social networks that come as quotes, which a script would turn into frames, stay quotes.
 */
export function linkEmbeds(root: Element, options: EmbedOptions): void {
  for (const frame of root.querySelectorAll('iframe, object, embed, frame')) {
    if (!root.contains(frame)) continue;
    const address = addressOf(frame, options.base);
    const title = frame.getAttribute('title')?.replace(/\s+/g, ' ').trim();
    // The contents of an <object> are for those who cannot see it.
    if (!address && frame.localName === 'object') frame.replaceWith(extractContents(frame));
    // Frames without a size count readers, or wait for a script; those that wait have a title.
    else if (!address || widgetFrames.test(address) || (title === undefined && isPixel(frame))) frame.remove();
    else replaceByLink(frame, pageOf(address), EMPTY_TITLE.test(title ?? '') ? '' : title!, options);
  }
  for (const post of root.querySelectorAll(':is(.fb-post, .fb-video, .instagram-media):not(:has(img, a))')) {
    const address = webAddress(post.getAttribute('data-href') ?? post.getAttribute('data-instgrm-permalink'));
    if (address && isBlank(post)) replaceByLink(post, address, '', options);
  }
  for (const box of root.querySelectorAll('p, div, figure')) {
    const address = bareAddress(box, options.base);
    if (address)
      box.replaceChildren(embedLink(box, address, nameOf(address, options) ?? host(address), displayAddress(address)));
  }
}

function addressOf(frame: Element, base: WebAddress | undefined): WebAddress | undefined {
  for (const element of [frame, frame.querySelector('embed')])
    for (const name of ['data', 'src', 'data-src', 'data-lazy-src']) {
      const address = webAddress(element?.getAttribute(name), base);
      if (address) return address;
    }
  return undefined;
}

/** Where people read, see or hear what a frame shows. */
function pageOf(address: WebAddress): WebAddress {
  if (QUERY_PLAYER.test(address)) {
    const { searchParams } = new URL(address);
    const page = webAddress(searchParams.get('href') ?? searchParams.get('url'));
    // SoundCloud's may be that of its programming interface.
    if (page && !page.startsWith('https://api.')) return page;
  }
  for (const [player, page] of PLAYERS) {
    const [found] = player.exec(address) ?? [];
    const other = found && webAddress(found.replace(player, `https://${page}`));
    if (other) return other;
  }
  return webAddress(address.replace(WORDPRESS_FRAME, '/')) ?? address;
}

function replaceByLink(frame: Element, address: WebAddress, title: string, options: EmbedOptions): void {
  const name = title || (nameOf(address, options) ?? options.embedded);
  // Links do not nest.
  frame.replaceWith(frame.closest('a') ? name : embedLink(frame, address, name, host(address)));
}

function nameOf(address: WebAddress, options: EmbedOptions): string | undefined {
  return options.siteName(address) ?? SITES.find(([pattern]) => pattern.test(address))?.[1];
}

function embedLink({ ownerDocument }: Element, address: WebAddress, name: string, where: string): Element {
  const [link, what, place] = [
    ownerDocument.createElement('a'),
    ownerDocument.createElement('bdi'),
    ownerDocument.createElement('bdi'),
  ];
  link.setAttribute('href', address);
  link.setAttribute(EMBED, '');
  what.textContent = name;
  place.textContent = where;
  place.setAttribute('dir', 'ltr');
  link.append(what, ' ', place);
  return link;
}

/** The address that is all there is in a paragraph: what an embed leaves that the publisher's system could not make. */
function bareAddress(box: Element, base: WebAddress | undefined): WebAddress | undefined {
  const [link, another] = box.children;
  if (another || (link && (link.localName !== 'a' || link.childElementCount > 0))) return undefined;
  const words = box.textContent.trim();
  if (!BARE_ADDRESS.test(words) || (link && link.textContent.trim() !== words)) return undefined;
  return webAddress(link ? link.getAttribute('href') : words, base);
}
