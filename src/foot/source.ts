import { nothing } from 'lit';
import type { Section } from '../drawing/context.js';
import { element } from '../drawing/element.js';
import { link, name, say } from '../drawing/phrases.js';
import { section } from '../drawing/section.js';
import { footWords } from '../language/foot-words.js';

/** «المصدر: العمانية + Reuters»: each name isolated, so that a Latin one does not turn the order of the others. */
export const source: Section = ({ source }, context) =>
  source.length === 0
    ? nothing
    : section(context, [source], () =>
        element(
          'p',
          { class: 'source', part: 'source' },
          element('b', {}, say(context, footWords(context.words).source + context.words.colon)),
          ' ',
          source.map((from, index) => [index > 0 && ' + ', link(from.url, name(from.name))]),
        ),
      );
