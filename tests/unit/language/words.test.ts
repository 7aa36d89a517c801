import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { timestamp } from '../../../src/article/timestamp.js';
import { bodyWords } from '../../../src/language/body-words.js';
import { formatDate } from '../../../src/language/dates.js';
import { footWords } from '../../../src/language/foot-words.js';
import { toolsWords } from '../../../src/language/tools-words.js';
import { addWords, missingWords, wordsFor, type LoadedWords, type Words } from '../../../src/language/words.js';

const LANGUAGE_FILE = /^[a-z]{2,3}\.ts$/;
const folder = new URL('../../../src/language/locales/', import.meta.url);

/** Every language that has a file of its own, whether or not it is in a list; Arabic with the words of its parts. */
const languages: readonly Words[] = await Promise.all(
  readdirSync(folder)
    .filter((file) => LANGUAGE_FILE.test(file))
    .map(async (file) => {
      const module = (await import(`../../../src/language/locales/${file.slice(0, -3)}.ts`)) as { words: LoadedWords };
      return { ...bodyWords(module.words), ...footWords(module.words), ...toolsWords(module.words) };
    }),
);
const missing = languages.map(({ language }) => missingWords(language));
const standIns = [wordsFor('fr').language];
addWords(languages.find(({ language }) => language === 'en')!);
standIns.push(wordsFor('fr').language);
languages.forEach(addWords);

const named = languages.map((words) => [words.language, words] as const);
const rightToLeft = named.filter(([language]) => /^(ar|fa|ur|ps|ckb|ug|sd)$/.test(language));

/** What a card never says; and its dates, which are made of parts. */
const NOT_WORDS = new Set(['language', 'numerals', 'calendar', 'hours24', 'date', 'parts', 'minutes', 'join']);

/** `failure.gone: string` and so on: what a language has, and of what type. */
function shape(value: object, path = ''): string[] {
  return Object.entries(value)
    .flatMap(([name, part]: [string, unknown]) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? shape(part, `${path}${name}.`)
        : [`${path}${name}: ${Array.isArray(part) ? 'list' : typeof part}`],
    )
    .sort();
}

/** All that a language can say, with what its sentences are made of. */
function sayings(value: object, path = ''): [path: string, words: string][] {
  return Object.entries(value)
    .filter(([name]) => !NOT_WORDS.has(name))
    .flatMap(([name, part]: [string, unknown]): [string, string][] => {
      if (typeof part === 'string') return [[path + name, part]];
      if (typeof part === 'function')
        return [[path + name, String((part as (...names: string[]) => unknown)('{1}', '{2}'))]];
      return sayings(part as object, `${path}${name}.`);
    });
}

describe('the languages of the card', () => {
  it('are nine', () => {
    expect(named.map(([language]) => language).sort()).toEqual('ar ckb en fa fr he ps tr ur'.split(' '));
  });

  it('are missing until they are added, but for Arabic', () => {
    expect(missing).toEqual(languages.map(({ language }) => (language === 'ar' ? undefined : language)));
  });

  it('have Arabic in their place until English is added, then English', () => {
    expect(standIns).toEqual(['ar', 'en']);
  });

  it('are missing no longer when they are added', () => {
    expect(languages.filter(({ language }) => missingWords(language))).toEqual([]);
  });

  it.each(named)('%s is spoken where it is asked for', (language, words) => {
    expect(wordsFor(language)).toBe(words);
  });

  it.each(named)('%s has words for everything that Arabic has, and for nothing else', (__, words) => {
    const shapeOf = ({ parts: _parts, minutes: _minutes, ...others }: object & Partial<Words>) => shape(others);
    expect(shapeOf(words)).toEqual(shapeOf(wordsFor('ar')));
  });

  it.each(named)('%s leaves nothing unsaid', (_, words) => {
    expect(sayings(words).filter(([, saying]) => saying.trim() === '' || saying.includes('undefined'))).toEqual([]);
  });

  it.each(named)('%s has no white space around its words', (_, words) => {
    expect(sayings(words).filter(([name, saying]) => name !== 'colon' && saying !== saying.trim())).toEqual([]);
  });

  it.each(named)('%s says the names that it is given', (_, words) => {
    const unsaid = Object.entries(words)
      .filter(([name, part]) => typeof part === 'function' && !NOT_WORDS.has(name))
      .filter(([, part]) => !String((part as (...names: string[]) => unknown)('{1}', '{2}')).includes('{1}'));
    expect(unsaid).toEqual([]);
  });

  it.each(named)('%s leaves out no part of a date', (_, words) => {
    const parts = { weekday: '{1}', day: '{2}', month: '{3}', year: '{4}', era: '{5}' };
    expect(
      words
        .date(parts, '')
        .match(/\{\d\}/g)
        ?.sort(),
    ).toEqual(Object.values(parts));
  });

  it.each(named)('%s has nothing in place of a part that a date lacks', (_, words) => {
    expect(words.date({ day: '12', month: '{3}', year: '2025' }, '')).not.toMatch(
      /undefined|^[^\p{L}\d{]|[^\p{L}\d}]$/u,
    );
  });

  it.each(named)('%s puts the time of a date behind it', (_, words) => {
    expect(words.dateAndTime('{1}', '{2}')).toMatch(/\{1\}.*\{2\}/);
  });

  it.each(named)('%s says a different thing for each way to fail', (_, words) => {
    const sentences = Object.values(words.failure);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it.each(named)('%s has a different name for each network', (_, words) => {
    const names = Object.values(words.networks);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(named)('%s has typographic quotation marks and ellipses', (_, words) => {
    expect(sayings(words).filter(([, saying]) => /["']|\.\.\./.test(saying))).toEqual([]);
  });

  it.each(named)('%s has digits and a calendar that Intl knows', (_, words) => {
    const { numberingSystem, calendar } = new Intl.DateTimeFormat(
      `${words.language}-u-nu-${words.numerals}-ca-${words.calendar('')}`,
    ).resolvedOptions();
    expect([numberingSystem, calendar]).toEqual([words.numerals, words.calendar('')]);
  });
});

const unknownToIntl = named.filter(([language, { parts }]) => parts && language !== 'ar');

/** The parts of each date of two years, which are in three of the Hijri calendar. */
function datesIn(words: Words, calendar: string, part: 'weekday' | 'month'): Set<string> {
  const found = new Set<string>();
  const telling: Words = { ...words, date: (parts) => parts[part] ?? '' };
  for (let day = Date.UTC(2024, 0, 1); day < Date.UTC(2026, 0, 1); day += 86_400_000) {
    const time = timestamp(new Date(day).toISOString().slice(0, 10))!;
    found.add(formatDate(time, telling, { locale: words.language, calendar }).date);
  }
  return found;
}

describe('a language that browsers do not know', () => {
  it('is Pashto or Sorani', () => {
    expect(unknownToIntl.map(([language]) => language)).toEqual(['ckb', 'ps']);
  });

  it.each(unknownToIntl)('%s names seven days of the week', (_, words) => {
    const weekdays = datesIn(words, 'gregory', 'weekday');
    expect([weekdays.size, weekdays.has('')]).toEqual([7, false]);
  });

  it.each(
    unknownToIntl.flatMap(([language, words]) =>
      ['gregory', 'persian', 'islamic-umalqura'].map((calendar) => [language, calendar, words] as const),
    ),
  )('%s names twelve months of the calendar %s', (_, calendar, words) => {
    const months = datesIn(words, calendar, 'month');
    expect([months.size, months.has('')]).toEqual([12, false]);
  });
});

describe('a language in Arabic letters', () => {
  it.each(rightToLeft)('%s has no ASCII comma, semicolon or question mark', (_, words) => {
    expect(sayings(words).filter(([, saying]) => /[,;?]/.test(saying))).toEqual([]);
  });

  it.each(rightToLeft)('%s has no Latin letters but those of RSS', (_, words) => {
    expect(sayings(words).filter(([, saying]) => /[a-z]/i.test(saying.replace('(RSS)', '')))).toEqual([]);
  });

  it.each(rightToLeft)('%s puts dates together without an ASCII comma', (_, words) => {
    const parts = { weekday: 'أ', day: 'ب', month: 'ج', year: 'د', era: 'ه' };
    expect(words.date(parts, '')).not.toContain(',');
  });

  it.each(rightToLeft)('%s has no stretched letters, and no control characters', (_, words) => {
    expect(
      sayings(words).filter(([, saying]) => /[\u0640\p{Cc}\p{Cf}]/u.test(saying.replaceAll('\u200C', ''))),
    ).toEqual([]);
  });
});

describe('an Arabic date', () => {
  const { date } = wordsFor('ar');

  it('has no comma where it has no day of the week', () => {
    expect(date({ day: '12', month: 'نوفمبر', year: '2025' }, 'OM')).toBe('12 نوفمبر 2025');
  });

  it('has its era behind a space that no line breaks at', () => {
    expect(date({ day: '21', month: 'رجب', year: '1447', era: 'هـ' }, '')).toBe('21 رجب 1447\u00A0هـ');
  });
});

describe('wordsFor', () => {
  it.each([
    ['ar', 'ar'],
    ['ar-OM', 'ar'],
    ['AR', 'ar'],
    ['ar-u-nu-latn', 'ar'],
    ['en-GB', 'en'],
    ['fa-AF', 'fa'],
    ['prs', 'fa'],
    ['iw', 'he'],
    ['ku-Arab', 'ckb'],
    ['ku-IQ', 'ckb'],
    ['ku', 'en'],
    ['ja', 'en'],
    ['arn', 'en'],
    ['', 'en'],
    ['العربية', 'en'],
    ['__proto__', 'en'],
    ['constructor', 'en'],
  ])('of %j are those of %s', (tag, language) => {
    expect(wordsFor(tag).language).toBe(language);
  });
});
