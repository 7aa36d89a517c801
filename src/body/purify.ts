import createDOMPurify from 'dompurify';
import { mayLoad } from '../article/private-network.js';
import { webAddress, type WebAddress } from '../article/web-address.js';
import { dataPicture } from '../html/data-addresses.js';
import { MARKS } from '../html/marks.js';
import { trustedTypesPolicy } from '../html/parse.js';
import {
  addedAttributes,
  addressAttributes,
  allowedAttributes,
  allowedElements,
  countingAttributes,
  HIGHEST_COUNT,
  keptLinkRelations,
  mathAttributes,
  mathElements,
  refusedWithContents,
} from '../html/policy.js';

export interface PurifyOptions {
  /** What relative addresses are resolved against: the article's own address, never the host page's. */
  readonly base?: WebAddress | undefined;
  /** Where the article came from, if it was fetched: what lies there may be loaded, however private the network. */
  readonly source?: WebAddress | undefined;
  /** Whether the page came by `https:`, on which browsers refuse what comes by `http:`. */
  readonly isSecurePage?: boolean | undefined;
}

let purifier: ReturnType<typeof createDOMPurify> | undefined;
/** Of the piece that is being cleaned; DOMPurify does not pass it to hooks. */
let current: PurifyOptions = {};

/** A clean copy of what stands in an inert document. Elements that are refused leave their contents behind. */
export function purify(piece: Node, options: PurifyOptions): DocumentFragment {
  purifier ??= createPurifier();
  current = options;
  const trusted = trustedTypesPolicy();
  return purifier.sanitize(piece, {
    ALLOWED_TAGS: [...allowedElements, ...mathElements],
    ALLOWED_ATTR: [...MARKS, ...mathAttributes, ...allowedAttributes.map((pair) => pair.split(' ')[1]!)],
    FORBID_CONTENTS: [...refusedWithContents],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // DOMPurify would judge the whole list by its first address; cleanSrcset() judges each.
    ADD_URI_SAFE_ATTR: ['srcset'],
    // A fragment goes into the page as it was checked: written out and parsed again, HTML can change its meaning.
    RETURN_DOM_FRAGMENT: true,
    ...(trusted && { TRUSTED_TYPES_POLICY: trusted }),
  });
}

/** An instance of our own: it shares no hooks and no settings with the host page's DOMPurify. */
function createPurifier(): ReturnType<typeof createDOMPurify> {
  const instance = createDOMPurify(window);
  if (!instance.isSupported) throw new Error('This browser cannot clean HTML.');
  instance.addHook('uponSanitizeAttribute', ({ localName }, attribute) => {
    const { attrName } = attribute;
    const isAllowed = mathElements.includes(localName)
      ? mathAttributes.includes(attrName)
      : ['*', localName].some((element) => allowedAttributes.includes(`${element} ${attrName}`));
    if (!isAllowed && !MARKS.includes(attrName)) attribute.keepAttr = false;
  });
  instance.addHook('afterSanitizeAttributes', finishAttributes);
  return instance;
}

/** Sees each element that stays, after DOMPurify has judged its attributes and before it comes near the page. */
function finishAttributes(element: Element): void {
  const change = (name: string, clean: (value: string) => string | undefined) => {
    const value = element.getAttribute(name);
    if (value === null) return;
    const changed = clean(value);
    if (changed === undefined) element.removeAttribute(name);
    else element.setAttribute(name, changed);
  };
  for (const name of addressAttributes)
    change(name, (value) =>
      name === 'src'
        ? (element.localName === 'img' && dataPicture(value)) || resource(value)
        : (contact(element, value) ?? webAddress(value, current.base)),
    );
  for (const name of countingAttributes)
    change(name, (value) => (Number.parseInt(value, 10) > HIGHEST_COUNT ? undefined : value));
  change('srcset', cleanSrcset);
  const { localName } = element;
  if (localName === 'img' && !element.hasAttribute('alt')) element.setAttribute('alt', '');
  const relations = element.getAttribute('rel')?.toLowerCase().split(/\s+/);
  element.removeAttribute('rel');
  // A telephone number or a mail address opens no page.
  if (localName === 'a' && !/^h/.test(element.getAttribute('href') ?? '')) return;
  for (const [owner, name, value] of addedAttributes) if (owner === localName) element.setAttribute(name, value);
  if (localName === 'a')
    element.setAttribute(
      'rel',
      ['noopener', ...keptLinkRelations.filter((relation) => relations?.includes(relation))].join(' '),
    );
}

/**
 * A telephone number (RFC 3966) or a mail address (RFC 6068) that a link leads to. Without its parameters, which would
 * write a letter in the reader's name.
 */
function contact({ localName }: Element, value: string): string | undefined {
  const address = value.trim();
  if (localName !== 'a') return undefined;
  return (/^tel:\+?[\d().\-\s]{2,30}(?=;|$)/i.exec(address) ??
    // Percent codes could hold the line ends of a mail's head.
    /^mailto:[^\s?&,;:/<>"%]+@[^\s?&,;:/<>"%]+/i.exec(address))?.[0];
}

/** The address of what a browser loads by itself. */
function resource(value: unknown): WebAddress | undefined {
  const address = webAddress(value, current.base);
  if (!address || !mayLoad(address, current.source)) return undefined;
  return current.isSecurePage ? webAddress(address.replace(/^http:/, 'https:')) : address;
}

const DESCRIPTOR = /^(\d+w|(\d+(\.\d+)?|\.\d+)x)?$/;

/**
 * Image candidate strings (HTML, "srcset attributes"): an address, then optionally a width or density. An address ends
 * at white space, and may hold commas, only not at its end. The pattern never goes back over what it has read.
 */
function cleanSrcset(srcset: string): string | undefined {
  const kept: string[] = [];
  for (const [, address, written = ''] of srcset.matchAll(/([^\s,](?:\S*[^\s,])?)(?:,|([^,]*))/g)) {
    const [url, descriptor] = [resource(address), written.trim()];
    if (url && DESCRIPTOR.test(descriptor)) kept.push(`${url} ${descriptor}`.trim());
  }
  return kept.join(', ') || undefined;
}
