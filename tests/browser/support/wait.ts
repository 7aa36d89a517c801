import { waitUntil as waitBriefly } from '@open-wc/testing-helpers';

/** Settles when something is true. Waits long: three engines at once on two cores are slow, and nothing passes by waiting. */
export function waitUntil(
  predicate: () => unknown,
  message = 'never true',
  { timeout = 10_000, interval = 50 }: { timeout?: number; interval?: number } = {},
): Promise<void> {
  return waitBriefly(predicate as () => boolean, message, { timeout, interval });
}
