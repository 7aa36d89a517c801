/** A voice that nobody hears: it stands in for `speechSynthesis`, with the order of events of the real ones. */
import { replace } from './card.js';

export interface Voice {
  lang: string;
  localService?: boolean;
  default?: boolean;
  name?: string;
}

/** Real ones take no voice that is not the browser's. */
class Utterance extends EventTarget {
  voice: Voice | null = null;
  lang = '';
  rate = 1;
  onend: ((event: Event) => unknown) | null = null;
  onerror: ((event: Event) => unknown) | null = null;

  constructor(readonly text: string) {
    super();
  }

  tell(type: 'start' | 'end' | 'error', details: object = {}): void {
    const event = Object.assign(new Event(type), details);
    if (type === 'end') this.onend?.(event);
    if (type === 'error') this.onerror?.(event);
    this.dispatchEvent(event);
  }
}

export type Manner =
  /** What is cancelled says `error`, a moment later. */
  | 'chromium'
  /** What is cancelled says `end`, a moment later, and what was to be spoken meanwhile is lost without a word. */
  | 'safari';

export class Speech extends EventTarget {
  /** All that was begun, in order. */
  readonly utterances: Utterance[] = [];
  paused = false;
  #voices: readonly Voice[];
  readonly #manner: Manner;
  #queue: Utterance[] = [];
  #current: Utterance | undefined;

  constructor(voices: readonly Voice[], manner: Manner) {
    super();
    this.#voices = voices;
    this.#manner = manner;
  }

  /** What is being heard. */
  get heard(): string | undefined {
    return this.paused ? undefined : this.#current?.text;
  }

  get texts(): string[] {
    return this.utterances.map(({ text }) => text);
  }

  get speaking(): boolean {
    return this.#current !== undefined;
  }

  get pending(): boolean {
    return this.#queue.some((utterance) => utterance !== this.#current);
  }

  getVoices(): readonly Voice[] {
    return this.#voices.map((voice) => ({ localService: true, default: false, name: '', ...voice }));
  }

  /** The system's voices come, or change. */
  bring(voices: readonly Voice[]): void {
    this.#voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }

  speak(utterance: Utterance): void {
    this.#queue.push(utterance);
    if (this.#queue.length === 1) this.#start(utterance);
  }

  cancel(): void {
    const current = this.#current;
    const waiting = this.#queue.filter((utterance) => utterance !== current);
    this.#queue = [];
    if (this.#manner === 'safari') {
      if (!current) return;
      setTimeout(() => {
        this.#queue = [];
        this.#current = undefined;
        current.tell('end');
      });
      return;
    }
    this.#current = undefined;
    setTimeout(() => {
      current?.tell('error', { error: 'interrupted' });
      for (const utterance of waiting) utterance.tell('error', { error: 'canceled' });
    });
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }

  /** The sentence has been spoken. */
  async finish(): Promise<void> {
    this.#complete(this.#current!);
    await soon();
  }

  /** The engine fails. */
  async fail(error: string): Promise<void> {
    const current = this.#current!;
    this.#queue = [];
    this.#current = undefined;
    current.tell('error', { error });
    await soon();
  }

  #start(utterance: Utterance): void {
    this.#current = utterance;
    this.utterances.push(utterance);
    setTimeout(() => utterance.tell('start'));
  }

  #complete(utterance: Utterance): void {
    this.#current = undefined;
    if (this.#manner === 'chromium') this.#queue.shift();
    utterance.tell('end');
    // Whatever is the first by now.
    if (this.#manner === 'safari') this.#queue.shift();
    const [next] = this.#queue;
    if (next && next !== this.#current) this.#start(next);
  }
}

/** Long enough for what the card leaves a moment for. */
export const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 150));

/** Until the test has ended. */
export function speechWith(voices: readonly Voice[] = [{ lang: 'ar-SA' }], manner: Manner = 'chromium'): Speech {
  const speech = new Speech(voices, manner);
  replace(window, 'speechSynthesis', speech);
  replace(window, 'SpeechSynthesisUtterance', Utterance);
  return speech;
}
