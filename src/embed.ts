import { KhabarCard } from './card/khabar-card.js';
import { ownAddress } from './own-script.embed.js';
import { register } from './register.js';
import { version } from './version.js';

/** Attributes of a card that a page may put on the snippet, as `data-…`. */
const attributes = KhabarCard.observedAttributes;

const done = new WeakSet<Element>();

/** Where this file has been included from. Of several copies only the first runs; the others call scan() and return. */
const addresses = new Set(ownAddress ? [ownAddress] : []);

/** Draws a card for each snippet in `root` that has none yet: `<script data-src>` whose `src` is this file. */
function scan(root: ParentNode = document, copy?: HTMLScriptElement | null): void {
  if (copy?.src) addresses.add(copy.src);
  for (const script of root.querySelectorAll<HTMLScriptElement>('script[data-src]')) {
    if (done.has(script) || !addresses.has(script.src)) continue;
    const card = document.createElement('khabar-card');
    for (const name of attributes) {
      const value = script.getAttribute(`data-${name}`);
      if (value !== null) card.setAttribute(name, value);
    }
    const { target } = script.dataset;
    const place = target === undefined ? script : find(target);
    // A script in <head> has no place of its own; one whose target is not there yet is looked at again later.
    if (!place || (place === script && script.closest('head'))) continue;
    done.add(script);
    if (place === script) script.after(card);
    else place.append(card);
  }
}

function find(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

register();

const embed = { version, scan };
// Where later copies of this file look when the page has a variable of its own named khabar.
Object.assign(customElements.get('khabar-card')!, { embed });
// A variable of the page's own stays. An element whose id is khabar is none: `window.khabar` would be that element.
if (Object.hasOwn(window, 'khabar')) {
  console.warn('khabar: this page has a variable named khabar; khabar.scan() is not to be had.');
} else {
  Reflect.defineProperty(window, 'khabar', { value: embed, configurable: true, enumerable: true, writable: true });
}
scan();
document.addEventListener('DOMContentLoaded', () => scan());

declare global {
  interface Window {
    /** The one global of embed.js. */
    khabar: { readonly version: string; readonly scan: (root?: ParentNode) => void };
  }
}
