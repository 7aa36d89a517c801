import { fingerprint } from '../article/json.js';

/** Formatters by kind, tag and options. One takes about a millisecond to make, and a page needs a handful. */
const formatters = new Map<string, unknown>();

/**
 * A formatter of `Intl`, made once for all cards of a page.
 * @throws {RangeError} for an option that the browser does not know, or a locale that is no BCP 47 tag
 */
export function formatter<Made, Options extends object>(
  Formatter: new (locale: string, options: Options) => Made,
  locale: string,
  options: Options,
): Made {
  // Not JSON: Prototype 1.6 gives strings a `toJSON` of its own.
  const key = Formatter.name + locale + fingerprint(options);
  if (!formatters.has(key)) formatters.set(key, new Formatter(locale, options));
  return formatters.get(key) as Made;
}

const likelyLocales = new Map<string, Partial<Intl.Locale>>();

/** The language, and the script and region that are likely where the tag names none; nothing for what is no BCP 47 tag. */
export function likelyLocale(tag: string): Partial<Intl.Locale> {
  const known = likelyLocales.get(tag);
  if (known) return known;
  let locale: Partial<Intl.Locale> = {};
  try {
    locale = new Intl.Locale(tag).maximize();
  } catch {
    // It is none.
  }
  likelyLocales.set(tag, locale);
  return locale;
}
