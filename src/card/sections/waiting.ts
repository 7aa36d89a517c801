import { html, nothing, type TemplateResult } from 'lit';
import type { Voice } from '../context.js';

/** A card without its article: the page's own fallback where there is one, else the shape of what is to come. */
export function waiting(
  voice: Voice,
  loading: boolean,
  hasFallback: boolean,
  fallback: TemplateResult,
): TemplateResult {
  const skeleton = loading && !hasFallback;
  return html`<article
    class="card waiting"
    part="card"
    lang=${voice.language}
    dir=${voice.direction}
    aria-busy=${loading}
    aria-label=${skeleton ? voice.words.loading : nothing}
  >
    ${
      skeleton
        ? html`<div class="skeleton" aria-hidden="true">
            <span class="byline"></span><span class="title"></span><span class="title short"></span
            ><span class="tiny"></span><span></span><span class="short"></span><span class="dates"></span
            ><span class="frame"></span>
          </div>`
        : nothing
    }
    ${fallback}
  </article>`;
}
