import type { Article } from './article.js';
import type { WebAddress } from './web-address.js';

/** Names of hosts that no public name server answers for (RFC 6761, RFC 6762, RFC 8375), and what home routers use. */
const PRIVATE_NAME = /^[^.]+$|\.(?:localhost|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;
const LOOPBACK = /^127\.|^localhost$|\.localhost$|^\[::1\]$/;

/** Private and special addresses (RFC 6890), multicast (RFC 1112) and reserved ones. */
const PRIVATE_IPV4 =
  /^(?:0|10|127|22[4-9]|2[345]\d|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.(?:168|0\.0)|198\.1[89])\./;
const PRIVATE_IPV6 = /^\[(?:::[\da-f]{0,4}\]|::[\da-f]{1,4}:[\da-f]{1,4}\]|f[cdf]|fe[89ab])/;
/** Mapped, translated (RFC 6052) and tunnelled (RFC 3056) IPv4 addresses, as the URL Standard writes them. */
const IPV4_WITHIN = /^\[(?:::ffff|64:ff9b:|2002):([\da-f]{1,4}):([\da-f]{1,4})(?=\]|:)/;

/**
 * Tells addresses that lead into the network of the reader (RFC 1918, RFC 4193 and their like), or onto their device. The
 * URL Standard writes every spelling of an IPv4 address, such as 0x7f.1 or 2130706433, as four decimal numbers.
 */
export function isPrivate(address: WebAddress): boolean {
  const name = new URL(address).hostname.replace(/\.$/, '');
  const [, high, low] = IPV4_WITHIN.exec(name) ?? [];
  if (high === undefined)
    return (/^[\d.]+$/.test(name) ? PRIVATE_IPV4 : /^\[/.test(name) ? PRIVATE_IPV6 : PRIVATE_NAME).test(name);
  const bytes = [high, low!].flatMap((part) => [parseInt(part, 16) >> 8, parseInt(part, 16) & 255]);
  return PRIVATE_IPV4.test(bytes.join('.'));
}

/**
 * Whether a picture may be loaded for an article: to the readers of a public story, an address of their own network
 * could only be an attack on what answers there.
 * @param address where the article came from; what comes from a private network may show what lies on the same host.
 */
export function mayLoad(picture: WebAddress, address: WebAddress | undefined): boolean {
  if (!isPrivate(picture)) return true;
  if (address === undefined) return false;
  const [own, other] = [new URL(address).hostname, new URL(picture).hostname];
  return own === other || (LOOPBACK.test(own) && LOOPBACK.test(other));
}

/** The article without the pictures that may not be loaded for it. */
export function withoutPrivatePictures(article: Article, address: WebAddress | undefined): Article {
  const may = (picture: WebAddress | undefined) => (picture && mayLoad(picture, address) ? picture : undefined);
  const { picture, publisher, related } = article;
  return {
    ...article,
    picture: picture &&
      may(picture.url) && { ...picture, candidates: picture.candidates?.filter(({ url }) => may(url)) },
    publisher: publisher && { ...publisher, logo: may(publisher.logo) },
    related: related.map((story) => ({ ...story, picture: may(story.picture) })),
  };
}
