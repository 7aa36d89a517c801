import { closed } from '../article/bidi.js';
import type { WebAddress } from '../article/web-address.js';

/** Where a reader can share a story by a plain link. */
export const channels = [
  'whatsapp',
  'x',
  'facebook',
  'telegram',
  'email',
  'linkedin',
  'bluesky',
  'mastodon',
  'threads',
  'reddit',
] as const;

export type Channel = (typeof channels)[number];

export const defaultChannels: readonly Channel[] = ['whatsapp', 'x', 'facebook', 'telegram', 'email'];

/** The shared address and words. Never the address of the JSON, which may carry a token. */
export interface Story {
  readonly url: WebAddress;
  readonly headline?: string | undefined;
}

/** An address that opens a channel's own form, filled in; `mailto:` for e-mail, `https:` for all others. */
export function shareAddress(channel: Channel, { url, headline = '' }: Story): string {
  const address = encodeURIComponent(url);
  const title = encodeURIComponent(closed(headline));
  // The address on a line of its own: in the middle of Arabic text its parts would be shown in the wrong order.
  const message = encodeURIComponent(headline === '' ? url : `${closed(headline)}\n${url}`);
  switch (channel) {
    case 'whatsapp':
      return `https://wa.me/?text=${message}`;
    case 'x':
      return `https://x.com/intent/post?text=${title}&url=${address}`;
    case 'facebook':
      return `https://www.facebook.com/sharer/sharer.php?u=${address}`;
    case 'telegram':
      return `https://t.me/share/url?url=${address}&text=${title}`;
    case 'email':
      // RFC 6068 has two characters for a line break.
      return `mailto:?subject=${title}&body=${message.replaceAll('%0A', '%0D%0A')}`;
    case 'linkedin':
      return `https://www.linkedin.com/sharing/share-offsite/?url=${address}`;
    case 'bluesky':
      return `https://bsky.app/intent/compose?text=${message}`;
    case 'mastodon':
      // Mastodon's own page, where readers name their server; the text stays in the fragment, so no server logs it.
      return `https://share.joinmastodon.org/#text=${message}`;
    case 'threads':
      return `https://www.threads.com/intent/post?text=${title}&url=${address}`;
    case 'reddit':
      return `https://www.reddit.com/submit?url=${address}&title=${title}`;
  }
}

/** The channels of a `share` attribute, in its order and once each; names that Khabar does not know are left out. */
export function channelList(attribute: string | null | undefined): readonly Channel[] {
  if (attribute === null || attribute === undefined || attribute.trim() === '') return defaultChannels;
  const names = new Set(attribute.toLowerCase().trim().split(/\s+/));
  return [...names].filter((name): name is Channel => (channels as readonly string[]).includes(name));
}
