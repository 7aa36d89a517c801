// No shortcode holds another, so each is read once, in linear time.
const SHORTCODE = /(?<!\[)\[(\/?)([a-z][\w-]{0,60})((?:[\s\u00A0][^\][]{0,1000})?)\]/gi;
const ATTRIBUTE = /[\w-]\s?=/;
const OF_CORE = /^(?:caption|gallery|embed|playlist)$/i;

/** A shortcode of WordPress that no plugin has replaced (developer.wordpress.org/plugins/shortcodes). */
export interface Shortcode {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** As they are written. */
  readonly attributes: string;
  /** A builder's box, which parts words; a dropped capital does not. */
  readonly isBox: boolean;
}

/** Names of the shortcodes that a text closes. */
export function closedShortcodes(text: string): readonly string[] {
  return [...text.matchAll(SHORTCODE)].filter(([, slash]) => slash).map(([, , name = '']) => name);
}

/**
 * The shortcodes in a text. Brackets of authors are none («[تحديث]», `[1]`, `[sic]`): a shortcode has an underscore in its name
 * or an attribute, or is closed by another.
 */
export function shortcodesIn(text: string, closed: ReadonlySet<string>): readonly Shortcode[] {
  return [...text.matchAll(SHORTCODE)].flatMap(({ 0: code, 1: slash, 2: name = '', 3: attributes = '', index }) => {
    const isBox = name.includes('_') || ATTRIBUTE.test(attributes);
    if (!slash && !isBox && !closed.has(name) && !OF_CORE.test(name)) return [];
    return { start: index, end: index + code.length, name, attributes, isBox };
  });
}
