import type { FurtherLanguage, Words } from './words.js';

const files = {
  fa: () => import('./fa.js'),
  ur: () => import('./ur.js'),
  he: () => import('./he.js'),
  ps: () => import('./ps.js'),
  ckb: () => import('./ckb.js'),
  tr: () => import('./tr.js'),
  fr: () => import('./fr.js'),
} satisfies Record<FurtherLanguage, () => Promise<{ readonly words: Words }>>;

/** Only cards in these languages need their words. */
export const loadWords: (language: FurtherLanguage, failures: number) => Promise<{ readonly words: Words }> = (
  language,
) => files[language]();
