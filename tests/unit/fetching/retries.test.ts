import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RetryableError, unlessAborted, withRetries } from '../../../src/fetching/retries.js';

beforeEach(() => {
  vi.useFakeTimers();
  // What a browser has and Node lacks.
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const temporary = (retryAfter?: number) => new RetryableError(new Error('It may pass.'), retryAfter);
const ignore = () => undefined;

/** Something that fails with each of these in turn, and then succeeds; it knows when, in milliseconds, it was tried. */
function faulty(...failures: Error[]) {
  const began = Date.now();
  const tried: number[] = [];
  const attempt = () => {
    tried.push(Date.now() - began);
    const failure = failures[tried.length - 1];
    return failure ? Promise.reject(failure) : Promise.resolve('an answer');
  };
  return { attempt, tried };
}

/** `random` 0.5 is no jitter at all. */
function withJitter(random: number): void {
  vi.spyOn(Math, 'random').mockReturnValue(random);
}

async function outcomeOf(attempt: () => Promise<string>, signal = new AbortController().signal): Promise<unknown> {
  const outcome = withRetries(attempt, signal, ignore).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

describe('An attempt', () => {
  it('that succeeds is the only one', async () => {
    const { attempt, tried } = faulty();
    expect(await outcomeOf(attempt)).toBe('an answer');
    expect(tried).toEqual([0]);
  });

  it('that fails for good is the only one', async () => {
    const failure = new Error('It will not pass.');
    const { attempt, tried } = faulty(failure);
    expect(await outcomeOf(attempt)).toBe(failure);
    expect(tried).toEqual([0]);
  });

  it('is repeated after half a second, and after another whole one', async () => {
    withJitter(0.5);
    const { attempt, tried } = faulty(temporary(), temporary());
    expect(await outcomeOf(attempt)).toBe('an answer');
    expect(tried).toEqual([0, 500, 1500]);
  });

  it('is repeated after half the wait at the earliest', async () => {
    withJitter(0);
    const { attempt, tried } = faulty(temporary(), temporary());
    await outcomeOf(attempt);
    expect(tried).toEqual([0, 250, 750]);
  });

  it('is repeated after one and a half times the wait at the latest', async () => {
    withJitter(1);
    const { attempt, tried } = faulty(temporary(), temporary());
    await outcomeOf(attempt);
    expect(tried).toEqual([0, 750, 2250]);
  });

  it('is repeated when the other side asked for it, to the millisecond', async () => {
    const { attempt, tried } = faulty(temporary(7000), temporary(0));
    await outcomeOf(attempt);
    expect(tried).toEqual([0, 7000, 7000]);
  });

  it('is the last when it is the third', async () => {
    const last = temporary();
    const { attempt, tried } = faulty(temporary(), temporary(), last);
    expect(await outcomeOf(attempt)).toBe(last.error);
    expect(tried).toHaveLength(3);
  });

  it('is not repeated once it fails for good', async () => {
    const failure = new Error('It will not pass.');
    const { attempt, tried } = faulty(temporary(), failure);
    expect(await outcomeOf(attempt)).toBe(failure);
    expect(tried).toHaveLength(2);
  });
});

describe('A wait between two attempts', () => {
  it('ends, timer and all, when nobody wants the answer any more', async () => {
    const abort = new AbortController();
    const { attempt, tried } = faulty(temporary());
    const outcome = withRetries(attempt, abort.signal, ignore).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(100);
    expect(vi.getTimerCount()).toBe(1);
    abort.abort('unwanted');
    expect(await outcome).toBe('unwanted');
    expect(vi.getTimerCount()).toBe(0);
    await vi.runAllTimersAsync();
    expect(tried).toEqual([0]);
  });

  it('does not begin when the answer is unwanted already', async () => {
    const abort = new AbortController();
    const { attempt } = faulty(temporary());
    const failing = () => {
      abort.abort('unwanted');
      return attempt();
    };
    expect(await outcomeOf(failing, abort.signal)).toBe('unwanted');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('A promise that may be given up', () => {
  it('settles as it would alone', async () => {
    const { signal } = new AbortController();
    expect(await unlessAborted(signal, (resolve) => resolve(1))).toBe(1);
    await expect(unlessAborted(signal, (_, reject) => reject(new Error('no')))).rejects.toThrow('no');
  });

  it('is given up also where it never settles', async () => {
    const abort = new AbortController();
    const outcome = unlessAborted(abort.signal, ignore);
    abort.abort('unwanted');
    await expect(outcome).rejects.toBe('unwanted');
  });

  it('is given up at once where that is known before', async () => {
    await expect(unlessAborted(AbortSignal.abort('unwanted'), ignore)).rejects.toBe('unwanted');
  });

  it('leaves no listener behind', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    await unlessAborted(signal, (resolve) => resolve(1));
    const options = added.mock.calls.map(([, , bound]) => bound as AddEventListenerOptions);
    expect(options.map((bound) => bound.signal!.aborted)).toEqual([true]);
  });
});
