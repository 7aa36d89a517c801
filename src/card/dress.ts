import type { CSSResultOrNative } from 'lit';

/**
 * Gives a shadow root its style sheets, as its document can use them: an adopted sheet belongs to the document that made
 * it (CSSOM, "adoptedStyleSheets"), and an element that goes to another document arrives there without any.
 * @returns a sheet for rules of the element's own, after all others; none in a document that no window shows
 */
export function dress(root: ShadowRoot, styles: readonly CSSResultOrNative[]): CSSStyleSheet | undefined {
  const view = root.ownerDocument.defaultView;
  if (!view) return undefined;
  const own = new view.CSSStyleSheet();
  root.adoptedStyleSheets = [...styles.map((style) => sheetFor(view, style)), own];
  return own;
}

function sheetFor(view: Window & typeof globalThis, style: CSSResultOrNative): CSSStyleSheet {
  const isNative = style instanceof CSSStyleSheet;
  if (view === window) return isNative ? style : style.styleSheet!;
  const copy = new view.CSSStyleSheet();
  // Rules are put together again only where they never were a text: Chromium then leaves out what stands beside `all`.
  copy.replaceSync(isNative ? [...style.cssRules].map(({ cssText }) => cssText).join('\n') : style.cssText);
  return copy;
}
