import { ArticleError, type ArticleErrorCode } from '../article/article-error.js';
import {
  readArticle,
  type Addition,
  type FurtherRequest,
  type ReaderOptions,
  type Reading,
} from '../article/readers.js';
import type { WebAddress } from '../article/web-address.js';
import { fetchJson, type FetchOptions } from './fetch-json.js';
import type { ChunkOptions } from './load-chunk.js';
import { dialects } from './load-dialects.js';

/** Requests that a card makes of a publisher's site; repeating one that failed does not make it two. */
const MOST_REQUESTS = 3;

/** Addresses that can only be of JSON. Any other may be that of the article's page. */
const JSON_ADDRESS = /\.(?:json|jsonld|jsonfeed)$|\/(?:json|jsonfeed)\/?$/i;
/** Addresses of the programming interfaces of publishing systems, and what others call their own. */
const API_ADDRESS =
  /\/wp-json\/|\/wp\/v2\/|\/rest\/v1(?:\.\d)?\/sites\/|\/ghost\/api\/|[?&]rest_route=|^https?:\/\/api\.|\/api\//i;
/** `/story?id=7` is a program that is asked for something; a page's address ends with its slug, or a slash. */
const PROGRAM = /\/[a-z_]+(?:\.[a-z]{2,4})?$/i;
/** What social networks and newsletters put behind the address of a page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|igshid|ref|amp)$/i;

export interface FetchedArticle extends Reading {
  /** How many of the further requests may still be made. */
  readonly requestsLeft: number;
}

/**
 * The article at an address: that of JSON in any dialect, or of the article's own page where WordPress made it.
 * @param item which item of a feed; without it, the first.
 * @throws {ArticleError}
 * @throws the reason of `options.signal`, once that is aborted
 */
export async function fetchArticle(
  address: WebAddress,
  item: string | undefined,
  options: FetchOptions,
): Promise<FetchedArticle> {
  const { pathname, searchParams } = new URL(address);
  const isJson = JSON_ADDRESS.test(pathname) || (pathname === '/' && searchParams.size === 0);
  // On its way together with the article; that it failed is said where it is needed.
  if (!isJson) dialectsChunk(options).catch(() => undefined);
  const isProgram =
    API_ADDRESS.test(address) ||
    (PROGRAM.test(pathname) && [...searchParams.keys()].some((name) => name !== 'p' && !TRACKING.test(name)));
  const isPage = !isJson && !isProgram && (pathname !== '/' || searchParams.has('p'));
  if (isPage) return fromPage(address, item, options);
  return { ...(await ask(address, { item }, options)), requestsLeft: MOST_REQUESTS - 1 };
}

/** @throws {ArticleError} */
export async function readAnyArticle(json: unknown, which: ReaderOptions, options: ChunkOptions): Promise<Reading> {
  const reading = readArticle(json, which) ?? readArticle(json, which, (await dialectsChunk(options)).dialects);
  if (reading) return reading;
  throw new ArticleError('not-an-article', 'This JSON is in no dialect that Khabar reads.');
}

/** What a further request adds; nothing where it fails: the card is complete without. */
export async function fetchAddition({ address, read }: FurtherRequest, options: FetchOptions): Promise<Addition> {
  try {
    return read(await fetchJson(address, { ...options, retry: 'never' }));
  } catch {
    return {};
  }
}

/** @throws {ArticleError} `network` */
async function dialectsChunk(options: ChunkOptions): ReturnType<typeof dialects.load> {
  try {
    return await dialects.load(options);
  } catch (error) {
    options.signal.throwIfAborted();
    throw new ArticleError('network', 'A part of Khabar could not be loaded.', { cause: error });
  }
}

async function ask(address: WebAddress, which: ReaderOptions, options: FetchOptions): Promise<Reading> {
  let json: unknown;
  try {
    json = await fetchJson(address, options);
  } catch (error) {
    throw error instanceof ArticleError && error.code === 'http' ? await explained(error, options) : error;
  }
  return readAnyArticle(json, { ...which, address }, options);
}

/** What a publishing system says in its answer is more than its status: a draft and a site that is closed are both 401. */
async function explained(error: ArticleError, options: ChunkOptions): Promise<ArticleError> {
  const { cause, status } = error;
  if (cause === undefined) return error;
  try {
    readArticle(cause, {}, (await dialectsChunk(options)).dialects);
  } catch (refusal) {
    if (refusal instanceof ArticleError && refusal.code === 'protected')
      return new ArticleError('protected', refusal.message, { status, cause, url: refusal.url });
  }
  return error;
}

/** The folders in which WordPress was found, for the page's life. */
const wordPressRoots = new Set<WebAddress>();

/** Errors after which the story may be had elsewhere: from a page, and from a REST API that is only guessed. */
const notFromPage: readonly ArticleErrorCode[] = ['network', 'not-json'];
const notFromCandidate: readonly ArticleErrorCode[] = [...notFromPage, 'http', 'not-an-article'];

/**
 * A blogger pastes what the address bar shows. WordPress gives its pages no CORS headers, so that they cannot be read,
 * but its REST API always: a page that cannot be read, or is HTML, is asked for there. The HTML itself is never read.
 */
async function fromPage(page: WebAddress, item: string | undefined, options: FetchOptions): Promise<FetchedArticle> {
  let requestsLeft = MOST_REQUESTS;
  let failure: ArticleError | undefined;

  async function attempt(
    mayBeElsewhere: (error: ArticleError) => boolean,
    asking: () => Promise<Reading>,
  ): Promise<FetchedArticle | undefined> {
    if (requestsLeft === 0) return undefined;
    requestsLeft--;
    try {
      return { ...(await asking()), requestsLeft };
    } catch (error) {
      if (!(error instanceof ArticleError && mayBeElsewhere(error))) throw error;
      // That a site cannot be reached says the least.
      if (!failure || failure.code === 'network') failure = error;
      return undefined;
    }
  }

  async function fromCandidates(wanted: (root?: WebAddress) => boolean): Promise<FetchedArticle | undefined> {
    const { isPageOf, wordPressCandidates } = await dialectsChunk(options);
    for (const { address, root } of wordPressCandidates(page, wordPressRoots)) {
      if (!wanted(root)) continue;
      // What is protected here may be another story, too; it is this one where it says so.
      const isElsewhere = ({ code, url }: ArticleError) =>
        notFromCandidate.includes(code) || (code === 'protected' && !isPageOf(page, url));
      const found = await attempt(isElsewhere, async () => {
        const reading = await ask(address, { page }, { ...options, retry: 'never' });
        if (!isPageOf(page, reading.article.url))
          throw new ArticleError('not-an-article', 'The site answered with another story.');
        return reading;
      });
      if (!found) continue;
      if (root) wordPressRoots.add(root);
      return found;
    }
    return undefined;
  }

  const known = new Set(wordPressRoots);
  const found =
    (known.size > 0 && (await fromCandidates((root) => root !== undefined && known.has(root)))) ||
    (await attempt(
      ({ code }) => notFromPage.includes(code),
      () => ask(page, { item }, { ...options, retry: 'answered' }),
    )) ||
    (await fromCandidates((root) => root === undefined || !known.has(root)));
  if (found) return found;
  throw failure!;
}
