import { nothing } from 'lit';
import type { Section } from '../drawing/context.js';
import { element } from '../drawing/element.js';
import { isolated, link, say } from '../drawing/phrases.js';
import { section } from '../drawing/section.js';
import { footWords } from '../language/foot-words.js';

/** «المصدر: العمانية + Reuters». */
export const source: Section = ({ source }, context) =>
  source.length === 0
    ? nothing
    : section(context, [source], () =>
        element(
          'p',
          { class: 'source', part: 'source' },
          element('b', {}, say(context, footWords(context.words).source + context.words.colon)),
          ' ',
          source.map((from, index) => [index > 0 && ' + ', link(from.url, isolated(from.name, context))]),
        ),
      );
