// Takes the place of load-words.ts in embed.js; see src/body/load-cleaner.embed.ts.
import { chunkAddress } from '../own-script.embed.js';
import type { FurtherLanguage, Words } from './words.js';

export const loadWords = (language: FurtherLanguage, failures: number): Promise<{ readonly words: Words }> =>
  import(/* @vite-ignore */ chunkAddress(language, failures)) as Promise<{ readonly words: Words }>;
