import { likelyLocale } from './formatters.js';
import type { ArticleErrorCode } from '../article/article-error.js';
import type { Network } from '../networks/network.js';
import type { DateWords } from './dates.js';
import { words as arabic } from './locales/ar.js';

/** The words of the head, and of a card that waits or has failed. */
export interface HeadWords extends DateWords {
  /** Between a label and what it labels; French puts a space before it. */
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
  readonly original: string;
  /** Before {@link HeadWords.original} where only a part of the story is free to read. */
  readonly forSubscribers: string;
  /** In place of a body that could not be cleaned or drawn. */
  readonly bodyFailed: string;
  /** In brackets, behind the name of a link. */
  readonly opensInNewWindow: string;
  readonly loading: string;
  /** The button of a story that is not loaded before the reader presses it. */
  readonly show: string;
  /** @param site host that the story is loaded from */
  readonly loadsFrom: (site: string) => string;
  /** While a device that is offline has nothing to load from. */
  readonly offline: string;
  readonly retry: string;
  readonly failed: string;
  readonly failure: Readonly<Record<ArticleErrorCode, string>>;
}

export interface BodyWords {
  readonly more: string;
  readonly less: string;
  /** The name of an embed that has no name of its own. */
  readonly embedded: string;
  /** The name of a table that has no caption. */
  readonly table: string;
  /** The name of a box of code. */
  readonly code: string;
}

export interface FootWords {
  readonly source: string;
  readonly shortLink: string;
  readonly copy: string;
  readonly copied: string;
  /** The selected address stands beside this sentence. */
  readonly copyFailed: string;
  readonly share: string;
  /** @param name of a network */
  readonly shareOn: (name: string) => string;
  readonly shareByEmail: string;
  /** Opens the share sheet of the reader's device. */
  readonly shareByDevice: string;
  readonly follow: string;
  /** @param name of a network, or a host */
  readonly followOn: (name: string) => string;
  readonly related: string;
}

export interface ToolsWords {
  /** The name of the row of tools. */
  readonly tools: string;
  /** Stands on the buttons for the size of text, small and large. */
  readonly letter: string;
  readonly smaller: string;
  readonly larger: string;
  /** @param step in digits, as is the number of all steps */
  readonly textSize: (step: string, steps: string) => string;
  readonly listen: string;
  readonly pause: string;
  readonly previous: string;
  readonly next: string;
  readonly speed: string;
  /** Spoken before the description of a picture. */
  readonly spokenPicture: string;
}

/** For the foot and the body. */
export interface NetworkNames {
  readonly networks: Readonly<Record<Network, string>>;
}

/** All the card says in one language. A missing word is a type error. */
export interface Words extends HeadWords, BodyWords, FootWords, ToolsWords, NetworkNames {}

/**
 * Words as they are loaded. In Arabic, the words of the body, the foot and the tools come with those parts: see `bodyWords()`,
 * `footWords()` and `toolsWords()`.
 */
export type LoadedWords = HeadWords & Partial<Words>;

/** Languages that are loaded when they are needed: each is a file, and a chunk, of its own. */
export const LOADED_LANGUAGES = ['en', 'fa', 'ur', 'he', 'ps', 'ckb', 'tr', 'fr'] as const;
export type LoadedLanguage = (typeof LOADED_LANGUAGES)[number];

const loaded = new Map<string, LoadedWords>([['ar', arabic]]);

/**
 * The words for a language tag: English for a language that the card does not speak. While they are missing, those of
 * another language stand in: English, else Arabic.
 */
export function wordsFor(tag: string): LoadedWords {
  return loaded.get(languageOfWords(tag)) ?? loaded.get('en') ?? arabic;
}

/** The language to load before the card can say anything in the language of a tag. */
export function missingWords(tag: string): LoadedLanguage | undefined {
  const language = languageOfWords(tag);
  return loaded.has(language) ? undefined : (language as LoadedLanguage);
}

/** Makes the words of a language known to all cards. */
export function addWords(words: Words): Words {
  loaded.set(words.language, words);
  return words;
}

function languageOfWords(tag: string): string {
  const { language = '', script } = likelyLocale(tag);
  // Sorani is Kurdish in Arabic letters. Many sites tag it as Kurdish; CLDR has both, apart.
  if (language === 'ku' && script === 'Arab') return 'ckb';
  return ['ar', ...LOADED_LANGUAGES].includes(language) ? language : 'en';
}
