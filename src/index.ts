import { KhabarCard } from './card/khabar-card.js';
import { register } from './register.js';

export type { Article, ImageCandidate, Name, Picture, Publisher, RelatedStory } from './article/article.js';
export { ArticleError, type ArticleErrorCode } from './article/article-error.js';
export type { Network } from './networks/network.js';
export type { Timestamp } from './article/timestamp.js';
export type { WebAddress } from './article/web-address.js';
export * from './card/events.js';
export { KhabarCard };
export type { Channel } from './foot/channels.js';
export { version } from './version.js';

register();
