import { displayAddress } from '../article/display-address.js';
import { host, webAddress, type WebAddress } from '../article/web-address.js';
import { isBlank } from '../html/blank.js';
import { byAddress, pageOf, stated } from './embed-address.js';
import { EMBED } from '../html/marks.js';
import { isPixel, RECORDING } from './pictures.js';
import { widgetFrames } from '../html/policy.js';
import { extractContents, renamed } from '../html/elements.js';

export interface EmbedOptions {
  readonly base?: WebAddress | undefined;
  /** The name of an embed that has none. */
  readonly embedded: string;
  /** The name of the site behind an address, in the reader's language, where it has one. */
  readonly siteName: (address: WebAddress) => string | undefined;
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

/** Titles that speak of a player, and not of what it plays. */
const EMPTY_TITLE =
  /\b(player|iframe|embed(ded)?|widget|frame)\b|^(x|tweet|post|video|map|play|youtube|vimeo)?( post| video)?$/i;
/** Attributes that say what is played. */
const TITLES = ['title', 'playlabel', 'data-title', 'aria-label'];

const BARE_ADDRESS = /^https?:\/\/\S{3,2000}$/;

const FRAMES = 'iframe, object, embed, frame';
const PLAYERS = 'video, audio';
/** What is seen of an embed whose script does not run. */
const SEEN = 'img, picture, table, hr, input';
/** Words in these are a control's, or a script's, and no text. */
const UNREAD = 'script, style, noscript, template, button, svg, select';
/** Boxes that a script fills, by the names that they have everywhere. */
const EMBED_CLASS = /embed|player|facade|youtube|video|tableau/i;
/** Elements that scripts fill, and links that they turn into a frame. */
const BOXES = /^(div|section|figure|p|span|blockquote)$/;
const EMBED_LINKS = 'a[data-pin-do^=embed], a[class*=embed], a[class*=timeline]';
/** Attributes by which a script knows what to fill a box with. */
const NUMBERED = /^data-.*(id|src|video|embed|post|poll|quiz|live|key|url)$/;
/** Elements that an embed consists of. */
const MOST_WITHIN = 50;
/** Buttons to like and share, advertisements, icons and gaps. */
const WIDGET = /shar(e|ing)|a2a|follow|\blike|fb-page|comment|icon|related|spacer|consent/i;
const ADVERTISEMENT = /(\b|_)ads?(\b|[-_])|adsby|advert|analytics|pixel/i;

/**
 * Puts a link in the place of each embed: what it is, where it leads. Nothing of the third party is fetched. Posts of social
 * networks that come as quotes, which a script would turn into frames, stay quotes where they have words.
 */
export function* linkEmbeds(root: Element, options: EmbedOptions): Generator<void> {
  // Their frames have been taken out of them; what is left are words for who has no scripts.
  for (const noscript of root.querySelectorAll('noscript')) noscript.replaceChildren();
  let count = 0;
  for (const element of root.querySelectorAll('*')) {
    if ((count += 1) % 100 === 0) yield;
    if (!element.namespaceURI!.endsWith('xhtml') || !root.contains(element)) continue;
    if (element.matches(FRAMES)) linkFrame(element, options);
    else if (element.localName === 'script') linkScript(element, options);
    // CKEditor's own element.
    else if (element.localName.includes('-') || element.localName === 'oembed') linkComponent(element, options);
    else if (element.matches(PLAYERS)) linkUnplayable(element, options);
    else linkBox(element, options);
  }
  for (const box of root.querySelectorAll('p, div, figure')) {
    const address = bareAddress(box, options.base);
    if (address)
      box.replaceChildren(
        embedLink(box, address, '', nameOf(address, options) ?? host(address), displayAddress(address)),
      );
  }
  joinTwins(root, options);
}

function linkFrame(frame: Element, options: EmbedOptions): void {
  const inner = frame.querySelector('embed');
  const address = addressOf(frame, options.base) ?? (inner ? addressOf(inner, options.base) : undefined);
  // The contents of an <object> are for those who cannot see it.
  if (!address && frame.localName === 'object' && !isSilent(frame)) frame.replaceWith(extractContents(frame));
  // Frames without a size count readers, or wait for a script; those that wait have a title.
  else if (
    (address ? widgetFrames.test(address) : [...frame.attributes].some(({ value }) => widgetFrames.test(value))) ||
    (!frame.hasAttribute('title') && isPixel(frame)) ||
    isAdvertisement(frame)
  )
    frame.remove();
  else replaceByLink(frame, address && pageOf(address), options);
}

/** The address of a frame. A player that is known wins: `src` may be that of a page which asks for consent. */
function addressOf(frame: Element, base: WebAddress | undefined): WebAddress | undefined {
  const found = stated([frame], base);
  if (found?.isKnown) return found.address;
  for (const name of ['data', 'src', 'data-src', 'data-lazy-src']) {
    const address = webAddress(frame.getAttribute(name), base);
    if (address) return address;
  }
  return found?.address;
}

/** Scripts that draw in their own place, and name what. */
function linkScript(script: Element, options: EmbedOptions): void {
  if (script.matches('.wp-playlist-script')) return linkPlaylist(script, options);
  // JSON belongs to the box around it, or describes the page.
  const found = /json/.test(script.getAttribute('type') ?? '') ? undefined : stated([script], options.base);
  if (found) replaceByLink(script, found.address, options);
}

/** The tracks of a playlist of WordPress. */
function linkPlaylist(script: Element, options: EmbedOptions): void {
  let tracks: readonly { src?: unknown; title?: unknown }[];
  try {
    ({ tracks } = JSON.parse(script.textContent) as { tracks: typeof tracks });
    const list = script.ownerDocument.createElement('ul');
    for (const { src, title } of tracks) {
      const address = webAddress(src, options.base);
      const item = script.ownerDocument.createElement('li');
      if (address) item.append(linkTo(script, address, typeof title === 'string' ? title : '', options));
      list.append(item);
    }
    (script.closest('.wp-playlist') ?? script).replaceWith(list);
  } catch {
    replaceByLink(script, undefined, options);
  }
}

/** Custom elements: players of libraries, of AMP, or boxes whose words stay. */
function linkComponent(element: Element, options: EmbedOptions): void {
  if (isWidget(element)) return isSilent(element) ? element.remove() : undefined;
  const file = element.getAttribute('src') ?? element.querySelector('source')?.getAttribute('src') ?? '';
  if (/^(amp-(video|audio)|video-js)$/.test(element.localName) || RECORDING.test(file)) {
    const isSound = /audio/.test(element.localName) || /\.(mp3|m4a|oga|ogg|aac|wav|flac|opus)\b/i.test(file);
    return linkUnplayable(renamed(element, isSound ? 'audio' : 'video'), options);
  }
  if (!isSilent(element)) return;
  const own = stated([element], options.base);
  if (own && (own.isKnown || element.hasAttribute('src') || !element.querySelector(SEEN)))
    return replaceByLink(element, own.address, options);
  if (!element.querySelector(`${SEEN}, ${FRAMES}, ${PLAYERS}`))
    replaceByLink(element, stated(element.querySelectorAll('*'), options.base)?.address, options);
}

let probe: HTMLVideoElement | undefined;

/** A player of files that this browser does not play, or that has none. */
function linkUnplayable(player: Element, options: EmbedOptions): void {
  probe ??= document.createElement('video');
  const files = [player, ...player.querySelectorAll('source')];
  const isPlayable = files.some((file) => {
    const address = webAddress(file.getAttribute('src'), options.base);
    const type = file.getAttribute('type') ?? (/\.m3u8\b/i.test(address ?? '') ? 'application/vnd.apple.mpegurl' : '');
    return (
      address &&
      !/\.mpd\b/i.test(address) &&
      !(type && !probe!.canPlayType(type)) &&
      !stated([file], options.base)?.isKnown
    );
  });
  if (isPlayable) return;
  const found = stated([...files, ...player.querySelectorAll('a')], options.base);
  replaceByLink(player, found?.address, options);
}

/** Boxes that a script fills, and quotations without words. */
function linkBox(element: Element, options: EmbedOptions): void {
  const { localName, className, attributes } = element;
  const isQuote = localName === 'blockquote';
  const isBox = EMBED_CLASS.test(className);
  const hasData = [...attributes].some(({ name }) => /^(data-|cite$)/.test(name));
  if (localName === 'a' ? !element.matches(EMBED_LINKS) : !(isBox || hasData || isQuote) || !BOXES.test(localName))
    return;
  const own = stated([element, ...element.querySelectorAll(':scope > script')], options.base);
  if (!own?.isKnown && isWidget(element)) return;
  if (!isSilent(element)) {
    // What waits for consent stands beside the words that ask for it.
    const isLost = isQuote
      ? element.hasAttribute('data-instgrm-permalink') && !element.querySelector('a[href]')
      : own?.isKnown && /^(div|figure|section)$/.test(localName);
    if (own && isLost && !leadsTo(element, own.address, options))
      element.append(linkTo(element, own.address, titleOf(element), options));
    return;
  }
  const hasPicture = element.querySelector(SEEN) !== null;
  const isFull = hasPicture || element.querySelector(`${FRAMES}, ${PLAYERS}`) !== null;
  if (own?.isKnown || (own && !isFull)) return replaceByLink(element, own.address, options);
  const [inner, another] = isBox || isQuote ? statedWithin(element, options) : [];
  if (inner) return another ? undefined : replaceByLink(element, inner, options);
  // What a script would fill, by a number that says nothing to anybody else.
  const isFilled =
    isQuote || isBox || element.querySelector('script') || element.nextElementSibling?.localName === 'script';
  if (hasData && isFilled && !isFull && [...attributes].some(({ name }) => NUMBERED.test(name)))
    replaceByLink(element, undefined, options);
}

/** Whether a box holds its embed, or a link to it. */
function leadsTo(box: Element, page: WebAddress, { base }: EmbedOptions): boolean {
  return [...box.querySelectorAll(`a[href], ${FRAMES}, ${PLAYERS}, [data-src]`)].some((element) => {
    const address = webAddress(element.getAttribute('href'), base);
    return address ? pageOf(address) === page : element.localName !== 'a';
  });
}

/** The pages that different elements in a box state. */
function statedWithin(box: Element, { base }: EmbedOptions): readonly WebAddress[] {
  const isWordless = box.localName === 'blockquote' && !box.querySelector(SEEN);
  const within = [...box.querySelectorAll('*')];
  // Boxes within one another would each ask all that is in them.
  const found = within.slice(0, MOST_WITHIN).flatMap((element) => stated([element], base) ?? []);
  return [...new Set(found.filter(({ isKnown }) => isKnown || isWordless).map(({ address }) => address))];
}

function isAdvertisement({ className, localName, attributes }: Element): boolean {
  return ADVERTISEMENT.test([localName, className, ...[...attributes].map(({ name }) => name)].join(' '));
}

function isWidget(element: Element): boolean {
  return WIDGET.test(`${element.localName} ${element.className}`) || isAdvertisement(element);
}

/** Whether an element has no words of its own; an address is none. */
function isSilent(element: Element): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    const words = nodeValue!.trim();
    if (words && !BARE_ADDRESS.test(words) && !parentElement!.closest(UNREAD)) return false;
  }
  return true;
}

function titleOf(element: Element): string {
  for (const name of TITLES) {
    const title = element.getAttribute(name)?.replace(/\s+/g, ' ').trim();
    if (title && !EMPTY_TITLE.test(title)) return title;
  }
  return '';
}

/** Puts a link in the place of an embed, to the original where nothing else is known. */
function replaceByLink(element: Element, address: WebAddress | undefined, options: EmbedOptions): void {
  const [page, title] = [address ?? options.base, titleOf(element)];
  // Links do not nest.
  if (element.parentElement!.closest('a'))
    element.replaceWith(address ? title || nameOf(address, options) || options.embedded : '');
  // The picture of a chart, for who has no scripts, stays above the link to it.
  else if (page)
    element.replaceWith(...element.querySelectorAll('img:has(+ noscript)'), linkTo(element, page, title, options));
  else element.remove();
}

function nameOf(address: WebAddress, options: EmbedOptions): string | undefined {
  return options.siteName(address) ?? SITES.find(([pattern]) => pattern.test(address))?.[1];
}

function linkTo(element: Element, address: WebAddress, title: string, options: EmbedOptions): Element {
  return embedLink(element, address, title, nameOf(address, options) ?? options.embedded, host(address));
}

function embedLink(
  { ownerDocument }: Element,
  address: WebAddress,
  title: string,
  name: string,
  where: string,
): Element {
  const [link, what, place] = [
    ownerDocument.createElement('a'),
    ownerDocument.createElement('bdi'),
    ownerDocument.createElement('bdi'),
  ];
  link.setAttribute('href', address);
  link.setAttribute(EMBED, title);
  what.textContent = title || name;
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

/** Leaves one link where an embed, its copy for who has no scripts and the link below it lead to the same page. */
function joinTwins(root: Element, { base }: EmbedOptions): void {
  let last: Element | undefined;
  let lastPage: WebAddress | undefined;
  const gone: Element[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (/\S/.test(node.nodeValue!) && !node.parentElement!.closest(UNREAD) && !node.parentElement!.closest('a'))
        last = undefined;
      continue;
    }
    const element = node as Element;
    if (element.matches(`${SEEN}, ${PLAYERS}`)) last = undefined;
    if (element.localName !== 'a') continue;
    const address = webAddress(element.getAttribute('href'), base);
    const page = address && pageOf(address);
    const isEmbed = element.hasAttribute(EMBED);
    if (!page || !(isEmbed || standsAlone(element))) {
      last = undefined;
      continue;
    }
    if (last && lastPage === page && (isEmbed || last.hasAttribute(EMBED))) {
      // The embed stays, with the title that either has.
      const [stays, goes] = last.hasAttribute(EMBED) ? [last, element] : [element, last];
      const title = goes.hasAttribute(EMBED) ? goes.getAttribute(EMBED)! : goes.textContent.replace(/\s+/g, ' ').trim();
      if (title && !stays.getAttribute(EMBED) && !BARE_ADDRESS.test(title)) {
        stays.firstChild!.textContent = title;
        stays.setAttribute(EMBED, title);
      }
      gone.push(goes);
      last = stays;
    } else [last, lastPage] = [element, page];
  }
  for (const element of gone) element.remove();
}

/** Whether no words stand before or after a link in its line. */
function standsAlone(link: Element): boolean {
  return (['previousSibling', 'nextSibling'] as const).every((side) => {
    let next: ChildNode | null = link[side];
    while (next && next.nodeType === Node.TEXT_NODE && !/\S/.test(next.nodeValue!)) next = next[side];
    return (
      !next || (next.nodeType !== Node.TEXT_NODE && (isBlank(next as Element) || (next as Element).hasAttribute(EMBED)))
    );
  });
}
