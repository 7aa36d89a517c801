import { html, nothing } from 'lit';
import type { Section } from '../context.js';
import { HEADLINE, heading, linked, name, section, sentence } from '../templates.js';

/** The section of the newspaper, and the headline: a link where the story is not all here. */
export const headline: Section = (article, context) => {
  const { headline, url } = article;
  const address = context.view === 'article' ? undefined : url;
  return section(context, [article.section, headline, address, context.headingLevel], () => [
    article.section
      ? html`<p class="section" part="section">${name(article.section)}</p>
          ${' '}`
      : nothing,
    headline
      ? heading(context.headingLevel, HEADLINE, 'headline', linked(address, sentence(headline, context)))
      : nothing,
  ]);
};
