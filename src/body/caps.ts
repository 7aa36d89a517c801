import { ArticleError } from '../article/article-error.js';
import { DEEPEST, LONGEST_BODY, MOST_ATTRIBUTES, MOST_ELEMENTS } from './policy.js';

const TEMPLATES = /<template/gi;

/** @throws {ArticleError} `too-large` */
export function checkLength(source: string): void {
  if (source.length > LONGEST_BODY || new TextEncoder().encode(source).length > LONGEST_BODY) throw tooLarge('bytes');
}

/**
 * What can be told of HTML before it is parsed.
 * @throws {ArticleError} `too-large`
 */
export function checkSource(html: string): void {
  checkLength(html);
  // What stands in a template is not among its document's elements, and is not seen below.
  if ((html.match(TEMPLATES)?.length ?? 0) > DEEPEST) throw tooLarge('templates');
}

/**
 * What can be told of HTML while it is parsed: how many elements there are, and how deep the last of them stands.
 * @throws {ArticleError} `too-large`
 */
export function checkGrowth(root: Element): void {
  checkElements(root.getElementsByTagName('*').length);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let depth = 0; walker.lastChild();) if ((depth += 1) > DEEPEST) throw tooLarge('elements within one another');
}

/** @throws {ArticleError} `too-large` */
export function checkTree(root: Element): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  let depth = 0;
  for (let element = walker.firstChild(), count = 1; element; count++) {
    checkElements(count);
    // Not the element's own method: a form's may be one of its fields (DOM clobbering).
    const attributes = Element.prototype.getAttributeNames.call(element).length;
    if (attributes > MOST_ATTRIBUTES) throw tooLarge('attributes of an element');
    const child = walker.firstChild();
    if (child && (depth += 1) >= DEEPEST) throw tooLarge('elements within one another');
    element = child ?? walker.nextSibling();
    while (!element && walker.parentNode()) {
      depth -= 1;
      element = walker.nextSibling();
    }
  }
}

/** @throws {ArticleError} `too-large` */
export function checkElements(count: number): void {
  if (count > MOST_ELEMENTS) throw tooLarge('elements');
}

function tooLarge(what: string): ArticleError {
  return new ArticleError('too-large', `The body has too many ${what}.`);
}
