import { html, nothing } from 'lit';
import type { Section } from '../drawing/context.js';
import { element } from '../drawing/element.js';
import { levelBelow } from '../drawing/level-below.js';
import { lines } from '../drawing/lines.js';
import { inNewWindow, isolated, NEW_WINDOW, say } from '../drawing/phrases.js';
import { section } from '../drawing/section.js';
import { formatDate } from '../language/dates.js';
import { footWords } from '../language/foot-words.js';

const RELATED = 'related';

/** Letters of the Latin script, and no others. */
const LATIN = /^\P{L}*(?:(?=\p{L})\p{sc=Latn}\P{L}*)+$/u;

/** Other stories of the publisher. As articles are, titles in Latin letters beside an article from right to left are taken as English. */
export const related: Section = ({ related }, context) => {
  const { dates, direction, headingLevel, showRelated, lateRelated } = context;
  const words = footWords(context.words);
  const isThere = related.length > 0;
  if (!showRelated || !(isThere || lateRelated)) return nothing;
  const stories = () => {
    // On some of the rows alone, pictures would leave holes in the others.
    const isPictured = related.every(({ picture }) => picture);
    const rows = related.map(({ url, headline, picture, published }) =>
      element(
        'li',
        {},
        element(
          'a',
          { href: url, ...inNewWindow, 'aria-describedby': NEW_WINDOW, part: 'related-link' },
          element(
            'span',
            { class: 'words' },
            element(
              'span',
              { class: 'title', lang: direction === 'rtl' && LATIN.test(headline) ? 'en' : undefined },
              isolated(headline, context),
            ),
            ' ',
            published &&
              element('time', { datetime: published.iso }, say(context, formatDate(published, words, dates).date)),
          ),
          isPictured &&
            element('img', {
              // Before the address: the download begins when that is set.
              referrerpolicy: 'strict-origin-when-cross-origin',
              loading: 'lazy',
              decoding: 'async',
              src: picture,
              alt: '',
              width: 84,
              height: 63,
            }),
        ),
      ),
    );
    return [
      element(`h${levelBelow(headingLevel)}`, { id: RELATED }, say(context, words.related)),
      element('ul', { role: 'list', 'aria-labelledby': RELATED }, rows),
    ];
  };
  return html`<div class=${lateRelated ? 'related late' : 'related'} part=${isThere ? 'related' : nothing}>
    ${isThere ? section(context, [related, dates, headingLevel], stories) : section(undefined, [lateRelated], () => lateRelated === 'awaited' && lines())}
  </div>`;
};
