// The script element of embed.js. Browsers name it only while a classic script runs for the first time.
//
// Asked of the browser's own property: `document.currentScript` is an element of the page where one has that name
// (`<img name="currentScript" src="https://evil.example/">`, DOM clobbering), and the chunks would come from there.
// MooTools has a `Document` of its own, and no `HTMLDocument`.
/** The browser's own properties of a document. */
export const documentPrototype = Object.getPrototypeOf(HTMLDocument.prototype) as Document;
const currentScript = Reflect.get(documentPrototype, 'currentScript', document) as HTMLScriptElement | null;

/** Finds the script by its name: as a module, evaluated by jQuery, or in a shadow tree, it is not `currentScript`. */
function scriptByName(): HTMLScriptElement | undefined {
  const scripts = documentPrototype.querySelectorAll.call(document, 'script[src]') as NodeListOf<HTMLScriptElement>;
  const candidates = [...scripts].filter(({ src }) => /\/embed(\.single)?\.js(\?|$)/.test(src));
  // Others' scripts have this name, too.
  return candidates.find(({ dataset }) => dataset['src'] !== undefined) ?? candidates[0];
}

/** The address of embed.js; empty where its code stands in the page. */
export const ownAddress = (currentScript?.src || scriptByName()?.src) ?? '';
