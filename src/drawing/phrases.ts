import { contained } from '../article/bidi.js';
import type { WebAddress } from '../article/web-address.js';
import { direction, primaryLanguage } from '../language/direction.js';
import type { Voice } from './context.js';
import { element, type Content } from './element.js';

/** `id` of the one hidden sentence that says where links open. */
export const NEW_WINDOW = 'new-window';
export const HEADLINE = 'headline';

/**
 * The card's own words, with their language marked where the article is in another one. What makes up a line is said at
 * once: else an article from the other side would turn its parts round.
 */
export function say({ words, language }: Voice, text: Content): Content {
  const own = words.language;
  return primaryLanguage(language) === own ? text : element('bdi', { lang: own, dir: direction(own) }, text);
}

/** The card's own words, for ears alone. */
export function visuallyHidden(voice: Voice, text: string): Content {
  return element('span', { class: 'unseen' }, say(voice, text));
}

/** An international number (ITU-T E.123), whose groups would change places among Arabic words. */
const TELEPHONE = /(\(?\+\d[\d\s().-]{6,18}\d)/;

/**
 * A publisher's words, isolated: they cannot reorder the words around them. They have the direction of the article, also
 * where they begin with a word in other letters («CNN بالعربية»); their own, where they have no letter of its direction.
 */
export function isolated(text: string, { direction }: Voice): Content {
  // Of the scripts from right to left, and of all others.
  const letter =
    direction === 'rtl' ? /(?=\p{L})[\u0590-\u08ff\ufb1d-\ufefc]/u : /(?=\p{L})[^\u0590-\u08ff\ufb1d-\ufefc]/u;
  const parts = contained(text).split(TELEPHONE);
  return element(
    'bdi',
    { dir: letter.test(text) ? direction : 'auto' },
    parts.map((part, index) => (index % 2 ? element('bdi', { dir: 'ltr' }, part) : part)),
  );
}

/** Attributes of a link that opens a window of its own. */
export const inNewWindow = { target: '_blank', rel: 'noopener' } as const;

/** A link with the publisher's words as its name. Its description says that it opens a new window. */
export function link(href: WebAddress | undefined, content: Content): Content {
  return href ? element('a', { href, ...inNewWindow, 'aria-describedby': NEW_WINDOW }, content) : content;
}

/** A quiet sentence of the card's own. */
export function note(voice: Voice, text: string): Content {
  return element('p', { class: 'note' }, say(voice, text));
}
