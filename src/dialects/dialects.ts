import { ghost } from './ghost.js';
import { jsonLd } from './json-ld.js';
import type { Dialect } from '../article/readers.js';
import { wordPressCom } from './wordpress-com.js';
import { wordPress } from './wordpress.js';

export { languageByLetters } from './language-of.js';
export { isPageOf, wordPressCandidates } from './wordpress-address.js';

/** The dialects other than Khabar's own. In embed.js they are a chunk, which comes when an address or an answer asks for it. */
export const dialects: readonly Dialect[] = [wordPress, wordPressCom, ghost, jsonLd];
