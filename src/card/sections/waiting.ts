import { html, nothing, type TemplateResult } from 'lit';
import type { Voice } from '../context.js';

export interface Waiting {
  /** There is something to wait for. */
  readonly loading: boolean;
  readonly isOffline: boolean;
  readonly hasFallback: boolean;
}

/** A card without its article: the page's own fallback where there is one, else the shape of what is to come. */
export function waiting(
  voice: Voice,
  { loading, isOffline, hasFallback }: Waiting,
  fallback: TemplateResult,
): TemplateResult {
  const skeleton = loading && !hasFallback;
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
        ? html`<div class=${isOffline ? 'skeleton still' : 'skeleton'} aria-hidden="true">
            <span class="byline"></span><span class="title"></span><span class="title short"></span
            ><span class="tiny"></span><span></span><span class="short"></span><span class="dates"></span
            ><span class="frame"></span>
          </div>`
        : nothing
    }
  </article>`;
}
