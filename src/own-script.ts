// The script element of embed.js. Browsers name it only while a classic script runs for the first time.
//
// Asked of the browser's own property: `document.currentScript` is an element of the page where one has that name
// (`<img name="currentScript" src="https://evil.example/">`, DOM clobbering), and the chunks would come from there.
// MooTools has a `Document` of its own, and no `HTMLDocument`.
/** The browser's own properties of a document. */
export const native = Object.getPrototypeOf(HTMLDocument.prototype) as Document;
const running = Reflect.get(native, 'currentScript', document) as HTMLScriptElement | null;

/** Finds the script by its name: as a module, evaluated by jQuery, or in a shadow tree, it is not `currentScript`. */
function named(): HTMLScriptElement | undefined {
  const scripts = native.querySelectorAll.call(document, 'script[src]') as NodeListOf<HTMLScriptElement>;
  const likely = [...scripts].filter(({ src }) => /\/embed(\.single)?\.js(\?|$)/.test(src));
  // Others' scripts have this name, too.
  return likely.find(({ dataset }) => dataset['src'] !== undefined) ?? likely[0];
}

/** The address of embed.js; empty where its code stands in the page. */
export const ownAddress = (running?.src || named()?.src) ?? '';
