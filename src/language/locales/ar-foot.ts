import type { FootWords } from '../words.js';

/** The Arabic of the foot, which comes with that part. */
export const words: FootWords = {
  source: 'المصدر',
  shortLink: 'رابط مختصر',
  copy: 'نسخ الرابط',
  copied: 'تم نسخ الرابط',
  copyFailed: 'تعذّر نسخ الرابط. العنوان محدّد أدناه، فانسخه بنفسك.',
  forSubscribers: 'الخبر كاملًا متاح لمشتركي الموقع.',
  share: 'شارك',
  shareOn: (name) => `مشاركة على ${name}`,
  shareByEmail: 'مشاركة بالبريد الإلكتروني',
  shareByDevice: 'خيارات مشاركة أخرى',
  follow: 'تابعنا',
  followOn: (name) => `تابعنا على ${name}`,
  related: 'قد يُعجبك أيضًا',
};
