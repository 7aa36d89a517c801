import type { CSSResultOrNative } from 'lit';

/**
 * Gives a shadow root its style sheets, as its document can use them: an adopted sheet belongs to the document that made
 * it (CSSOM, "adoptedStyleSheets"), and an element that goes to another document arrives there without any.
 * @param rules of this element alone, after all others
 */
export function adoptStyles(root: ShadowRoot, styles: readonly CSSResultOrNative[], rules: string): void {
  const view = root.ownerDocument.defaultView;
  // A document that no window shows has no style sheets.
  if (!view) return;
  const sheets = styles.map((style) => sheetFor(view, style));
  if (rules) {
    const own = new view.CSSStyleSheet();
    own.replaceSync(rules);
    sheets.push(own);
  }
  root.adoptedStyleSheets = sheets;
}

function sheetFor(view: Window & typeof globalThis, style: CSSResultOrNative): CSSStyleSheet {
  const isNative = style instanceof CSSStyleSheet;
  // Lit makes none where MooTools has put a `Document` of its own in the place of the browser's.
  const own = isNative ? style : style.styleSheet;
  if (view === window && own) return own;
  const copy = new view.CSSStyleSheet();
  // Rules are put together again only where they never were a text: Chromium then leaves out what stands beside `all`.
  copy.replaceSync(isNative ? [...style.cssRules].map(({ cssText }) => cssText).join('\n') : style.cssText);
  return copy;
}
