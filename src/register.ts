import { KhabarCard } from './card/khabar-card.js';

const TAG = 'khabar-card';

/**
 * Registers the element. Another copy of the library may have been here first: the name is then taken for the page's
 * life, its card is the page's card, and one line in the console says so.
 */
export function register(): void {
  const registered = customElements.get(TAG) as Partial<typeof KhabarCard> | undefined;
  if (!registered) customElements.define(TAG, KhabarCard);
  else if (registered !== KhabarCard)
    console.warn(
      `khabar: <${TAG}> is already registered (version ${registered.version ?? 'unknown'}); this copy (${KhabarCard.version}) is not used.`,
    );
}
