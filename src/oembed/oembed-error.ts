/** Reasons for having no oEmbed answer. */
export type OEmbedErrorCode =
  /** `frame` or `src` is not an http(s) address, or a number or a setting is none. */
  | 'bad-option'
  /** The frame would refuse the article's JSON: it is on a host that `frame.html` does not list. */
  | 'not-allowed'
  /** The JSON holds no article, or not the one that was asked for. The cause is an `ArticleError`. */
  | 'not-an-article'
  /** The publisher gives the story only to some readers. The cause is an `ArticleError`. */
  | 'protected'
  /** The article states no address of its own, and `url` is not given. A quotation has to lead somewhere. */
  | 'no-address';

/** An answer that cannot be written. */
export class OEmbedError extends Error {
  override readonly name = 'OEmbedError';
  readonly code: OEmbedErrorCode;

  constructor(code: OEmbedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
