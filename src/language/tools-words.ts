import { words as head } from './locales/ar.js';
import { words as tools } from './locales/ar-tools.js';
import type { HeadWords, LoadedWords, ToolsWords, Words } from './words.js';

const arabic = { ...head, ...tools };

/** The words of a card with those of its tools. Arabic is the only language that is not loaded as a whole. */
export function toolsWords(words: LoadedWords): HeadWords & ToolsWords {
  return words === head ? arabic : (words as Words);
}
