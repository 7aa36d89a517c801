import { ArticleError, type ArticleErrorCode } from '../article/article-error.js';
import { jsonFeed } from '../article/json-feed.js';
import { readArticle, unlessRefused, type ReaderOptions, type Reading, type Refusal } from '../article/readers.js';
import type { WebAddress } from '../article/web-address.js';
import { fetchJson, type FetchOptions } from '../fetching/fetch-json.js';
import { readHtmlPage } from './html-page.js';
import { dialects } from './readers.js';
import { answerText, wrappedJson } from './wrapped-json.js';
import { isPageOf, wordPressCandidates, type Candidate } from './wordpress-address.js';

/** Requests that a card makes of a publisher's site; retries do not count. */
const MOST_REQUESTS = 3;

export interface FetchedArticle extends Reading {
  /** How many requests for details may still be made. */
  readonly requestsLeft: number;
}

/** The answer of an address: JSON, or an error. */
export type Answer = { readonly json: unknown } | { readonly error: unknown };

/**
 * @throws {ArticleError}
 * @throws what kept the answer from being JSON
 */
export function readAnswer(answer: Answer, which: ReaderOptions): FetchedArticle {
  if ('json' in answer) return readingOf(readArticle(answer.json, which, dialects));
  // Khabar's own JSON has been looked for only in what was JSON.
  return readingOf(readArticle(wrapped(answer.error), which, [jsonFeed, ...dialects]));
}

function readingOf(result: Reading | Refusal | undefined): FetchedArticle {
  return { ...unlessRefused(result), requestsLeft: MOST_REQUESTS - 1 };
}

/** @throws why there is no answer */
function wrapped(error: unknown): unknown {
  try {
    return wrappedJson(error);
  } catch {
    throw explainedError(error);
  }
}

/** Explains an HTTP error by its JSON: a draft and a closed site both answer 401. */
function explainedError(error: unknown): unknown {
  if (!(error instanceof ArticleError) || error.code !== 'http') return error;
  const { cause, status } = error;
  const result = readArticle(cause, {}, dialects);
  return result && 'refused' in result && result.refused === 'protected'
    ? new ArticleError('protected', result.message, { status, cause, url: result.url })
    : error;
}

/** Folders in which WordPress was found; kept while the page lives. */
const wordPressRoots = new Set<WebAddress>();

/** Errors after which the story is looked for elsewhere: those of a page, and those of a guessed REST API. */
const notFromPage: readonly ArticleErrorCode[] = ['network', 'not-json'];
const notFromCandidate: readonly ArticleErrorCode[] = [...notFromPage, 'http', 'not-an-article'];

/**
 * A blogger pastes what the address bar shows. WordPress gives its pages no CORS headers, so that they cannot be read,
 * but its REST API always: a page that cannot be read, or is HTML, is asked for there. Where another system's page can be read, its
 * JSON-LD is.
 * @param answer that of the page, where it has been asked
 * @throws {ArticleError}
 */
export async function fromPage(
  page: WebAddress,
  item: string | undefined,
  options: FetchOptions,
  answer?: Answer,
): Promise<FetchedArticle> {
  const isKnown = ({ root }: Candidate) => root !== undefined && wordPressRoots.has(root);
  const candidates = wordPressCandidates(page, wordPressRoots);
  const known = answer ? [] : candidates.filter(isKnown);
  const guesses = candidates.filter((candidate) => !known.includes(candidate));
  let requestsLeft = MOST_REQUESTS;
  let lastError: unknown;
  let described: Reading | undefined;
  for (const { address, root } of [...known, { address: page }, ...guesses].slice(0, MOST_REQUESTS)) {
    const isPage = address === page;
    requestsLeft--;
    try {
      const own = isPage
        ? (answer ?? (await answerOf(address, { ...options, isPage, retry: 'answered' })))
        : await answerOf(address, { ...options, retry: 'never' });
      const reading = readAnswer(own, { address, ...(isPage ? { item } : { page }) });
      if (!isPage && !isPageOf(page, reading.article.url))
        throw new ArticleError('not-an-article', 'The site answered with another story.');
      if (root) wordPressRoots.add(root);
      return { ...reading, requestsLeft };
    } catch (error) {
      if (!(error instanceof ArticleError)) throw error;
      const { code, url } = error;
      // A protected story may be another one of the same slug, unless its address is that of the page.
      const isElsewhere = isPage
        ? notFromPage.includes(code)
        : notFromCandidate.includes(code) || (code === 'protected' && !isPageOf(page, url));
      if (!isElsewhere) throw error;
      if (isPage && code === 'not-json') {
        const { isWordPress, reading } = await readHtmlPage(answerText(error), page);
        if (reading && !isWordPress) return { ...reading, requestsLeft };
        described = reading;
      }
      // That a site cannot be reached says the least.
      if (!(lastError instanceof ArticleError) || lastError.code === 'network') lastError = error;
    }
  }
  if (described) return { ...described, requestsLeft };
  throw lastError;
}

async function answerOf(address: WebAddress, options: FetchOptions): Promise<Answer> {
  try {
    return { json: await fetchJson(address, options) };
  } catch (error) {
    return { error };
  }
}
