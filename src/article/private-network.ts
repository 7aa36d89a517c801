import type { Article } from './article.js';
import type { WebAddress } from './web-address.js';

/** Names of hosts that no public name server answers for (RFC 6761, RFC 6762, RFC 8375), and what home routers use. */
const PRIVATE_NAME = /^[^.]+$|\.(?:localhost|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;
const LOOPBACK = /^127\.|^localhost$|\.localhost$|^\[::1\]$/;

/** Whether an address leads into the network of the reader (RFC 1918, RFC 4193 and their like), or onto their device. */
export function isPrivate(address: WebAddress): boolean {
  const { hostname } = new URL(address);
  const name = hostname.replace(/\.$/, '');
  if (name.startsWith('[')) return isPrivateIPv6(name.slice(1, -1));
  return /^\d+(\.\d+){3}$/.test(name) ? isPrivateIPv4(name) : PRIVATE_NAME.test(name);
}

/**
 * Whether a picture may be loaded for an article: to the readers of a public story, an address of their own network
 * could only be an attack on what answers there.
 * @param source where the article came from; what comes from a private network may show what lies on the same host.
 */
export function mayLoad(picture: WebAddress, source: WebAddress | undefined): boolean {
  if (!isPrivate(picture)) return true;
  if (source === undefined) return false;
  const [own, other] = [new URL(source).hostname, new URL(picture).hostname];
  return own === other || (LOOPBACK.test(own) && LOOPBACK.test(other));
}

/** The article without the pictures that may not be loaded for it. */
export function withoutPrivatePictures(article: Article, source: WebAddress | undefined): Article {
  const may = (picture: WebAddress | undefined) => (picture && mayLoad(picture, source) ? picture : undefined);
  const { picture, publisher, related } = article;
  return {
    ...article,
    picture: picture &&
      may(picture.url) && { ...picture, candidates: picture.candidates?.filter(({ url }) => may(url)) },
    publisher: publisher && { ...publisher, logo: may(publisher.logo) },
    related: related.map((story) => ({ ...story, picture: may(story.picture) })),
  };
}

/** The URL Standard writes every spelling of an IPv4 address, such as 0x7f.1 or 2130706433, as four decimal numbers. */
function isPrivateIPv4(name: string): boolean {
  const [first = 0, second = 0, third = 0] = name.split('.').map(Number);
  return (
    [0, 10, 127].includes(first) ||
    first >= 224 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && (second === 168 || (second === 0 && third === 0))) ||
    (first === 198 && (second === 18 || second === 19))
  );
}

/** Compressed as the URL Standard writes it: `fe80::1`, `::ffff:7f00:1`. */
function isPrivateIPv6(name: string): boolean {
  // Mapped, translated (RFC 6052) and tunnelled (RFC 3056) IPv4 addresses.
  const [, high, low] =
    /^(?:::ffff:|64:ff9b::)([\da-f]{1,4}):([\da-f]{1,4})$/.exec(name) ??
    /^2002:([\da-f]{1,4}):([\da-f]{1,4}):/.exec(name) ??
    [];
  if (high !== undefined && low !== undefined) {
    const bytes = [high, low].flatMap((part) => [parseInt(part, 16) >> 8, parseInt(part, 16) & 255]);
    return isPrivateIPv4(bytes.join('.'));
  }
  return /^(::[\da-f]{0,4}$|::[\da-f]{1,4}:[\da-f]{1,4}$|f[cd]|fe[89ab]|ff)/.test(name);
}
