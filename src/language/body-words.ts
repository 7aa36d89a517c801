import { words as head } from './locales/ar.js';
import { words as body } from './locales/ar-body.js';
import { words as networks } from './locales/ar-networks.js';
import type { BodyWords, HeadWords, LoadedWords, NetworkNames, Words } from './words.js';

const arabic = { ...head, ...body, ...networks };

/** The words of a card with those of its body. Arabic is the only language that is not loaded as a whole. */
export function bodyWords(words: LoadedWords): HeadWords & BodyWords & NetworkNames {
  return words === head ? arabic : (words as Words);
}
