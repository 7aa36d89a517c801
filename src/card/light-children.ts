import { ArticleError } from '../article/article-error.js';

/** Text of a card's own `<script type="application/json">`. */
export function inlineText(card: Element): string | undefined {
  return card.querySelector(':scope > script[type="application/json"]')?.textContent;
}

/**
 * The JSON among a card's children, to be read where it is wanted: reading throws `not-json` where it is none.
 * @returns `undefined` where there is none, or where the parser has not come to its end yet.
 */
export function inlineJson(card: Element): (() => unknown) | undefined {
  const text = inlineText(card);
  if (text === undefined) return undefined;
  try {
    const json = JSON.parse(text) as unknown;
    return () => json;
  } catch (error) {
    if (document.readyState === 'loading') return undefined;
    return () => {
      throw new ArticleError('not-json', 'The inline script is not JSON.', { cause: error });
    };
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
