/** Only articles in dialects other than Khabar's own need their readers. */
export const loadDialects = () => import('../dialects/dialects.js');
