import type { Config } from 'dompurify';
import { cap, capLength } from './caps.js';
import { withoutLargeData } from './data-addresses.js';
import { DEEPEST, MOST_ATTRIBUTES, MOST_ELEMENTS } from './policy.js';

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

let policy: Policy | undefined;

/**
 * The page's permission to parse (Trusted Types), asked for when there is a body to parse.
 * @throws {TypeError} where the page's Content Security Policy does not allow the policy `khabar`
 */
export function trustedTypesPolicy(): Policy | undefined {
  policy ??= (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }).trustedTypes
    // DOMPurify requires both; it never calls the second.
    ?.createPolicy('khabar', { createHTML: (html: string) => html, createScriptURL: () => '' });
  return policy;
}

/** Characters that are parsed at once: of markup made to multiply, as many as a page can bear, and of other markup. */
const PIECE = 1024;
const LARGE_PIECE = 16_384;
/** Elements that a parser opens again in each paragraph and cell (HTML, "the list of active formatting elements"). */
const FORMATTING = /<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>]/i;

const DEPTH = 'elements within one another';
/** Matches what stands too deep. */
const TOO_DEEP = `:scope${'>*'.repeat(DEEPEST + 1)}`;

/**
 * The one place where a publisher's HTML becomes elements: of an inert document, in which nothing loads or runs. The
 * HTML is written in pieces: a few bytes can make a parser open hundreds of elements again in each of thousands of
 * paragraphs (HTML, "reconstruct the active formatting elements"), so the tree is measured after each piece.
 * @throws {ArticleError} `too-large` where it is beyond a cap
 * @throws {TypeError} see {@link trustedTypesPolicy}
 */
export function* parse(source: string): Generator<void, Element> {
  const html = withoutLargeData(source);
  capLength(html);
  const count = (pattern: RegExp) => html.split(pattern).length - 1;
  // What stands in a template is not among its document's elements, and is not measured below.
  cap(count(/<template/i), DEEPEST, 'templates');
  const policy = trustedTypesPolicy();
  const inert = document.implementation.createHTMLDocument();
  // Not the document's own methods: <img name="write"> would take their place (DOM clobbering). Not those of `Document`:
  // MooTools replaces it.
  const { prototype } = HTMLDocument;
  const write = (markup: string) => prototype.write.call(inert, (policy?.createHTML(markup) ?? markup) as string);
  // A <style> or <base> at the beginning would go into the head, a <frameset> would take the body's place, and without
  // a document type paragraphs hold tables.
  write('<!doctype html><body>');
  const { body } = inert;
  // Few formatting elements, were each opened again in each element, would still be no more than the cap.
  const size = count(FORMATTING) * count(/<[a-z]/i) > MOST_ELEMENTS ? PIECE : LARGE_PIECE;
  // By characters (`u`), so as not to part the two halves of one.
  for (const [piece] of html.matchAll(new RegExp(`[^]{1,${size}}`, 'gu'))) {
    write(piece);
    cap(body.getElementsByTagName('*').length, MOST_ELEMENTS, 'elements');
    // Not the elements' own properties: a form's may be its fields.
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT);
    for (let depth = 0; walker.lastChild();) cap((depth += 1), DEEPEST, DEPTH);
    yield;
  }
  prototype.close.call(inert);
  cap(body.querySelector(TOO_DEEP) ? 1 : 0, 0, DEPTH);
  for (const element of body.querySelectorAll('*'))
    cap(Element.prototype.getAttributeNames.call(element).length, MOST_ATTRIBUTES, 'attributes of an element');
  return body;
}
