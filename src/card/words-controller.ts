import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { part } from '../fetching/part.js';
import { loadWords } from '../language/load-words.js';
import { addWords, FURTHER_LANGUAGES, missingWords } from '../language/words.js';

/** Milliseconds. A card that has its article waits so long for its words; then it is drawn with others (`wordsFor()`). */
const PATIENCE = 3000;

const files = new Map(FURTHER_LANGUAGES.map((language) => [language, part(() => loadWords(language))]));

/** Loads the words of a card. */
export class WordsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #loading = new Map<string, Promise<void>>();
  #stay = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stay.abort();
    this.#stay = new AbortController();
    this.#loading.clear();
  }

  /**
   * Loads the words for a language tag, where they are missing, and then updates the card. Another call for the same
   * language costs nothing.
   * @returns `undefined` where no words are missing; else a promise that never rejects
   */
  want(tag: string): Promise<void> | undefined {
    const language = missingWords(tag);
    if (!language) return undefined;
    let loading = this.#loading.get(language);
    if (!loading) {
      loading = files
        .get(language)!
        .load({ signal: this.#stay.signal })
        .then(
          ({ words }) => {
            addWords(words);
            this.#host.requestUpdate();
          },
          () => undefined,
        );
      this.#loading.set(language, loading);
    }
    return loading;
  }

  /**
   * Settles when the words are loaded or lost, at the latest after {@link PATIENCE}. Late words come into the card that is
   * drawn. Never rejects.
   * @returns `undefined` where no words are missing
   */
  ready(tag: string): Promise<void> | undefined {
    const words = this.want(tag);
    return words && inTime(words);
  }
}

async function inTime(words: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([words, new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE)))]);
  clearTimeout(timer);
}
