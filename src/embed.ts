import { scan, start } from './embedding/snippets.js';
import { documentPrototype } from './own-script.js';
import { register } from './register.js';
import { version } from './version.js';

const embed = { version, scan };

// Templates are HTML, and no browser parses HTML in a page that is XML.
if (Reflect.get(documentPrototype, 'contentType', document) !== 'text/html')
  console.warn('khabar: no cards in a page that is XML; its own content stays.');
else {
  register();
  // Later copies of this file look here where the page has a variable named khabar.
  Object.assign(customElements.get('khabar-card')!, { embed });
  // A variable of the page stays. An element with id="khabar" is no own property of the window.
  if (Object.hasOwn(window, 'khabar'))
    console.warn('khabar: this page has a variable named khabar, and so no khabar.scan().');
  else window.khabar = embed;
  start();
}

declare global {
  interface Window {
    /** The one global of embed.js. */
    khabar: { readonly version: string; readonly scan: (root?: ParentNode) => void };
  }
}
