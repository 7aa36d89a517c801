import { html, nothing } from 'lit';
import type { ImageCandidate } from '../../article/article.js';
import { closed } from '../../article/bidi.js';
import type { Section } from '../../drawing/context.js';
import { element } from '../../drawing/element.js';
import { isolated, visuallyHidden } from '../../drawing/phrases.js';
import { section } from '../../drawing/section.js';

/** Of a card that takes no room: that of the viewport, or of the widest column that cards stand in. */
const WIDEST = 'min(100vw, 1000px)';
/** 22em of a reader who has not chosen another size of text. */
const WIDE = 352;

/**
 * The lead picture with its caption, unless that only repeats the headline, and its credit; in a teaser without either. The
 * picture is the same element for as long as the card shows one: the size that is wanted is known a frame later.
 */
export const picture: Section = ({ picture, headline }, context) => {
  if (!picture) return nothing;
  const { view, isEager, words } = context;
  const { url, width, height, candidates } = picture;
  const isTeaser = view === 'teaser';
  const room = isTeaser ? teaserRoom(context.width) : context.width;
  const credit = isTeaser ? undefined : picture.credit;
  const caption = !isTeaser && picture.caption && !same(picture.caption, headline) ? picture.caption : undefined;
  // The caption beside the picture and the headline above it are not repeated in its description.
  const alt = picture.alt && !same(picture.alt, caption) && !same(picture.alt, headline) ? picture.alt : '';
  // Before the width is known, the browser would choose the largest.
  const isAwaited = candidates && room === undefined;
  const shape = width && height && shapeOf(width / height);
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
      class=${shape || nothing}
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

/** Of a picture that the usual shape would cut too much of. */
function shapeOf(ratio: number): string | undefined {
  return ratio > 2 ? 'wide' : ratio < 0.5 ? 'tall' : ratio < 1 ? 'portrait' : undefined;
}

/** CSS pixels of a teaser's picture: the whole width of a narrow card, a part of a wide one (head.css). */
function teaserRoom(width: number | undefined): number | undefined {
  return width && (width < WIDE ? width : Math.min(Math.max(112, 0.3 * width), 220));
}

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
