import type { ArticleErrorCode } from '../article/article-error.js';
import type { Network } from '../article/network.js';
import { arabic } from './ar.js';
import type { DateWords } from './dates.js';
import { direction, primaryLanguage } from './direction.js';
import { english } from './en.js';

/** All the card says in one language. A word that is missing is a type error. */
export interface Words extends DateWords {
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

const languages: ReadonlyMap<string, Words> = new Map([arabic, english].map((words) => [words.language, words]));

/** The words for a language tag; English where the card does not speak the language. */
export function wordsFor(tag: string): Words {
  return languages.get(primaryLanguage(tag)) ?? english;
}

/** How fast text in a language is read; of one that was not measured, as its neighbours in script. */
export function charactersPerMinute(tag: string): number {
  const own = languages.get(primaryLanguage(tag)) ?? (direction(tag) === 'rtl' ? arabic : english);
  return own.charactersPerMinute;
}
