/** How often a temporary failure is retried. */
const RETRIES = 2;
/** Milliseconds before the first retry, on average; doubled for the second. */
const FIRST_WAIT = 500;

/** A failure that another attempt may mend. */
export class RetryableError extends Error {
  constructor(
    /** Thrown once no retry is left. */
    readonly error: Error,
    /** Milliseconds that the site asked for before the next attempt; `NaN` where it asked for none. */
    readonly retryAfter = NaN,
    /** No answer came at all. While the device is offline, such a failure costs no retry. */
    readonly isUnreached = false,
  ) {
    super();
  }
}

/** `waiting` is the pause between two attempts; `offline` lasts until the network is back. */
export type AttemptState = 'trying' | 'waiting' | 'offline';

/**
 * Attempts something that needs the network. Temporary failures ({@link RetryableError}) are retried, twice at most. An
 * attempt that the loss of the network interrupts ends, and begins again once the network is back. An attempt is made even
 * while the browser says that it is offline: a cache, a service worker or the own machine may answer.
 * @throws what the last attempt failed with
 * @throws the reason of `signal`, once that is aborted and the attempt has failed
 */
export async function withRetries<Answer>(
  attempt: (ended: AbortSignal) => Promise<Answer>,
  signal: AbortSignal,
  onState: (state: AttemptState) => void,
): Promise<Answer> {
  for (let retries = 0; ;) {
    signal.throwIfAborted();
    const current = new AbortController();
    const listeners = new AbortController();
    const end = () => current.abort();
    const untilEnded = { signal: listeners.signal };
    signal.addEventListener('abort', end, untilEnded);
    // `pagehide`: the page goes into the back/forward cache, which ends its connections.
    for (const loss of ['offline', 'pagehide']) addEventListener(loss, end, untilEnded);
    onState('trying');
    try {
      return await attempt(current.signal);
    } catch (error) {
      const isInterrupted = current.signal.aborted;
      // Hangs up on an answer that was not read to its end. Of a whole one, a monitor of the page may still read its copy.
      end();
      signal.throwIfAborted();
      const failure = error instanceof RetryableError ? error : undefined;
      const isLost = isInterrupted || (failure?.isUnreached && !navigator.onLine);
      if (!isLost && !failure) throw error;
      if (!isLost && retries === RETRIES) throw failure!.error;
      onState(isLost ? 'offline' : 'waiting');
      await unlessAborted<void>(signal, (resolve, _, ended) => {
        if (isLost) return onRegained(resolve, ended);
        // Jitter: the cards of a page that lost its network must not all come back at the same instant.
        const { retryAfter } = failure!;
        const wait = retryAfter >= 0 ? retryAfter : FIRST_WAIT * 2 ** retries * (0.5 + Math.random());
        const timer = setTimeout(resolve, wait);
        ended.addEventListener('abort', () => clearTimeout(timer));
        retries++;
      });
    } finally {
      listeners.abort();
    }
  }
}

/**
 * A promise that `begin` settles, given up once `signal` is aborted. What `begin` listens for ends with `ended`.
 * @throws the reason of `signal`
 */
export async function unlessAborted<Answer>(
  signal: AbortSignal,
  begin: (resolve: (answer: Answer) => void, reject: (error: unknown) => void, ended: AbortSignal) => void,
): Promise<Answer> {
  signal.throwIfAborted();
  const settled = new AbortController();
  try {
    return await new Promise<Answer>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: settled.signal });
      begin(resolve, reject, settled.signal);
    });
  } finally {
    settled.abort();
  }
}

/** Calls `listener` whenever the device is online again, or the page is back from the back/forward cache. */
export function onRegained(listener: () => void, signal: AbortSignal): void {
  const heard = (event: Event) => {
    // Every page is "shown" once when it has loaded.
    if ((event as PageTransitionEvent).persisted !== false && navigator.onLine) listener();
  };
  addEventListener('online', heard, { signal });
  addEventListener('pageshow', heard, { signal });
}
