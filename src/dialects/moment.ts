import { field, isObject, text } from '../article/json.js';
import { timestamp, type Timestamp } from '../article/timestamp.js';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ENDINGS = 'uary ruary ch il y e y ust t(?:ember)? ober ember ember'.split(' ');
const DAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?';
/** Whole, or its first letters: `Mayor 8` is no day of May. */
const MONTH = `(?:(?=${MONTHS.map((month, index) => `${month}(?:${ENDINGS[index]!})?(?![a-z])`).join('|')})([a-z]{3})[a-z]*\\.?)`;
const TIME = '(\\d{1,2}:\\d{2}(?::\\d{2})?)';
const ZONE = '(?: ?((?:gmt|utc?|z)?[+-]\\d{2}:?\\d{2}|gmt|utc?|z))?';
/** The name of the zone behind its offset: `(Gulf Standard Time)`, `GST`. By itself it tells no sure offset. */
const NAME = '(?: ?\\([^()]{0,99}\\)| [a-z]{3,5})?';

/** RFC 5322, "Date and Time Specification", its obsolete years and RFC 850 included: `Sun, 08 Mar 2026 09:05:00 +0400`. */
const MAIL = new RegExp(`^${DAY}(\\d{1,2})[ -]${MONTH}[ -](\\d{4}|\\d{2})(?:,? ${TIME}${ZONE}${NAME})?$`, 'i');
/** What `Date` prints, with a time and without: `Sun Mar 08 2026 09:05:00 GMT+0400 (Gulf Standard Time)`; Drupal puts a dash. */
const PRINTED = new RegExp(`^${DAY}${MONTH} (\\d{1,2}),? (\\d{4})(?: (?:- )?${TIME}${ZONE}${NAME})?$`, 'i');
/** What C prints: `Sun Mar  8 09:05:00 2026`; some programs put the offset before the year. */
const OF_C = new RegExp(`^${DAY}${MONTH} (\\d{1,2}) ${TIME}${ZONE} (\\d{4})$`, 'i');
/** ISO 8601 loosely: a year, a month and a day apart, then a time, perhaps of one digit. */
const APART = new RegExp(
  `^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:(?:t| )(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:(?<=:\\d{2}:\\d{2})[.,]\\d{1,9})?)?${ZONE}z?${NAME}$`,
  'i',
);
/** The basic format of ISO 8601. */
const TOGETHER = new RegExp(
  `^(\\d{4})(\\d{2})(\\d{2})(?:(?:t| )(\\d{2})(\\d{2})(\\d{2})?(?:[.,]\\d{1,9})?${ZONE}${NAME})?$`,
  'i',
);

/** Years of the Persian and the Islamic calendar lie before; those of the Buddhist and the Jewish one behind. */
const FIRST_YEAR = '1700';
const LAST_YEAR = '2199';

const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/**
 * The one reader of dates for all dialects: RFC 3339, RFC 5322, ISO 8601 written loosely, and what `Date` prints, in Latin,
 * Arabic or Persian digits. Nothing is guessed: not the order of a day and a month that are both numbers, not a half of the
 * day, not the offset of a zone of letters. The clock is the one that is stated.
 */
export function moment(value: unknown): Timestamp | undefined {
  // A number is a time of some clock, not a date: 1612011869 does not lie in 1612.
  // PHP's DateTime as JSON has its parts apart.
  const date = isObject(value) ? field(value, 'date') : value;
  const stated = typeof date === 'string' ? text(date.slice(0, 200)) : undefined;
  if (stated === undefined) return undefined;
  const plain = stated
    // Direction marks stand around dates in text of both directions.
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - (code < PERSIAN_ZERO ? ARABIC_ZERO : PERSIAN_ZERO));
    })
    // The name of a zone (RFC 9557) tells nothing that the offset does not.
    .replace(/(?<=[\dz])\[[\w/+-]{1,60}\]$/i, '')
    .replace(/\u2212/g, '-')
    .replace(/،/g, ',');
  const read = timestamp(plain) ?? timestamp(inStandardForm(plain));
  return read && read.iso >= FIRST_YEAR && read.iso.slice(0, 4) <= LAST_YEAR ? read : undefined;
}

/** RFC 3339, or near it; what is no date in it is left to {@link timestamp}. */
function inStandardForm(plain: string): string | undefined {
  let found = MAIL.exec(plain);
  if (found) {
    const [, day, month, year = '', time, zone] = found;
    const century = year.length === 4 ? '' : year < '50' ? '20' : '19';
    return standard(century + year, number(month), day, time, zone);
  }
  if ((found = PRINTED.exec(plain))) {
    const [, month, day, year, time, zone] = found;
    return standard(year, number(month), day, time, zone);
  }
  if ((found = OF_C.exec(plain))) {
    const [, month, day, time, zone, year] = found;
    return standard(year, number(month), day, time, zone);
  }
  if ((found = APART.exec(plain))) {
    const [, year, , month, day, time, zone] = found;
    return standard(year, month, day, time, zone);
  }
  if ((found = TOGETHER.exec(plain))) {
    const [, year, month, day, hour, minute, second = '00', zone] = found;
    return standard(year, month, day, hour && `${hour}:${minute}:${second}`, zone);
  }
  return undefined;
}

function number(month = ''): string {
  return String(MONTHS.indexOf(month.toLowerCase()) + 1);
}

function standard(year = '', month = '', day = '', time?: string, zone = ''): string {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (time === undefined) return date;
  const offset = zone.replace(/^(?:gmt|utc?|z)(?=[+-])/i, '').replace(/^[a-z]+$/i, 'Z');
  return `${date}T${time.padStart(time.length + Number(time.indexOf(':') === 1), '0')}${offset}`;
}
