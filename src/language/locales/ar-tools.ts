import type { ToolsWords } from '../words.js';

/** The Arabic of the tools for readers, which comes with that part. */
export const words: ToolsWords = {
  tools: 'أدوات القراءة',
  letter: 'ع',
  smaller: 'تصغير النص',
  larger: 'تكبير النص',
  textSize: (step, steps) => `حجم النص: ${step} من ${steps}`,
  listen: 'استمع',
  pause: 'إيقاف مؤقت',
  previous: 'الجملة السابقة',
  next: 'الجملة التالية',
  speed: 'سرعة القراءة',
  spokenPicture: 'صورة',
};
