import { RetryableError, unlessAborted, withRetries } from './retries.js';

/** Milliseconds for one attempt. */
const LONGEST = 10_000;

export interface ChunkOptions {
  /** Aborted when the chunk is no longer wanted. */
  readonly signal: AbortSignal;
  /** Called with `true` when the chunk waits for a device that is offline, and with `false` when it is asked for again. */
  readonly onOffline?: (isOffline: boolean) => void;
}

/**
 * A part of Khabar's own code comes over the same networks as the articles, and is retried as they are.
 * @param load is told how often it has failed before: browsers remember, by the whole address of a module, that it could
 * not be loaded (HTML, "module map").
 */
export function chunkLoader<Chunk>(
  load: (failures: number) => Promise<Chunk>,
): (options: ChunkOptions) => Promise<Chunk> {
  let failures = 0;

  async function attempt(ended: AbortSignal): Promise<Chunk> {
    const before = failures;
    try {
      return await unlessAborted<Chunk>(ended, (resolve, reject, over) => {
        const timer = setTimeout(() => reject(new DOMException('The time is up.', 'TimeoutError')), LONGEST);
        over.addEventListener('abort', () => clearTimeout(timer));
        load(before).then(resolve, reject);
      });
    } catch (error) {
      ended.throwIfAborted();
      // Of several that waited for the same attempt, only the first counts it.
      if (failures === before) failures++;
      throw new RetryableError(error as Error, NaN, true);
    }
  }

  return ({ signal, onOffline }) => withRetries(attempt, signal, (state) => onOffline?.(state === 'offline'));
}
