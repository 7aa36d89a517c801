import { html, nothing } from 'lit';
import type { CardContext, Section } from '../drawing/context.js';
import { guard } from 'lit/directives/guard.js';
import { element } from '../drawing/element.js';
import { icon } from '../drawing/icon.js';
import { lines } from '../drawing/lines.js';
import { HEADLINE, note, say } from '../drawing/phrases.js';
import { bodyWords } from '../language/body-words.js';
import { section } from '../drawing/section.js';
import { excerpt } from './excerpt.js';

const BODY = 'body';
const MORE = 'more';
const LESS = 'less';
const CHEVRON_DOWN = 'M6 9l6 6l6 -6';
const CHEVRON_UP = 'M6 15l6 -6l6 6';

/**
 * The body, and the button that discloses it (ARIA Authoring Practices, "Disclosure"). The button stands before the
 * body, so that Tab, and reading on, lead from it to the text that it has opened.
 */
export const disclosure: Section = ({ headline }, context) => {
  const { open, body, view, hasExcerpt } = context;
  const words = bodyWords(context.words);
  const label = section(context, [open], () => [
    say(context, open ? words.less : words.more),
    icon(open ? CHEVRON_UP : CHEVRON_DOWN),
  ]);
  const content =
    body.status === 'ready'
      ? body.element
      : section(context, [body.status], () => (body.status === 'failed' ? note(context, words.bodyFailed) : lines()));
  return html`<div class="main">
    ${hasExcerpt && body.status === 'ready' ? guard([body.element], () => beginning(body.element)) : nothing}
    ${
      view === 'summary'
        ? html`<div class="more">
            <button
              type="button"
              part="more"
              id=${MORE}
              data-action="toggle"
              aria-expanded=${open}
              aria-controls=${BODY}
              aria-labelledby=${headline ? `${MORE} ${HEADLINE}` : MORE}
            >
              ${label}
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
    >
      ${content}
    </div>
    ${view === 'summary' && open && body.status === 'ready' ? end(context, headline !== undefined) : nothing}
  </div>`;
};

function beginning(body: Element): unknown {
  const paragraphs = excerpt(body);
  return paragraphs.length > 0 ? html`<div class="body excerpt" part="excerpt">${paragraphs}</div>` : nothing;
}

/** The same word where the body ends: it closes the body, and takes the reader back to where the card begins. */
function end(context: CardContext, hasHeadline: boolean): unknown {
  const less = say(context, bodyWords(context.words).less);
  return section(context, [hasHeadline], () =>
    element(
      'div',
      { class: 'more end' },
      element(
        'button',
        {
          type: 'button',
          part: 'less',
          id: LESS,
          'data-action': 'less',
          'aria-labelledby': hasHeadline ? `${LESS} ${HEADLINE}` : undefined,
        },
        less,
        icon(CHEVRON_UP),
      ),
    ),
  );
}
