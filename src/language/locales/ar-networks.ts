import type { NetworkNames } from '../words.js';

/** Networks in Arabic, for the body and the foot. */
export const words: NetworkNames = {
  networks: {
    x: 'إكس',
    facebook: 'فيسبوك',
    instagram: 'إنستغرام',
    youtube: 'يوتيوب',
    whatsapp: 'واتساب',
    telegram: 'تلغرام',
    tiktok: 'تيك توك',
    snapchat: 'سناب شات',
    threads: 'ثريدز',
    bluesky: 'بلوسكاي',
    mastodon: 'ماستودون',
    linkedin: 'لينكد إن',
    reddit: 'ريديت',
    rss: 'خلاصة الأخبار (RSS)',
    nabd: 'نبض',
  },
};
