// No shortcode holds another, so each is read once, in linear time.
const SHORTCODE = /(?<!\[)\[(\/?)([a-z][\w-]{0,60})((?:[\s\u00A0][^\][]{0,1000})?)\]/gi;
/** With a quoted value; WordPress makes the quotation marks curly. */
const ATTRIBUTE = /[\w-]=["'&\u2018-\u201f\u2032\u2033]/;
/** How the names of page builders and themes begin. */
const BUILDER =
  /^(?:vc|et_pb|fusion|av|tatsu|mk|us|ux|cs|wpb|rev|su|td[cb]?|kc|nectar|porto|stm|qode|eltdf?|mkdf?|edgtf?|themify|fl|dt|rt|trx|thrive|gem|cz|the7)_/i;
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

/** Whether a page builder's name, or an attribute, tells a shortcode by itself. */
export function isOfBuilder(name: string, attributes: string): boolean {
  return BUILDER.test(name) || ATTRIBUTE.test(attributes);
}

/** Names of the shortcodes that a text closes. */
export function closedShortcodes(text: string): readonly string[] {
  return [...text.matchAll(SHORTCODE)].filter(([, slash]) => slash).map(([, , name = '']) => name);
}

/**
 * The shortcodes in a text. Brackets of authors are none («[تحديث]», `[1]`, `[sic]`, `data[user_id]`, `[note a=5]`): a shortcode
 * has the prefix of a builder or a quoted attribute, or is closed by another.
 */
export function shortcodesIn(text: string, closed: ReadonlySet<string>): readonly Shortcode[] {
  return [...text.matchAll(SHORTCODE)].flatMap(({ 0: code, 1: slash, 2: name = '', 3: attributes = '', index }) => {
    const isBox = isOfBuilder(name, attributes);
    if (!slash && !isBox && !closed.has(name) && !OF_CORE.test(name)) return [];
    return { start: index, end: index + code.length, name, attributes, isBox };
  });
}
