import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { chunkLoader } from '../fetching/load-chunk.js';
import { loadWords } from '../language/load-words.js';
import { FURTHER_LANGUAGES, missingWords, addWords } from '../language/words.js';

/** Milliseconds for which a card that has its article waits for its words, so that nothing need be said twice. */
const PATIENCE = 3000;

const chunks = new Map(
  FURTHER_LANGUAGES.map((language) => [language, chunkLoader((failures) => loadWords(language, failures))]),
);

/** Gets the words of the languages that a card is to addWords, where it cannot addWords them yet. */
export class WordsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #wanted = new Map<string, Promise<void>>();
  #stay = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stay.abort();
    this.#stay = new AbortController();
    this.#wanted.clear();
  }

  /** Draws the card once more when the words are there. To be called before each drawing; the same answer costs nothing. */
  want(tag: string): void {
    void this.#get(tag);
  }

  /**
   * Settles when the words are there, or are late: they then come into a card that is drawn. Never rejects.
   * @returns nothing where they are there
   */
  ready(tag: string): Promise<void> | undefined {
    const words = this.#get(tag);
    return words && inTime(words);
  }

  /** @returns nothing where there is nothing to wait for */
  #get(tag: string): Promise<void> | undefined {
    const language = missingWords(tag);
    if (!language) return undefined;
    let words = this.#wanted.get(language);
    if (!words) {
      words = chunks.get(language)!({ signal: this.#stay.signal }).then(
        ({ words }) => {
          addWords(words);
          this.#host.requestUpdate();
        },
        // The card addWordss English then, which is better than nothing.
        () => undefined,
      );
      this.#wanted.set(language, words);
    }
    return words;
  }
}

async function inTime(words: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([words, new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE)))]);
  clearTimeout(timer);
}
