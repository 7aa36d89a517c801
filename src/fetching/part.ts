import { RetryableError, unlessAborted, withRetries } from './retries.js';

/** Milliseconds for one attempt. */
const LONGEST_ATTEMPT = 10_000;

export interface PartOptions {
  /** Aborted when the part is no longer wanted. */
  readonly signal: AbortSignal;
  /** Called with `true` when the part waits for a device that is offline, and with `false` when it is asked for again. */
  readonly onOffline?: (isOffline: boolean) => void;
}

/** A part of Khabar that is loaded when it is needed. */
export interface Part<Exports> {
  /** `undefined` until it is loaded. */
  exports: Exports | undefined;
  /** Rejects where the part is lost on its way. It can then be asked for again. */
  readonly load: (options: PartOptions) => Promise<Exports>;
}

/** A part comes over the same networks as the articles, and is retried as they are. */
export function part<Exports>(load: () => Promise<Exports>): Part<Exports> {
  async function attempt(ended: AbortSignal): Promise<Exports> {
    try {
      return await unlessAborted<Exports>(ended, (resolve, reject, settled) => {
        const timer = setTimeout(() => reject(new DOMException('The time is up.', 'TimeoutError')), LONGEST_ATTEMPT);
        settled.addEventListener('abort', () => clearTimeout(timer));
        load().then(resolve, reject);
      });
    } catch (error) {
      ended.throwIfAborted();
      throw new RetryableError(error as Error, NaN, true);
    }
  }

  const part: Part<Exports> = {
    exports: undefined,
    load: async ({ signal, onOffline }) =>
      (part.exports ??= await withRetries(attempt, signal, (state) => onOffline?.(state === 'offline'))),
  };
  return part;
}
