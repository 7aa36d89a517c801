import { KhabarCard } from './card/khabar-card.js';

const TAG = 'khabar-card';

/**
 * Registers the element. A name can be registered once in a page's life: where another copy of the library was first, its
 * class stays, and the console says so.
 */
export function register(): void {
  const registered = customElements.get(TAG) as Partial<typeof KhabarCard> | undefined;
  if (!registered) customElements.define(TAG, KhabarCard);
  else if (registered !== KhabarCard)
    console.warn(
      `khabar: <${TAG}> is already registered (version ${registered.version ?? 'unknown'}); this copy (${KhabarCard.version}) is not used.`,
    );
}
