import type { LoadedLanguage, Words } from './words.js';

const files = {
  en: () => import('./locales/en.js'),
  fa: () => import('./locales/fa.js'),
  ur: () => import('./locales/ur.js'),
  he: () => import('./locales/he.js'),
  ps: () => import('./locales/ps.js'),
  ckb: () => import('./locales/ckb.js'),
  tr: () => import('./locales/tr.js'),
  fr: () => import('./locales/fr.js'),
} satisfies Record<LoadedLanguage, () => Promise<{ readonly words: Words }>>;

/** Only cards in these languages need their words. */
export const loadWords = (language: LoadedLanguage): Promise<{ readonly words: Words }> => files[language]();
