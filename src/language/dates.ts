import { instant, type Timestamp } from '../article/timestamp.js';
import { formatter, likelyLocale } from './formatters.js';

/** The parts of a date, each in the language, the calendar and the digits asked for. */
export interface DateParts {
  readonly weekday?: string | undefined;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** Only where the calendar needs its name («هـ»). */
  readonly era?: string | undefined;
}

/** CLDR calendars that the card knows. */
export type Calendar = 'gregory' | 'persian' | 'islamic-umalqura';

/** The parts of a date or of a time, by the type that Intl gives them; those that were not asked for are absent. */
export type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

export interface PartsRequest {
  /** Asks Intl in a locale. @param changes options in place of those of the request */
  readonly inLocale: (locale: string, changes?: Intl.DateTimeFormatOptions) => Parts;
  /** ISO 3166-1; the likely one where the language tag names none. */
  readonly region: string;
  /** Absent for a time. */
  readonly calendar?: Calendar | undefined;
  /** The card's `months` attribute. */
  readonly months?: string | undefined;
}

/** The dates, numbers and lists of a language. */
export interface DateWords {
  /** Primary language subtag (BCP 47). */
  readonly language: string;
  /** Digits that the language's readers expect on the web: a CLDR numbering system. */
  readonly numerals: string;
  /** The calendar of daily life. @param region ISO 3166-1 */
  readonly calendar: (region: string) => 'gregory' | 'persian';
  /** Whether a region of the language writes 14:08; else 2:08 with the half of the day. */
  readonly hours24: (region: string) => boolean;
  /**
   * Puts a date together. Intl's own patterns change between releases of CLDR, and scramble some languages.
   * @param region ISO 3166-1
   */
  readonly date: (parts: DateParts, region: string) => string;
  readonly dateAndTime: (date: string, time: string) => string;
  /** Follows a time that is known in UTC only. */
  readonly greenwich: string;
  /** What stands between the names of a list, before the last one, and, where that is another word, before the second of two. */
  readonly join: readonly [between: string, last: string, second?: string];

  // Only for a language where Intl alone does not say what its readers expect.
  readonly parts?: (request: PartsRequest) => Parts;
  /** @param digits the number as it is written */
  readonly minutes?: (minutes: number, digits: string) => string;
}

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
// Engines differ in the space before م and PM; a line must not break there.
const NO_BREAK_SPACE = '\u00A0';

/** The CLDR numbering system that is asked for, where the card knows it; else that of the language. */
export function numberingSystem(words: DateWords, numerals = ''): string {
  return /^(latn|arab|arabext)$/.test(numerals) ? numerals : words.numerals;
}

/**
 * A moment in words, the same in every engine, wherever the reader's clock is: nothing is left to a locale's default
 * (between CLDR 44 and 46 Arabic changed its digits, and Saudi Arabia its calendar).
 */
export function formatDate(time: Timestamp, words: DateWords, settings: DateSettings): DateText {
  const { locale, months, calendar = '' } = settings;
  const region = likelyLocale(locale).region ?? '';
  const zone = time.hasTime && time.offset !== undefined ? knownTimeZone(settings.timeZone) : undefined;
  const at = zone ? instant(time) : time.wallClock;
  const fixed = { timeZone: zone ?? 'UTC', numberingSystem: numberingSystem(words, settings.numerals) };

  function partsOf(options: Intl.DateTimeFormatOptions): Parts {
    const inLocale: PartsRequest['inLocale'] = (locale, changes) => {
      const format = formatter(Intl.DateTimeFormat, locale, { ...fixed, ...options, ...changes });
      return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    };
    const request = { inLocale, region, months, calendar: options.calendar as Calendar | undefined };
    return words.parts ? words.parts(request) : inLocale(locale);
  }

  function dateIn(calendar: string, weekday?: 'long'): string {
    const parts = partsOf({ calendar, weekday, day: 'numeric', month: 'long', year: 'numeric' }) as DateParts;
    return words.date({ ...parts, era: calendar === HIJRI ? parts.era : undefined }, region);
  }

  const isKnown = /^(gregory|persian|islamic-umalqura)$/.test(calendar);
  let date = dateIn(isKnown ? calendar : words.calendar(region), 'long');
  if (calendar === 'dual') date += ` (${dateIn(HIJRI)})`;
  if (!time.hasTime) return { date, full: date, time: undefined };

  const hours24 = words.hours24(region);
  const clock = partsOf({
    hour: hours24 ? '2-digit' : 'numeric',
    minute: '2-digit',
    hourCycle: hours24 ? 'h23' : 'h12',
  });
  const isGreenwich = !zone && time.offset === 0;
  const text = [`${clock.hour}:${clock.minute}`, clock.dayPeriod, isGreenwich && words.greenwich]
    .filter(Boolean)
    .join(NO_BREAK_SPACE);
  return { date, full: words.dateAndTime(date, text), time: text };
}

/** Minutes with their unit in the right plural: «3 دقائق», «11 دقيقة», "1 minute". */
export function formatMinutes(minutes: number, words: DateWords, settings: DateSettings): string {
  const digits = { numberingSystem: numberingSystem(words, settings.numerals) };
  if (words.minutes) return words.minutes(minutes, formatter(Intl.NumberFormat, 'en', digits).format(minutes));
  const unit = { style: 'unit', unit: 'minute', unitDisplay: 'long', ...digits } as const;
  return formatter(Intl.NumberFormat, settings.locale, unit).format(minutes);
}

/** Names as the language joins them: «سالم وليلى», "A and B", "A, B, and C". Polyfills of `Intl` lack `ListFormat`. */
export function joinNames<Name>(
  names: readonly Name[],
  { join: [between, last, second = last] }: DateWords,
): (Name | string)[] {
  return names.flatMap((name, index) =>
    index === 0 ? [name] : [index < names.length - 1 ? between : index > 1 ? last : second, name],
  );
}

/** `undefined` for a zone that this browser does not know: the article's own offset is then used. */
function knownTimeZone(timeZone: string | undefined): string | undefined {
  try {
    formatter(Intl.DateTimeFormat, 'en', { timeZone });
    return timeZone;
  } catch {
    return undefined;
  }
}
