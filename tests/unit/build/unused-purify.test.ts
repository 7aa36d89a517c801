import { readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { OPTIONS, withoutUnusedPurify } from '../../../build/unused-purify.js';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const file = '/node_modules/dompurify/dist/purify.es.mjs';
const source = read(file.slice(1));
const code = withoutUnusedPurify(source, file)!;
/** What the cleaning room states of each option. */
const stated = new Map(
  [...read('src/body/purify.ts').matchAll(/^\s{4}(?:\.{3}\(trusted && \{ )?([A-Z_]+): (.*?),?$/gm)].map(
    ([, name, value]) => [name!, value!],
  ),
);

describe('DOMPurify without what the cleaning room never uses', () => {
  it('is whole JavaScript', () => {
    expect(() => parseAst(code)).not.toThrow();
  });

  it('allows no element and no attribute by default', () => {
    for (const name of ['html$1', 'svg$1', 'svgFilters', 'html', 'svg', 'mathMl'])
      expect(code).toMatch(new RegExp(`const ${name.replace('$', '\\$')} = /\\* @__PURE__ \\*/ freeze\\(\\[\\]\\);`));
  });

  it('still knows the elements of MathML by their names', () => {
    expect(code).toMatch(/const mathMl\$1 = \/\* @__PURE__ \*\/ freeze\(\[\s*"math"/);
    expect(code).toMatch(/mathMlDisallowed = \/\* @__PURE__ \*\/ freeze\(\[\s*"maction"/);
  });

  it.each(Object.entries(OPTIONS))(
    'has the option %s as the cleaning room states it, or else its default',
    (name, value) => {
      const [, fallback] = new RegExp(`^\\tlet ${name} = (true|false);$`, 'm').exec(source) ?? [];
      const known = { NAMESPACE: 'http://www.w3.org/1999/xhtml', PARSER_MEDIA_TYPE: 'text/html', RETURN_DOM: true }[
        name
      ];
      expect(value).toBe(known ?? JSON.parse(stated.get(name) ?? fallback!));
      expect(code).not.toMatch(new RegExp(`\\b${name} = .*\\bcfg\\b`));
    },
  );

  it('still reads what the cleaning room states in each call', () => {
    expect([...stated.keys()].filter((name) => !(name in OPTIONS))).toEqual([
      'ALLOWED_TAGS',
      'ALLOWED_ATTR',
      'FORBID_CONTENTS',
      'ADD_URI_SAFE_ATTR',
      'TRUSTED_TYPES_POLICY',
    ]);
    for (const name of stated.keys())
      if (!(name in OPTIONS)) expect(code).toMatch(new RegExp(`(?:_resolveSetOption\\(cfg, "|cfg\\.)${name}\\b`));
  });

  it.each([
    ['a list', 'const svgFilters = ', 'const filters = '],
    ['an option', 'let IN_PLACE = ', 'let inPlace = '],
  ])('is not built of a release in which %s is missing', (_, found, put) => {
    expect(source).toContain(found);
    expect(() => withoutUnusedPurify(source.replace(found, put), file)).toThrow('DOMPurify has no longer');
  });
});
