import createDOMPurify, { type Config } from 'dompurify';
import { ArticleError } from '../article/article-error.js';
import { isHtml, type UncleanBody } from '../article/article.js';
import { webAddress, type WebAddress } from '../article/web-address.js';
import { isHidden } from './hidden.js';
import { addressAttributes, allowedAttributes, allowedElements, keptLinkRelations, LONGEST_BODY } from './policy.js';

declare const cleaned: unique symbol;

/** HTML that has been through the cleaning room. Nothing else may enter the body of a card. */
export type CleanHtml = DocumentFragment & { readonly [cleaned]: true };

export interface CleaningOptions {
  /** What relative addresses are resolved against: the article's own address, never the host page's. */
  readonly base?: WebAddress | undefined;
  /** Level of the body's highest headings, 2–6; lower ones follow from it. */
  readonly headingLevel: number;
  /** `id` of the sentence that says where links open, for `aria-describedby`. */
  readonly linkDescription: string;
}

/**
 * Cleans an article's body.
 * @throws {ArticleError} `too-large`
 * @throws {TypeError} where the page's Content Security Policy does not allow the Trusted Types policy `khabar`
 */
export function clean(body: UncleanBody, options: CleaningOptions): CleanHtml {
  const source = isHtml(body) ? body.html : body.text;
  if (source.length > LONGEST_BODY)
    throw new ArticleError('too-large', `The body is longer than ${LONGEST_BODY} characters.`);
  const fragment = isHtml(body) ? cleanHtml(body.html, options) : paragraphs(body.text);
  return fragment as CleanHtml;
}

/** Plain text as paragraphs: blank lines part them, single line ends stay line ends. */
function paragraphs(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const paragraph of text.split(/\n\s*\n/)) {
    const lines = paragraph.trim().split('\n');
    const element = document.createElement('p');
    // Not entries(): Prototype.js gives arrays another one.
    lines.forEach((line, index) => {
      if (index > 0) element.append(document.createElement('br'));
      element.append(line);
    });
    if (element.textContent.trim() !== '') fragment.append(element);
  }
  return fragment;
}

let purify: ReturnType<typeof createDOMPurify> | undefined;
let trustedTypesPolicy: Config['TRUSTED_TYPES_POLICY'];
let base: WebAddress | undefined;

/** An instance of our own: hooks that the host page adds to its DOMPurify, or takes away, are not ours, nor ours its. */
function purifier(): ReturnType<typeof createDOMPurify> {
  if (purify) return purify;
  trustedTypesPolicy ??= (
    globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): never } }
  ).trustedTypes
    // DOMPurify asks for both; the second is never called, and answers nothing that could be run.
    ?.createPolicy('khabar', { createHTML: (html: string) => html, createScriptURL: () => '' });
  const instance = createDOMPurify(window);
  if (!instance.isSupported) throw new Error('This browser cannot clean HTML.');
  instance.addHook('beforeSanitizeElements', (node) => {
    // Not <body hidden>: DOMPurify cannot go on without the root, and the root's attributes are dropped with it.
    if (isElement(node) && node.localName !== 'body' && isHidden(node)) node.remove();
  });
  instance.addHook('uponSanitizeAttribute', (element, attribute) => {
    const own = allowedAttributes[element.localName] ?? [];
    if (!own.includes(attribute.attrName) && !allowedAttributes['*']!.includes(attribute.attrName))
      attribute.keepAttr = false;
  });
  instance.addHook('afterSanitizeAttributes', settle);
  purify = instance;
  return instance;
}

function cleanHtml(html: string, options: CleaningOptions): DocumentFragment {
  const instance = purifier();
  base = options.base;
  const answer: DocumentFragment | null = instance.sanitize(html, {
    ALLOWED_TAGS: [...allowedElements],
    ALLOWED_ATTR: [...new Set(Object.values(allowedAttributes).flat())],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // DOMPurify would judge the whole list by its first address; settleCandidates() judges each.
    ADD_URI_SAFE_ATTR: ['srcset'],
    // A fragment goes into the page as it was checked: written out and parsed again, HTML can change its meaning.
    RETURN_DOM_FRAGMENT: true,
    // What a body begins with is read as the same would be further down: <style> or <base> not into the head.
    FORCE_BODY: true,
    ...(trustedTypesPolicy && { TRUSTED_TYPES_POLICY: trustedTypesPolicy }),
  });
  // A <frameset> takes the place of the body, and the answer is null.
  const fragment = answer ?? document.createDocumentFragment();
  describeLinks(fragment, options.linkDescription);
  relevelHeadings(fragment, options.headingLevel);
  boxTables(fragment);
  removeEmpty(fragment);
  return fragment;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** Sees each element that stays, after its attributes have been judged and before it comes near the page. */
function settle(element: Element): void {
  for (const name of addressAttributes) {
    const value = element.getAttribute(name);
    if (value === null) continue;
    const address = webAddress(value, base);
    if (address) element.setAttribute(name, address);
    else element.removeAttribute(name);
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
    const url = webAddress(address, base);
    if (url && DESCRIPTOR.test(descriptor.trim())) kept.push(`${url} ${descriptor.trim()}`.trim());
  }
  if (kept.length > 0) element.setAttribute('srcset', kept.join(', '));
  else element.removeAttribute('srcset');
}

function describeLinks(fragment: DocumentFragment, description: string): void {
  for (const link of fragment.querySelectorAll('a[href]')) link.setAttribute('aria-describedby', description);
}

/** The highest heading of the body becomes `level`, whatever it was: the body's outline hangs under the headline. */
function relevelHeadings(fragment: DocumentFragment, level: number): void {
  const headings = [...fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const highest = headings.reduce((least, heading) => Math.min(least, levelOf(heading)), 6);
  for (const heading of headings) {
    const renamed = document.createElement(`h${Math.min(6, level + levelOf(heading) - highest)}`);
    for (const { name, value } of heading.attributes) renamed.setAttribute(name, value);
    while (heading.firstChild) renamed.append(heading.firstChild);
    heading.replaceWith(renamed);
  }
}

function levelOf(heading: Element): number {
  return Number(heading.localName.slice(1));
}

/** A wide table scrolls in a box of its own, by keyboard too; the card itself never scrolls sideways. */
function boxTables(fragment: DocumentFragment): void {
  for (const table of fragment.querySelectorAll('table')) {
    const parent = table.parentElement;
    if (parent?.closest('table')) continue;
    // A box that the publisher has put around it serves as well.
    const isBoxed = parent?.localName === 'div' && parent.childNodes.length === 1;
    const box = isBoxed ? parent : document.createElement('div');
    if (!isBoxed) {
      table.replaceWith(box);
      box.append(table);
    }
    box.className = 'table';
    box.tabIndex = 0;
  }
}

/** Links and paragraphs that cleaning, or the editor, left without anything to read. */
function removeEmpty(fragment: DocumentFragment): void {
  // What leads nowhere is no link; its words stay.
  for (const link of fragment.querySelectorAll('a:not([href])')) {
    while (link.firstChild) link.before(link.firstChild);
    link.remove();
  }
  // Pictures that have neither an address nor words: placeholders, and what was left of a bad address.
  for (const picture of fragment.querySelectorAll('img[alt=""]:not([src], [srcset], source ~ *)')) picture.remove();
  for (const selector of ['a', 'p, h1, h2, h3, h4, h5, h6']) {
    for (const element of fragment.querySelectorAll(selector)) {
      if (element.textContent.trim() === '' && !element.querySelector('img, audio, video, hr')) element.remove();
    }
  }
}
