import type { Plugin } from 'vite';

/**
 * What DOMPurify allows where it is not told: names of elements and attributes. The cleaning room states its own lists in
 * each call (src/html/policy.ts), and no SVG may stay; of what is left, the lists of MathML tell its namespace.
 */
const UNUSED = ['html$1', 'svg$1', 'svgFilters', 'html', 'svg', 'mathMl'];

/**
 * Empties DOMPurify's default lists in the bundles, a fifth of its weight. That can only refuse more: a call without lists of
 * its own would allow nothing.
 */
export const emptyDefaultLists: Plugin = {
  name: 'empty-default-lists',
  transform: (code, id) =>
    /\/dompurify\/dist\/purify\.es\.mjs$/.test(id) ? { code: withoutLists(code), map: null } : null,
};

/** @throws {Error} where a list is not found: another release of DOMPurify is to be looked at first. */
export function withoutLists(code: string): string {
  return UNUSED.reduce((rest, name) => {
    const start = `const ${name} = freeze([`;
    const at = rest.indexOf(start);
    if (at < 0) throw new Error(`DOMPurify has no list "${name}" any more.`);
    return rest.slice(0, at + start.length) + rest.slice(rest.indexOf('])', at));
  }, code);
}
