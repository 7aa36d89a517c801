import type { Plugin } from 'vite';

/**
 * What DOMPurify allows where it is not told: names of elements and attributes. The cleaning room states its own lists in
 * each call (src/html/policy.ts), and no SVG may stay; of what is left, the lists of MathML tell its namespace.
 */
const LISTS = ['html$1', 'svg$1', 'svgFilters', 'html', 'svg', 'mathMl'];

/** Values of options that are the same in each call: those of src/body/purify.ts, and else DOMPurify's own defaults. */
export const OPTIONS: Readonly<Record<string, boolean | string>> = {
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOW_SELF_CLOSE_IN_ATTR: true,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  FORCE_BODY: false,
  IN_PLACE: false,
  KEEP_CONTENT: true,
  NAMESPACE: 'http://www.w3.org/1999/xhtml',
  PARSER_MEDIA_TYPE: 'text/html',
  RETURN_DOM: true,
  RETURN_DOM_FRAGMENT: true,
  RETURN_TRUSTED_TYPE: false,
  SAFE_FOR_TEMPLATES: false,
  SAFE_FOR_XML: true,
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: false,
  USE_PROFILES: false,
  WHOLE_DOCUMENT: false,
};

/** Options that are never given, and have an `if` of their own. */
const NEVER_GIVEN = ['ADD_TAGS', 'ADD_ATTR', 'ADD_FORBID_CONTENTS'];

/**
 * Leaves out of the bundles what the cleaning room never uses of DOMPurify, a third of its weight. That can only refuse more: a
 * call without lists of its own would allow nothing. The library for npm imports DOMPurify as it is.
 */
export const leaveOutUnusedPurify: Plugin = {
  name: 'unused-purify',
  transform: (code, id) => {
    const less = withoutUnusedPurify(code, id);
    return less === undefined ? null : { code: less, map: null };
  },
};

/**
 * @returns `undefined` for any other file
 * @throws {Error} where something is not found: another release of DOMPurify is to be looked at first
 */
export function withoutUnusedPurify(code: string, id: string): string | undefined {
  if (!id.endsWith('/node_modules/dompurify/dist/purify.es.mjs')) return undefined;
  return [withoutLists, withFixedOptions, withoutHelpers].reduce((rest, change) => change(rest), code);
}

function withoutLists(code: string): string {
  return LISTS.reduce(
    (rest, name) => replaced(rest, `^const ${escaped(name)} = freeze\\(\\[[^]*?\\]`, `const ${name} = freeze([]`),
    code,
  );
}

/** The minifier leaves out what other values of these options would do. */
function withFixedOptions(code: string): string {
  const fixed = Object.entries(OPTIONS).reduce((rest, [name, value]) => {
    const stated = replaced(rest, `^\tlet ${name} = .*;$`, `\tconst ${name} = ${JSON.stringify(value)};`);
    const read = replaced(stated, `^\t\t${name} = .*\\bcfg\\b.*;$`, '');
    // One option decides another.
    return read.replace(new RegExp(`^\t\tif \\(\\w+\\) ${name} = \\w+;$`, 'm'), '');
  }, code);
  return NEVER_GIVEN.reduce(
    (rest, name) => replaced(rest, `^\t\tif \\(objectHasOwnProperty\\(cfg, "${name}"\\)[^]*?^\t\t\\}$`, ''),
    fixed,
  );
}

/** Takes out what DOMPurify's own compiler put in for old browsers, and tells the minifier what it need not keep. */
function withoutHelpers(code: string): string {
  const modern = replaced(code, '^function AsyncGenerator[^]*?^AsyncGenerator\\.prototype[^]*?^\\};$', '');
  const short = replaced(modern, '_slicedToArray\\((_ref2), 2\\)', '$1');
  return short.replace(/ = (freeze|seal)\(/g, ' = /* @__PURE__ */ $1(');
}

function replaced(code: string, pattern: string, put: string): string {
  const found = new RegExp(pattern, 'm');
  if (!found.test(code)) throw new Error(`DOMPurify has no longer: ${pattern}`);
  return code.replace(found, put);
}

function escaped(name: string): string {
  return name.replace('$', '\\$');
}
