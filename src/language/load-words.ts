import type { FurtherLanguage, Words } from './words.js';

const files = {
  en: () => import('./locales/en.js'),
  fa: () => import('./locales/fa.js'),
  ur: () => import('./locales/ur.js'),
  he: () => import('./locales/he.js'),
  ps: () => import('./locales/ps.js'),
  ckb: () => import('./locales/ckb.js'),
  tr: () => import('./locales/tr.js'),
  fr: () => import('./locales/fr.js'),
} satisfies Record<FurtherLanguage, () => Promise<{ readonly words: Words }>>;

/** Loads the words of one language. @param failures is used by the build of embed.js: see load-words.embed.ts */
export const loadWords: (language: FurtherLanguage, failures: number) => Promise<{ readonly words: Words }> = (
  language,
) => files[language]();
