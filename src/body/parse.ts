import type { Config } from 'dompurify';
import { checkGrowth, checkSource, checkTree } from './caps.js';
import { MOST_ELEMENTS } from './policy.js';

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

let policy: Policy | undefined;

/**
 * The page's leave to parse (Trusted Types), asked for when a body is there to be parsed.
 * @throws {TypeError} where the page's Content Security Policy does not allow the policy `khabar`
 */
export function trustedTypesPolicy(): Policy | undefined {
  policy ??= (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }).trustedTypes
    // DOMPurify asks for both; the second is never called, and answers nothing that could be run.
    ?.createPolicy('khabar', { createHTML: (html: string) => html, createScriptURL: () => '' });
  return policy;
}

/** Characters that are parsed at once: of markup made to multiply, as many as a page can bear. */
const CHUNK = 1024;
/** The same of markup that cannot multiply. */
const LARGE_CHUNK = 16_384;
/** Elements that a parser opens again in each paragraph and cell (HTML, "the list of active formatting elements"). */
const FORMATTING = /<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>]/gi;
const TAG = /<[a-z]/gi;

/** An honest body has few formatting elements beside its paragraphs; left open in each, they make no more than this. */
function chunkFor(html: string): number {
  const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
  return count(FORMATTING) * count(TAG) <= MOST_ELEMENTS ? LARGE_CHUNK : CHUNK;
}

/**
 * The one place where a publisher's HTML becomes elements: of an inert document, in which nothing loads and nothing
 * runs. Written into it piece by piece, for a few bytes can have a parser open hundreds of elements again in each of
 * thousands of paragraphs (HTML, "Reconstruct the active formatting elements"): what is too much is seen on the way.
 * @throws {ArticleError} `too-large` where it is beyond a cap
 * @throws {TypeError} see {@link trustedTypesPolicy}
 */
export function* parse(html: string): Generator<void, Element> {
  checkSource(html);
  const policy = trustedTypesPolicy();
  const inert = document.implementation.createHTMLDocument();
  // Not the document's own methods, nor `inert.body`: <img name="write"> would be what they are (DOM clobbering).
  // MooTools has a `Document` of its own.
  const prototype = Object.getPrototypeOf(HTMLDocument.prototype) as Document;
  const add = (markup: string) => prototype.write.call(inert, (policy?.createHTML(markup) ?? markup) as string);
  // Begun for it: <style> or <base> at the beginning would go into the head, a <frameset> would take the body's place,
  // and without a document type paragraphs hold tables.
  add('<!doctype html><body>');
  const body = prototype.querySelector.call(inert, 'body')!;
  const chunk = chunkFor(html);
  for (let start = 0, end; start < html.length; start = end) {
    end = start + chunk;
    // A pair of surrogates is one character.
    if (/[\uD800-\uDBFF]/.test(html[end - 1] ?? '')) end += 1;
    add(html.slice(start, end));
    checkGrowth(body);
    yield;
  }
  prototype.close.call(inert);
  checkTree(body);
  return body;
}
