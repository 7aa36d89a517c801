import { html, nothing } from 'lit';
import type { Section } from '../context.js';
import { say } from '../templates.js';

export const summary: Section = ({ summary }, context) =>
  summary
    ? html`<div class="summary" part="summary">
        <p class="label">${say(context, context.words.summary)}</p>
        <p><bdi dir=${context.direction}>${summary}</bdi></p>
      </div>`
    : nothing;
