import { describe, expect, it } from 'vitest';
import { withoutKnownTrap } from '../../../src/article/known-trap.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

describe('The known bot trap', () => {
  it.each([
    ['at the end', 'جملة قصيرة. Secret Link', 'جملة قصيرة.'],
    ['at the end, before white space', 'جملة قصيرة. Secret Link \n', 'جملة قصيرة.'],
    ['at the end, without a space', 'جملة قصيرةSecret Link', 'جملة قصيرة'],
    ['at the end, more than once', 'جملة قصيرة. Secret Link Secret Link', 'جملة قصيرة.'],
    ['before a mark that the text was cut', 'جملة قصيرة. Secret Link […]', 'جملة قصيرة.'],
    ['between two sentences', 'الأول. Secret Link الثاني.', 'الأول. الثاني.'],
    ['between two sentences of Hebrew', 'ראשון. Secret Link שני.', 'ראשון. שני.'],
    ['as a line of its own', 'الأول.\nSecret Link\nالثاني.', 'الأول.\nالثاني.'],
    ['as the whole text', 'Secret Link', ''],
  ])('is taken out %s', (_, text, kept) => {
    expect(withoutKnownTrap(text)).toBe(kept);
  });

  it.each([
    ['small letters', 'secret link'],
    ['capitals', 'SECRET LINK'],
    ['a no-break space', 'Secret\u00A0Link'],
    ['many spaces', 'Secret \t Link'],
    ['a zero-width space between the words', 'Secret\u200BLink'],
    ['zero-width characters within the words', 'Se\u200Bcret Li\u2060nk'],
    ['a soft hyphen', 'Sec\u00ADret Link'],
  ])('is taken out in %s', (_, trap) => {
    expect(withoutKnownTrap(`جملة قصيرة. ${trap}`)).toBe('جملة قصيرة.');
    expect(withoutKnownTrap(`الأول. ${trap} الثاني.`)).toBe('الأول. الثاني.');
  });

  it.each([
    'Secret Link في أول الجملة',
    'جملة عن «Secret Link» نفسه',
    'The Secret Link between two cities',
    'Ghost now adds a secret link',
    'Secret Links',
    'SecretLink',
    '',
  ])('is not what %j speaks of', (text) => {
    expect(withoutKnownTrap(text)).toBe(text);
  });

  it.each([
    ['the trap', repeated('Secret Link ')],
    ['the trap, before something else', (size: number) => `${repeated('Secret Link ')(size)}x`],
    ['white space', repeated(' ')],
    ['lines of white space', repeated(' \n')],
    ['zero-width characters', repeated('\u200B', 's')],
    ['marks of a cut', repeated('…')],
  ])(
    'is looked for in linear time in a text of nothing but %s',
    (_, input) => {
      expectLinear(input, withoutKnownTrap);
    },
    SERIES_TIMEOUT,
  );
});
