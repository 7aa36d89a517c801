import type { Sentence } from './sentences.js';
import { localVoice } from './voices.js';

export type ListenState = 'playing' | 'paused' | 'stopped';

/** Of the sentence that is read, as in tools.css. Names are the whole document's. */
const HIGHLIGHT = 'khabar-sentence';
/** Milliseconds. */
const MOMENT = 100;

/** Stops the one that is read on this page: it has one voice. */
let stopCurrent = () => {};

/**
 * Reads sentences aloud, one utterance each. `pause()` of the browser is not used: on Android it ends the utterance, and in
 * Safari nothing is spoken after a `cancel()` of what is paused. To pause is to cancel, and to begin the sentence again later.
 */
export class Listening {
  state: ListenState = 'stopped';
  speed = 1;
  /** None until the reader has asked for the voice. */
  sentences: readonly Sentence[] = [];
  #place = 0;

  readonly #read: () => readonly Sentence[];
  readonly #onState: (state: ListenState) => void;
  /** Kept, as Chromium and Firefox collect an utterance that nothing refers to, and its `end` with it. */
  #utterance: SpeechSynthesisUtterance | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch = new AbortController();

  /** @param read answers what there is to read; called when it is needed */
  constructor(read: () => readonly Sentence[], onState: (state: ListenState) => void) {
    this.#read = read;
    this.#onState = onState;
  }

  toggle(): void {
    this.#go(0, this.state === 'playing' ? 'paused' : 'playing');
  }

  /** To the next sentence, or to the one before. */
  skip(by: number): void {
    this.#go(by, this.state === 'playing' ? 'playing' : 'paused');
  }

  changeSpeed(): void {
    this.speed = this.speed === 1 ? 1.5 : this.speed > 1 ? 0.75 : 1;
    if (this.state === 'playing') this.#go(0, 'playing');
  }

  /** The place is kept. */
  readonly stop = (): void => {
    if (this.state === 'stopped') return;
    this.#silence();
    this.#watch.abort();
    this.#become('stopped');
  };

  /** For another text. */
  forget(): void {
    this.#finish();
    this.sentences = [];
  }

  #finish(): void {
    this.stop();
    this.#place = 0;
  }

  #go(by: number, state: ListenState): void {
    if (this.sentences.length === 0) this.sentences = this.#read();
    this.#place = Math.max(0, this.#place + by);
    const sentence = this.sentences[this.#place];
    if (!sentence) return this.#finish();
    if (this.state === 'stopped') {
      stopCurrent();
      stopCurrent = this.stop;
      this.#watch = new AbortController();
      const { signal } = this.#watch;
      // A page that is hidden, or kept for its reader's return, would go on speaking.
      for (const type of ['visibilitychange', 'pagehide']) window.addEventListener(type, this.stop, { signal });
    }
    const isSpeaking = speechSynthesis.speaking || speechSynthesis.pending;
    this.#silence();
    mark(sentence);
    this.#become(state);
    if (state === 'paused') return;
    // Safari ends what is cancelled, or has just ended, a moment later, and with it what was to be spoken next.
    if (isSpeaking) this.#timer = setTimeout(() => this.#speak(sentence), MOMENT);
    else this.#speak(sentence);
  }

  #speak({ text, language }: Sentence): void {
    const voice = localVoice(language);
    // Without one, the browser would choose, and not always a local one.
    if (!voice) return this.stop();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = this.speed;
    // A cancelled utterance is no longer the card's: it says `error`, in Safari `end`.
    utterance.onend = () => utterance === this.#utterance && this.#go(1, 'playing');
    utterance.onerror = () => utterance === this.#utterance && this.stop();
    this.#utterance = utterance;
    // It belongs to the whole page: where something else has paused it, nothing would be heard.
    speechSynthesis.resume();
    speechSynthesis.speak(utterance);
  }

  #silence(): void {
    clearTimeout(this.#timer);
    this.#utterance = undefined;
    speechSynthesis.cancel();
    mark();
  }

  #become(state: ListenState): void {
    if (this.state === state) return;
    this.state = state;
    this.#onState(state);
  }
}

/** Marks where the voice is, without a change of the document. */
function mark({ place }: Partial<Sentence> = {}): void {
  try {
    CSS.highlights.delete(HIGHLIGHT);
    if (!place) return;
    const range = new Range();
    range.setStart(place[0], place[1]);
    range.setEnd(place[2], place[3]);
    CSS.highlights.set(HIGHLIGHT, new Highlight(range));
  } catch {
    // The browser has no highlights, or the text has become shorter.
  }
}
