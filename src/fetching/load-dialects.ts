/** Only articles in dialects other than Khabar's own need their readers. */
export const loadDialects = () => import('../article/dialects.js');
