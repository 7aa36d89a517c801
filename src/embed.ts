import { scan, start } from './embedding/snippets.js';
import { register } from './register.js';
import { version } from './version.js';

const embed = { version, scan };

// The templates are HTML, and no browser parses them in a page that is XML.
if (Reflect.get(Document.prototype, 'contentType', document) === 'text/html') run();
else console.warn('khabar: this page is XML, where cards cannot be drawn; its own content stays.');

function run(): void {
  register();
  // Where later copies of this file look when the page has a variable of its own named khabar.
  Object.assign(customElements.get('khabar-card')!, { embed });
  // A variable of the page's own stays. An element whose id is khabar is none: `window.khabar` would be that element.
  if (Object.hasOwn(window, 'khabar')) {
    console.warn('khabar: this page has a variable named khabar; khabar.scan() is not to be had.');
  } else {
    Reflect.defineProperty(window, 'khabar', { value: embed, configurable: true, enumerable: true, writable: true });
  }
  start();
}

declare global {
  interface Window {
    /** The one global of embed.js. */
    khabar: { readonly version: string; readonly scan: (root?: ParentNode) => void };
  }
}
