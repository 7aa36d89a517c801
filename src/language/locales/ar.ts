import type { HeadWords } from '../words.js';

/** Names of the Gregorian months, by a region for which every engine has them, whatever the age of its CLDR. */
const GULF = 'AE';
const LEVANT = 'LB';
const monthNames: ReadonlyMap<string | undefined, string> = new Map([
  ['gulf', GULF],
  ['dual', GULF],
  ['levant', LEVANT],
  ['morocco', 'MA'],
  ['algeria', 'DZ'],
  ['SY', LEVANT],
  ['LB', LEVANT],
  ['JO', LEVANT],
  ['PS', LEVANT],
  ['IQ', LEVANT],
  ['MA', 'MA'],
  ['DZ', 'DZ'],
  ['TN', 'DZ'],
]);

/**
 * Arabic of the first flight; the rest is in ar-body.ts, ar-foot.ts and ar-networks.ts. Buttons for reading are
 * imperatives, tools are nouns, as Gulf newsrooms write them.
 */
export const words: HeadWords = {
  language: 'ar',
  numerals: 'latn',
  calendar: () => 'gregory',
  hours24: (region) => region === 'MA',
  date: ({ weekday, day, month, year, era }) =>
    `${weekday ? `${weekday}، ` : ''}${day} ${month} ${year}${era ? `\u00A0${era}` : ''}`,
  dateAndTime: (date, time) => `${date}، ${time}`,
  greenwich: 'بتوقيت غرينتش',
  join: [' و', ' و'],
  // «نوفمبر» in the Gulf, Egypt and Libya, «تشرين الثاني» in the Levant, «نونبر» in Morocco; `dual` prints the first two.
  parts: ({ inLocale, region, months }) => {
    const parts = inLocale(`ar-${monthNames.get(months) ?? monthNames.get(region) ?? GULF}`);
    const month = months === 'dual' ? inLocale(`ar-${LEVANT}`).month : parts.month;
    // Only the Gregorian months have two names.
    return month === parts.month ? parts : { ...parts, month: `${parts.month}/ ${month}` };
  },

  colon: ':',
  publisher: 'الناشر',
  summary: 'حول الخبر',
  by: 'بقلم',
  published: 'نُشر في',
  updated: 'آخر تحديث',
  readingTime: (minutes) => `مدة القراءة: ${minutes}`,
  credit: 'مصدر الصورة',
  forSubscribers: 'الخبر كاملًا متاح لمشتركي الموقع.',
  bodyFailed: 'تعذّر عرض نص الخبر هنا. يمكنك قراءته في موقع الناشر.',
  original: 'افتح الخبر الأصلي',
  opensInNewWindow: '(يُفتح في نافذة جديدة)',
  loading: 'جارٍ تحميل الخبر…',
  show: 'اعرض الخبر',
  loadsFrom: (site) => `سيُحمَّل الخبر وصوره من ${site}.`,
  offline: 'لا يوجد اتصال بالإنترنت. سيُعرض الخبر عند عودة الاتصال.',
  retry: 'أعد المحاولة',
  failed: 'تعذّر تحميل الخبر',
  failure: {
    network: 'تعذّر الوصول إلى الموقع. قد يكون الاتصال بالإنترنت منقطعًا، أو أن الموقع لا يسمح بعرض أخباره هنا.',
    timeout: 'تأخّر الموقع في الرد. أعد المحاولة بعد قليل.',
    http: 'ردّ الموقع بخطأ ولم يرسل الخبر.',
    'not-json': 'وصل ردّ من الموقع، لكنه ليس خبرًا يمكن قراءته.',
    'not-an-article': 'وصل ردّ من الموقع، لكن الخبر ليس فيه.',
    'too-large': 'الخبر أكبر من أن يُعرض هنا.',
    protected: 'هذا الخبر متاح لمشتركي الموقع وحدهم.',
    gone: 'سحب الناشر هذا الخبر.',
    'bad-address': 'عنوان الخبر في هذه الصفحة غير صحيح.',
  },
};
