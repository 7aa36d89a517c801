/** How often something that failed is tried again. */
const RETRIES = 2;
/** Milliseconds before the first retry, on average; doubled for the second. */
const FIRST_WAIT = 500;

/** A failure that another attempt may mend. */
export class PassingFailure extends Error {
  constructor(
    /** What is told if no attempt mends it. */
    readonly error: Error,
    /** Milliseconds that the other side asked to be left alone. */
    readonly retryAfter?: number,
  ) {
    super(error.message);
  }
}

/**
 * Tries until an attempt succeeds, fails with anything but a {@link PassingFailure}, or has been repeated twice.
 * @throws what the last attempt failed with
 * @throws the reason of `signal`, once that is aborted between two attempts
 */
export async function withRetries<Answer>(attempt: () => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  for (let retries = 0; ; retries++) {
    try {
      return await attempt();
    } catch (failure) {
      if (!(failure instanceof PassingFailure)) throw failure;
      if (retries === RETRIES) throw failure.error;
      // Jitter, so that all the cards of a page that lost its network do not come back at the same instant.
      await pause(failure.retryAfter ?? FIRST_WAIT * 2 ** retries * (0.5 + Math.random()), signal);
    }
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await unlessAborted(new Promise((resolve) => (timer = setTimeout(resolve, milliseconds))), signal);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The same promise, given up once `signal` is aborted: also one that never settles, as of a `fetch` that the page has
 * replaced by one of its own.
 */
export function unlessAborted<Answer>(promise: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
