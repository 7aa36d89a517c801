import { describe, expect, it } from 'vitest';
import { closed } from '../../../src/article/bidi.js';
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
