// Takes the place of load-cleaner.ts in embed.js, where bundlers would put the chunk into the one file.
import { chunkAddress } from '../own-script.embed.js';

export const loadCleaner = (failures: number): Promise<typeof import('./clean.js')> =>
  import(/* @vite-ignore */ chunkAddress('body', failures)) as Promise<typeof import('./clean.js')>;
