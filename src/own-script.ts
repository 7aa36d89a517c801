// The script that embed.js itself is. Known only while a classic script runs for the first time.
//
// Asked of the browser's own property: `document.currentScript` is an element of the page where one has that name
// (`<img name="currentScript" src="https://evil.example/">`, DOM clobbering), and the chunks would come from there.
// MooTools has a `Document` of its own, and no `HTMLDocument`.
/** The browser's own properties of a document. */
export const native = Object.getPrototypeOf(HTMLDocument.prototype) as Document;
const running = Reflect.get(native, 'currentScript', document) as HTMLScriptElement | null;

/** As a module, as a text that jQuery evaluates, or in a shadow tree, it is nobody, and goes by its name. */
function named(): HTMLScriptElement | undefined {
  const scripts = native.querySelectorAll.call(document, 'script[src]') as NodeListOf<HTMLScriptElement>;
  const likely = [...scripts].filter(({ src }) => /\/embed(\.single)?\.js(\?|$)/.test(src));
  // Others' scripts have this name, too.
  return likely.find(({ dataset }) => dataset['src'] !== undefined) ?? likely[0];
}

/** Where embed.js is from; empty where it stands in a page as it is. */
export const ownAddress = (running?.src || named()?.src) ?? '';
