/**
 * Everything that can be chosen, each once: the form, the snippets and the address of the builder are made from this table.
 * The words of each are in words.ts.
 */
import { webAddress } from '../../src/article/web-address.js';
import { channels, defaultChannels } from '../../src/foot/channels.js';

export interface Option {
  /** An attribute of the card, a custom property, or what the builder calls its own. */
  readonly name: string;
  readonly of: 'card' | 'style' | 'builder';
  /** Under which heading it stands; those of the builder stand where they are needed. */
  readonly group?: 'form' | 'words' | 'reach' | 'look';
  /** What can be chosen. */
  readonly values: readonly string[];
  /** The default, which is not written; the first value unless it is told. */
  readonly initial?: string;
  /** Several values may be chosen, and this says that none is. */
  readonly none?: string;
  /** What else may be written, how it is asked for, and what its field shows before. */
  readonly free?: {
    readonly accepts: (text: string) => boolean;
    readonly input: 'text' | 'color' | 'number';
    readonly start?: string;
  };
  /** Follows the number of a `free` value. */
  readonly unit?: string;
  /** Whether it has no effect in a frame. */
  readonly notInFrame?: boolean;
}

const STYLE = { of: 'style', group: 'look', values: [''], notInFrame: true } as const;

/** @param start what the card has by itself, on light pages */
const colour = <Name extends string>(name: Name, start: string) => ({
  ...STYLE,
  name,
  free: { accepts: (text: string) => /^#[\da-f]{6}$/i.test(text), input: 'color' as const, start },
});

const size = <Name extends string>(name: Name, unit: string, most: number) => ({
  ...STYLE,
  name,
  unit,
  free: {
    accepts: (text: string) => /^\d{1,3}(?:\.\d{1,2})?$/.test(text) && Number(text) <= most,
    input: 'number' as const,
  },
});

const font = <Name extends string>(name: Name) => ({
  ...STYLE,
  name,
  free: {
    accepts: (text: string) => text.length <= 200 && /^[\p{L}\p{N}][\p{L}\p{N} ,'-]*$/u.test(text),
    input: 'text' as const,
  },
});

function isTimeZone(text: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}

const isSelector = (text: string) => text.length <= 200 && /^[\w\s.#:,[\]="'()-]+$/.test(text);
const isTemplate = (text: string) => /\{(?:id|slug|url)\}/.test(text) && webAddress(text) !== undefined;
const areAddresses = (text: string) => text.split(/\s+/).every((address) => webAddress(address) === address);

const FORM = { of: 'card', group: 'form' } as const;
const WORDS = { of: 'card', group: 'words' } as const;
const REACH = { of: 'card', group: 'reach' } as const;
const LOOK = { of: 'card', group: 'look' } as const;

export const OPTIONS = [
  { of: 'card', name: 'view', values: ['summary', 'article', 'teaser'] },
  { ...FORM, name: 'heading-level', values: ['1', '2', '3', '4', '5', '6'], initial: '2' },
  { ...FORM, name: 'loading', values: ['lazy', 'eager', 'click'] },
  { ...FORM, name: 'tools', values: ['text-size', 'listen'], initial: 'text-size listen', none: 'none' },
  {
    ...FORM,
    name: 'hide',
    values: [
      'section',
      'summary',
      'byline',
      'published',
      'updated',
      'reading-time',
      'picture',
      'caption',
      'short-link',
    ],
    initial: '',
    none: '',
  },
  {
    ...WORDS,
    name: 'lang',
    values: ['', 'ar', 'en', 'fa', 'ur', 'he', 'ps', 'ckb', 'tr', 'fr'],
  },
  { ...WORDS, name: 'numerals', values: ['auto', 'latn', 'arab', 'arabext'] },
  { ...WORDS, name: 'calendar', values: ['auto', 'gregory', 'persian', 'islamic-umalqura', 'dual'] },
  { ...WORDS, name: 'months', values: ['auto', 'gulf', 'levant', 'morocco', 'algeria', 'dual'] },
  { ...WORDS, name: 'time-zone', values: [''], free: { accepts: isTimeZone, input: 'text' } },
  { ...REACH, name: 'share', values: channels, initial: defaultChannels.join(' '), none: 'none' },
  { ...REACH, name: 'follow', values: ['auto', 'none'], free: { accepts: areAddresses, input: 'text' } },
  { ...REACH, name: 'related', values: ['auto', 'none'] },
  { ...REACH, name: 'short-link', values: [''], free: { accepts: isTemplate, input: 'text' } },
  { ...LOOK, name: 'theme', values: ['auto', 'light', 'dark'] },
  { ...LOOK, name: 'dark', values: [''], free: { accepts: isSelector, input: 'text' }, notInFrame: true },
  colour('--khabar-accent', '#0e5561'),
  colour('--khabar-ink', '#1b1a18'),
  colour('--khabar-surface', '#fffefb'),
  size('--khabar-size', '', 2),
  size('--khabar-space', 'px', 120),
  size('--khabar-radius', 'px', 40),
  font('--khabar-font-text'),
  font('--khabar-font-ui'),
  { name: 'kind', of: 'builder', values: ['quotation', 'element', 'script', 'frame', 'npm'] },
  { name: 'updates', of: 'builder', values: ['follow', 'pin'] },
  { name: 'space', of: 'builder', values: ['yes', 'no'] },
  { name: 'width', of: 'builder', values: ['320', '480', '720'], initial: '480' },
  { name: 'scheme', of: 'builder', values: ['light', 'dark'] },
  { name: 'dir', of: 'builder', values: ['rtl', 'ltr'] },
  { name: 'in', of: 'builder', values: ['ar', 'en'] },
] as const satisfies readonly Option[];

export type OptionName = (typeof OPTIONS)[number]['name'];
/** One value for each option; a default is there too. */
export type Values = Readonly<Record<OptionName, string>>;

/** The table as those see it who handle all its rows alike. */
export const options: readonly (Option & { readonly name: OptionName })[] = OPTIONS;

export const initialOf = (option: Option) => option.initial ?? option.values[0]!;

/** The value that a text states, or else the default: what comes from an address is anybody's. */
export function readValue(option: Option, stated: string | null | undefined): string {
  const text = stated?.trim() ?? '';
  const { values, none, free } = option;
  if (none !== undefined && stated != null) {
    const words = text.split(/\s+/);
    return values.filter((value) => words.includes(value)).join(' ') || (text === none ? none : initialOf(option));
  }
  return values.includes(text) || (text !== '' && free?.accepts(text)) ? text : initialOf(option);
}

export const defaults = Object.fromEntries(options.map((option) => [option.name, initialOf(option)])) as Values;

/** Those of the card or its style whose value is not the default, with their value. */
export function chosen(values: Values, of: 'card' | 'style', kind?: string): [name: string, value: string][] {
  return options
    .filter((option) => option.of === of && !(kind === 'frame' && option.notInFrame))
    .filter((option) => values[option.name] !== initialOf(option))
    .map((option) => [option.name, values[option.name] + (option.unit ?? '')]);
}
