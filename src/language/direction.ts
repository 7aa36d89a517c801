import { likelyLocale } from './formatters.js';

const rightToLeftScripts: readonly string[] = 'Arab Aran Hebr Thaa Syrc Armi Mand Samr Nkoo Adlm Rohg'.split(' ');

/**
 * Direction of a BCP 47 tag, by the script that it names, or that the language is written in there: `pa-Arab` and `pa-PK`
 * are right to left, `pa` and `ar-Latn` are not.
 */
export function direction(tag: string): 'rtl' | 'ltr' {
  try {
    return rightToLeftScripts.includes(likelyLocale(tag).script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** `ar` of `ar-OM`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0]!.toLowerCase();
}
