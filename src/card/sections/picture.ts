import { html, nothing } from 'lit';
import type { ImageCandidate } from '../../article/article.js';
import { closed } from '../../article/bidi.js';
import type { Section } from '../context.js';
import { name, sentence, whisper } from '../templates.js';

/** The lead picture with its caption and credit; a caption that only repeats the headline is left out, as in a teaser. */
export const picture: Section = ({ picture, headline }, context) => {
  if (!picture) return nothing;
  const { url, width, height, credit, candidates } = picture;
  const caption =
    context.view !== 'teaser' && picture.caption && !same(picture.caption, headline) ? picture.caption : undefined;
  // Said once: what the caption says beside the picture, or the headline above it, need not be its description too.
  const alt = picture.alt && !same(picture.alt, caption) && !same(picture.alt, headline) ? picture.alt : '';
  return html`<figure part="picture">
    <img
      part="image"
      class=${width && height && height > width ? 'portrait' : nothing}
      sizes=${candidates ? (context.width > 0 ? `${context.width}px` : '100vw') : nothing}
      srcset=${candidates?.map(candidate).join(', ') ?? nothing}
      src=${url}
      alt=${closed(alt)}
      width=${width ?? nothing}
      height=${height ?? nothing}
      decoding="async"
      referrerpolicy="strict-origin-when-cross-origin"
    />
    ${
      caption || credit
        ? html`<figcaption part="caption">
            ${caption && sentence(caption, context)}
            ${
              credit &&
              html`<small
                >${caption && html`<span aria-hidden="true">· </span>`}${whisper(context, `${context.words.credit}${context.words.colon} `)}${name(credit)}</small
              >`
            }
          </figcaption>`
        : nothing
    }
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
