import { fingerprint, ownOptions } from '../article/json.js';

/**
 * Makes each value once, however many cards ask for it: a formatter of `Intl` costs about a millisecond to make, and a
 * page needs a handful. What throws is not kept.
 */
function once<Arguments extends readonly unknown[], Made>(
  make: (...made: Arguments) => Made,
): (...asked: Arguments) => Made {
  const made = new Map<string, Made>();
  return (...asked) => {
    const key = fingerprint(asked);
    if (!made.has(key)) made.set(key, make(...asked));
    return made.get(key)!;
  };
}

export const dateFormat = once(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, ownOptions(options)),
);

export const numberFormat = once(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, ownOptions(options)),
);

/** Joins the members of a list as a language does: "A, B and C". */
export const conjunction = once(
  (locale: string) => new Intl.ListFormat(locale, ownOptions({ type: 'conjunction' } as const)),
);

/** @throws {RangeError} for what is no BCP 47 tag */
export const localeOf = once((tag: string) => new Intl.Locale(tag));

/** With the script and region that are likely where the tag names none. @throws {RangeError} for what is no BCP 47 tag */
export const likelyLocale = once((tag: string) => localeOf(tag).maximize());
