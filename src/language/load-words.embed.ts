// Takes the place of load-words.ts in embed.js; see src/body/load-cleaner.embed.ts.
import type { FurtherLanguage, Words } from './words.js';

const script = document.currentScript as HTMLScriptElement | null;

export const loadWords = (language: FurtherLanguage, failures: number): Promise<{ readonly words: Words }> =>
  import(
    /* @vite-ignore */ new URL(`embed.${language}.js${failures ? `#${failures}` : ''}`, script?.src).href
  ) as Promise<{ readonly words: Words }>;
