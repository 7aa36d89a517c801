import { ArticleError } from '../article/article-error.js';
import { jsonFeed } from '../article/json-feed.js';
import { readArticle, unlessRefused, type ReaderOptions, type Reading, type Refusal } from '../article/readers.js';
import type { WebAddress } from '../article/web-address.js';
import type { Answer, FetchedArticle } from '../dialects/page.js';
import { fetchJson, type FetchOptions } from '../fetching/fetch-json.js';
import type { PartOptions } from '../fetching/part.js';
import { dialects } from './parts.js';

/** Addresses that can only be of JSON. Any other may be that of the article's page. */
const JSON_ADDRESS = /\.(?:json|jsonld|jsonfeed)$|\/(?:json|jsonfeed)\/?$/i;
/** Addresses of the programming interfaces of publishing systems, and what others call their own. */
const API_ADDRESS =
  /\/wp-json\/|\/wp\/v2\/|\/rest\/v1(?:\.\d)?\/sites\/|\/ghost\/api\/|[?&]rest_route=|^https?:\/\/api\.|\/api\//i;
/** `/story?id=7` is a program that is asked for something; a page's address ends with its slug, or a slash. */
const PROGRAM_ADDRESS = /\/[a-z_]+(?:\.[a-z]{2,4})?$/i;
/** What social networks and newsletters put behind the address of a page. */
const TRACKING_PARAMETER = /^(?:utm_\w+|fbclid|gclid|igshid|ref|amp)$/i;

type Dialects = Awaited<ReturnType<typeof dialects.load>>;

/** Sites whose stories were found by the addresses of their pages. Their pages are not fetched again. */
const foundByPage = new Set<string>();

/** @throws {ArticleError} `network` */
export async function loadDialects(options: PartOptions): Promise<Dialects> {
  try {
    return await dialects.load(options);
  } catch (error) {
    options.signal.throwIfAborted();
    throw new ArticleError('network', 'A part of Khabar could not be loaded.', { cause: error });
  }
}

/** Khabar's own JSON, which requests no details; `undefined` where the JSON is of a dialect. */
function readOwn(json: unknown, which: ReaderOptions): Reading | Refusal | undefined {
  return readArticle(json, which, [jsonFeed]);
}

/**
 * The article at an address: that of JSON in any dialect, or of the article's own page where WordPress made it.
 * @param item `id` of an item of a feed; without it, the first item is meant
 * @throws {ArticleError}
 * @throws the reason of `options.signal`, once that is aborted
 */
export async function fetchArticle(
  address: WebAddress,
  item: string | undefined,
  options: FetchOptions,
): Promise<FetchedArticle> {
  const { origin, pathname, searchParams } = new URL(address);
  const isFront = pathname === '/';
  const isJsonAddress = JSON_ADDRESS.test(pathname) || (isFront && searchParams.size === 0);
  // On its way together with the article; that it failed is said where it is needed.
  if (!isJsonAddress) loadDialects(options).catch(() => undefined);
  const isApiAddress =
    API_ADDRESS.test(address) ||
    (PROGRAM_ADDRESS.test(pathname) &&
      [...searchParams.keys()].some((name) => name !== 'p' && !TRACKING_PARAMETER.test(name)));
  const isPage = !isJsonAddress && !isApiAddress && (!isFront || searchParams.has('p'));
  let answer: Answer | undefined;
  if (!isPage || !foundByPage.has(origin)) {
    try {
      answer = { json: await fetchJson(address, isPage ? { ...options, isPage, retry: 'answered' } : options) };
    } catch (error) {
      // A part is needed to look for the story elsewhere, to read what a publishing system says of its error, or to find
      // JSON in what servers put around it.
      const isExplained = error instanceof ArticleError && /http|json/.test(error.code) && error.cause !== undefined;
      if (!isPage && !isExplained) throw error;
      answer = { error };
    }
    const own = 'json' in answer && readOwn(answer.json, { item, address });
    if (own) return { ...unlessRefused(own), requestsLeft: 0 };
  }
  const { fromPage, readAnswer } = await loadDialects(options);
  if (!isPage) return readAnswer(answer!, { item, address });
  const found = await fromPage(address, item, options, answer);
  foundByPage.add(origin);
  return found;
}

/** @throws {ArticleError} */
export async function readJson(json: unknown, options: PartOptions): Promise<FetchedArticle> {
  const own = readOwn(json, {});
  const reading = own ? unlessRefused(own) : (await loadDialects(options)).readAnswer({ json }, {});
  return { ...reading, requestsLeft: 0 };
}
