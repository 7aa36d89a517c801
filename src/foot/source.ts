import { html, nothing } from 'lit';
import { footWords } from '../language/foot-words.js';
import type { Section } from '../card/context.js';
import { linkedName, say, section } from '../card/templates.js';

/** «المصدر: العمانية + Reuters»: each name isolated, so that a Latin one does not turn the order of the others. */
export const source: Section = ({ source }, context) =>
  source.length === 0
    ? nothing
    : section(
        context,
        [source],
        () =>
          html`<p class="source" part="source">
            <b>${say(context, footWords(context.words).source + context.words.colon)}</b>${' '}
            ${source.map((from, index) => [index === 0 ? nothing : ' + ', linkedName(from.url, from.name)])}
          </p>`,
      );
