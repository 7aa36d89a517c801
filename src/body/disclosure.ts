import { html, nothing } from 'lit';
import { bodyWords } from '../language/body-words.js';
import type { Section } from '../card/context.js';
import { HEADLINE, icon, say } from '../card/templates.js';

const BODY = 'body';
const MORE = 'more';

/**
 * The body, and the button that discloses it (ARIA Authoring Practices, "Disclosure"). The button stands before the
 * body, so that what comes next after pressing it, by Tab or by reading on, is the text that was opened.
 */
export const body: Section = (article, context) => {
  const { open, body, view } = context;
  if (body.status === 'none') return nothing;
  const words = bodyWords(context.words);
  return html`<div class="main">
    ${
      view === 'summary'
        ? html`<div class="more">
            <button
              type="button"
              part="more"
              id=${MORE}
              aria-expanded=${open}
              aria-controls=${BODY}
              aria-labelledby=${article.headline ? `${MORE} ${HEADLINE}` : MORE}
              @click=${context.onToggle}
            >
              ${say(context, open ? words.less : words.more)}${icon(open ? 'less' : 'more')}
            </button>
          </div>`
        : nothing
    }
    <div
      id=${BODY}
      class="body"
      part="body"
      aria-busy=${body.status === 'waiting'}
      hidden=${open ? nothing : 'until-found'}
      @beforematch=${context.onToggle}
    >
      ${body.status === 'ready' ? body.element : nothing}
      ${body.status === 'waiting' ? html`<div class="skeleton" aria-hidden="true"><span></span><span></span><span class="short"></span></div>` : nothing}
      ${body.status === 'failed' ? html`<p class="note">${say(context, words.bodyFailed)}</p>` : nothing}
    </div>
  </div>`;
};
