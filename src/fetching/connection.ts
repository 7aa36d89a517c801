import { unlessAborted } from './retry.js';

/** Events after which nothing comes from the network: the device is offline, or the page goes into the back/forward cache. */
const LOST = ['offline', 'pagehide'] as const;
const REGAINED = ['online', 'pageshow'] as const;

export interface ConnectionOptions {
  /** Ends the wait, and whatever is being done. */
  readonly signal: AbortSignal;
  /** Whether a failure is that of a device without a network. */
  readonly isOffline: (error: unknown) => boolean;
  /** Called with `true` when the wait for the network begins, and with `false` when it is over. */
  readonly onWait: (isWaiting: boolean) => void;
}

/**
 * Does something that needs the network. What the network's loss interrupts is ended, and done anew once it is back. It
 * is begun also while the browser says that it is offline: a cache, a service worker or the own machine may answer, and
 * browsers have been wrong about it.
 */
export async function whileConnected<Answer>(
  task: (signal: AbortSignal) => Promise<Answer>,
  { signal, isOffline, onWait }: ConnectionOptions,
): Promise<Answer> {
  for (;;) {
    const loss = new AbortController();
    const onLoss = () => loss.abort();
    const ended = AbortSignal.any([signal, loss.signal]);
    for (const event of LOST) addEventListener(event, onLoss);
    try {
      return await unlessAborted(task(ended), ended);
    } catch (error) {
      signal.throwIfAborted();
      if (!loss.signal.aborted && !isOffline(error)) throw error;
    } finally {
      for (const event of LOST) removeEventListener(event, onLoss);
    }
    onWait(true);
    await regained(signal);
    onWait(false);
  }
}

/** Settles when the device is online again, or the page is back; rejects when `signal` is aborted. */
async function regained(signal: AbortSignal): Promise<void> {
  const listening = new AbortController();
  try {
    await unlessAborted(new Promise<void>((resolve) => onRegained(resolve, listening.signal)), signal);
  } finally {
    listening.abort();
  }
}

/** Calls `listener` whenever the network, or the page, is back. */
export function onRegained(listener: () => void, signal: AbortSignal): void {
  const heard = (event: Event) => {
    // Every page is "shown" once when it has loaded; it is back only where it comes from the cache.
    const isBack = event.type !== 'pageshow' || (event as PageTransitionEvent).persisted;
    if (isBack && navigator.onLine) listener();
  };
  for (const event of REGAINED) addEventListener(event, heard, { signal });
}
