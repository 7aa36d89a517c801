import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ArticleError, type ArticleErrorCode } from '../article/article-error.js';
import type { Article } from '../article/article.js';
import type { DetailsRequest } from '../article/readers.js';
import { withoutPrivatePictures } from '../article/private-network.js';
import { webAddress, type WebAddress } from '../article/web-address.js';
import type { FetchOptions } from '../fetching/fetch-json.js';
import { onRegained } from '../fetching/retries.js';
import { fetchArticle, loadDialects, readJson } from './fetch-article.js';
import { dialects } from './parts.js';

interface JsonInput {
  readonly json: () => unknown;
}

interface AddressInput {
  readonly src: string;
  /** What `src` is resolved against. */
  readonly base: string;
  /** Seconds. */
  readonly timeout: number;
  readonly fresh: boolean;
}

/** Where an article comes from: JSON that the page holds, or an address. */
export type ArticleInput = JsonInput | AddressInput;

export function isJsonInput(input: ArticleInput): input is JsonInput {
  return 'json' in input;
}

/** Failures that the return of the network may mend. */
const UNREACHED_CODES: readonly ArticleErrorCode[] = ['network', 'timeout'];

/** Gets the article of a card. The last request wins. */
export class ArticleController implements ReactiveController {
  status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  /** The article with the details that later requests have added. */
  article: Article | undefined;
  /** Where the article came from: its JSON's address, or the page that holds it. */
  address: WebAddress | undefined;
  error: ArticleError | undefined;
  /** The article as it was when it arrived, or the error: the same until there is another. */
  outcome: Article | ArticleError | undefined;
  /** The card keeps room for related stories that come later: while they are on their way, and until it may close. */
  lateRelated: 'awaited' | 'settling' | undefined;
  /** The publisher's name came after the article was drawn, and must move nothing. */
  isPublisherLate = false;
  /** Loading goes on once the device is online again. */
  isOffline = false;

  readonly #host: ReactiveControllerHost;
  #loading: AbortController | undefined;
  #details: { requests: Set<DetailsRequest>; left: number; timeout: number } | undefined;
  #detailsAbort: AbortController | undefined;
  /** The source that the card could not reach. */
  #unreached: ArticleInput | undefined;

  readonly #prepare: (article?: Article) => Promise<void> | undefined;

  /**
   * @param prepare gets ready what a drawing needs beside the article, or beside the lack of it. Never rejects; answers
   * nothing where there is nothing to wait for.
   */
  constructor(host: ReactiveControllerHost, prepare: (article?: Article) => Promise<void> | undefined) {
    this.#host = host;
    this.#prepare = prepare;
    host.addController(this);
  }

  hostConnected(): void {
    this.#awaitNetwork();
    // The next drawing requests again the details that were interrupted when the card left the page.
    if (this.#details) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Forgets the article, and the answer that is under way. */
  reset(): void {
    const { status } = this;
    this.stop();
    if (status === 'idle') return;
    this.status = 'idle';
    this.article = this.error = this.outcome = undefined;
    this.#details = this.#unreached = undefined;
    this.#host.requestUpdate();
  }

  /** Ignores answers that are under way; the drawn article stays. */
  stop(): void {
    this.#loading?.abort();
    this.#detailsAbort?.abort();
    this.#loading = this.#detailsAbort = undefined;
    this.isOffline = false;
    if (this.status === 'loading') this.status = this.article ? 'ready' : this.error ? 'failed' : 'idle';
  }

  /**
   * Settles once the article is there, could not be had, or is no longer wanted. Never rejects.
   * @param keep leaves what the card shows standing until there is something else to show, so that a retry tears
   * nothing down, the focused button included.
   */
  async load(input: ArticleInput, keep = false): Promise<void> {
    this.stop();
    const loading = (this.#loading = new AbortController());
    this.status = 'loading';
    this.#unreached = undefined;
    if (!keep) this.article = this.error = undefined;
    this.#host.requestUpdate();
    try {
      const { signal } = loading;
      const onOffline = (isOffline: boolean) => {
        if (isOffline === this.isOffline) return;
        this.isOffline = isOffline;
        this.#host.requestUpdate();
      };
      const [address, item] = isJsonInput(input) ? [webAddress(location.href)] : addressOf(input);
      const { article, detailsRequests, requestsLeft } = await (isJsonInput(input)
        ? readJson(input.json(), { signal, onOffline })
        : fetchArticle(address!, item, { ...input, signal, onOffline }));
      // Its letters tell the language then. Without the part that knows them, it is the page's.
      if (!article.language && !dialects.exports) await dialects.load({ signal, onOffline }).catch(() => undefined);
      // Awaited only where there is something to wait for: a card that is given another article would be torn down in between.
      const preparing = this.#prepare(article);
      if (preparing) await preparing;
      if (loading.signal.aborted) return;
      this.article = this.outcome = withoutPrivatePictures(article, address);
      this.address = address;
      this.error = undefined;
      this.isPublisherLate = false;
      this.#details = isJsonInput(input)
        ? undefined
        : { requests: new Set(detailsRequests), left: requestsLeft, timeout: input.timeout };
      const isAwaited = detailsRequests.slice(0, requestsLeft).some(({ kind }) => kind === 'related');
      this.lateRelated = isAwaited ? 'awaited' : undefined;
      this.status = 'ready';
    } catch (error) {
      // A card that is gone asks for no words.
      if (loading.signal.aborted) return;
      await this.#prepare();
      if (loading.signal.aborted) return;
      // An article that is drawn stays drawn: a failed reload takes nothing away.
      const { code } = this.fail(error);
      this.#unreached = UNREACHED_CODES.includes(code) ? input : undefined;
      this.#awaitNetwork();
    }
    this.#host.requestUpdate();
  }

  /** Fails with what reading or drawing threw. */
  fail(cause: unknown): ArticleError {
    this.status = 'failed';
    return (this.error = this.outcome =
      cause instanceof ArticleError
        ? cause
        : new ArticleError('not-an-article', 'It cannot be read or drawn.', { cause, url: this.article?.url }));
  }

  /** Loads an unreached source once more when the network is back. */
  #awaitNetwork(): void {
    const input = this.#unreached;
    if (!input) return;
    this.#loading?.abort();
    this.#loading = new AbortController();
    onRegained(() => void this.load(input, true), this.#loading.signal);
  }

  /**
   * Requests missing details, each once. Call it after each drawing.
   */
  requestDetails(wants: (kind: DetailsRequest['kind']) => boolean): void {
    const details = this.#details;
    if (this.status !== 'ready' || !details) return;
    for (const request of [...details.requests].filter(({ kind }) => wants(kind)).slice(0, details.left)) {
      details.requests.delete(request);
      details.left--;
      this.#detailsAbort ??= new AbortController();
      void this.#addDetails(request, { signal: this.#detailsAbort.signal, timeout: details.timeout })
        .catch(() => false)
        .then((isDone) => {
          if (isDone) return;
          details.requests.add(request);
          details.left++;
        });
    }
  }

  /** Ends the room that was kept for late related stories. */
  settle(): void {
    if (this.lateRelated !== 'settling') return;
    this.lateRelated = undefined;
    this.#host.requestUpdate();
  }

  /** @returns whether it came to an end, good or bad, before the card left the page or took another article. */
  async #addDetails(request: DetailsRequest, options: FetchOptions): Promise<boolean> {
    const { fetchDetails, withDetails } = await loadDialects(options);
    const details = await fetchDetails(request, options);
    if (options.signal.aborted || !this.article) return false;
    if (details.publisher) this.isPublisherLate = true;
    if (request.kind === 'related') this.lateRelated = 'settling';
    this.article = withoutPrivatePictures(withDetails(this.article, details), this.address);
    this.#host.requestUpdate();
    return true;
  }
}

/**
 * The address of an article's JSON or page, and the item of a feed that its fragment picks (`feed.json#item-id`).
 * @throws {ArticleError} `bad-address`
 */
function addressOf({ src, base }: AddressInput): [address: WebAddress, item: string | undefined] {
  // The address itself stays out of the error: it may carry a token, and what `new URL` throws would quote it.
  // Resolved like any other, an empty src would be the page itself; <img src=""> is an error too.
  if (src.trim() === '' || !URL.canParse(src, base)) throw new ArticleError('bad-address', 'src is not an address.');
  const url = new URL(src, base);
  let item: string | undefined = url.hash.slice(1) || undefined;
  try {
    item &&= decodeURIComponent(item);
  } catch {
    // As it stands.
  }
  url.hash = '';
  const address = webAddress(url.href);
  if (!address) throw new ArticleError('bad-address', 'src is not an http(s) address.');
  return [address, item];
}
