import { nothing } from 'lit';
import { host } from '../../article/web-address.js';
import type { Section } from '../../drawing/context.js';
import { element } from '../../drawing/element.js';
import { isolated, link, visuallyHidden } from '../../drawing/phrases.js';
import { section } from '../../drawing/section.js';

/** CSS pixels; its place is kept while it loads. */
const LOGO = 32;

/**
 * Who publishes the story. The host of the story's own address is always there: a name alone could deceive. The name may
 * come late.
 */
export const publisher: Section = ({ publisher, url }, context) => {
  const { isPublisherLate, direction, words } = context;
  const site = url && host(url);
  const label = publisher?.name;
  if (!site && !label) return nothing;
  const spoken = section(context, [], () => visuallyHidden(context, `${words.publisher}${words.colon} `));
  // Apart from the card's words: in other words, a link that has the focus keeps it.
  const line = section(undefined, [publisher, site, isPublisherLate, direction], () =>
    element(
      'p',
      { class: isPublisherLate ? 'publisher later' : 'publisher', part: 'publisher' },
      publisher?.logo &&
        element('img', {
          // Before the address: the download begins when that is set.
          referrerpolicy: 'strict-origin-when-cross-origin',
          decoding: 'async',
          src: publisher.logo,
          alt: '',
          width: LOGO,
          height: LOGO,
        }),
      element(
        'span',
        {},
        label && link(publisher?.url, isolated(label, context)),
        site && site !== label && [label && ' ', element('bdi', { class: 'host', dir: 'ltr', translate: 'no' }, site)],
      ),
    ),
  );
  return [spoken, line];
};
