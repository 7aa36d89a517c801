import { hidesByStyle, UNSEEN_CLASSES } from '../article/hidden-style.js';

const UNSEEN_LINK = new RegExp(`(^|\\s)(${UNSEEN_CLASSES})(\\s|$)`, 'i');

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
