import { html, nothing } from 'lit';
import type { Section } from '../context.js';
import { HEADLINE, heading, linked } from '../templates.js';

/** The section of the newspaper, and the headline: a link where the story is not all here. */
export const headline: Section = ({ headline, section, url }, { view, headingLevel, direction }) => [
  section ? html`<p class="section" part="section"><bdi>${section}</bdi></p>` : nothing,
  headline
    ? heading(
        headingLevel,
        HEADLINE,
        'headline',
        linked(view === 'article' ? undefined : url, html`<bdi dir=${direction}>${headline}</bdi>`),
      )
    : nothing,
];
