import { html, nothing } from 'lit';
import type { Section } from '../context.js';
import { HEADLINE, heading, linked, name, sentence } from '../templates.js';

/** The section of the newspaper, and the headline: a link where the story is not all here. */
export const headline: Section<unknown[]> = ({ headline, section, url }, context) => [
  section ? html`<p class="section" part="section">${name(section)}</p>` : nothing,
  headline
    ? heading(
        context.headingLevel,
        HEADLINE,
        'headline',
        linked(context.view === 'article' ? undefined : url, sentence(headline, context)),
      )
    : nothing,
];
