import type { Dialect } from '../article/readers.js';
import { ghost } from './ghost.js';
import { jsonLd } from './json-ld.js';
import { otherJsonFeeds } from './other-json-feeds.js';
import { wordPressCom } from './wordpress-com.js';
import { wordPress } from './wordpress.js';

/** The dialects other than Khabar's own. */
export const dialects: readonly Dialect[] = [otherJsonFeeds, wordPress, wordPressCom, ghost, jsonLd];
