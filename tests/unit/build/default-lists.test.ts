import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutLists } from '../../../build/default-lists.js';

const source = readFileSync(new URL('../../../node_modules/dompurify/dist/purify.es.mjs', import.meta.url), 'utf8');

describe('DOMPurify without its default lists', () => {
  it('allows no element and no attribute by default', () => {
    const code = withoutLists(source);
    for (const name of ['html$1', 'svg$1', 'svgFilters', 'html', 'svg', 'mathMl'])
      expect(code).toContain(`const ${name} = freeze([]);`);
  });

  it('still knows the elements of MathML by their names', () => {
    expect(withoutLists(source)).toMatch(/const mathMl\$1 = freeze\(\[\s*"math"/);
    expect(withoutLists(source)).toContain('mathMlDisallowed = freeze([');
  });

  it('is not built of a release in which a list is missing', () => {
    expect(() => withoutLists(source.replace('svgFilters = ', 'filters = '))).toThrow('svgFilters');
  });
});
