import { part } from '../fetching/load-chunk.js';

export const foot = part(() => import('../foot/foot.js'));
export const body = part(() => import('../body/body.js'));
