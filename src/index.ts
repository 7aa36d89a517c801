import { KhabarCard } from './card/khabar-card.js';

export type { Article, ImageCandidate, Name, Picture, Publisher, RelatedStory } from './article/article.js';
export { ArticleError, type ArticleErrorCode } from './article/article-error.js';
export type { Network } from './article/network.js';
export type { Timestamp } from './article/timestamp.js';
export type { WebAddress } from './article/web-address.js';
export * from './card/events.js';
export { KhabarCard };
export type { Channel } from './sharing/channels.js';
export { version } from './version.js';

// Another version of the library may have been here first: the name is then taken, and its card is the page's card.
if (!customElements.get('khabar-card')) customElements.define('khabar-card', KhabarCard);
