import { describe, expect, it } from 'vitest';
import { instant, timestamp } from '../../../src/article/timestamp.js';
import { wrongTypes } from '../support/articles.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

// HTML, "valid date string", "valid local date and time string", "valid global date and time string".
const VALID_DATETIME =
  /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|\+([01]\d|2[0-3]):[0-5]\d|-(?!00:00)([01]\d|2[0-3]):[0-5]\d)?)?$/;

const readable: readonly (readonly [value: string, iso: string, offset: number | undefined])[] = [
  ['2025-11-12T14:08:00+04:00', '2025-11-12T14:08:00+04:00', 240],
  ['2025-11-12T14:08:00+0400', '2025-11-12T14:08:00+04:00', 240],
  ['2025-11-12T14:08:00+04', '2025-11-12T14:08:00+04:00', 240],
  ['2025-11-12T14:08:00 +0400', '2025-11-12T14:08:00+04:00', 240],
  ['2025-11-12 14:08:00+04:00', '2025-11-12T14:08:00+04:00', 240],
  ['2025-11-12 14:08:00 +04:00', '2025-11-12T14:08:00+04:00', 240],
  ['2025-11-12T10:08:00Z', '2025-11-12T10:08:00Z', 0],
  ['2025-11-12t10:08:00z', '2025-11-12T10:08:00Z', 0],
  ['2025-11-12T10:08:00+00:00', '2025-11-12T10:08:00+00:00', 0],
  ['2025-11-12T10:08:00-00:00', '2025-11-12T10:08:00+00:00', 0],
  ['2025-11-12T10:08:00-0000', '2025-11-12T10:08:00+00:00', 0],
  ['2025-11-12T14:08+04:00', '2025-11-12T14:08:00+04:00', 240],
  ['2025-11-12T14:08', '2025-11-12T14:08:00', undefined],
  ['2025-11-12T14:08:09', '2025-11-12T14:08:09', undefined],
  ['2025-11-12 14:08:09', '2025-11-12T14:08:09', undefined],
  ['2025-11-12T14:08:09.5Z', '2025-11-12T14:08:09Z', 0],
  ['2025-11-12T14:08:09,123Z', '2025-11-12T14:08:09Z', 0],
  ['2025-11-12 14:08:09.000000', '2025-11-12T14:08:09', undefined],
  ['2025-11-12T14:08:09.123456789+03:00', '2025-11-12T14:08:09+03:00', 180],
  ['2025-11-12T14:08:09.000+0100', '2025-11-12T14:08:09+01:00', 60],
  ['2025-11-12T14:08:00-03:30', '2025-11-12T14:08:00-03:30', -210],
  ['2025-11-12T14:08:00-0930', '2025-11-12T14:08:00-09:30', -570],
  ['2025-11-12T14:08:00+05:45', '2025-11-12T14:08:00+05:45', 345],
  ['2025-11-12T14:08:00+14:00', '2025-11-12T14:08:00+14:00', 840],
  ['2025-11-12T00:00:00Z', '2025-11-12T00:00:00Z', 0],
  ['2025-11-12T23:59:59Z', '2025-11-12T23:59:59Z', 0],
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z', 0],
  ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00Z', 0],
  ['2000-02-29T12:00:00Z', '2000-02-29T12:00:00Z', 0],
  ['1969-12-31T23:59:59Z', '1969-12-31T23:59:59Z', 0],
  ['0622-07-19T12:00:00Z', '0622-07-19T12:00:00Z', 0],
  ['9999-12-31T23:59:59-23:59', '9999-12-31T23:59:59-23:59', -1439],
  ['\n 2025-11-12T14:08:00+04:00 \t', '2025-11-12T14:08:00+04:00', 240],
];

describe('timestamp', () => {
  it.each(readable)('reads %j as %s', (value, iso) => {
    expect(timestamp(value)?.iso).toBe(iso);
  });

  it.each(readable)('knows how far the clock of %j is from UTC', (value, _, offset) => {
    expect(timestamp(value)?.offset).toBe(offset);
  });

  it.each([...readable.map(([value]) => value), '2025-11-12'])(
    'makes of %j what HTML allows in <time datetime>',
    (value) => {
      expect(timestamp(value)?.iso).toMatch(VALID_DATETIME);
    },
  );

  it.each(readable)('sees in %j the moment that its own reading of it is', (value, iso, offset) => {
    const read = timestamp(value)!;
    expect(instant(read)).toBe(Date.parse(offset === undefined ? `${iso}Z` : iso));
  });

  it('keeps what the clock on the publisher’s wall read, whatever its zone', () => {
    const walls = ['+04:00', '-11:00', 'Z', ''].map((zone) => timestamp(`2025-11-12T14:08:30${zone}`)?.wallClock);
    expect(new Set(walls)).toEqual(new Set([Date.UTC(2025, 10, 12, 14, 8, 30)]));
  });

  it('gives a date without a time no time', () => {
    expect(timestamp('2025-11-12')).toEqual({ iso: '2025-11-12', wallClock: Date.UTC(2025, 10, 12), hasTime: false });
  });

  it('gives midnight a time', () => {
    expect(timestamp('2025-11-12T00:00')?.hasTime).toBe(true);
  });

  it.each([
    ['the 30th of February', '2025-02-30'],
    ['the 30th of February, with a time', '2024-02-30T12:00:00Z'],
    ['the 29th of February of a common year', '2025-02-29'],
    ['the 29th of February of 1900', '1900-02-29'],
    ['the 31st of November', '2025-11-31T14:08:00+04:00'],
    ['a thirteenth month', '2025-13-01'],
    ['a month 0', '2025-00-10'],
    ['a day 0', '2025-11-00'],
    ['the year 0', '0000-01-01'],
    ['an empty date of MySQL', '0000-00-00 00:00:00'],
    ['an empty date of .NET', '0001-01-01T00:00:00'],
    ['a year before Christ', '-0001-11-30T00:00:00+00:00'],
    ['a year of six digits', '+002025-11-12T14:08:00Z'],
    ['24:00', '2025-11-12T24:00:00Z'],
    ['25 o’clock', '2025-11-12T25:00:00Z'],
    ['minute 60', '2025-11-12T14:60:00Z'],
    ['second 61', '2025-11-12T14:08:61Z'],
    ['an offset of a day', '2025-11-12T14:08:00+24:00'],
    ['an offset of 60 minutes', '2025-11-12T14:08:00+03:60'],
    ['an offset of one digit', '2025-11-12T14:08:00+4'],
    ['an offset of three digits', '2025-11-12T14:08:00+040'],
    ['an offset behind a date alone', '2025-11-12+04:00'],
    ['an hour alone', '2025-11-12T14'],
    ['a T alone', '2025-11-12T'],
    ['two spaces for a T', '2025-11-12  14:08'],
    ['a time alone', '14:08'],
    ['a basic form', '20251112T140800Z'],
    ['a week', '2025-W46-3'],
    ['a day of the year', '2025-316'],
    ['single digits', '2025-1-2'],
    ['slashes', '2025/11/12'],
    ['the day first', '12-11-2025'],
    ['an e-mail date', 'Wed, 12 Nov 2025 14:08:00 +0400'],
    ['Arabic words', 'الأربعاء، 12 نوفمبر 2025'],
    ['Arabic digits', '٢٠٢٥-١١-١٢'],
    ['something before it', 'x2025-11-12'],
    ['something behind it', '2025-11-12T14:08:00Zx'],
    ['a second line', '2025-11-12\n2025-11-13'],
    ['a bidi control', '2025-11-12\u200F'],
    ['seconds since 1970', '1762942080'],
  ])('makes nothing of %s', (_, value) => {
    expect(timestamp(value)).toBeUndefined();
  });

  it.each(wrongTypes)('makes nothing of %s', (_, value) => {
    expect(timestamp(value)).toBeUndefined();
  });

  it.each([
    ['digits', repeated('1')],
    ['white space', repeated(' ', '', 'x')],
    ['fractions of a second', repeated('0', '2025-11-12T14:08:00.', 'Z')],
    ['dates', repeated('2025-11-12 ')],
  ])(
    'is linear in a value of nothing but %s',
    (_, input) => {
      expectLinear(input, timestamp);
    },
    SERIES_TIMEOUT,
  );
});

describe('instant', () => {
  it.each([
    ['2025-11-12T14:08:00+04:00', '2025-11-12T10:08:00Z'],
    ['2025-11-12T14:08:00-03:30', '2025-11-12T17:38:00Z'],
    ['2026-01-01T00:30:00+04:00', '2025-12-31T20:30:00Z'],
    ['2025-11-12T10:08:00', '2025-11-12T10:08:00Z'],
    ['2025-11-12', '2025-11-12T00:00:00Z'],
  ])('of %s is that of %s', (one, other) => {
    expect(instant(timestamp(one)!)).toBe(instant(timestamp(other)!));
  });
});
