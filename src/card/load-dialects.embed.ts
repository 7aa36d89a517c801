// Takes the place of load-dialects.ts in embed.js; see src/body/load-cleaner.embed.ts.
import { chunkAddress } from '../own-script.embed.js';

export const loadDialects = (failures: number): Promise<typeof import('../dialects/dialects.js')> =>
  import(/* @vite-ignore */ chunkAddress('dialects', failures)) as Promise<typeof import('../dialects/dialects.js')>;
