import { ArticleError } from '../article/article-error.js';

/**
 * The text of a card's own `<script type="application/json">`.
 * @returns `undefined` where there is none, or where the parser has not come to its end yet.
 */
export function inlineText(card: Element): string | undefined {
  const text = card.querySelector(':scope > script[type="application/json"]')?.textContent;
  return text !== undefined && (card.ownerDocument.readyState !== 'loading' || isCompleteJson(text)) ? text : undefined;
}

function isCompleteJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** @throws {ArticleError} `not-json` */
export function parseInline(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ArticleError('not-json', 'The inline script is not JSON.', { cause: error });
  }
}

/** Whether the page gave the card something to show until, or instead of, the article. */
export function hasFallback(card: Element): boolean {
  return [...card.childNodes].some(
    (node) =>
      (node.nodeType === Node.ELEMENT_NODE && !['SCRIPT', 'TEMPLATE', 'STYLE'].includes(node.nodeName)) ||
      (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== ''),
  );
}
