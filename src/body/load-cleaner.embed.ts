// Takes the place of load-cleaner.ts in embed.js, where bundlers would put the chunk into the one file.
//
// `document.currentScript` is known only while the classic script runs for the first time. The address must be
// absolute: Chromium resolves a relative import() of a script from another origin against nothing at all.
const script = document.currentScript as HTMLScriptElement | null;

/** @param failures how often this has failed: a module that failed is remembered as such, but for its fragment. */
export const loadCleaner = (failures: number): Promise<typeof import('./clean.js')> =>
  import(/* @vite-ignore */ new URL(`embed.body.js${failures ? `#${failures}` : ''}`, script?.src).href) as Promise<
    typeof import('./clean.js')
  >;
