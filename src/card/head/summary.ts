import { nothing } from 'lit';
import type { Section } from '../../drawing/context.js';
import { element } from '../../drawing/element.js';
import { isolated, say } from '../../drawing/phrases.js';
import { section } from '../../drawing/section.js';

export const summary: Section = ({ summary }, context) =>
  summary
    ? section(context, [summary], () =>
        element(
          'div',
          { class: 'summary', part: 'summary' },
          element('p', { class: 'label' }, say(context, context.words.summary)),
          ' ',
          element('p', {}, isolated(summary, context)),
        ),
      )
    : nothing;
