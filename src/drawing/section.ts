import { nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { fingerprint } from '../article/json.js';
import type { Voice } from './context.js';
import { nodes, type Content } from './element.js';

/**
 * A section that is drawn as a whole, and again only when the card's language or one of these values differs from before.
 * The values are plain data.
 * @param voice `undefined` where nothing in it is in the card's own words
 */
export function section(voice: Voice | undefined, values: readonly unknown[], draw: () => Content): unknown {
  // Compared by content, not by identity: a page that sets the same article again must not take the reader's focus away.
  return guard([voice?.words, voice?.language, fingerprint(values)], () => {
    const fragment = document.createDocumentFragment();
    fragment.append(...nodes(draw()));
    return fragment;
  });
}

/** No section among these draws anything: there is no box around nothing. */
export function isNothing(...sections: readonly unknown[]): boolean {
  return sections.every((drawn) => drawn === nothing);
}
