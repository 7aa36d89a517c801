import { ArticleError } from '../article/article-error.js';
import type { WebAddress } from '../article/web-address.js';

export interface FetchOptions {
  /** Aborted when the card no longer wants the answer. The request itself ends when no card does. */
  readonly signal: AbortSignal;
  /** Seconds for headers and body of one attempt together. */
  readonly timeout: number;
  /** Asks again, also where the page has the answer already. */
  readonly fresh?: boolean;
  /**
   * Whether a failure that may pass is asked for again: `always` (default), `answered` where the site was reached at all,
   * or `never`.
   */
  readonly retry?: 'always' | 'answered' | 'never';
}

type Retry = NonNullable<FetchOptions['retry']>;

interface SharedRequest {
  readonly answer: Promise<unknown>;
  readonly abort: AbortController;
  /** Cards that wait for the answer. */
  waiting: number;
  settled: boolean;
}

/** An article is a few kilobytes; a feed of a busy site, some hundred. */
const MOST_BYTES = 5 * 1024 * 1024;
const RETRIES = 2;
/** An error answer says little; a site that sends more is not listened to. */
const MOST_BYTES_OF_ERROR = 64 * 1024;
/** Milliseconds before the first retry; doubled for the second. */
const FIRST_WAIT = 500;
/** Seconds. A site that asks for more is not waited for. */
const LONGEST_RETRY_AFTER = 10;

/** One request per address per page, however many cards want it. */
const requests = new Map<string, SharedRequest>();

/**
 * The JSON at an address.
 * @throws {ArticleError} `network`, `timeout`, `http`, `gone`, `too-large` or `not-json`; the cause of an `http` is the
 * JSON that the site sent with it, if any
 * @throws the reason of `signal`, once that is aborted
 */
export function fetchJson(
  address: WebAddress,
  { signal, timeout, fresh = false, retry = 'always' }: FetchOptions,
): Promise<unknown> {
  signal.throwIfAborted();
  const request = (fresh ? undefined : requests.get(address)) ?? start(address, timeout, retry);
  request.waiting++;
  return new Promise((resolve, reject) => {
    const leave = () => {
      request.waiting--;
      // Not at once: a card that is being moved leaves and comes back within the same task.
      queueMicrotask(() => {
        if (request.waiting === 0 && !request.settled) {
          if (requests.get(address) === request) requests.delete(address);
          request.abort.abort();
        }
      });
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', leave, { once: true });
    request.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

function start(address: WebAddress, timeout: number, retry: Retry): SharedRequest {
  const abort = new AbortController();
  const request: SharedRequest = {
    answer: withRetries(address, timeout, retry, abort.signal),
    abort,
    waiting: 0,
    settled: false,
  };
  requests.set(address, request);
  request.answer.then(
    () => (request.settled = true),
    () => {
      request.settled = true;
      if (requests.get(address) === request) requests.delete(address);
    },
  );
  return request;
}

async function withRetries(address: WebAddress, timeout: number, retry: Retry, signal: AbortSignal): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await attemptOnce(address, timeout, signal);
    } catch (error) {
      if (!(error instanceof FailedAttempt)) throw error;
      const another = retry === 'always' || (retry === 'answered' && error.error.code !== 'network');
      if (attempt === RETRIES || !another) throw error.error;
      // Jitter, so that all the cards of a page that lost its network do not come back at the same instant.
      const wait = error.retryAfter ?? FIRST_WAIT * 2 ** attempt * (0.5 + Math.random());
      await pause(wait, signal);
    }
  }
}

/** A failure that another attempt may mend. */
class FailedAttempt extends Error {
  constructor(
    readonly error: ArticleError,
    /** Milliseconds that the site asked to be left alone. */
    readonly retryAfter?: number,
  ) {
    super(error.message);
  }
}

async function attemptOnce(address: WebAddress, timeout: number, pageSignal: AbortSignal): Promise<unknown> {
  const signal = AbortSignal.any([pageSignal, AbortSignal.timeout(timeout * 1000)]);
  let text: string;
  try {
    const response = await fetch(address, {
      signal,
      // No cookie goes out or comes in, either way. Towards another origin `same-origin` does that and, unlike `omit`,
      // lets Chromium use the answer of <link rel=preload as=fetch crossorigin> instead of asking twice.
      credentials: new URL(address).origin === location.origin ? 'omit' : 'same-origin',
      // The publisher may count the sites that embed it, and learns no more of the page than that.
      referrerPolicy: 'strict-origin-when-cross-origin',
    });
    if (!response.ok) throw httpError(response, await readError(response));
    text = await readText(response, MOST_BYTES);
  } catch (error) {
    if (error instanceof ArticleError || error instanceof FailedAttempt) throw error;
    pageSignal.throwIfAborted();
    if (signal.aborted) throw new ArticleError('timeout', `No complete answer within ${timeout} s.`, { cause: error });
    throw new FailedAttempt(
      new ArticleError('network', 'No answer, or one that this page may not read (CORS).', { cause: error }),
    );
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

function httpError(response: Response, cause: unknown): Error {
  const { status } = response;
  if (status === 410) return new ArticleError('gone', 'The publisher has withdrawn this story.', { status });
  const error = new ArticleError('http', `The site answered with status ${status}.`, { status, cause });
  if (![408, 429, 500, 502, 503, 504].includes(status)) return error;
  const retryAfter = seconds(response.headers.get('Retry-After'));
  return retryAfter !== undefined && retryAfter > LONGEST_RETRY_AFTER
    ? error
    : new FailedAttempt(error, retryAfter === undefined ? undefined : retryAfter * 1000);
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
  const reader = response.body?.getReader();
  if (!reader) return '';
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
    throw new ArticleError('too-large', `The answer is larger than ${mostBytes} bytes.`);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}
