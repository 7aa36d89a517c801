import { likelyLocale } from './formatters.js';
import type { ArticleErrorCode } from '../article/article-error.js';
import type { Network } from '../networks/network.js';
import { words as arabic } from './locales/ar.js';
import type { DateWords } from './dates.js';
import { words as english } from './locales/en.js';

/** All the card says in one language. A word that is missing is a type error. */
export interface Words extends DateWords {
  /** Between a label and what it is the label of; French puts a space before it. */
  readonly colon: string;
  /** Spoken before the publisher's name. */
  readonly publisher: string;
  /** Shown before the summary. */
  readonly summary: string;
  /** «بقلم» before the authors' names. */
  readonly by: string;
  readonly published: string;
  readonly updated: string;
  /** @param minutes a number with its unit, such as «3 دقائق». */
  readonly readingTime: (minutes: string) => string;
  /** Spoken before the credit of a picture. */
  readonly credit: string;
  readonly more: string;
  readonly less: string;
  readonly source: string;
  readonly shortLink: string;
  readonly copy: string;
  readonly copied: string;
  /** The address stands selected beside this sentence. */
  readonly copyFailed: string;
  readonly original: string;
  /** Said before {@link original} where only a part of the story is free to read. */
  readonly forSubscribers: string;
  readonly share: string;
  /** @param name of a network, from {@link networks}. */
  readonly shareOn: (name: string) => string;
  readonly shareByEmail: string;
  /** Opens the share sheet of the reader's device. */
  readonly shareByDevice: string;
  readonly follow: string;
  /** @param name of a network, from {@link networks}, or a host. */
  readonly followOn: (name: string) => string;
  readonly related: string;
  /** In brackets, behind the name of a link. */
  readonly opensInNewWindow: string;
  readonly loading: string;
  /** While a device that is offline has nothing to load from. */
  readonly offline: string;
  readonly retry: string;
  readonly failed: string;
  readonly failure: Readonly<Record<ArticleErrorCode, string>>;
  /** The name of an embed in the body that says nothing of itself. */
  readonly embedded: string;
  /** The name of a table in the body that has no caption. */
  readonly table: string;
  /** In place of a body that could not be cleaned or drawn. */
  readonly bodyFailed: string;
  readonly networks: Readonly<Record<Network, string>>;
}

/** Languages whose words come when they are needed: each is a file, and a chunk, of its own. */
export const FURTHER_LANGUAGES = ['fa', 'ur', 'he', 'ps', 'ckb', 'tr', 'fr'] as const;
export type FurtherLanguage = (typeof FURTHER_LANGUAGES)[number];

const spoken = new Map<string, Words>([arabic, english].map((words) => [words.language, words]));

/** The words for a language tag; English where the card does not speak the language, or not yet. */
export function wordsFor(tag: string): Words {
  return spoken.get(languageOfWords(tag)) ?? english;
}

/** The language whose words are still to be had before the card can speak the language of a tag. */
export function missingWords(tag: string): FurtherLanguage | undefined {
  const language = languageOfWords(tag) as FurtherLanguage;
  return FURTHER_LANGUAGES.includes(language) && !spoken.has(language) ? language : undefined;
}

/** From now on the card speaks this language, too. */
export function speak(words: Words): void {
  spoken.set(words.language, words);
}

function languageOfWords(tag: string): string {
  try {
    const { language, script } = likelyLocale(tag);
    // Sorani is Kurdish in Arabic letters, and many sites say no more than that it is Kurdish (CLDR has both, apart).
    return language === 'ku' && script === 'Arab' ? 'ckb' : language;
  } catch {
    return '';
  }
}
