import { html, nothing, type TemplateResult } from 'lit';
import type { ImageCandidate } from '../../article/article.js';
import { closed } from '../../article/bidi.js';
import type { CardContext, Section } from '../context.js';
import { name, section, sentence, whisper } from '../templates.js';

/** Of a card that takes no room: that of the viewport, or of the widest column that cards stand in. */
const WIDEST = 'min(100vw, 1000px)';

/**
 * The lead picture with its caption and credit; a caption that only repeats the headline is left out, as in a teaser. The
 * picture is the same element for as long as the card shows one: which of several sizes is wanted comes a frame later.
 */
export const picture: Section = ({ picture, headline }, context) => {
  if (!picture) return nothing;
  const { view, width: room, isEager } = context;
  const { url, width, height, credit, candidates } = picture;
  const caption =
    view !== 'teaser' && picture.caption && !same(picture.caption, headline) ? picture.caption : undefined;
  // Said once: what the caption says beside the picture, or the headline above it, need not be its description too.
  const alt = picture.alt && !same(picture.alt, caption) && !same(picture.alt, headline) ? picture.alt : '';
  // Asked for before its width is known, it would be the largest.
  const isAwaited = candidates !== undefined && room === undefined;
  return html`<figure part="picture">
    <img
      part="image"
      class=${width && height && height > width ? 'portrait' : nothing}
      sizes=${candidates ? (room ? `${Math.round(room)}px` : WIDEST) : nothing}
      srcset=${isAwaited ? nothing : (candidates?.map(candidate).join(', ') ?? nothing)}
      src=${isAwaited ? nothing : url}
      alt=${closed(alt)}
      width=${width ?? nothing}
      height=${height ?? nothing}
      fetchpriority=${isEager ? 'high' : nothing}
      decoding="async"
      referrerpolicy="strict-origin-when-cross-origin"
    />
    ${caption || credit ? section(context, [caption, credit], () => captionOf(caption, credit, context)) : nothing}
  </figure>`;
};

function captionOf(caption: string | undefined, credit: string | undefined, context: CardContext): TemplateResult {
  const { words } = context;
  return html`<figcaption part="caption">
    ${caption && sentence(caption, context)}
    ${
      credit &&
      html`<small
        >${caption && html`<span aria-hidden="true"> · </span>`}${whisper(context, `${words.credit}${words.colon} `)}${name(credit)}</small
      >`
    }
  </figcaption>`;
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
