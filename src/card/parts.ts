import { part } from '../fetching/part.js';

export const foot = part(() => import('../foot/foot.js'));
export const body = part(() => import('../body/body.js'));
/** The readers of all dialects but Khabar's own, and what tells a language by its letters. */
export const dialects = part(() => import('../dialects/dialects.js'));
