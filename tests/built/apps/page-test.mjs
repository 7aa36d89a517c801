// A test of an app, in the page of a DOM library: `node page-test.mjs jsdom`. Prints what it saw, as JSON; nothing else may end it.
import { once } from 'node:events';

const OF_THE_LIBRARY = /^(?:Event|CustomEvent|EventTarget|AbortController|AbortSignal|DOMException|navigator)$/;

async function openWindow(library) {
  const url = 'https://app.example/';
  if (library === 'happy-dom') return new (await import('happy-dom')).Window({ url });
  const { JSDOM } = await import('jsdom');
  return new JSDOM('<!doctype html><html lang="en"><body></body></html>', { url }).window;
}

/** Makes the names of the page global, as test runners do. */
function makeGlobal(window) {
  const names = Object.getOwnPropertyNames(window).filter(
    (name) => name !== 'undefined' && (!(name in globalThis) || OF_THE_LIBRARY.test(name)),
  );
  for (const name of names) Object.defineProperty(globalThis, name, { get: () => window[name], configurable: true });
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'])
    Object.defineProperty(globalThis, name, { value: window[name].bind(window), configurable: true });
}

const window = await openWindow(process.argv[2]);
makeGlobal(window);
const faults = [];
for (const kind of ['uncaughtException', 'unhandledRejection']) process.on(kind, (fault) => faults.push(String(fault)));
window.addEventListener('error', ({ message }) => faults.push(message));

const { KhabarCard } = await import('khabar');
const card = document.createElement('khabar-card');
card.setAttribute('view', 'teaser');
card.setAttribute('heading-level', '3');
card.setAttribute('lang', 'ar');
card.innerHTML = '<a href="https://news.example/1">خبر</a>';
document.body.append(card);
card.article = { title: 'عنوان', url: 'https://news.example/1', content_html: '<p>نص</p>', language: 'ar' };
await once(card, 'khabar-load');
const seen = {
  isRegistered: window.customElements.get('khabar-card') === KhabarCard,
  isInstance: card instanceof KhabarCard,
  view: card.view,
  headingLevel: card.headingLevel,
  headline: card.shadowRoot.querySelector('h3')?.textContent.trim(),
};

card.setAttribute('view', 'article');
card.open = true;
card.removeAttribute('heading-level');
await card.updateComplete;
const lost = document.createElement('khabar-card');
lost.setAttribute('loading', 'eager');
lost.setAttribute('src', 'http://127.0.0.1:9/nobody-listens.json');
document.body.append(lost);
const [{ error }] = await once(lost, 'khabar-error');
card.remove();
lost.remove();
await new Promise((resolve) => setTimeout(resolve, 200));
console.log(JSON.stringify({ ...seen, code: error.code, faults }));
window.close?.();
window.happyDOM?.abort();
