import { words as head } from './locales/ar.js';
import { words as foot } from './locales/ar-foot.js';
import { words as networks } from './locales/ar-networks.js';
import type { FootWords, HeadWords, LoadedWords, NetworkNames, Words } from './words.js';

const arabic = { ...head, ...foot, ...networks };

/** The words of a card with those of its foot. Arabic is the only language that is not loaded as a whole. */
export function footWords(words: LoadedWords): HeadWords & FootWords & NetworkNames {
  return words === head ? arabic : (words as Words);
}
