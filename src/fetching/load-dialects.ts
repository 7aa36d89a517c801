import { part } from './load-chunk.js';

/** The readers of all dialects but Khabar's own, and what tells a language by its letters. */
export const dialects = part(() => import('../dialects/dialects.js'));
