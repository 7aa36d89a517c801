import { html, nothing, render, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { contained } from '../article/bidi.js';
import { fingerprint } from '../article/json.js';
import type { WebAddress } from '../article/web-address.js';
import { direction, primaryLanguage } from '../language/direction.js';
import type { HeadingLevel, Voice } from './context.js';
import { icons, type IconName } from '../foot/icons.js';

/** `id` of the one hidden sentence that says where links open. */
export const NEW_WINDOW = 'new-window';
export const HEADLINE = 'headline';

/**
 * A section in which nothing changes by itself: it is drawn anew as a whole, and only when the card's language or one of
 * these values, which are plain data, says something else than before. So it does without the comments by which Lit would
 * find its values again: 130 of the 400 nodes of a card.
 */
export function section({ words, language }: Voice, values: readonly unknown[], draw: () => unknown): unknown {
  // Said, not held: a page that sets the same article once more takes no reader's focus away.
  return guard([words, language, fingerprint(values)], () => settled(draw()));
}

function settled(content: unknown): unknown {
  if (content === nothing) return nothing;
  const fragment = document.createDocumentFragment();
  render(content, fragment);
  const comments = document.createNodeIterator(fragment, NodeFilter.SHOW_COMMENT);
  for (let comment; (comment = comments.nextNode() as Comment | null);) comment.remove();
  fragment.normalize();
  return fragment;
}

/** The card's own words: marked as what they are where the article is in another language. */
export function say(voice: Voice, words: string): TemplateResult | string {
  const { language } = voice.words;
  if (primaryLanguage(voice.language) === language) return words;
  return html`<bdi lang=${language} dir=${direction(language)}>${words}</bdi>`;
}

/** The card's own words, for ears alone. */
export function whisper(voice: Voice, words: string): TemplateResult {
  return html`<span class="unseen">${say(voice, words)}</span>`;
}

/** A publisher's words within a line of the card: whatever they hold, they cannot reorder what stands around them. */
export function name(text: string): TemplateResult {
  return html`<bdi>${contained(text)}</bdi>`;
}

/**
 * A publisher's sentence: in the direction of the article, also where it begins with a Latin name; in its own where it
 * has no letter of the article's direction at all.
 */
export function sentence(text: string, { direction }: Voice): TemplateResult {
  const letters = direction === 'rtl' ? /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/ : /\p{Script=Latin}/u;
  return html`<bdi dir=${letters.test(text) ? direction : 'auto'}>${contained(text)}</bdi>`;
}

/** A picture that does not load gives up its place; the next one in the same place may have better luck. */
export function onPicture({ target, type }: Event): void {
  const { localName } = target as Element;
  if (localName === 'img') (target as Element).toggleAttribute('data-broken', type === 'error');
}

/**
 * An outline of 24 × 24, in the colour of the text, and its words, for ears alone: one template, as a card has a dozen of
 * them. `mirrored` ones turn with the direction of the card.
 */
export function icon(which: IconName, label: unknown = '', mirrored = false): TemplateResult {
  return html`<svg
      class=${mirrored ? 'icon mirrored' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d=${icons[which]}></path></svg
    ><span class="unseen">${label}</span>`;
}

/** A link whose words are the publisher's: that it leaves the page is its description, so that its name stays its name. */
export function linked(url: WebAddress | undefined, content: unknown): unknown {
  if (!url) return content;
  return html`<a href=${url} target="_blank" rel="noopener" aria-describedby=${NEW_WINDOW}>${content}</a>`;
}

/** A name that leads to its bearer's page, where there is one. */
export function linkedName(url: WebAddress | undefined, words: string): TemplateResult {
  if (!url) return name(words);
  return html`<a href=${url} target="_blank" rel="noopener" aria-describedby=${NEW_WINDOW}
    ><bdi>${contained(words)}</bdi></a
  >`;
}

/** A real heading element of any level. */
export function heading(level: HeadingLevel, id: string, part: string | undefined, content: unknown): TemplateResult {
  const partName = part ?? nothing;
  switch (level) {
    case 1:
      return html`<h1 id=${id} part=${partName}>${content}</h1>`;
    case 2:
      return html`<h2 id=${id} part=${partName}>${content}</h2>`;
    case 3:
      return html`<h3 id=${id} part=${partName}>${content}</h3>`;
    case 4:
      return html`<h4 id=${id} part=${partName}>${content}</h4>`;
    case 5:
      return html`<h5 id=${id} part=${partName}>${content}</h5>`;
    case 6:
      return html`<h6 id=${id} part=${partName}>${content}</h6>`;
  }
}

export function levelBelow(level: HeadingLevel): HeadingLevel {
  return Math.min(6, level + 1) as HeadingLevel;
}
