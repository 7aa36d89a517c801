import { html, nothing, type TemplateResult } from 'lit';
import { direction as directionOf } from '../language/direction.js';
import type { View, Voice } from './context.js';

/** The page's own words for the time without an article. Beside them no box has a direction but their page's. */
export interface Fallback {
  readonly isThere: boolean;
  readonly content: TemplateResult;
}

export interface Waiting {
  readonly view: View;
  /** There is something to wait for. */
  readonly isExpected: boolean;
  /** It is on its way. */
  readonly isLoading: boolean;
  readonly isOffline: boolean;
  /** The language of the card's own words, while they are missing. */
  readonly silentIn: string | undefined;
}

/**
 * A card without its article: the page's own fallback where there is one, else the shape of what is to come. A card that
 * nobody is near keeps the room alone, so that hundreds of them cost a page little.
 */
export function waiting(
  voice: Voice,
  { view, isExpected, isLoading, isOffline, silentIn }: Waiting,
  fallback: Fallback,
): TemplateResult {
  const skeleton = isExpected && !fallback.isThere;
  const words = silentIn ? undefined : voice.words;
  const language = silentIn ?? voice.language;
  const direction = directionOf(language);
  return html`<article
    class="card waiting ${direction}"
    part="card"
    lang=${language}
    dir=${fallback.isThere ? nothing : direction}
    aria-busy=${isExpected && !isOffline}
    aria-label=${skeleton && words ? words.loading : nothing}
  >
    ${fallback.content}
    ${isLoading ? html`<p class="note" role="status" dir=${direction}>${isOffline && words ? words.offline : nothing}</p>` : nothing}
    ${
      skeleton
        ? html`<div
            class=${isLoading && !isOffline ? 'skeleton' : 'skeleton still'}
            data-for=${view}
            dir=${direction}
            aria-hidden="true"
          >
            ${isLoading ? shape(view) : nothing}
          </div>`
        : nothing
    }
  </article>`;
}

function shape(view: View): TemplateResult {
  const whole = view !== 'teaser';
  return html`<span class="byline"></span><span class="title"></span><span class="title short"></span>
    ${whole ? html`<span class="tiny"></span><span></span><span></span><span class="short"></span>` : nothing}
    <span class="dates"></span
    ><span class="frame"></span> ${view === 'article' ? html`<span class="lines"></span>` : nothing}
    ${
      whole
        ? html`<span class="bar tiny"></span><span class="bar"></span><span class="bar short"></span
            ><span class="bar"></span><span class="bar short"></span>`
        : html`<span class="bar"></span><span class="bar short"></span>`
    }`;
}
