import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { CardContext } from '../drawing/context.js';
import { element, type Content } from '../drawing/element.js';
import { icon } from '../drawing/icon.js';
import { HEADLINE, say, visuallyHidden } from '../drawing/phrases.js';
import { section } from '../drawing/section.js';
import { numberingSystem } from '../language/dates.js';
import { formatter } from '../language/formatters.js';
import { toolsWords } from '../language/tools-words.js';
import { icons } from './icons.js';
import { Listening, type ListenState } from './listening.js';
import { sentencesOf } from './sentences.js';
import type { TextSize } from './text-size.js';
import { localVoice } from './voices.js';

/** The tools for readers of an open body. They are there as long as each drawing asks for their row. */
export class ToolsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #textSize: TextSize;
  readonly #listening: Listening;
  /** The step that was chosen in this card, and is said there. */
  #said = 0;
  /** `undefined` where the last drawing has no row. */
  #context: CardContext | undefined;
  /** The body that is read. */
  #body: HTMLElement | undefined;
  /** Chromium and Firefox ask the system for its voices when they are first asked, and have them later. */
  readonly #update = () => this.#host.requestUpdate();

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    textSize: TextSize,
    onListen: (state: ListenState) => void,
  ) {
    this.#host = host;
    this.#textSize = textSize;
    this.#listening = new Listening(
      () => sentencesOf(host.renderRoot.querySelectorAll(`#${HEADLINE},.summary,.body`), this.#context!),
      (state) => {
        host.requestUpdate();
        onListen(state);
      },
    );
    host.addController(this);
  }

  hostConnected(): void {
    window.speechSynthesis?.addEventListener('voiceschanged', this.#update);
  }

  hostDisconnected(): void {
    window.speechSynthesis?.removeEventListener('voiceschanged', this.#update);
    this.#listening.stop();
    this.#said = 0;
  }

  hostUpdate(): void {
    this.#context = undefined;
  }

  hostUpdated(): void {
    if (!this.#context) return this.#listening.stop();
    const body = bodyOf(this.#context);
    if (body !== this.#body) this.#listening.forget();
    this.#body = body;
  }

  /** Does what a button of the row says. Answers whether the action is one of these. */
  press(action: string): boolean {
    const listening = this.#listening;
    if (action === 'smaller') this.#changeTextSize(-1);
    else if (action === 'larger') this.#changeTextSize(1);
    else if (action === 'listen') listening.toggle();
    else if (action === 'previous') listening.skip(-1);
    else if (action === 'next') listening.skip(1);
    else if (action === 'speed') listening.changeSpeed();
    else return false;
    this.#update();
    return true;
  }

  /** One quiet row. */
  row(context: CardContext): unknown {
    const { tools, language, words } = context;
    const canListen = tools.includes('listen') && bodyOf(context) && localVoice(language);
    const hasSizes = tools.includes('text-size');
    if (canListen) this.#context = context;
    return canListen || hasSizes
      ? html`<div
          class="tools"
          part="tools step-${this.#textSize.step}"
          role="group"
          aria-label=${toolsWords(words).tools}
        >
          ${canListen ? this.#voice(context) : nothing}${hasSizes ? this.#sizes(context) : nothing}
        </div>`
      : nothing;
  }

  #voice(context: CardContext): readonly unknown[] {
    const { state, speed, sentences } = this.#listening;
    const words = toolsWords(context.words);
    const isPlaying = state === 'playing';
    const hasBegun = sentences.length > 0;
    const skip = (action: 'previous' | 'next') =>
      button(context, action, [], () => icon(icons[action], say(context, words[action]), true));
    return [
      button(context, 'listen', [isPlaying, hasBegun], () => {
        const name = say(context, isPlaying ? words.pause : words.listen);
        return [icon(isPlaying ? icons.pause : icons.listen, hasBegun && name), !hasBegun && name];
      }),
      hasBegun
        ? [
            skip('previous'),
            skip('next'),
            button(context, 'speed', [speed, context.dates], () => [
              visuallyHidden(context, `${words.speed} `),
              element('bdi', { dir: 'ltr' }, `${digits(speed, context)}×`),
            ]),
          ]
        : nothing,
    ];
  }

  #sizes(context: CardContext): unknown {
    const { step, sizes } = this.#textSize;
    const words = toolsWords(context.words);
    const change = (action: 'smaller' | 'larger', last: number) =>
      button(
        context,
        action,
        [],
        () => [element('span', { 'aria-hidden': 'true' }, words.letter), visuallyHidden(context, words[action])],
        step === last,
      );
    const said = this.#said === step && words.textSize(digits(step, context), digits(sizes.length, context));
    return html`${change('smaller', 1)}${change('larger', sizes.length)}
      <p class="unseen" role="status">${section(context, [said], () => said && say(context, said))}</p>`;
  }

  /** Makes the text of all cards larger or smaller by a step, and keeps that for the visit. */
  #changeTextSize(by: number): void {
    const textSize = this.#textSize;
    const step = textSize.step + by;
    if (!textSize.sizes[step - 1]) return;
    textSize.step = this.#said = step;
    try {
      // A file, or a sandboxed frame, has no origin that the key could belong to.
      if (window.origin !== 'null') sessionStorage.setItem(textSize.key, String(step));
    } catch {
      // No storage, or a full one: the size is for this page alone.
    }
    for (const card of textSize.cards) card.requestUpdate();
  }
}

function bodyOf({ body }: CardContext): HTMLElement | undefined {
  return body.status === 'ready' ? body.element : undefined;
}

function button(
  context: CardContext,
  action: string,
  values: readonly unknown[],
  label: () => Content,
  isEnd?: boolean,
): unknown {
  return html`<button
    type="button"
    class="square"
    part=${action}
    data-action=${action}
    aria-disabled=${isEnd ? 'true' : nothing}
  >
    ${section(context, values, label)}
  </button>`;
}

/** In the digits of the card's dates. */
function digits(number: number, { words, dates }: CardContext): string {
  const numerals = { numberingSystem: numberingSystem(words, dates.numerals) };
  return formatter(Intl.NumberFormat, words.language, numerals).format(number);
}
