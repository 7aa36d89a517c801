import { html, nothing } from 'lit';
import type { Section } from '../context.js';
import { linked, name, say } from '../templates.js';

/** «المصدر: العمانية + Reuters»: each name isolated, so that a Latin one does not turn the order of the others. */
export const source: Section = ({ source }, context) =>
  source.length === 0
    ? nothing
    : html`<p class="source" part="source">
        <b>${say(context, context.words.source + context.words.colon)}</b>
        ${source.map((from, index) => [index === 0 ? nothing : ' + ', linked(from.url, name(from.name))])}
      </p>`;
