import type { Calendar, DateWords } from '../dates.js';

/** Names that Intl has only for the languages that a browser knows. */
export interface OwnNames {
  /** From Sunday on. */
  readonly weekdays: readonly string[];
  /** By calendar, from its first month on. */
  readonly months: Readonly<Record<Calendar, readonly string[]>>;
  /** Before noon, and after. */
  readonly dayPeriods: readonly [string, string];
  /** The era of the Hijri calendar. */
  readonly hijri: string;
}

const englishWeekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * Dates of a language that some browsers do not know: there Intl answers in the browser's own language. So Intl is
 * asked in English, which every engine has, and its names are replaced.
 */
export function fromEnglish(own: OwnNames): Required<Pick<DateWords, 'parts'>> {
  return {
    parts: ({ inLocale, calendar }) => {
      const { weekday, dayPeriod, ...parts } = inLocale('en');
      if (!calendar) return { ...parts, dayPeriod: dayPeriod && own.dayPeriods[/^p/i.test(dayPeriod) ? 1 : 0] };
      const { month } = inLocale('en', { month: 'numeric', numberingSystem: 'latn' });
      return {
        ...parts,
        weekday: weekday && own.weekdays[englishWeekdays.indexOf(weekday)],
        month: own.months[calendar][Number(month) - 1],
        era: own.hijri,
      };
    },
  };
}
