import { html, nothing } from 'lit';
import { contained } from '../article/bidi.js';
import { formatDate } from '../language/dates.js';
import { footWords } from '../language/foot-words.js';
import type { Section } from '../card/context.js';
import { heading, levelBelow, NEW_WINDOW, say, section } from '../card/templates.js';

const RELATED = 'related';

/** Other stories of the publisher. Their language is not known, so each takes the direction of its own letters. */
export const related: Section = ({ related }, context) => {
  const { words, dates, headingLevel, showRelated } = context;
  if (!showRelated || related.length === 0) return nothing;
  return section(
    context,
    [related, dates, headingLevel],
    () =>
      html`<div class="related" part="related">
        ${heading(levelBelow(headingLevel), RELATED, undefined, say(context, footWords(words).related))}
        <ul role="list" aria-labelledby=${RELATED}>
          ${related.map(
            ({ url, headline, picture, published }) =>
              html`<li>
                <a href=${url} target="_blank" rel="noopener" aria-describedby=${NEW_WINDOW} part="related-link">
                  <span class="words">
                    <span class="title" dir="auto">${contained(headline)}</span>${' '}
                    ${
                      published &&
                      html`<time datetime=${published.iso}
                        >${say(context, formatDate(published, words, dates).date)}</time
                      >`
                    }
                  </span>
                  ${
                    picture &&
                    html`<img
                      src=${picture}
                      alt=""
                      width="72"
                      height="54"
                      loading="lazy"
                      decoding="async"
                      referrerpolicy="strict-origin-when-cross-origin"
                    />`
                  }
                </a>
              </li>`,
          )}
        </ul>
      </div>`,
  );
};
