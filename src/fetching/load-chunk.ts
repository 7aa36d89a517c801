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
 * @param load is told how often it has failed before: browsers remember, by the whole address of a module, that it could
 * not be loaded (HTML, "module map").
 */
export function chunkLoader<Chunk>(
  load: (failures: number) => Promise<Chunk>,
): (options: ChunkOptions) => Promise<Chunk> {
  let failures = 0;

  async function attempt(signal: AbortSignal): Promise<Chunk> {
    const before = failures;
    const clock = new AbortController();
    const timer = setTimeout(() => clock.abort(new DOMException('The time is up.', 'TimeoutError')), LONGEST);
    try {
      return await unlessAborted(load(before), AbortSignal.any([clock.signal, signal]));
    } catch (error) {
      signal.throwIfAborted();
      // Of several who waited for the same attempt, only the first counts it.
      if (failures === before) failures++;
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
