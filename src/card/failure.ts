import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleError, ArticleErrorCode } from '../article/article-error.js';
import type { Voice } from '../drawing/context.js';
import { icon } from '../drawing/icon.js';
import { original } from '../drawing/original.js';
import { section } from '../drawing/section.js';
import type { Fallback } from './waiting.js';

const ALERT_CIRCLE = 'M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0 M12 8v4 M12 16h.01';
const REFRESH = 'M20 11a8.1 8.1 0 0 0 -15.5 -2m-.5 -4v4h4 M4 13a8.1 8.1 0 0 0 15.5 2m.5 4v-4h-4';

/** Failures that a retry can mend. */
const worthRetrying: readonly ArticleErrorCode[] = ['network', 'timeout', 'http', 'not-json'];

/**
 * Why there is no article, what can be done, and the page's own fallback.
 * @param progress of another attempt
 */
export function failedCard(
  voice: Voice,
  { code, url }: ArticleError,
  progress: 'loading' | 'offline' | undefined,
  fallback: Fallback,
): TemplateResult {
  const { words, language, direction } = voice;
  const mark = section(voice, [], () => icon(ALERT_CIRCLE));
  const again = section(voice, [], () => [words.retry, icon(REFRESH)]);
  return html`<article
    class="card failed ${direction}"
    part="card"
    lang=${language}
    dir=${fallback.isThere ? nothing : direction}
    aria-busy=${progress === 'loading'}
    aria-label=${words.failed}
  >
    ${fallback.content}
    <div class="failure" part="failure" dir=${direction}>
      ${mark}
      <div role="alert">
        <p class="title">${words.failed}</p>
        ${' '}
        <p>${progress ? words[progress] : words.failure[code]}</p>
      </div>
      ${original(url, voice)}${
        worthRetrying.includes(code)
          ? html`<button type="button" part="retry" data-action="retry" aria-disabled=${progress !== undefined}>
              ${again}
            </button>`
          : nothing
      }
    </div>
  </article>`;
}
