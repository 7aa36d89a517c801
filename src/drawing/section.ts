import { guard } from 'lit/directives/guard.js';
import { fingerprint } from '../article/json.js';
import type { Voice } from './context.js';
import { nodes, type Content } from './element.js';

/**
 * A section in which nothing changes by itself. It is drawn anew as a whole, and only when the card's language or one of
 * these values, which are plain data, differs from before.
 * @param voice `undefined` where nothing in it is in the card's own words
 */
export function section(voice: Voice | undefined, values: readonly unknown[], draw: () => Content): unknown {
  // By content, not by identity: a page that sets the same article once more takes no reader's focus away.
  return guard([voice?.words, voice?.language, fingerprint(values)], () => {
    const fragment = document.createDocumentFragment();
    fragment.append(...nodes(draw()));
    return fragment;
  });
}
