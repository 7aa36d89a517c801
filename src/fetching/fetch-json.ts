import { ArticleError } from '../article/article-error.js';
import type { WebAddress } from '../article/web-address.js';
import { whileConnected, type ConnectionOptions } from './connection.js';
import { PassingFailure, withRetries } from './retry.js';

export interface FetchOptions {
  /** Aborted when the card no longer wants the answer. The request itself ends when no card does. */
  readonly signal: AbortSignal;
  /** Seconds for headers and body of one attempt together. */
  readonly timeout: number;
  /** Called with `true` when the answer waits for a device that is offline, and with `false` when it is asked for again. */
  readonly onOffline?: (isOffline: boolean) => void;
  /** Asks the site again, also where the page, or the browser, has the answer already. */
  readonly fresh?: boolean;
  /**
   * Whether a failure that may pass is asked for again: `always` (default), `answered` where the site was reached at all,
   * or `never`.
   */
  readonly retry?: 'always' | 'answered' | 'never';
}

type Retry = NonNullable<FetchOptions['retry']>;

/** One of those who wait for the answer of a request. */
interface Waiter {
  /** The site is being asked, or, with `false`, no longer is. Waits between two attempts are nobody's delay. */
  readonly onAsking: (isAsking: boolean) => void;
  readonly onOffline: (isOffline: boolean) => void;
}

interface SharedRequest {
  readonly answer: Promise<unknown>;
  readonly abort: AbortController;
  readonly waiters: Set<Waiter>;
  isAsking: boolean;
  isOffline: boolean;
  isSettled: boolean;
}

/** An article is a few kilobytes; a feed of a busy site, some hundred. */
const MOST_BYTES = 5 * 1024 * 1024;
/** An error answer says little; a site that sends more is not listened to. */
const MOST_BYTES_OF_ERROR = 64 * 1024;
/** Seconds. A site that asks for more is not waited for. */
const LONGEST_RETRY_AFTER = 10;
/** Answers that a page keeps. One that shows one story after the other for days must not grow with each. */
const MOST_ANSWERS = 50;

/** One request per address per page, however many cards want it; the oldest first. */
const requests = new Map<string, SharedRequest>();

/**
 * The JSON at an address.
 * @throws {ArticleError} `network`, `timeout`, `http`, `gone`, `too-large` or `not-json`; the cause of an `http` is the
 * JSON that the site sent with it, if any
 * @throws the reason of `signal`, once that is aborted
 */
export function fetchJson(
  address: WebAddress,
  { signal, timeout, onOffline, fresh = false, retry = 'always' }: FetchOptions,
): Promise<unknown> {
  signal.throwIfAborted();
  const request = (fresh ? undefined : requests.get(address)) ?? start(address, fresh, retry);
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waiter: Waiter = {
      onAsking(isAsking) {
        clearTimeout(timer);
        if (isAsking) timer = setTimeout(giveUp, timeout * 1000);
      },
      onOffline(isOffline) {
        onOffline?.(isOffline);
      },
    };
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      request.waiters.delete(waiter);
    };
    const leave = () => {
      end();
      reject(signal.reason as Error);
      // Not at once: a card that is being moved leaves and comes back within the same task.
      queueMicrotask(() => endUnlessWanted(address, request));
    };
    const giveUp = () => {
      end();
      const cause = new DOMException('The time is up.', 'TimeoutError');
      reject(new ArticleError('timeout', `No complete answer within ${timeout} s.`, { cause }));
      endUnlessWanted(address, request);
    };
    signal.addEventListener('abort', leave);
    request.answer.then(resolve, reject).finally(end);
    if (request.isSettled) return;
    request.waiters.add(waiter);
    if (request.isAsking) waiter.onAsking(true);
    if (request.isOffline) waiter.onOffline(true);
  });
}

function endUnlessWanted(address: WebAddress, request: SharedRequest): void {
  if (request.waiters.size > 0 || request.isSettled) return;
  forget(address, request);
  request.abort.abort();
}

function forget(address: string, request: SharedRequest): void {
  if (requests.get(address) === request) requests.delete(address);
}

function start(address: WebAddress, fresh: boolean, retry: Retry): SharedRequest {
  const abort = new AbortController();
  const { signal } = abort;
  const waiters = new Set<Waiter>();
  const tellAsking = (isAsking: boolean) => {
    request.isAsking = isAsking;
    for (const waiter of waiters) waiter.onAsking(isAsking);
  };
  const ask = async (ended: AbortSignal) => {
    tellAsking(true);
    try {
      return await attemptOnce(address, fresh, retry, ended);
    } finally {
      tellAsking(false);
    }
  };
  const connection: ConnectionOptions = {
    signal,
    isOffline: (error) => isUnreachable(error) && !navigator.onLine,
    onWait(isWaiting) {
      request.isOffline = isWaiting;
      for (const waiter of waiters) waiter.onOffline(isWaiting);
    },
  };
  const request: SharedRequest = {
    // Begun in a microtask: what is told of it is told to a request that is there.
    answer: Promise.resolve().then(() => withRetries(() => whileConnected(ask, connection), signal)),
    abort,
    waiters,
    isAsking: false,
    isOffline: false,
    isSettled: false,
  };
  makeRoom();
  requests.set(address, request);
  request.answer.then(
    () => (request.isSettled = true),
    () => {
      request.isSettled = true;
      forget(address, request);
    },
  );
  return request;
}

/** Forgets the oldest answers. What is still awaited stays. */
function makeRoom(): void {
  for (const [address, { isSettled }] of requests) {
    if (requests.size < MOST_ANSWERS) return;
    if (isSettled) requests.delete(address);
  }
}

function isUnreachable(error: unknown): boolean {
  const reason = error instanceof PassingFailure ? error.error : error;
  return reason instanceof ArticleError && reason.code === 'network';
}

/**
 * @throws {PassingFailure} where another attempt may succeed
 * @throws {ArticleError}
 */
async function attemptOnce(address: WebAddress, fresh: boolean, retry: Retry, signal: AbortSignal): Promise<unknown> {
  let text: string;
  let isAnswered = false;
  try {
    const request: RequestInit = {
      signal,
      // What HTTP allows to be kept need not come again, unless the reader, or the page, has asked for it again.
      cache: fresh ? 'no-cache' : 'default',
      // No cookie goes out or comes in, either way. Towards another origin `same-origin` does that and, unlike `omit`,
      // lets Chromium use the answer of <link rel=preload as=fetch crossorigin> instead of asking twice.
      credentials: new URL(address).origin === location.origin ? 'omit' : 'same-origin',
      // The publisher may count the sites that embed it, and learns no more of the page than that.
      referrerPolicy: 'strict-origin-when-cross-origin',
    };
    const response = await fetch(address, request);
    isAnswered = true;
    if (!response.ok) throw httpError(response, retry, await readError(response));
    text = await readText(response, MOST_BYTES);
  } catch (error) {
    if (error instanceof ArticleError || error instanceof PassingFailure) throw error;
    signal.throwIfAborted();
    const unreachable = new ArticleError('network', 'No answer, or one that this page may not read (CORS).', {
      cause: error,
    });
    throw retry === 'always' || (retry === 'answered' && isAnswered) ? new PassingFailure(unreachable) : unreachable;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ArticleError('not-json', 'The answer is not JSON.', { cause: error });
  }
}

/** What the site says of its error, where it says it as JSON: publishing systems give it a code. */
async function readError(response: Response): Promise<unknown> {
  if (!response.headers.get('Content-Type')?.includes('json')) {
    // Nobody reads it, and it may be endless.
    response.body?.cancel().catch(() => undefined);
    return undefined;
  }
  try {
    return JSON.parse(await readText(response, MOST_BYTES_OF_ERROR)) as unknown;
  } catch {
    return undefined;
  }
}

function httpError(response: Response, retry: Retry, cause: unknown): Error {
  const { status } = response;
  if (status === 410) return new ArticleError('gone', 'The publisher has withdrawn this story.', { status });
  const error = new ArticleError('http', `The site answered with status ${status}.`, { status, cause });
  if (retry === 'never' || ![408, 429, 500, 502, 503, 504].includes(status)) return error;
  const retryAfter = seconds(response.headers.get('Retry-After'));
  return retryAfter !== undefined && retryAfter > LONGEST_RETRY_AFTER
    ? error
    : new PassingFailure(error, retryAfter === undefined ? undefined : retryAfter * 1000);
}

/** Retry-After (RFC 9110 §10.2.3): seconds, or a date. Readable only where the site exposes it to other origins. */
function seconds(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  // A date begins with the name of a day: browsers take "-1" and "1.5" for dates too, long past.
  const date = /^[a-z]/i.test(retryAfter) ? Date.parse(retryAfter) : NaN;
  const value = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (date - Date.now()) / 1000;
  return Number.isNaN(value) ? undefined : Math.max(0, value);
}

/** UTF-8, with or without a byte order mark. The bound holds while reading: `Content-Length` may be absent, or lie. */
async function readText(response: Response, mostBytes: number): Promise<string> {
  if (Number(response.headers.get('Content-Length')) > mostBytes) {
    response.body?.cancel().catch(() => undefined);
    throw tooLarge(mostBytes);
  }
  // Absent where the page has put an older fetch() in the place of the browser's.
  const reader = response.body?.getReader();
  if (!reader) {
    const text = await response.text();
    if (text.length > mostBytes) throw tooLarge(mostBytes);
    return text;
  }
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    text += decoder.decode(value, { stream: true });
    // A page, not JSON: the rest of it need not come.
    const isMarkup = /^\s*</.test(text.slice(0, 100));
    if (bytes <= mostBytes && !isMarkup) continue;
    reader.cancel().catch(() => undefined);
    if (isMarkup) return text;
    throw tooLarge(mostBytes);
  }
}

function tooLarge(mostBytes: number): ArticleError {
  return new ArticleError('too-large', `The answer is larger than ${mostBytes} bytes.`);
}
