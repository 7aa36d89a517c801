import { ArticleError } from '../article/article-error.js';
import type { WebAddress } from '../article/web-address.js';
import { RetryableError, withRetries, type AttemptState } from './retries.js';

export interface FetchOptions {
  /** Aborted when the card no longer wants the answer. The request itself ends when no card does. */
  readonly signal: AbortSignal;
  /** Seconds for headers and body of one attempt together. */
  readonly timeout: number;
  /** Called with `true` when the answer waits for a device that is offline, and with `false` when it is asked for again. */
  readonly onOffline?: (isOffline: boolean) => void;
  /** Asks the site again, even where the page, or the browser, has the answer already. */
  readonly fresh?: boolean;
  /** Whether temporary failures are retried: `always` (default), `answered` where the site was reached at all, or `never`. */
  readonly retry?: 'always' | 'answered' | 'never';
  /** The address may be that of a page, whose HTML is wanted too: all of it is the cause of a `not-json`. */
  readonly isPage?: boolean;
}

type Waiter = (state: AttemptState | 'settled') => void;

interface SharedRequest {
  answer: Promise<unknown>;
  readonly abort: AbortController;
  /** One for each card that waits for the answer. */
  readonly waiters: Set<Waiter>;
  state: AttemptState | 'settled';
}

/** An article is a few kilobytes; a feed of a busy site, some hundred. */
const MOST_BYTES = 5 * 1024 * 1024;
/** An error answer says little. */
const MOST_BYTES_OF_ERROR = 64 * 1024;
/** Milliseconds. A site that asks for a longer wait is not asked again. */
const LONGEST_RETRY_AFTER = 10_000;
/** Answers that a page keeps. A page that shows one story after the other for days must not grow with each. */
const MOST_ANSWERS = 50;

/** One request for each address of a page, however many cards want it; the oldest first. */
const requests = new Map<string, SharedRequest>();

/**
 * The JSON at an address.
 * @throws {ArticleError} `network`, `timeout`, `http`, `gone`, `too-large` or `not-json`; the cause of an `http` is the
 * JSON that the site sent with it, if any; the cause of a `not-json` has the text as its own
 * @throws the reason of `signal`, once that is aborted
 */
export function fetchJson(address: WebAddress, options: FetchOptions): Promise<unknown> {
  const { signal, timeout, onOffline, fresh } = options;
  signal.throwIfAborted();
  const request = (!fresh && requests.get(address)) || start(address, options);
  const { answer, waiters } = request;
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waiter: Waiter = (state) => {
      // Waits between two attempts, and for the network, are no delay of the site.
      clearTimeout(timer);
      if (state === 'trying') timer = setTimeout(giveUp, timeout * 1000);
      onOffline?.(state === 'offline');
    };
    const ending =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', leave);
        waiters.delete(waiter);
        settle(value);
      };
    const fail = ending(reject);
    const abandon = (reason: Error) => {
      fail(reason);
      // Not at once: a card that is moved leaves and comes back within the same task.
      queueMicrotask(() => {
        if (waiters.size > 0) return;
        forget(address, request);
        request.abort.abort();
      });
    };
    const leave = () => abandon(signal.reason as Error);
    const giveUp = () => {
      const cause = new DOMException('The time is up.', 'TimeoutError');
      abandon(new ArticleError('timeout', `No complete answer within ${timeout} s.`, { cause }));
    };
    signal.addEventListener('abort', leave);
    waiters.add(waiter);
    waiter(request.state);
    answer.then(ending(resolve), fail);
  });
}

function start(address: WebAddress, options: FetchOptions): SharedRequest {
  const abort = new AbortController();
  const waiters: Set<Waiter> = new Set();
  const request = { abort, waiters, state: 'trying' } as SharedRequest;
  request.answer = withRetries(
    (ended) => attemptOnce(address, options, ended),
    abort.signal,
    (state) => {
      request.state = state;
      for (const waiter of waiters) waiter(state);
    },
  );
  const settle = () => (request.state = 'settled');
  request.answer.then(settle, () => {
    settle();
    forget(address, request);
  });
  // Forgets the oldest answers, except those that a card still waits for.
  for (const [other, { state }] of requests) {
    if (requests.size < MOST_ANSWERS) break;
    if (state === 'settled') requests.delete(other);
  }
  requests.set(address, request);
  return request;
}

function forget(address: WebAddress, request: SharedRequest): void {
  if (requests.get(address) === request) requests.delete(address);
}

/**
 * @throws {RetryableError} where another attempt may succeed
 * @throws {ArticleError}
 */
async function attemptOnce(
  address: WebAddress,
  { fresh, isPage, retry = 'always' }: FetchOptions,
  signal: AbortSignal,
): Promise<unknown> {
  let response: Response | undefined;
  let text = '';
  try {
    response = await fetch(address, {
      signal,
      cache: fresh ? 'no-cache' : 'default',
      // No cookie goes out or comes in, either way. Towards another origin `same-origin` does that and, unlike `omit`,
      // lets Chromium use the answer of <link rel=preload as=fetch crossorigin> instead of asking twice.
      credentials: address.startsWith(`${location.origin}/`) ? 'omit' : 'same-origin',
      // The publisher may count the sites that embed it, and learns no more of the page than that.
      referrerPolicy: 'strict-origin-when-cross-origin',
    });
    text = await readText(response, isPage);
  } catch (error) {
    // An error answer that breaks off, or is too large, is still that error.
    if (response?.ok !== false) {
      if (error instanceof ArticleError) throw error;
      const unreached = new ArticleError('network', 'No answer, or one that this page may not read (CORS).', {
        cause: error,
      });
      const isRetried = retry === 'always' || (retry === 'answered' && response);
      throw isRetried || !navigator.onLine ? new RetryableError(unreached, NaN, true) : unreached;
    }
  }
  const { ok, status, headers } = response;
  let json: unknown;
  try {
    json = JSON.parse(text);
    if (ok) return json;
  } catch (cause) {
    // The dialects find JSON in what servers put around it.
    (cause as Error).cause = text;
    if (ok) throw new ArticleError('not-json', 'The answer is not JSON.', { cause });
  }
  if (status === 410) throw new ArticleError('gone', 'The publisher has withdrawn this story.', { status });
  const error = new ArticleError('http', `The site answered with status ${status}.`, { status, cause: json });
  const wait = milliseconds(headers.get('Retry-After') ?? '');
  const isTemporary = [408, 429, 500, 502, 503, 504].includes(status) && !(wait > LONGEST_RETRY_AFTER);
  throw isTemporary && retry !== 'never' ? new RetryableError(error, wait) : error;
}

/** Retry-After (RFC 9110 §10.2.3): seconds, or a date. Other origins read it where the site exposes it. */
function milliseconds(retryAfter: string): number {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  // A date begins with the name of a day: browsers take "-1" and "1.5" for dates too, long past.
  return /^[a-z]/i.test(retryAfter) ? Date.parse(retryAfter) - Date.now() : NaN;
}

/**
 * UTF-8, with or without a byte order mark; of an error, only what is JSON. The bound holds while reading, as
 * `Content-Length` may be absent, lie, or speak of what was compressed. The caller hangs up on what is not read.
 */
async function readText(response: Response, isPage?: boolean): Promise<string> {
  const { ok, headers, body } = response;
  if (!ok && !headers.get('Content-Type')?.includes('json')) {
    await body?.cancel();
    return '';
  }
  const most = ok ? MOST_BYTES : MOST_BYTES_OF_ERROR;
  const check = (bytes: number) => {
    if (bytes > most) throw new ArticleError('too-large', `The answer is larger than ${most} bytes.`);
  };
  let text = '';
  // Where the page has put a fetch() of before there were streams in the place of the browser's.
  if (!body) {
    text = await response.text();
    check(text.length);
    return text;
  }
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  // A page (`<!doctype`, `<html>`, `<head>`, `<div>`) or XML is not JSON: the rest of it need not come, unless it is wanted.
  // Comments and notices of PHP begin with `<` too, and JSON may follow.
  while (isPage || !/^\s*<[!?]?[dhx]/i.test(text.slice(0, 100))) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    check(bytes);
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}
