import { closedShortcodes, shortcodesIn } from '../hidden/shortcodes.js';

/** Text in these is shown as it is written. */
const WRITTEN = 'pre, code, kbd, samp, textarea, script, style';
/** Shortcodes in whose place something is seen that is no text. */
const EMBEDDED = /gallery|playlist|video|audio|image|slider|embed|youtube|vimeo|tweet|iframe|map|chart|poll|form/i;
/** Words that a builder's box shows above what it holds. Quotation marks have often been made curly. */
const TITLE = /\b(?:title|heading|question|text)=["'\u2018-\u201f\u2032\u2033]+([^"\u201c-\u201f\u2032\u2033\][]+)/;
const ADDRESS = /https?:\/\/[^\s"'\u2018-\u201f\u2032\u2033&<>\]]+/;

/** Removes shortcodes that no plugin has replaced: what they hold stays. One in whose place something stood becomes an embed. */
export function removeShortcodes(root: Element): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode.nodeValue!.includes('[') && !currentNode.parentElement!.closest(WRITTEN))
      texts.push(currentNode as Text);
  }
  const closed = new Set(texts.flatMap(({ data }) => closedShortcodes(data)));
  for (const text of texts) {
    const parts: (string | Element)[] = [];
    let end = 0;
    for (const code of shortcodesIn(text.data, closed)) {
      const words = text.data.slice(end, code.start);
      const held = code.name === 'embed' && ADDRESS.exec(words)?.[0] === words.trim() ? words.trim() : undefined;
      if (!held) parts.push(words);
      end = code.end;
      const address = held ?? ADDRESS.exec(code.attributes)?.[0];
      if (EMBEDDED.test(code.name) && (address ?? !closed.has(code.name))) {
        const frame = root.ownerDocument.createElement('iframe');
        if (address) frame.setAttribute('src', address);
        parts.push(frame);
      } else if (code.isBox) parts.push(` ${TITLE.exec(code.attributes)?.[1] ?? ''} `);
    }
    if (end > 0) text.replaceWith(...parts, text.data.slice(end));
  }
}
