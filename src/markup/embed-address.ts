import { host, webAddress, type WebAddress } from '../article/web-address.js';
import { PICTURE } from './pictures.js';
import { widgetFrames } from '../html/policy.js';

type Table = ReadonlyArray<readonly [beginning: RegExp, meaning: string]>;

/** A table by the beginnings of addresses, which are written without scheme and subdomain. */
export function byAddress(entries: Table): Table {
  return entries.map(([{ source }, meaning]) => [new RegExp(`^https?://(?:[^/]+\\.)?(?:${source})`), meaning]);
}

/** From the address of a player, made for a frame or a script, to that of the page that people read, without its scheme. */
const PLAYERS = byAddress([
  [/youtube(?:-nocookie)?\.com\/embed\/videoseries.*[?&]list=([\w-]+)/, 'www.youtube.com/playlist?list=$1'],
  [
    /(?:youtube(?:-nocookie)?\.com\/(?:embed\/|v\/|shorts\/|live\/|vi\/|watch\?(?:.*&)?v=)|youtu\.be\/|ytimg\.com\/vi(?:_webp)?\/)([\w-]{11})(?![\w-])/,
    'www.youtube.com/watch?v=$1',
  ],
  [/player\.vimeo\.com\/video\/(\d+).*[?&]h=([\da-f]+)/, 'vimeo.com/$1/$2'],
  [/player\.vimeo\.com\/video\/(\d+)/, 'vimeo.com/$1'],
  [/dailymotion\.com\/(?:embed\/video\/|player.*[?&]video=)(\w+)/, 'www.dailymotion.com/video/$1'],
  [/instagram\.com\/(?:[\w.]+\/)?((?:p|reel|tv)\/[\w-]+\/)embed/, 'www.instagram.com/$1'],
  [/platform\.(?:twitter|x)\.com\/embed\/.*[?&]id=(\d+)/, 'x.com/i/status/$1'],
  [/tiktok\.com\/(?:embed|player)(?:\/v\d)?\/(\d+)/, 'www.tiktok.com/@/video/$1'],
  [/embed\.bsky\.app\/embed\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)/, 'bsky.app/profile/$1/post/$2'],
  [/open\.spotify\.com\/embed(?:-podcast)?\/(\w+\/\w+)/, 'open.spotify.com/$1'],
  [/threads\.(?:net|com)\/(@[\w.]+\/post\/[\w-]+)\/embed/, 'www.threads.com/$1'],
  [/snapchat\.com\/([^?]+)\/embed/, 'www.snapchat.com/$1'],
  [/aparat\.com\/(?:embed|video\/video\/embed\/videohash)\/(\w+)/, 'www.aparat.com/v/$1'],
  [/public\.tableau\.com\/static\/images\/\w+\/([^/]+\/[^/]+)\//, 'public.tableau.com/views/$1'],
  [/(datawrapper\.dwcdn\.net\/\w+\/)/, '$1'],
  // Scripts that draw in their own place.
  [/((?:gist\.github\.com|asciinema\.org\/a)\/[\w/-]+)\.js/, '$1'],
  [/(cdn\.jwplayer\.com\/players\/[\w-]+)\.js/, '$1.html'],
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

/** What names a system, the form of the names that it gives, and what stands before one in the address of its page. */
const NAMES: ReadonlyArray<readonly [system: RegExp, name: RegExp, address: string]> = [
  [/youtube|\byt-|lyte|\brll-/, /^[\w-]{11}$/, 'www.youtube.com/watch?v='],
  [/vimeo/, /^\d{6,12}$/, 'vimeo.com/'],
  [/dailymotion/, /^[kx]\w{5,}$/, 'www.dailymotion.com/video/'],
  [/twe?et|twitter/, /^\d{8,20}$/, 'x.com/i/status/'],
  [/tiktok/, /^\d{15,20}$/, 'www.tiktok.com/@/video/'],
  [/instagram/, /^[\w-]{3,14}$/, 'www.instagram.com/p/'],
  [/telegram/, /^\w+\/\d+$/, 't.me/'],
  [/flourish/, /^[a-z]+\/\d+$/, 'public.flourish.studio/'],
  [/infogram/, /^[\w-]{6,}$/, 'infogram.com/'],
  [/typeform|data-tf-/, /^\w{6,12}$/, 'form.typeform.com/to/'],
  [/imgur/, /^(a\/)?\w{5,9}$/, 'imgur.com/'],
  [/strava/, /^\d+$/, 'www.strava.com/activities/'],
];
/** Attributes that hold such a name. */
const NAME = /^(?!.*(type|title)).*(id|src|video|youtube|vimeo|embed|code|post|widget|live)$/;

/** The end of the address of a frame in which WordPress shows its own page. */
const WORDPRESS_FRAME = /\/embed\/(#\?secret=.*)?$/;

/** Players whose query holds the address of the page, as `href` or `url`. */
const QUERY_PLAYER =
  /^https?:\/\/(?:[^/]+\.)?(?:facebook\.com\/plugins\/(?:post|video)\.php|w\.soundcloud\.com\/player|cdn\.embedly\.com\/widgets\/media)/;

/** Addresses that are no page: code, data, interfaces of programs, rules of a house, and a site as a whole. */
const NO_PAGE =
  /\.(m?js|jsonp?|css|xml|woff2?)([?#]|$)|wp-json|ajax|\bapi\b|privacy|polic(y|ies)|schema\.org|^https?:\/\/[^/]+\/?$/i;
/** Attributes whose addresses are no embed's. */
const OTHER = /^(style|class|on.*)$|ajax|api|icon|logo|poster|thumb|image|share|home|host/;

/** Where something can be seen, and whether it is a player's that is known. */
export interface Stated {
  readonly address: WebAddress;
  readonly isKnown: boolean;
}

/** Where people read, see or hear what a frame shows; `undefined` for a player that is not known. */
export function knownPage(address: WebAddress): WebAddress | undefined {
  if (QUERY_PLAYER.test(address)) {
    const { searchParams } = new URL(address);
    for (const name of ['href', 'url', 'src']) {
      const page = webAddress(searchParams.get(name));
      // SoundCloud's may be that of its programming interface.
      if (page && !page.startsWith('https://api.')) return knownPage(page) ?? page;
    }
  }
  for (const [player, page] of PLAYERS) {
    const [found] = player.exec(address) ?? [];
    const other = found && webAddress(found.replace(player, `https://${page}`));
    if (other) return other;
  }
  return undefined;
}

export function pageOf(address: WebAddress): WebAddress {
  return knownPage(address) ?? webAddress(address.replace(WORDPRESS_FRAME, '/')) ?? address;
}

/** The page that the attributes of these elements, and the data written in them, state. */
export function stated(elements: Iterable<Element>, base: WebAddress | undefined): Stated | undefined {
  let [page, named]: Array<WebAddress | undefined> = [];
  for (const element of elements) {
    const isScript = element.localName === 'script';
    named ??= byName(element);
    const texts = [...element.attributes].map(({ name, value }) => [name, value] as const);
    // Data, or the markup of a frame that waits. Never code.
    if (isScript && /^[<{[]/.test(decoded(element.textContent.trim()))) texts.push(['', element.textContent]);
    for (const [name, text] of texts)
      for (const address of addressesIn(text, /^(src|data|href|cite)$/.test(name) && !isScript ? base : undefined)) {
        if (widgetFrames.test(address)) continue;
        const known = knownPage(address);
        if (known) return { address: known, isKnown: true };
        if (page || OTHER.test(name) || (isScript && name.endsWith('src')) || NO_PAGE.test(address)) continue;
        if (!PICTURE.test(address) && address !== base) page = pageOf(address);
      }
  }
  // The address of the same site says more than a number.
  if (named) return { address: page && host(page) === host(named) ? page : named, isKnown: true };
  return page && { address: page, isKnown: false };
}

/** All addresses in the value of an attribute: one, or the markup or JSON of a player, however it is encoded. */
function addressesIn(text: string, base: WebAddress | undefined): readonly WebAddress[] {
  const written = decoded(text.trim())
    .replaceAll('\\/', '/')
    .replace(/^(?=\/\/)/, 'https:')
    .replace(/^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)$/, 'https://bsky.app/profile/$1/post/$2');
  // One that is whole is nothing else: what runs may have others in it.
  const found = base || URL.canParse(written) ? [written] : (written.match(/https?:\/\/[^\s"'<>\\]+/g) ?? []);
  return found.flatMap((one) => webAddress(one.replaceAll('&amp;', '&'), base) ?? []);
}

/** Consent managers write the frames that wait in percent codes, or in Base64. */
function decoded(text: string): string {
  try {
    if (/^(https?%3a|%3c)/i.test(text)) return decodeURIComponent(text);
    if (/^(P[A-Z]|aHR0c)[\w+/]+=*$/.test(text)) return atob(text);
  } catch {
    // It only looks like one.
  }
  return text;
}

/** The page of what an element names in the way of a system that its own name, class or attributes speak of. */
function byName(element: Element): WebAddress | undefined {
  const { attributes, localName } = element;
  const [account, video] = ['data-account', 'data-video-id'].map((name) => element.getAttribute(name) ?? '');
  if (/^\d+$/.test(account!) && /^\d+$/.test(video!))
    return webAddress(`https://players.brightcove.net/${account}/default_default/index.html?videoId=${video}`);
  const words = [localName, ...[...attributes].map(({ name, value }) => `${name} ${value.slice(0, 200)}`)].join(' ');
  // Substack's, in JSON.
  const inData = /"videoId":"([\w-]{11})"/.exec(element.getAttribute('data-attrs') ?? '')?.[1];
  if (inData && /youtube/.test(words)) return webAddress(`https://www.youtube.com/watch?v=${inData}`);
  for (const [system, form, address] of NAMES)
    if (system.test(words))
      for (const { name, value } of attributes)
        if (NAME.test(name) && form.test(value)) return webAddress(`https://${address}${value}`);
  return undefined;
}
