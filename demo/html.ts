/** A string that is already HTML and must not be escaped again. */
class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(value: unknown): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(escaped).join('');
  if (value === undefined || value === null || value === false) return '';
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Template tag: everything interpolated is escaped, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  return new Markup(strings.reduce((page, string, index) => page + escaped(values[index - 1]) + string));
}

/** For text that is HTML by nature: an article's own body, or the snippet. */
export function raw(text: string): Markup {
  return new Markup(text);
}
