import { hidesByStyle } from '../article/hidden-style.js';

/** Classes by which themes keep links for screen readers, or traps for bots, from the eye; their style sheet is not here. */
const UNSEEN_LINK = /(^|\s)(screen-reader-text|sr-only|visually-?hidden)(\s|$)/i;

/**
 * Whether an element's own attributes hide it from readers. It must be asked before `style` and `hidden` are stripped:
 * stripping them is what would bring a bot trap to light.
 */
export function isHidden(element: Element): boolean {
  const hidden = element.getAttribute('hidden');
  // hidden="until-found" is folded away, not withheld.
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  if (element.localName === 'a' && UNSEEN_LINK.test(element.getAttribute('class') ?? '')) return true;
  return hidesByStyle(element.getAttribute('style') ?? '');
}
