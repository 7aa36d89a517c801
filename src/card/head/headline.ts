import { nothing } from 'lit';
import type { Section } from '../../drawing/context.js';
import { element } from '../../drawing/element.js';
import { HEADLINE, isolated, link } from '../../drawing/phrases.js';
import { section as drawn } from '../../drawing/section.js';

/** Letters beyond which a teaser says its headline a size smaller. */
const LONG = 100;

/** The section of the newspaper, and the headline: a link where the story is not all here. */
export const headline: Section = ({ section, headline, url }, context) => {
  const { view, headingLevel } = context;
  const address = view === 'article' ? undefined : url;
  if (!section && !headline) return nothing;
  return drawn(context, [section, headline, address, headingLevel], () => [
    section && [element('p', { class: 'section', part: 'section' }, isolated(section, context)), ' '],
    headline &&
      element(
        `h${headingLevel}`,
        { id: HEADLINE, part: 'headline', class: headline.length > LONG ? 'long' : undefined },
        link(address, isolated(headline, context)),
      ),
  ]);
};
