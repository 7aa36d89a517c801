import createDOMPurify from 'dompurify';
import { mayLoad } from '../article/private-network.js';
import { webAddress, type WebAddress } from '../article/web-address.js';
import { MARK } from './marks.js';
import { trustedTypesPolicy } from './parse.js';
import {
  addressAttributes,
  allowedAttributes,
  allowedElements,
  countingAttributes,
  HIGHEST_COUNT,
  keptLinkRelations,
  refusedWithContents,
} from './policy.js';

export interface PurifyOptions {
  /** What relative addresses are resolved against: the article's own address, never the host page's. */
  readonly base?: WebAddress | undefined;
  /** Where the article came from, if it was fetched: what lies there may be loaded, however private the network. */
  readonly source?: WebAddress | undefined;
  /** Whether the page came by `https:`, on which browsers refuse what comes by `http:`. */
  readonly isSecurePage?: boolean | undefined;
}

let purifier: ReturnType<typeof createDOMPurify> | undefined;
/** Of the piece that is being cleaned: DOMPurify's hooks are not told. */
let current: PurifyOptions = {};

/** A clean copy of what stands in an inert document. Elements that are refused leave their contents behind. */
export function purify(piece: Node, options: PurifyOptions): DocumentFragment {
  purifier ??= createPurifier();
  current = options;
  const trusted = trustedTypesPolicy();
  return purifier.sanitize(piece, {
    ALLOWED_TAGS: [...allowedElements],
    ALLOWED_ATTR: [...new Set(Object.values(allowedAttributes).flat()), MARK],
    FORBID_CONTENTS: [...refusedWithContents],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // DOMPurify would judge the whole list by its first address; settleCandidates() judges each.
    ADD_URI_SAFE_ATTR: ['srcset'],
    // A fragment goes into the page as it was checked: written out and parsed again, HTML can change its meaning.
    RETURN_DOM_FRAGMENT: true,
    ...(trusted && { TRUSTED_TYPES_POLICY: trusted }),
  });
}

/** An instance of our own: hooks that the host page adds to its DOMPurify, or takes away, are not ours, nor ours its. */
function createPurifier(): ReturnType<typeof createDOMPurify> {
  const instance = createDOMPurify(window);
  if (!instance.isSupported) throw new Error('This browser cannot clean HTML.');
  instance.addHook('uponSanitizeAttribute', ({ localName }, attribute) => {
    const name = attribute.attrName;
    const isAllowed = [localName, '*'].some((key) => allowedAttributes[key]?.includes(name));
    if (!isAllowed && name !== MARK) attribute.keepAttr = false;
  });
  instance.addHook('afterSanitizeAttributes', settle);
  return instance;
}

/** Sees each element that stays, after its attributes have been judged and before it comes near the page. */
function settle(element: Element): void {
  const { base } = current;
  for (const name of addressAttributes) {
    const value = element.getAttribute(name);
    if (value === null) continue;
    const address = name === 'src' ? resource(value) : webAddress(value, base);
    if (address) element.setAttribute(name, address);
    else element.removeAttribute(name);
  }
  for (const name of countingAttributes) {
    if (Number.parseInt(element.getAttribute(name) ?? '', 10) > HIGHEST_COUNT) element.removeAttribute(name);
  }
  const candidates = element.getAttribute('srcset');
  if (candidates !== null) settleCandidates(element, candidates);
  switch (element.localName) {
    case 'a':
      settleLink(element);
      break;
    case 'img':
      // An import into the page starts the download of an eager picture, even of one that is never shown.
      element.setAttribute('loading', 'lazy');
      element.setAttribute('decoding', 'async');
      element.setAttribute('referrerpolicy', 'strict-origin-when-cross-origin');
      if (!element.hasAttribute('alt')) element.setAttribute('alt', '');
      break;
    case 'audio':
    case 'video':
      element.setAttribute('controls', '');
      element.setAttribute('preload', 'none');
  }
}

/** The address of what a browser loads by itself. */
function resource(value: unknown): WebAddress | undefined {
  const address = webAddress(value, current.base);
  if (!address || !mayLoad(address, current.source)) return undefined;
  return current.isSecurePage ? webAddress(address.replace(/^http:/, 'https:')) : address;
}

function settleLink(link: Element): void {
  const relations = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
  link.removeAttribute('rel');
  if (!link.hasAttribute('href')) return;
  link.setAttribute('target', '_blank');
  link.setAttribute(
    'rel',
    ['noopener', ...keptLinkRelations.filter((relation) => relations.includes(relation))].join(' '),
  );
}

const DESCRIPTOR = /^(\d+w|(\d+(\.\d+)?|\.\d+)x)?$/;

/**
 * Image candidate strings (HTML, "srcset attributes"): an address, then optionally a width or density. An address ends
 * at white space, and may hold commas, only not at its end. The pattern never goes back over what it has read.
 */
function settleCandidates(element: Element, srcset: string): void {
  const kept: string[] = [];
  for (const [, address, descriptor = ''] of srcset.matchAll(/([^\s,](?:\S*[^\s,])?)(?:,|([^,]*))/g)) {
    const url = resource(address);
    if (url && DESCRIPTOR.test(descriptor.trim())) kept.push(`${url} ${descriptor.trim()}`.trim());
  }
  if (kept.length > 0) element.setAttribute('srcset', kept.join(', '));
  else element.removeAttribute('srcset');
}
