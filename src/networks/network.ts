import { host, type WebAddress } from '../article/web-address.js';

/** Networks that the card can name and mark. */
export type Network =
  | 'x'
  | 'facebook'
  | 'instagram'
  | 'youtube'
  | 'whatsapp'
  | 'telegram'
  | 'tiktok'
  | 'snapchat'
  | 'threads'
  | 'bluesky'
  | 'mastodon'
  | 'linkedin'
  | 'reddit'
  | 'rss'
  | 'nabd';

const hosts: ReadonlyMap<string, Network> = new Map(
  Object.entries({
    'x.com': 'x',
    'twitter.com': 'x',
    'facebook.com': 'facebook',
    'fb.com': 'facebook',
    'fb.me': 'facebook',
    'instagram.com': 'instagram',
    'youtube.com': 'youtube',
    'youtu.be': 'youtube',
    'whatsapp.com': 'whatsapp',
    'wa.me': 'whatsapp',
    't.me': 'telegram',
    'telegram.me': 'telegram',
    'telegram.org': 'telegram',
    'tiktok.com': 'tiktok',
    'snapchat.com': 'snapchat',
    'threads.net': 'threads',
    'threads.com': 'threads',
    'bsky.app': 'bluesky',
    'linkedin.com': 'linkedin',
    'lnkd.in': 'linkedin',
    'reddit.com': 'reddit',
    'nabd.com': 'nabd',
    'nabdapp.com': 'nabd',
  } as const),
);

// Mastodon has thousands of hosts. All have the same profile paths, and most have a telling name;
// the path alone is not enough (Medium, Substack and others use it too).
const MASTODON_HOST =
  /mastodon|mstdn|\.social$|(^|\.)(mas\.to|fosstodon\.org|hachyderm\.io|infosec\.exchange|chaos\.social|journa\.host|flipboard\.com)$/;
const PROFILE_PATH = /^\/@[^/]+\/?$/;
const FEED_PATH = /(^|\/)(feed|rss|atom)(\.[a-z]+)?\/?$|\.(rss|atom)$/i;

/** The network an account's address belongs to; `undefined` for one that Khabar does not know. */
export function networkOf(address: WebAddress): Network | undefined {
  const { hostname, pathname } = new URL(address);
  // m.facebook.com, ar-ar.facebook.com, www.youtube.com: the last two labels name the network.
  const known = hosts.get(hostname.split('.').slice(-2).join('.'));
  if (known) return known;
  if (PROFILE_PATH.test(pathname) && MASTODON_HOST.test(hostname)) return 'mastodon';
  return FEED_PATH.test(pathname) ? 'rss' : undefined;
}

/** What tells one account from another of the same network: its handle, else the end of its address. */
export function handle(address: WebAddress): string {
  const last = new URL(address).pathname.split('/').filter(Boolean).pop();
  if (last === undefined) return host(address);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
