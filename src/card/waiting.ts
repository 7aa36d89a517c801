import { html, nothing, type TemplateResult } from 'lit';
import { direction as directionOf } from '../language/direction.js';
import type { View, Voice } from '../drawing/context.js';
import { section } from '../drawing/section.js';
import { element } from '../drawing/element.js';

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
  readonly missingLanguage: string | undefined;
  /** Host of the site that is asked for the article once the reader presses a button. */
  readonly site: string | undefined;
}

/**
 * A card without its article: the page's own fallback, else a skeleton. A card far from the viewport keeps only the room, so
 * that hundreds of cards cost a page little.
 */
export function waitingCard(
  voice: Voice,
  { view, isExpected, isLoading, isOffline, missingLanguage, site }: Waiting,
  fallback: Fallback,
): TemplateResult {
  const skeleton = isExpected && !fallback.isThere && !site;
  const words = missingLanguage ? undefined : voice.words;
  const language = missingLanguage ?? voice.language;
  const direction = directionOf(language);
  return html`<article
    class="card waiting ${direction}"
    part="card"
    lang=${language}
    dir=${fallback.isThere ? nothing : direction}
    aria-busy=${isExpected && !isOffline && !site}
    aria-label=${skeleton && words ? words.loading : nothing}
  >
    ${fallback.content}${
      isLoading
        ? html`<p class="note" role="status" dir=${direction}>${isOffline && words ? words.offline : nothing}</p>`
        : nothing
    }${
      site && words
        ? html`<div class="ask" dir=${direction}>
            <p class="note">${words.loadsFrom(site)}</p>
            ${' '}
            <button type="button" part="load" data-action="load">${words.show}</button>
          </div>`
        : nothing
    }${
      skeleton
        ? html`<div
            class=${isLoading && !isOffline ? 'skeleton' : 'skeleton still'}
            data-for=${view}
            dir=${direction}
            aria-hidden="true"
          >
            ${isLoading ? shape(voice, view) : nothing}
          </div>`
        : nothing
    }
  </article>`;
}

function shape(voice: Voice, view: View): unknown {
  const head = ['byline', 'title', 'title short'];
  const rows =
    view === 'teaser'
      ? ['frame', 'byline', 'title', 'title short', 'tiny', 'short']
      : [
          ...head,
          'tiny',
          '',
          '',
          'short',
          'dates',
          'frame',
          ...(view === 'article' ? ['lines'] : []),
          'bar tiny',
          'bar',
          'bar short',
          'bar',
          'bar short',
        ];
  return section(voice, [view], () => rows.map((name) => element('span', { class: name })));
}
