import { describe, expect, it } from 'vitest';
import { closed, isolate } from '../../../src/article/bidi.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

const [LRE, RLE, PDF, LRO, RLO] = ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E'];
const [LRI, RLI, FSI, PDI] = ['\u2066', '\u2067', '\u2068', '\u2069'];

describe('closed', () => {
  it.each(['', 'خبر', 'R&D', 'خبر 👨‍👩‍👧', '\u200F\u200E\u061C'])('leaves %j, which opens nothing, as it is', (text) => {
    expect(closed(text)).toBe(text);
  });

  it.each([
    ['an embedding', LRE, PDF],
    ['a right-to-left embedding', RLE, PDF],
    ['an override', LRO, PDF],
    ['a right-to-left override', RLO, PDF],
    ['an isolate', LRI, PDI],
    ['a right-to-left isolate', RLI, PDI],
    ['a first-strong isolate', FSI, PDI],
  ])('closes %s that is left open', (_, opener, closer) => {
    expect(closed(`a${opener}b`)).toBe(`a${opener}b${closer}`);
  });

  it.each([
    ['an embedding', `a${RLE}b${PDF}c`],
    ['an isolate', `a${FSI}b${PDI}c`],
    ['an override within an isolate', `${LRI}a${RLO}b${PDF}${PDI}`],
  ])('leaves %s that is closed as it is', (_, text) => {
    expect(closed(text)).toBe(text);
  });

  it('closes the innermost first', () => {
    expect(closed(`${LRI}${RLO}a`)).toBe(`${LRI}${RLO}a${PDF}${PDI}`);
  });

  it('takes an embedding for closed by the end of the isolate around it', () => {
    expect(closed(`${LRI}${RLO}a${PDI}b`)).toBe(`${LRI}${RLO}a${PDI}b`);
  });

  it('does not take an isolate for closed by the end of an embedding', () => {
    expect(closed(`${LRI}a${PDF}b`)).toBe(`${LRI}a${PDF}b${PDI}`);
  });

  it('does not take an embedding for closed by the end of an isolate that nothing opened', () => {
    expect(closed(`${RLO}a${PDI}b`)).toBe(`${RLO}a${PDI}b${PDF}`);
  });

  it('closes what was opened after an isolate ended', () => {
    expect(closed(`${RLE}a${LRI}b${PDI}${LRO}c`)).toBe(`${RLE}a${LRI}b${PDI}${LRO}c${PDF}${PDF}`);
  });

  it.each([PDF, PDI])('leaves a closer that closes nothing as it is (%j)', (closer) => {
    expect(closed(`a${closer}b`)).toBe(`a${closer}b`);
  });

  it.each([
    ['openers of embeddings', repeated(RLO)],
    ['openers of isolates', repeated(LRI)],
    ['closers', repeated(`${PDF}${PDI}`)],
    ['openers, and closers of the other kind', (size: number) => LRE.repeat(size / 2) + PDI.repeat(size / 2)],
    ['isolates, and closers of the other kind', (size: number) => LRI.repeat(size / 2) + PDF.repeat(size / 2)],
    ['isolates in isolates', (size: number) => LRI.repeat(size / 2) + PDI.repeat(size / 2)],
    ['embeddings in one isolate', (size: number) => LRI + LRE.repeat(size / 2) + `${PDI}${LRI}`.repeat(size / 4)],
  ])(
    'is linear in a text of nothing but %s',
    (_, input) => {
      expectLinear(input, closed);
    },
    SERIES_TIMEOUT,
  );
});

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
