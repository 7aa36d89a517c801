import { html, nothing, type TemplateResult } from 'lit';
import type { View, Voice } from '../context.js';

export interface Waiting {
  /** There is something to wait for. */
  readonly loading: boolean;
  readonly isOffline: boolean;
  readonly hasFallback: boolean;
  readonly view: View;
}

/** A card without its article: the page's own fallback where there is one, else the shape of what is to come. */
export function waiting(
  voice: Voice,
  { loading, isOffline, hasFallback, view }: Waiting,
  fallback: TemplateResult,
): TemplateResult {
  const skeleton = loading && !hasFallback;
  const whole = view !== 'teaser';
  return html`<article
    class="card waiting"
    part="card"
    lang=${voice.language}
    dir=${voice.direction}
    aria-busy=${loading && !isOffline}
    aria-label=${skeleton ? voice.words.loading : nothing}
  >
    ${fallback}
    <p class="note" role="status">${isOffline ? voice.words.offline : nothing}</p>
    ${
      skeleton
        ? html`<div class=${isOffline ? `skeleton ${view} still` : `skeleton ${view}`} aria-hidden="true">
            <span class="byline"></span><span class="title"></span><span class="title short"></span>
            ${whole ? html`<span class="tiny"></span><span></span><span></span><span class="short"></span>` : nothing}
            <span class="dates"></span><span class="frame"></span>
            ${view === 'article' ? html`<span class="lines"></span>` : nothing}
            ${
              whole
                ? html`<span class="bar tiny"></span><span class="bar"></span><span class="bar short"></span
                    ><span class="bar"></span><span class="bar short"></span>`
                : html`<span class="bar"></span><span class="bar short"></span>`
            }
          </div>`
        : nothing
    }
  </article>`;
}
