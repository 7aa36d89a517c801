// `khabar/oembed`, for publishers: on a server, in a worker, or while a static site is built. It needs no DOM.
export { oEmbedHandler, type FoundArticle, type OEmbedHandlerOptions } from './handler.js';
export { oEmbedLink, type OEmbedLinkOptions } from './link.js';
export { OEmbedError, type OEmbedErrorCode } from './oembed-error.js';
export { oEmbed, type OEmbedAnswer } from './oembed.js';
export type { OEmbedOptions, PublisherOptions } from './options.js';
