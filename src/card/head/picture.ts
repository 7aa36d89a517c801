import { html, nothing } from 'lit';
import type { ImageCandidate } from '../../article/article.js';
import { closed } from '../../article/bidi.js';
import type { Section } from '../../drawing/context.js';
import { element } from '../../drawing/element.js';
import { isolated, visuallyHidden } from '../../drawing/phrases.js';
import { section } from '../../drawing/section.js';

/** Of a card that takes no room: that of the viewport, or of the widest column that cards stand in. */
const WIDEST = 'min(100vw, 1000px)';

/**
 * The lead picture with its caption and credit; a caption that only repeats the headline is left out, as in a teaser. The
 * picture is the same element for as long as the card shows one: the size that is wanted is known a frame later.
 */
export const picture: Section = ({ picture, headline }, context) => {
  if (!picture) return nothing;
  const { view, width: room, isEager, words } = context;
  const { url, width, height, credit, candidates } = picture;
  const caption =
    view !== 'teaser' && picture.caption && !same(picture.caption, headline) ? picture.caption : undefined;
  // The caption beside the picture and the headline above it are not repeated in its description.
  const alt = picture.alt && !same(picture.alt, caption) && !same(picture.alt, headline) ? picture.alt : '';
  // Before the width is known, the browser would choose the largest.
  const isAwaited = candidates && room === undefined;
  const isPortrait = width && height && height > width;
  const about = !(caption || credit)
    ? nothing
    : section(context, [caption, credit], () =>
        element(
          'figcaption',
          { part: 'caption' },
          caption && isolated(caption, context),
          credit &&
            element(
              'small',
              {},
              caption && element('span', { 'aria-hidden': 'true' }, ' · '),
              visuallyHidden(context, `${words.credit}${words.colon} `),
              isolated(credit, context),
            ),
        ),
      );
  return html`<figure part="picture">
    <img
      part="image"
      class=${isPortrait ? 'portrait' : nothing}
      decoding="async"
      referrerpolicy="strict-origin-when-cross-origin"
      fetchpriority=${isEager ? 'high' : nothing}
      sizes=${candidates ? (room ? `${Math.round(room)}px` : WIDEST) : nothing}
      srcset=${(!isAwaited && candidates?.map(candidate).join(', ')) || nothing}
      src=${isAwaited ? nothing : url}
      alt=${closed(alt)}
      width=${width ?? nothing}
      height=${height ?? nothing}
    />${about}
  </figure>`;
};

/** An image candidate string (HTML, "srcset attributes"): an address must not end with a comma there. */
function candidate({ url, width }: ImageCandidate): string {
  return `${url.replace(/,$/, '%2C')} ${width}w`;
}

/** Whether two texts say the same but for vowel marks, punctuation and spaces. */
function same(one: string, other: string | undefined): boolean {
  return other !== undefined && letters(one) === letters(other);
}

function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
