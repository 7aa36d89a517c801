// The script that embed.js itself is. Known only while a classic script runs for the first time.
//
// Asked of the browser's own property: `document.currentScript` is an element of the page where one has that name
// (`<img name="currentScript" src="https://evil.example/">`, DOM clobbering), and the chunks would come from there.
const script = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement | null;

/** Where embed.js is from; empty where it stands in a page as it is. */
export const ownAddress = script?.src ?? '';

/**
 * Where one of its chunks is. Absolute: Chromium resolves a relative import() of a script from another origin against
 * nothing at all.
 * @param failures how often it has failed: a module that failed is remembered as such, but for its fragment.
 */
export function chunkAddress(name: string, failures: number): string {
  return new URL(`embed.${name}.js${failures ? `#${failures}` : ''}`, ownAddress).href;
}
