import { describe, expect, it } from 'vitest';
import { moment } from '../../../src/dialects/moment.js';
import { reading, wrongTypes } from '../support/articles.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

const PRINTED = new Date('2025-11-12T10:08:00Z');

describe('the reader of dates', () => {
  it.each([
    ['2025-11-12T14:08:00+04:00', '2025-11-12T14:08:00+04:00'],
    ['Wed, 12 Nov 2025 14:08:00 +0400', '2025-11-12T14:08:00+04:00'],
    ['Sunday, March 8, 2026 - 09:05', '2026-03-08T09:05:00'],
    ['8 May 2026', '2026-05-08'],
    ['Sept. 8, 2026', '2026-09-08'],
    ['12 Nov 2025 14:08 +0400', '2025-11-12T14:08:00+04:00'],
    ['Wed, 2 Jul 2025 09:05:00 GMT', '2025-07-02T09:05:00Z'],
    ['Wed, 12 Nov 25 14:08:00 UT', '2025-11-12T14:08:00Z'],
    ['Wednesday, 12-Nov-25 14:08:00 GMT', '2025-11-12T14:08:00Z'],
    ['Fri, 12 Nov 99 14:08:00 GMT', '1999-11-12T14:08:00Z'],
    ['12 November 2025 14:08:00 Z', '2025-11-12T14:08:00Z'],
    ['Wed, 12 Nov 2025 14:08:00 +0400 (GST)', '2025-11-12T14:08:00+04:00'],
    ['Wed, 12 Nov 2025 14:08:00 EST', '2025-11-12T14:08:00'],
    ['Wed Nov 12 2025 14:08:00 GMT+0400 (Gulf Standard Time)', '2025-11-12T14:08:00+04:00'],
    ['Wed Nov 12 2025 14:08:00 GMT+0400 (توقيت الخليج)', '2025-11-12T14:08:00+04:00'],
    ['Wed Nov 12 2025 14:08:00 GMT-0330', '2025-11-12T14:08:00-03:30'],
    ['Wed Nov 12 2025', '2025-11-12'],
    ['8 March 2026', '2026-03-08'],
    ['Sun, 8 Mar 2026', '2026-03-08'],
    ['2026-03-08T09:05:00+04:00[Asia/Muscat]', '2026-03-08T09:05:00+04:00'],
    ['Mayor 8 2026', undefined],
    ['8 marraskuu 2026 09:05', undefined],
    ['marble 8, 2026', undefined],
    ['Wed Nov 12 14:08:00 2025', '2025-11-12T14:08:00'],
    ['Sun Mar  8 09:05:00 2026', '2026-03-08T09:05:00'],
    ['Wed Nov 12 10:08:00 +0000 2025', '2025-11-12T10:08:00+00:00'],
    [PRINTED.toUTCString(), '2025-11-12T10:08:00Z'],
    ['2025-11-12 14:08:00 UTC', '2025-11-12T14:08:00Z'],
    ['2025-11-12 14:08:00 GMT+4', undefined],
    ['2025-11-12T9:05', '2025-11-12T09:05:00'],
    ['2025/3/4 9:05', '2025-03-04T09:05:00'],
    ['2025.11.12', '2025-11-12'],
    ['20251112', '2025-11-12'],
    ['20251112T140800Z', '2025-11-12T14:08:00Z'],
    ['20251112T1408+0400', '2025-11-12T14:08:00+04:00'],
    ['٢٠٢٥-١١-١٢', '2025-11-12'],
    ['٢٠٢٥-١١-١٢T١٤:٠٨:٠٠+٠٤:٠٠', '2025-11-12T14:08:00+04:00'],
    ['۲۰۲۵-۱۱-۱۲ ۱۴:۰۸', '2025-11-12T14:08:00'],
    ['٢٠٢٥/٣/٤', '2025-03-04'],
    ['\u200F2025-11-12\u200F', '2025-11-12'],
  ])('reads %j as %s', (value, iso) => {
    expect(moment(value)?.iso).toBe(iso);
  });

  it.each([
    ['a day and a month that are both numbers', '04/03/2025'],
    ['the same with the year first in no order', '03-04-2025 14:08'],
    ['the same in Arabic digits', '٠٤/٠٣/٢٠٢٥'],
    ['a half of the day', '2025-03-04 09:05 PM'],
    ['a half of the day without a space', '2025-03-04 09:05PM'],
    ['a half of the day in Arabic', '2025-03-04 09:05 م'],
    ['a half of the day behind a month', 'Nov 12 2025 09:05 PM'],
    ['a day of the year', '2025-111'],
    ['a day of the year, together', '2025111'],
    ['a month, together', '202511'],
    ['a month', '2025-11'],
    ['a year', '2025'],
    ['separators of two kinds', '2025-11/12'],
    ['an hour of three digits', '2025-11-12T123'],
    ['a year of the Persian calendar', '۱۴۰۴/۰۸/۲۱'],
    ['the same in the standard form', '1404-08-21T14:08:00'],
    ['a year of the Islamic calendar', '١٤٤٧-٠٥-٢١'],
    ['a year of the Buddhist calendar', '2568-11-12'],
    ['a year of the Jewish calendar', '5786-02-21'],
    ['the 31st of November', '31 Nov 2025 14:08 GMT'],
    ['the 30th of February', '2025/2/30'],
    ['25 o’clock', 'Wed, 12 Nov 2025 25:08:00 GMT'],
    ['a month that is none', '12 Foo 2025 14:08 GMT'],
    ['a month with the end of another', '8 Marember 2026'],
    ['a word that begins like a month', 'Mayor 8, 2026'],
    ['an object without a date', { timezone: 'Asia/Muscat' }],
    ['Arabic words', 'الأربعاء 12 نوفمبر 2025'],
    ['a date within words', 'on 2025-11-12'],
    ['seconds since 1970', '1762942080'],
    ['milliseconds since 1970', '1762942080000'],
    ['a week', '2025-W46-3'],
  ])('makes nothing of %s', (_, value) => {
    expect(moment(value)).toBeUndefined();
  });

  it.each(wrongTypes)('makes nothing of %s', (_, value) => {
    expect(moment(value)).toBeUndefined();
  });

  it.each([
    ['digits', repeated('1')],
    ['white space', repeated(' ', '2', '5')],
    ['brackets', repeated('(', '12 Nov 2025 14:08 GMT ')],
    ['letters', repeated('a', 'Nov')],
    ['direction marks', repeated('\u200F')],
  ])(
    'is linear in a value of nothing but %s',
    (_, input) => {
      expectLinear(input, moment);
    },
    SERIES_TIMEOUT,
  );
});

describe('a date', () => {
  const mail = 'Sun, 08 Mar 2026 09:05:00 +0400';
  const iso = '2026-03-08T09:05:00+04:00';
  const rendered = { rendered: 'خبر' };

  it.each([
    ['WordPress', { title: rendered, date: iso, modified: mail, date_gmt: '2026-03-08T05:05:00' }],
    ['WordPress.com', { ID: 7, URL: 'https://news.example/7', title: 'خبر', date: iso, modified: mail }],
    ['Ghost', { comment_id: '7', title: 'خبر', published_at: iso, updated_at: mail }],
    ['JSON-LD', { '@type': 'NewsArticle', headline: 'خبر', datePublished: iso, dateModified: mail }],
    ['JSON Feed', { items: [{ title: 'خبر', date_published: iso, date_modified: mail }] }],
    [
      'a JSON Feed of Khabar’s own',
      { items: [{ title: 'خبر', date_published: iso, date_modified: mail, _khabar: {} }] },
    ],
  ])('is the same in %s', (_, json) => {
    const { published, updated } = reading(json).article;
    expect([published?.iso, updated?.iso]).toEqual([iso, iso]);
  });

  it('of a related story is read by the same reader', () => {
    const items = [{ title: 'خبر' }, { title: 'آخر', url: 'https://news.example/2', date_published: mail }];
    expect(reading({ items }).article.related[0]?.published?.iso).toBe(iso);
  });
});
