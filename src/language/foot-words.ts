import { words as arabic } from './locales/ar-foot.js';
import { words as networks } from './locales/ar-networks.js';
import type { FootWords, HeadWords, LoadedWords, NetworkNames } from './words.js';

/** The words of a card with those of its foot. Arabic is the only language that is not loaded as a whole. */
export function footWords(words: LoadedWords): HeadWords & FootWords & NetworkNames {
  return { ...arabic, ...networks, ...words };
}
