/** A JSON object of unknown content. Read it only through {@link field}. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property of a JSON object. Own properties only: `{"__proto__": …}` in an article must not reach anything. */
export function field(json: unknown, name: string): unknown {
  return isObject(json) && Object.hasOwn(json, name) ? json[name] : undefined;
}

/** A list, where one is expected; a single value counts as a list of one, as publishers often send it. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : value == null ? [] : [value];
}

/** Direction marks and zero-width spaces alone would make an invisible headline or link. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u;
/** Characters of a text that are looked at; megabytes would hold up the page. */
const LONGEST = 20_000;

/**
 * Plain text: trimmed, runs of white space folded (as HTML would show them), `undefined` when nothing is left to see.
 * Lone surrogates, which JSON can carry, become U+FFFD: `encodeURIComponent` throws on them.
 */
export function text(value: unknown): string | undefined {
  const stated = Number.isFinite(value) ? String(value) : value;
  return lines(typeof stated === 'string' ? stated.slice(0, LONGEST) : 0)?.replace(/\s+/g, ' ');
}

/** Plain text of several lines: the same, with the white space within as it is. */
export function lines(value: unknown): string | undefined {
  return typeof value === 'string' && SEEN.test(value) ? value.toWellFormed().trim() : undefined;
}

/** HTML as it was sent; `undefined` where there is nothing in it. */
export function markup(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A positive whole number, also where it is written as a string. */
export function count(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : (value as number);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** Longer than any tag in honest use; `Intl` takes quadratic time over a very long one. */
const LONGEST_TAG = 100;
// "Arabic" has the form of a tag, but every language that there is has two or three letters; `und` and its like are none.
const LANGUAGE = /^(?!(?:und|mul|mis|zxx)\b)[a-z]{2,3}\b/i;

/** A canonical BCP 47 language tag; `undefined` for what is none, or names no language. */
export function languageTag(value: unknown): string | undefined {
  // Facebook's name for Arabic, which many a page states, is not Argentina.
  const tag = text(value)
    ?.replaceAll('_', '-')
    .replace(/^ar-AR$/i, 'ar');
  if (tag === undefined || tag.length > LONGEST_TAG || !LANGUAGE.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The list without its `undefined` items. */
export function compact<Item>(items: readonly (Item | undefined)[]): Item[] {
  return items.filter((item) => item !== undefined);
}

/**
 * A text that identifies plain data. Not JSON: some libraries give strings, or lists, a `toJSON`
 * that says something else (Prototype 1.6).
 */
export function fingerprint(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `${typeof value}${String(value).length}:${String(value)}`;
  let text = '{';
  for (const [name, member] of Object.entries(value)) text += fingerprint(name) + fingerprint(member);
  return `${text}}`;
}
