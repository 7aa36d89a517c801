import { describe, expect, it } from 'vitest';
import { timestamp } from '../../../src/article/timestamp.js';
import { formatDate, formatMinutes, numberingSystem, type DateSettings } from '../../../src/language/dates.js';
import { words as arabic } from '../../../src/language/locales/ar.js';
import { words as english } from '../../../src/language/locales/en.js';

import { fixture, isPresent, SETS } from '../support/fixtures.js';

const wordsOf = (locale: string) => (locale.startsWith('en') ? english : arabic);

const SEED = '2025-11-12T14:08:00+04:00';

/** The date of an Arabic card in Oman, unless the settings say otherwise. */
function dateOf(value: string, settings: Partial<DateSettings> = {}) {
  const { locale = 'ar-OM', ...others } = settings;
  return formatDate(timestamp(value)!, wordsOf(locale), { locale, ...others });
}

describe('an Arabic date', () => {
  for (const set of SETS) {
    it.skipIf(!isPresent(set))(`of the reference article is that of its page, with Arabic commas (${set})`, () => {
      const { date_published } = fixture<{ date_published: string }>(`${set}/seed/article.json`);
      expect(dateOf(date_published).full).toBe('الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م');
    });
  }

  it('comes in three forms: the date, the time, and both', () => {
    expect(dateOf(SEED)).toEqual({
      date: 'الأربعاء، 12 نوفمبر 2025',
      time: '2:08\u00A0م',
      full: 'الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م',
    });
  });

  it.each([
    'ar',
    'ar-OM',
    'ar-SA',
    'ar-AE',
    'ar-EG',
    'ar-KW',
    'ar-QA',
    'ar-YE',
    'ar-SD',
    'ar-LY',
    'ar-u-nu-arab-ca-islamic-hc-h23',
  ])('is Gregorian, in Latin digits and on a clock of twelve hours in %s', (locale) => {
    expect(dateOf(SEED, { locale }).full).toBe('الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م');
  });

  it.each(['ar-SY', 'ar-LB', 'ar-JO', 'ar-PS', 'ar-IQ'])('has the months of the Levant in %s', (locale) => {
    expect(dateOf(SEED, { locale }).full).toBe('الأربعاء، 12 تشرين الثاني 2025، 2:08\u00A0م');
  });

  it('has the months of Morocco, and its clock of 24 hours, in ar-MA', () => {
    expect(dateOf(SEED, { locale: 'ar-MA' }).full).toBe('الأربعاء، 12 نونبر 2025، 14:08');
  });

  it.each(['ar-DZ', 'ar-TN'])('has the months of Algeria and Tunisia in %s', (locale) => {
    expect(dateOf('2025-08-12', { locale }).full).toBe('الثلاثاء، 12 أوت 2025');
  });

  it.each(['ar-DZ', 'ar-TN'])('has a clock of twelve hours in %s', (locale) => {
    expect(dateOf(SEED, { locale }).time).toBe('2:08\u00A0م');
  });

  it.each([
    ['gulf', 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'],
    ['morocco', 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'],
    ['algeria', 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر'],
  ])('has the twelve months of months="%s", whatever its region', (months, names) => {
    const written = Array.from({ length: 12 }, (_, month) => {
      const value = `2025-${String(month + 1).padStart(2, '0')}-15`;
      return dateOf(value, { locale: 'ar-IQ', months }).date.split(' ')[2];
    });
    expect(written.join(' ')).toBe(names);
  });

  it('has the months of months="levant", whatever its region', () => {
    expect(dateOf('2025-12-12', { months: 'levant' }).date).toBe('الجمعة، 12 كانون الأول 2025');
  });

  it.each(['ar-OM', 'ar-LB', 'ar-MA'])('has both names of a month with months="dual" in %s', (locale) => {
    expect(dateOf(SEED, { locale, months: 'dual' }).date).toBe('الأربعاء، 12 نوفمبر/ تشرين الثاني 2025');
  });

  it.each(['auto', '', 'GULF', 'maghreb', 'constructor', '__proto__', 'toString'])(
    'has the months of its region with months="%s"',
    (months) => {
      expect(dateOf(SEED, { locale: 'ar-MA', months }).date).toBe('الأربعاء، 12 نونبر 2025');
    },
  );

  it('has Arabic digits with numerals="arab"', () => {
    expect(dateOf(SEED, { numerals: 'arab' }).full).toBe('الأربعاء، ١٢ نوفمبر ٢٠٢٥، ٢:٠٨\u00A0م');
  });

  it('has Persian digits with numerals="arabext"', () => {
    expect(dateOf(SEED, { numerals: 'arabext' }).full).toBe('الأربعاء، ۱۲ نوفمبر ۲۰۲۵، ۲:۰۸\u00A0م');
  });

  it.each(['auto', 'latn', '', 'roman', 'thai', 'ARAB', '__proto__'])(
    'has Latin digits with numerals="%s"',
    (numerals) => {
      expect(dateOf(SEED, { locale: 'ar-EG', numerals }).full).toBe('الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م');
    },
  );

  it('has the Hijri date beside it with calendar="dual"', () => {
    expect(dateOf(SEED, { calendar: 'dual' }).full).toBe(
      'الأربعاء، 12 نوفمبر 2025 (21 جمادى الأولى 1447\u00A0هـ)، 2:08\u00A0م',
    );
  });

  it('is Hijri alone with calendar="islamic-umalqura"', () => {
    expect(dateOf(SEED, { calendar: 'islamic-umalqura' }).date).toBe('الأربعاء، 21 جمادى الأولى 1447\u00A0هـ');
  });

  it('keeps the Hijri months, whatever months are asked for', () => {
    const settings = { calendar: 'islamic-umalqura', months: 'dual' };
    expect(dateOf(SEED, settings).date).toBe('الأربعاء، 21 جمادى الأولى 1447\u00A0هـ');
  });

  it('is of the day and the year of the solar Hijri calendar with calendar="persian"', () => {
    expect(dateOf(SEED, { calendar: 'persian' }).date).toMatch(/^الأربعاء، 21 \S+ 1404$/);
  });

  it.each(['auto', 'gregory', '', 'islamic', 'buddhist', 'GREGORY', '__proto__'])(
    'is Gregorian with calendar="%s"',
    (calendar) => {
      expect(dateOf(SEED, { locale: 'ar-SA', calendar }).date).toBe('الأربعاء، 12 نوفمبر 2025');
    },
  );

  it.each([
    ['00:00', '12:00\u00A0ص', '00:00'],
    ['00:05', '12:05\u00A0ص', '00:05'],
    ['09:30', '9:30\u00A0ص', '09:30'],
    ['11:59', '11:59\u00A0ص', '11:59'],
    ['12:00', '12:00\u00A0م', '12:00'],
    ['23:59', '11:59\u00A0م', '23:59'],
  ])('has for %s the time %s, and in Morocco %s', (clock, twelve, twentyFour) => {
    const value = `2025-11-12T${clock}:00+04:00`;
    expect([dateOf(value).time, dateOf(value, { locale: 'ar-MA' }).time]).toEqual([twelve, twentyFour]);
  });

  it.each(['gregory', 'dual', 'persian', 'islamic-umalqura'])('has no ASCII comma with calendar="%s"', (calendar) => {
    expect(dateOf(SEED, { calendar, months: 'dual' }).full).not.toContain(',');
  });

  it('has no space that a line could break at before the half of the day', () => {
    expect(dateOf(SEED).full).not.toContain(' م');
  });
});

describe('an English date', () => {
  it.each(['en', 'en-US', 'en-CA'])('has the month first in %s', (locale) => {
    expect(dateOf(SEED, { locale }).date).toBe('Wednesday, November 12, 2025');
  });

  it.each(['en-GB', 'en-OM', 'en-IN', 'en-AU'])('has the day first in %s', (locale) => {
    expect(dateOf(SEED, { locale }).date).toBe('Wednesday, 12 November 2025');
  });

  it('has its time behind a comma', () => {
    expect(dateOf(SEED, { locale: 'en' }).full).toBe('Wednesday, November 12, 2025, 2:08\u00A0PM');
  });

  it.each(['en-GB', 'en-IE'])('has a clock of 24 hours in %s', (locale) => {
    expect(dateOf(SEED, { locale }).time).toBe('14:08');
  });

  it.each(['en-US', 'en-OM', 'en-AU', 'en-u-hc-h23'])('has a clock of twelve hours in %s', (locale) => {
    expect(dateOf(SEED, { locale }).time).toMatch(/^2:08\u00A0pm$/i);
  });

  it('has the Hijri date beside it with calendar="dual"', () => {
    expect(dateOf(SEED, { locale: 'en', calendar: 'dual' }).date).toMatch(
      /^Wednesday, November 12, 2025 \(.*\b21\b.*\b1447\b.*\)$/,
    );
  });

  it('has no Arabic months, whatever months are asked for', () => {
    expect(dateOf(SEED, { locale: 'en', months: 'dual' }).date).toBe('Wednesday, November 12, 2025');
  });
});

describe('the clock of a date', () => {
  it('is read in New York by these tests, so that a leak of the reader’s zone shows', () => {
    expect(new Date(Date.UTC(2025, 10, 12)).getTimezoneOffset()).toBe(300);
  });

  it.each([
    ['+04:00', '2:08\u00A0م'],
    ['-08:00', '2:08\u00A0م'],
    ['+05:45', '2:08\u00A0م'],
    ['', '2:08\u00A0م'],
  ])('is that of the article’s own offset (%s)', (offset, time) => {
    expect(dateOf(`2025-11-12T14:08:00${offset}`).time).toBe(time);
  });

  it.each(['2025-11-12T00:30:00+14:00', '2025-11-12T23:30:00-11:00', '2025-11-12T23:59:59', '2025-11-12'])(
    'never moves the date of %s',
    (value) => {
      expect(dateOf(value).date).toBe('الأربعاء، 12 نوفمبر 2025');
    },
  );

  it('is that of time-zone where one is set', () => {
    expect(dateOf('2025-11-12T10:08:00Z', { timeZone: 'Asia/Muscat' }).full).toBe(
      'الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م',
    );
  });

  it.each([
    ['summer', '2025-07-01T12:00:00Z', '1:00\u00A0م'],
    ['winter', '2025-01-01T12:00:00Z', '12:00\u00A0م'],
    ['the last hour of winter', '2025-03-30T00:59:00Z', '12:59\u00A0ص'],
    ['the first hour of summer', '2025-03-30T01:00:00Z', '2:00\u00A0ص'],
    ['the hour that comes twice', '2025-10-26T00:30:00Z', '1:30\u00A0ص'],
    ['the same hour again', '2025-10-26T01:30:00Z', '1:30\u00A0ص'],
  ])('knows that in London it is %s', (_, value, time) => {
    expect(dateOf(value, { timeZone: 'Europe/London' }).time).toBe(time);
  });

  it('carries the date over midnight, and over the year', () => {
    expect(dateOf('2025-12-31T22:30:00Z', { timeZone: 'Asia/Muscat' }).full).toBe('الخميس، 1 يناير 2026، 2:30\u00A0ص');
  });

  it('carries the date back over midnight, and over the month', () => {
    expect(dateOf('2025-03-01T02:00:00+04:00', { timeZone: 'America/Los_Angeles' }).full).toBe(
      'الجمعة، 28 فبراير 2025، 2:00\u00A0م',
    );
  });

  it('carries the Hijri date along', () => {
    const settings = { timeZone: 'Asia/Muscat', calendar: 'dual' };
    expect(dateOf('2025-11-12T22:00:00Z', settings).date).toBe('الخميس، 13 نوفمبر 2025 (22 جمادى الأولى 1447\u00A0هـ)');
  });

  it('carries the names of the months along', () => {
    const settings = { timeZone: 'Asia/Baghdad', locale: 'ar-IQ' };
    expect(dateOf('2025-11-30T22:00:00Z', settings).date).toBe('الاثنين، 1 كانون الأول 2025');
  });

  it('is not moved by time-zone where the article states no offset', () => {
    expect(dateOf('2025-11-12T14:08:00', { timeZone: 'Asia/Tokyo' }).time).toBe('2:08\u00A0م');
  });

  it('does not move a date without a time by time-zone', () => {
    expect(dateOf('2025-11-12', { timeZone: 'America/Los_Angeles' }).date).toBe('الأربعاء، 12 نوفمبر 2025');
  });

  it.each(['Asia/Masqat', 'Muscat', 'x', 'undefined', '__proto__', '../../etc', ''])(
    'is that of the article’s own offset where time-zone is %j, which is no zone',
    (timeZone) => {
      expect(dateOf(SEED, { timeZone }).time).toBe('2:08\u00A0م');
    },
  );

  it('prints no time where the article states none', () => {
    expect(dateOf('2025-11-12')).toEqual({
      date: 'الأربعاء، 12 نوفمبر 2025',
      full: 'الأربعاء، 12 نوفمبر 2025',
      time: undefined,
    });
  });
});

describe('«بتوقيت غرينتش»', () => {
  it.each(['2025-11-12T10:08:00Z', '2025-11-12T10:08:00z', '2025-11-12T10:08:00+00:00', '2025-11-12T10:08:00-00:00'])(
    'is said behind the time of %s where no zone is known',
    (value) => {
      expect(dateOf(value).full).toBe('الأربعاء، 12 نوفمبر 2025، 10:08\u00A0ص\u00A0بتوقيت غرينتش');
    },
  );

  it('is said where time-zone is no zone', () => {
    expect(dateOf('2025-11-12T10:08:00Z', { timeZone: 'Nowhere/Else' }).time).toBe('10:08\u00A0ص\u00A0بتوقيت غرينتش');
  });

  it('is said behind a clock of 24 hours too', () => {
    expect(dateOf('2025-11-12T10:08:00Z', { locale: 'ar-MA' }).time).toBe('10:08\u00A0بتوقيت غرينتش');
  });

  it('is GMT in English', () => {
    expect(dateOf('2025-11-12T10:08:00Z', { locale: 'en' }).time).toBe('10:08\u00A0AM\u00A0GMT');
  });

  it.each([
    ['the article states another offset', SEED, undefined],
    ['the article states no offset', '2025-11-12T10:08:00', undefined],
    ['the article states no time', '2025-11-12', undefined],
    ['time-zone is a zone', '2025-11-12T10:08:00Z', 'Asia/Muscat'],
    ['time-zone is London in winter', '2025-11-12T10:08:00Z', 'Europe/London'],
  ])('is not said where %s', (_, value, timeZone) => {
    expect(dateOf(value, { timeZone }).full).not.toContain('غرينتش');
  });
});

describe('formatMinutes', () => {
  it.each([
    [1, 'دقيقة'],
    [2, 'دقيقتان'],
    [3, '3 دقائق'],
    [10, '10 دقائق'],
    [11, '11 دقيقة'],
    [99, '99 دقيقة'],
    [100, '100 دقيقة'],
    [102, '102 دقيقة'],
    [103, '103 دقائق'],
    [110, '110 دقائق'],
    [111, '111 دقيقة'],
  ])('has for %d the Arabic plural %s', (minutes, expected) => {
    expect(formatMinutes(minutes, wordsOf('ar'), { locale: 'ar' })).toBe(expected);
  });

  it.each([
    ['ar-EG', 'auto', '3 دقائق'],
    ['ar-SA', undefined, '3 دقائق'],
    ['ar-u-nu-arab', undefined, '3 دقائق'],
    ['ar', 'arab', '٣ دقائق'],
    ['ar-OM', 'arabext', '۳ دقائق'],
  ])('has in %s the digits of numerals="%s"', (locale, numerals, expected) => {
    expect(formatMinutes(3, wordsOf(locale), { locale, numerals })).toBe(expected);
  });

  it.each([
    [1, '1 minute'],
    [3, '3 minutes'],
  ])('has for %d the English plural %s', (minutes, expected) => {
    expect(formatMinutes(minutes, wordsOf('en'), { locale: 'en' })).toBe(expected);
  });
});

describe('numberingSystem', () => {
  it.each(['latn', 'arab', 'arabext'])('is %s where that is asked for', (numerals) => {
    expect(numberingSystem(wordsOf('ar'), numerals)).toBe(numerals);
  });

  it.each([undefined, '', 'auto', 'roman'])('is that of the language where %j is asked for', (numerals) => {
    expect(numberingSystem({ ...wordsOf('ar'), numerals: 'arabext' }, numerals)).toBe('arabext');
  });
});
