import { chunkLoader, type ChunkOptions } from '../fetching/load-chunk.js';

/** A part of Khabar that a card loads when it needs it. */
export interface Part<Exports> {
  /** `undefined` until it is loaded. */
  exports: Exports | undefined;
  readonly load: (options: ChunkOptions) => Promise<Exports>;
}

function part<Exports>(load: () => Promise<Exports>): Part<Exports> {
  const get = chunkLoader(load);
  const part: Part<Exports> = {
    exports: undefined,
    load: async (options) => (part.exports ??= await get(options)),
  };
  return part;
}

export const foot = part(() => import('../foot/foot.js'));
export const body = part(() => import('../body/body.js'));
