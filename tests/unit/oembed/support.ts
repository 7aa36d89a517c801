import { oEmbed, type OEmbedAnswer, type OEmbedOptions } from '../../../src/oembed/index.js';

export const FRAME = 'https://news.example/khabar/frame.html';
export const SRC = 'https://news.example/articles/42.json';

/** Khabar's own JSON of an article. */
export const STORY = {
  id: '42',
  url: 'https://news.example/42',
  title: 'عاد الماء إلى الفلج',
  summary: 'بعد أربعة عقود.',
  content_html: '<p>جرى الماء صباح اليوم في القناة.</p>',
  image: 'https://news.example/42.jpg',
  date_published: '2026-03-08T09:05:00+04:00',
  language: 'ar',
  authors: [{ name: 'هدى الوادعية', url: 'https://news.example/authors/huda' }, { name: 'سالم' }],
  _khabar: {
    image: { width: 1600, height: 1200 },
    publisher: { name: 'الواحة', url: 'https://news.example/', logo: 'https://news.example/logo.svg' },
  },
};

/** The answer for the story, with other fields, and other options. */
export function answer(fields: object = {}, options: Partial<OEmbedOptions> = {}): OEmbedAnswer {
  return oEmbed({ ...STORY, ...fields }, { frame: FRAME, src: SRC, ...options });
}

/** What `run` throws. */
export function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

/** The attributes of the first element of this name, decoded as a browser does it. */
export function attributesOf(html: string, name: string): Record<string, string> {
  const [, tag = ''] = new RegExp(`<${name}\\b([^<>]*)>`).exec(html) ?? [];
  return Object.fromEntries(
    [...tag.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, attribute = '', value = '']) => [attribute, decoded(value)]),
  );
}

export function decoded(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
