/** The part that reads everything but Khabar's own JSON. */
export const loadDialects = () => import('../dialects/dialects.js');
