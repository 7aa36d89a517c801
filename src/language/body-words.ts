import { words as arabic } from './locales/ar-body.js';
import { words as networks } from './locales/ar-networks.js';
import type { BodyWords, HeadWords, LoadedWords, NetworkNames } from './words.js';

/** The words of a card with those of its body. Arabic is the only language that is not loaded as a whole. */
export function bodyWords(words: LoadedWords): HeadWords & BodyWords & NetworkNames {
  return { ...arabic, ...networks, ...words };
}
