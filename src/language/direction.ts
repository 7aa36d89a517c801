import { likelyLocale } from './formatters.js';

const RIGHT_TO_LEFT_SCRIPT = /Arab|Aran|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg/;

/**
 * Direction of a BCP 47 tag, by the script that it names, or that the language is written in there: `pa-Arab` and `pa-PK`
 * are right to left, `pa` and `ar-Latn` are not.
 */
export function direction(tag: string): 'rtl' | 'ltr' {
  return RIGHT_TO_LEFT_SCRIPT.test(likelyLocale(tag).script ?? '') ? 'rtl' : 'ltr';
}

/** `ar` of `ar-OM`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0]!.toLowerCase();
}
