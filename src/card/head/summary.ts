import { html, nothing } from 'lit';
import type { Section } from '../context.js';
import { say, section, sentence } from '../templates.js';

export const summary: Section = ({ summary }, context) =>
  summary
    ? section(
        context,
        [summary],
        () =>
          html`<div class="summary" part="summary">
            <p class="label">${say(context, context.words.summary)}</p>
            ${' '}
            <p>${sentence(summary, context)}</p>
          </div>`,
      )
    : nothing;
