import { describe, expect, it } from 'vitest';
import { isolate } from '../../../src/foot/isolate.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

const RLO = '\u202E';
const [LRI, RLI, FSI, PDI] = ['\u2066', '\u2067', '\u2068', '\u2069'];

describe('isolate', () => {
  it('puts a name into an isolate that takes its direction from it', () => {
    expect(isolate('BBC')).toBe(`${FSI}BBC${PDI}`);
  });

  it.each([
    ['plain text', 'BBC'],
    ['an override', `${RLO}CBB`],
    ['an open isolate', `${LRI}BBC`],
    ['the end of an isolate', `BBC${PDI}${RLO}CBB`],
    ['the ends of many isolates', `${PDI}${PDI}a${PDI}${RLO}`],
    ['the end of an isolate behind a whole one', `${LRI}a${PDI}b${PDI}c`],
    ['the end of an isolate before an open one', `a${PDI}b${RLI}c`],
  ])('lets nothing out of it, though the name hold %s', (_, name) => {
    expect(levelsOutside(isolate(name))).toEqual([]);
  });

  it('alters nothing of the name', () => {
    const name = `a${PDI}b${RLO}c`;
    expect(isolate(name)).toContain(name);
  });

  it(
    'is linear in a name of nothing but ends of isolates',
    () => {
      expectLinear(repeated(PDI), isolate);
    },
    SERIES_TIMEOUT,
  );
});

/** Characters that stand outside the first isolate of a text, other than its own two ends. */
function levelsOutside(text: string): string[] {
  let depth = 0;
  const outside: string[] = [];
  for (const character of text) {
    if (character === PDI) depth--;
    else if (depth < 1 && character !== FSI) outside.push(character);
    if ([LRI, RLI, FSI].includes(character)) depth++;
  }
  if (depth !== 0) outside.push(`${depth} open isolates`);
  return outside;
}
