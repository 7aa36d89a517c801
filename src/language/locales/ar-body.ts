import type { BodyWords } from '../words.js';

/** The Arabic of the body, which comes with that part. */
export const words: BodyWords = {
  more: 'واصل القراءة',
  less: 'عرض أقل',
  embedded: 'محتوى مضمّن',
  table: 'جدول',
  code: 'شيفرة',
};
