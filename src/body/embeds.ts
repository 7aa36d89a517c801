import { displayAddress } from '../article/display-address.js';
import { host, webAddress, type WebAddress } from '../article/web-address.js';
import { isBlank } from './blank.js';
import { mark } from './marks.js';
import { furnitureFrames } from './policy.js';

export interface EmbedOptions {
  readonly base?: WebAddress | undefined;
  /** What an embed is called that says nothing of itself. */
  readonly embedded: string;
  /** The name of the site behind an address, in the reader's language, where it has one. */
  readonly siteName: (address: WebAddress) => string | undefined;
}

const SITES: ReadonlyArray<readonly [address: RegExp, name: string]> = [
  [/^https?:\/\/([^/]+\.)?vimeo\.com\//, 'Vimeo'],
  [/^https?:\/\/([^/]+\.)?(dailymotion\.com|dai\.ly)\//, 'Dailymotion'],
  [/^https?:\/\/([^/]+\.)?soundcloud\.com\//, 'SoundCloud'],
  [/^https?:\/\/([^/]+\.)?spotify\.com\//, 'Spotify'],
  [/^https?:\/\/((www|maps)\.google\.[a-z.]+\/(maps|search)|maps\.app\.goo\.gl\/|goo\.gl\/maps)/, 'Google Maps'],
  [/^https?:\/\/([^/]+\.)?openstreetmap\.org\//, 'OpenStreetMap'],
];

/** From the address of a player, which is made for a frame, to that of the page that people read. */
const PAGES: ReadonlyArray<readonly [player: RegExp, page: string]> = [
  [
    /^https?:\/\/(?:[^/]+\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:.*&)?list=([\w-]+).*/,
    'https://www.youtube.com/playlist?list=$1',
  ],
  [
    /^https?:\/\/(?:[^/]+\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{6,}).*/,
    'https://www.youtube.com/watch?v=$1',
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)\?(?:.*&)?h=([\da-f]+).*/, 'https://vimeo.com/$1/$2'],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*/, 'https://vimeo.com/$1'],
  [/^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+).*/, 'https://www.dailymotion.com/video/$1'],
  [/^https?:\/\/geo\.dailymotion\.com\/player.*[?&]video=(\w+).*/, 'https://www.dailymotion.com/video/$1'],
  [
    /^https?:\/\/(?:www\.)?instagram\.com\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]+)\/embed.*/,
    'https://www.instagram.com/$1/$2/',
  ],
  [/^https?:\/\/platform\.(?:twitter|x)\.com\/embed\/.*[?&]id=(\d+).*/, 'https://x.com/i/status/$1'],
  [/^https?:\/\/(?:www\.)?tiktok\.com\/(?:embed(?:\/v\d)?|player\/v\d)\/(\d+).*/, 'https://www.tiktok.com/@/video/$1'],
  [
    /^https?:\/\/embed\.bsky\.app\/embed\/([^/]+)\/app\.bsky\.feed\.post\/(\w+).*/,
    'https://bsky.app/profile/$1/post/$2',
  ],
  [/^https?:\/\/open\.spotify\.com\/embed(?:-podcast)?\/(\w+)\/(\w+).*/, 'https://open.spotify.com/$1/$2'],
  [/^https?:\/\/(?:www\.)?threads\.(?:net|com)\/(@[\w.]+\/post\/[\w-]+)\/embed.*/, 'https://www.threads.com/$1'],
  // The place that the map shows stands in its address: longitude, then latitude.
  [
    /^https?:\/\/(?:www|maps)\.google\.[a-z.]+\/maps\/embed\?pb=.*?!2d(-?[\d.]+)!3d(-?[\d.]+).*/,
    'https://www.google.com/maps/search/?api=1&query=$2,$1',
  ],
  [
    /^https?:\/\/(?:www|maps)\.google\.[a-z.]+\/maps\/embed\/v1\/\w+\?(?:.*&)?q=([^&]+).*/,
    'https://www.google.com/maps/search/?api=1&query=$1',
  ],
  [
    /^(https?:\/\/(?:www\.)?openstreetmap\.org)\/export\/embed\.html\?(?:.*&)?marker=(-?[\d.]+)%2C(-?[\d.]+).*/,
    '$1/?mlat=$2&mlon=$3',
  ],
  // WordPress and Telegram show their own pages in frames.
  [/^(https?:\/\/.*\/)embed\/(?:#\?secret=.*)?$/, '$1'],
  [/^(https:\/\/t\.me\/[^?]+)\?embed=.*/, '$1'],
];

/** Whose query holds the page that is framed. */
const FRAMES_OF_A_PAGE: ReadonlyArray<readonly [player: RegExp, parameter: string]> = [
  [/^https?:\/\/(?:www\.)?facebook\.com\/plugins\/(?:post|video)\.php/, 'href'],
  [/^https?:\/\/w\.soundcloud\.com\/player/, 'url'],
];

/** Titles that are those of a player, and say nothing of what it plays. */
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
    if (!address || furnitureFrames.test(address) || isUnseen(frame)) {
      // What an <object> holds is shown where it cannot be.
      if (frame.localName === 'object' && !address) frame.replaceWith(...frame.childNodes);
      else frame.remove();
    } else {
      const title = (frame.getAttribute('title') ?? '').replace(/\s+/g, ' ').trim();
      put(frame, pageOf(address), EMPTY_TITLE.test(title) ? '' : title, options);
    }
  }
  for (const post of root.querySelectorAll('[data-href], [data-instgrm-permalink]')) {
    const address = webAddress(post.getAttribute('data-href') ?? post.getAttribute('data-instgrm-permalink'));
    const isEmpty = isBlank(post) && !post.querySelector('img, a');
    if (address && isEmpty && /^(fb-(post|video)|instagram-media)$/.test(post.classList[0] ?? ''))
      put(post, address, '', options);
  }
  for (const box of root.querySelectorAll('p, div, figure')) {
    const address = bareAddress(box, options.base);
    if (!address) continue;
    const name = nameOf(address, options) ?? host(address);
    box.replaceChildren(card(box.ownerDocument, address, name, displayAddress(address)));
  }
}

function addressOf(frame: Element, base: WebAddress | undefined): WebAddress | undefined {
  const inner = frame.querySelector('embed[src], param[name=movie], param[name=src]');
  for (const value of [
    ...['data', 'src', 'data-src', 'data-lazy-src'].map((name) => frame.getAttribute(name)),
    inner?.getAttribute('src'),
    inner?.getAttribute('value'),
  ]) {
    const address = webAddress(value, base);
    if (address) return address;
  }
  return undefined;
}

/** Frames without a size count the reader, or wait for a script; those that wait have a title. */
function isUnseen(frame: Element): boolean {
  const isNothing = (name: string) => /^[01](px)?$/.test(frame.getAttribute(name)?.trim() ?? '');
  return isNothing('width') && isNothing('height') && !frame.hasAttribute('title');
}

/** Where people read, see or hear what a frame shows. */
function pageOf(address: WebAddress): WebAddress {
  for (const [player, parameter] of FRAMES_OF_A_PAGE) {
    const page = player.test(address) ? webAddress(new URL(address).searchParams.get(parameter)) : undefined;
    // SoundCloud's may be that of its programming interface.
    if (page && !/^https?:\/\/api\./.test(page)) return page;
  }
  for (const [player, page] of PAGES) {
    const other = player.test(address) ? webAddress(address.replace(player, page)) : undefined;
    if (other) return other;
  }
  return address;
}

function put(frame: Element, address: WebAddress, title: string, options: EmbedOptions): void {
  const name = title || (nameOf(address, options) ?? options.embedded);
  // A link within a link would be none.
  frame.replaceWith(frame.closest('a') ? name : card(frame.ownerDocument, address, name, host(address)));
}

function nameOf(address: WebAddress, options: EmbedOptions): string | undefined {
  return options.siteName(address) ?? SITES.find(([pattern]) => pattern.test(address))?.[1];
}

function card(inert: Document, address: WebAddress, name: string, where: string): Element {
  const link = inert.createElement('a');
  link.setAttribute('href', address);
  const [what, place] = [inert.createElement('bdi'), inert.createElement('bdi')];
  what.textContent = name;
  place.textContent = where;
  place.setAttribute('dir', 'ltr');
  link.append(what, ' ', place);
  mark(link, 'embed');
  return link;
}

/** The address that is all there is in a paragraph: what an embed leaves that could not be made. */
function bareAddress(box: Element, base: WebAddress | undefined): WebAddress | undefined {
  const [link, another] = box.children;
  if (another || (link && (link.localName !== 'a' || link.childElementCount > 0))) return undefined;
  const words = box.textContent.trim();
  if (!BARE_ADDRESS.test(words) || (link && link.textContent.trim() !== words)) return undefined;
  return webAddress(link ? link.getAttribute('href') : words, base);
}
