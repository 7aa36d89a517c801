import { instant, type Timestamp } from '../article/timestamp.js';
import { conjunction, dateFormat, localeOf, numberFormat } from './formatters.js';

/** The parts of a date, each already in the language, the calendar and the digits asked for. */
export interface DateParts {
  readonly weekday?: string | undefined;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** Given where the calendar needs its name beside it («هـ»). */
  readonly era?: string | undefined;
}

/** What a language knows of dates and numbers, beyond what Intl does. */
export interface DateWords {
  /** Primary language subtag (BCP 47). */
  readonly language: string;
  /** Digits that the language's readers expect on the web: a CLDR numbering system. */
  readonly numerals: string;
  /** The calendar of daily life. @param region ISO 3166-1, or nothing where the language tag names none */
  readonly calendar: (region: string) => 'gregory' | 'persian';
  /** Whether a region of the language writes 14:08; else 2:08 with the half of the day. */
  readonly hours24: (region: string) => boolean;
  /**
   * Puts a date together. Intl's own patterns change between releases of CLDR, and scramble some languages.
   * @param region ISO 3166-1, or nothing where the language tag names none
   */
  readonly date: (parts: DateParts, region: string) => string;
  readonly dateAndTime: (date: string, time: string) => string;
  /** Said behind a time that is known in UTC only. */
  readonly greenwich: string;
  /** For languages that browsers do not know: there Intl answers in the language of the browser instead. */
  readonly own?: OwnNames;
}

/** What Intl says of dates and numbers in the other languages. */
export interface OwnNames {
  /** From Sunday on. */
  readonly weekdays: readonly string[];
  /** By calendar, from its first month on. */
  readonly months: Readonly<Record<Calendar, readonly string[]>>;
  /** Before noon, and after. */
  readonly dayPeriods: readonly [string, string];
  /** The era of the Hijri calendar. */
  readonly hijri: string;
  /** @param digits the number as it is written */
  readonly minutes: (minutes: number, digits: string) => string;
  /** Between the last two names of a list, with its spaces. */
  readonly and: string;
}

/** CLDR calendars that the card knows. */
export type Calendar = 'gregory' | 'persian' | 'islamic-umalqura';

/** How a card shows dates, as its attributes say. */
export interface DateSettings {
  /** BCP 47; its region decides month names and the 24-hour clock. */
  readonly locale: string;
  /** IANA zone; without it the article's own offset is applied, never the reader's zone. */
  readonly timeZone?: string | undefined;
  readonly numerals?: string | undefined;
  readonly calendar?: string | undefined;
  readonly months?: string | undefined;
}

export interface DateText {
  readonly date: string;
  /** The date with its time, where it has one. */
  readonly full: string;
  /** The time alone, with its zone where that has to be said. */
  readonly time: string | undefined;
}

const HIJRI = 'islamic-umalqura' satisfies Calendar;
const NO_BREAK_SPACE = '\u00A0';

/** The numbering systems that `numerals` takes; anything else is as `auto`. */
const numberingSystems: readonly string[] = ['latn', 'arab', 'arabext'];
const calendars: readonly string[] = ['gregory', 'persian', HIJRI] satisfies Calendar[];

/** Regions whose Arabic names of the Gregorian months are in every engine, whatever the age of its CLDR. */
const monthRegions: Readonly<Record<string, string>> = { gulf: 'AE', levant: 'LB', morocco: 'MA', algeria: 'DZ' };
const monthsOfRegion: Readonly<Record<string, string>> = {
  SY: 'levant',
  LB: 'levant',
  JO: 'levant',
  PS: 'levant',
  IQ: 'levant',
  MA: 'morocco',
  DZ: 'algeria',
  TN: 'algeria',
};

export function numberingSystem(words: DateWords, numerals?: string): string {
  return numerals && numberingSystems.includes(numerals) ? numerals : words.numerals;
}

/**
 * A moment in words, the same in every engine, wherever the reader's clock is: nothing is left to a locale's default
 * (between CLDR 44 and 46 Arabic changed its digits, and Saudi Arabia its calendar).
 */
export function formatDate(time: Timestamp, words: DateWords, settings: DateSettings): DateText {
  const zone = time.offset === undefined || !time.hasTime ? undefined : validTimeZone(settings.timeZone);
  const clock = zone === undefined ? { at: time.wallClock, timeZone: 'UTC' } : { at: instant(time), timeZone: zone };
  const date = dateInWords(clock, words, settings);
  if (!time.hasTime) return { date, full: date, time: undefined };
  const inGreenwich = zone === undefined && time.offset === 0;
  const text = timeInWords(clock, words, settings) + (inGreenwich ? NO_BREAK_SPACE + words.greenwich : '');
  return { date, full: words.dateAndTime(date, text), time: text };
}

/** Minutes with their unit in the right plural: «3 دقائق», «11 دقيقة», "1 minute". */
export function formatMinutes(minutes: number, words: DateWords, settings: DateSettings): string {
  if (words.own) {
    const digits = { numberingSystem: numberingSystem(words, settings.numerals) };
    return words.own.minutes(minutes, numberFormat('en', digits).format(minutes));
  }
  const numerals = { numberingSystem: numberingSystem(words, settings.numerals) };
  const unit = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
  return numberFormat(settings.locale, { ...unit, ...numerals }).format(minutes);
}

/** Names as the language joins them: «سالم وليلى», "A, B and C". @returns the names by their place, and what is between them */
export function joinNames(count: number, words: DateWords): (number | string)[] {
  const places = [...Array(count).keys()];
  if (count < 2) return places;
  if (words.own) {
    const { and } = words.own;
    return places.flatMap((index) => (index === 0 ? [index] : [index === count - 1 ? and : '، ', index]));
  }
  return conjunction(words.language)
    .formatToParts(places.map(String))
    .map(({ type, value }) => (type === 'element' ? Number(value) : value));
}

interface Clock {
  readonly at: number;
  readonly timeZone: string;
}

function dateInWords(clock: Clock, words: DateWords, settings: DateSettings): string {
  const asked = settings.calendar ?? '';
  const calendar = calendars.includes(asked) ? (asked as Calendar) : words.calendar(region(settings.locale));
  const date = inCalendar(clock, calendar, words, settings, true);
  return asked === 'dual' ? `${date} (${inCalendar(clock, HIJRI, words, settings, false)})` : date;
}

function inCalendar(
  clock: Clock,
  calendar: Calendar,
  words: DateWords,
  settings: DateSettings,
  weekday: boolean,
): string {
  const { own } = words;
  const options: Intl.DateTimeFormatOptions = {
    timeZone: clock.timeZone,
    calendar,
    numberingSystem: numberingSystem(words, settings.numerals),
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(weekday && { weekday: 'long' }),
  };
  const parts = partsOf(dateFormat(own ? 'en' : settings.locale, options), clock.at);
  if (own) Object.assign(parts, ownNames(clock, calendar, own, weekday));
  const month = words.language === 'ar' && calendar === 'gregory' ? arabicMonth(clock, settings) : parts['month'];
  return words.date(
    {
      weekday: parts['weekday'],
      day: parts['day'] ?? '',
      month: month ?? '',
      year: parts['year'] ?? '',
      era: calendar === HIJRI ? parts['era'] : undefined,
    },
    region(settings.locale),
  );
}

const englishWeekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The names of a day in a language of which Intl knows none, found by the English ones, which every engine has. */
function ownNames(clock: Clock, calendar: Calendar, own: OwnNames, weekday: boolean): Partial<Record<string, string>> {
  const options = {
    timeZone: clock.timeZone,
    calendar,
    numberingSystem: 'latn',
    month: 'numeric',
    weekday: 'short',
  } as const;
  const english = partsOf(dateFormat('en', options), clock.at);
  return {
    month: own.months[calendar][Number(english['month']) - 1],
    era: own.hijri,
    ...(weekday && { weekday: own.weekdays[englishWeekdays.indexOf(english['weekday'] ?? '')] }),
  };
}

function partsOf(format: Intl.DateTimeFormat, at: number): Partial<Record<string, string>> {
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** «نوفمبر» in the Gulf, Egypt and Libya, «تشرين الثاني» in the Levant, «نونبر» in Morocco; `dual` prints two of them. */
function arabicMonth(clock: Clock, settings: DateSettings): string {
  const inSet = (set: string) =>
    dateFormat(`ar-${monthRegions[set]}`, { month: 'long', calendar: 'gregory', timeZone: clock.timeZone }).format(
      clock.at,
    );
  const { months = '' } = settings;
  if (months === 'dual') return `${inSet('gulf')}/ ${inSet('levant')}`;
  return inSet(Object.hasOwn(monthRegions, months) ? months : (monthsOfRegion[region(settings.locale)] ?? 'gulf'));
}

function timeInWords(clock: Clock, words: DateWords, settings: DateSettings): string {
  const hours24 = words.hours24(region(settings.locale));
  const options: Intl.DateTimeFormatOptions = {
    timeZone: clock.timeZone,
    numberingSystem: numberingSystem(words, settings.numerals),
    hour: hours24 ? '2-digit' : 'numeric',
    minute: '2-digit',
    hourCycle: hours24 ? 'h23' : 'h12',
  };
  const { own } = words;
  const parts = partsOf(dateFormat(own ? 'en' : settings.locale, options), clock.at);
  const half = own && parts['dayPeriod'] ? own.dayPeriods[/^p/i.test(parts['dayPeriod']) ? 1 : 0] : parts['dayPeriod'];
  const time = `${parts['hour']}:${parts['minute']}`;
  // Engines differ in the space before م and PM; a line must not break there.
  return half ? time + NO_BREAK_SPACE + half : time;
}

function region(locale: string): string {
  return localeOf(locale).region ?? '';
}

/** `undefined` for a zone that this browser does not know: the article's own offset is then used. */
function validTimeZone(timeZone?: string): string | undefined {
  if (!timeZone) return undefined;
  try {
    return dateFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
