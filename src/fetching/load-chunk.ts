import { whileConnected } from './connection.js';
import { PassingFailure, unlessAborted, withRetries } from './retry.js';

/** Milliseconds for one attempt. */
const LONGEST = 10_000;

export interface ChunkOptions {
  /** Aborted when the chunk is no longer wanted. */
  readonly signal: AbortSignal;
  /** Called with `true` when the chunk waits for a device that is offline, and with `false` when it is asked for again. */
  readonly onOffline?: (isOffline: boolean) => void;
}

/**
 * A part of Khabar's own code comes over the same networks as the articles, and is asked for with the same patience.
 */
export function chunkLoader<Chunk>(load: () => Promise<Chunk>): (options: ChunkOptions) => Promise<Chunk> {
  async function attempt(signal: AbortSignal): Promise<Chunk> {
    const clock = new AbortController();
    const timer = setTimeout(() => clock.abort(new DOMException('The time is up.', 'TimeoutError')), LONGEST);
    try {
      return await unlessAborted(load(), AbortSignal.any([clock.signal, signal]));
    } catch (error) {
      signal.throwIfAborted();
      throw new PassingFailure(error as Error);
    } finally {
      clearTimeout(timer);
    }
  }

  return ({ signal, onOffline }) => {
    const connection = { signal, isOffline: () => !navigator.onLine, onWait: onOffline ?? (() => undefined) };
    return withRetries(() => whileConnected(attempt, connection), signal);
  };
}

/** A part of Khabar that is loaded when it is needed. */
export interface Part<Exports> {
  /** `undefined` until it is loaded. */
  exports: Exports | undefined;
  /** Rejects where the part is lost on its way. It can then be asked for again. */
  readonly load: (options: ChunkOptions) => Promise<Exports>;
}

export function part<Exports>(load: () => Promise<Exports>): Part<Exports> {
  const get = chunkLoader(load);
  const part: Part<Exports> = {
    exports: undefined,
    load: async (options) => (part.exports ??= await get(options)),
  };
  return part;
}
