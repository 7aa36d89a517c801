import type { WebAddress } from './web-address.js';

/** Why an article could not be had. */
export type ArticleErrorCode =
  /** No answer: a dead network, or a site that refuses other origins (the browser does not tell them apart). */
  | 'network'
  /** No complete answer within `timeout`. */
  | 'timeout'
  /** The site answered with an error; see {@link ArticleError.status}. */
  | 'http'
  | 'not-json'
  /** JSON, but in no dialect that Khabar reads, or without the item that was asked for. */
  | 'not-an-article'
  | 'too-large'
  /** The publisher gives the story only to some readers. */
  | 'protected'
  /** The publisher has withdrawn the story (HTTP 410). */
  | 'gone'
  /** `src` is not an http(s) address. */
  | 'bad-address';

export class ArticleError extends Error {
  override readonly name = 'ArticleError';
  readonly code: ArticleErrorCode;
  /** HTTP status code, where the site answered with one. */
  readonly status: number | undefined;
  /** The story on its publisher's site, where the answer tells it all the same. */
  readonly url: WebAddress | undefined;

  constructor(
    code: ArticleErrorCode,
    message: string,
    options: ErrorOptions & { status?: number | undefined; url?: WebAddress | undefined } = {},
  ) {
    super(message, options);
    this.code = code;
    this.status = options.status;
    this.url = options.url;
  }
}
