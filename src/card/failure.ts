import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleError, ArticleErrorCode } from '../article/article-error.js';
import type { Voice } from './context.js';
import type { Fallback } from './waiting.js';
import { icon } from './templates.js';
import { original } from './original.js';

/** Where asking again can end otherwise. */
const worthRetrying: readonly ArticleErrorCode[] = ['network', 'timeout', 'http', 'not-json'];

/** Why there is no article, what can be done, and the page's own fallback. */
export function failure(
  voice: Voice,
  error: ArticleError,
  /** What is being done about it. */
  progress: 'loading' | 'offline' | undefined,
  onRetry: () => void,
  fallback: Fallback,
): TemplateResult {
  const { words, language, direction } = voice;
  const busy = progress !== undefined;
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
      ${icon('failure')}
      <div role="alert">
        <p class="title">${words.failed}</p>
        ${' '}
        <p>${progress ? words[progress] : words.failure[error.code]}</p>
      </div>
      ${original(error.url, voice)}
      ${
        worthRetrying.includes(error.code)
          ? html`<button type="button" part="retry" aria-disabled=${busy} @click=${onRetry}>
              ${words.retry}${icon('retry')}
            </button>`
          : nothing
      }
    </div>
  </article>`;
}
