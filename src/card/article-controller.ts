import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ArticleError } from '../article/article-error.js';
import type { Article } from '../article/article.js';
import { readArticle } from '../article/readers.js';
import { webAddress } from '../article/web-address.js';
import { fetchJson } from '../fetching/fetch-json.js';

/** Where an article comes from: JSON that the page holds, or an address. */
export type ArticleSource =
  { readonly json: () => unknown } | { readonly src: string; readonly timeout: number; readonly fresh: boolean };

/** Gets the article of a card. Whatever it is asked for last is what it ends with. */
export class ArticleController implements ReactiveController {
  status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  article: Article | undefined;
  error: ArticleError | undefined;

  readonly #host: ReactiveControllerHost;
  #attempt: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Forgets the article, and the answer that is under way. */
  reset(): void {
    this.stop();
    if (this.status === 'idle') return;
    this.status = 'idle';
    this.article = this.error = undefined;
    this.#host.requestUpdate();
  }

  /** Forgets the answer that is under way. */
  stop(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
    if (this.status === 'loading') this.status = 'idle';
  }

  /**
   * Settles once the article is there, could not be had, or is no longer wanted. Never rejects.
   * @param keep leaves what the card shows standing until there is something else to show, so that a retry tears
   * nothing down, the focused button included.
   */
  async load(source: ArticleSource, keep = false): Promise<void> {
    this.stop();
    const attempt = (this.#attempt = new AbortController());
    this.status = 'loading';
    if (!keep) this.article = this.error = undefined;
    this.#host.requestUpdate();
    try {
      const article = await getArticle(source, attempt.signal);
      if (attempt.signal.aborted) return;
      this.article = article;
      this.error = undefined;
      this.status = 'ready';
    } catch (error) {
      if (attempt.signal.aborted) return;
      // An article that is drawn stays drawn: a failed reload takes nothing away.
      this.error =
        error instanceof ArticleError
          ? error
          : new ArticleError('not-an-article', 'It cannot be read.', { cause: error });
      this.status = 'failed';
    }
    this.#attempt = undefined;
    this.#host.requestUpdate();
  }
}

async function getArticle(source: ArticleSource, signal: AbortSignal): Promise<Article> {
  if ('json' in source) return readArticle(source.json());
  // Resolved like any other, an empty src would be the page itself; <img src=""> is an error too.
  const empty = source.src.trim() === '';
  const url = !empty && URL.canParse(source.src, document.baseURI) ? new URL(source.src, document.baseURI) : undefined;
  const item = url && fragment(url);
  if (url) url.hash = '';
  const address = webAddress(url?.href);
  // The address itself stays out of the message: it may carry a token.
  if (!address) throw new ArticleError('bad-address', 'src is not an http(s) address.');
  const { timeout, fresh } = source;
  return readArticle(await fetchJson(address, { signal, timeout, fresh }), item);
}

/** `feed.json#item-id` picks an item. */
function fragment(url: URL): string | undefined {
  const hash = url.hash.slice(1);
  if (hash === '') return undefined;
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
