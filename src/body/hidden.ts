import {
  backgroundOf,
  declarations,
  hidesBox,
  hidesLetters,
  isShadeOf,
  UNSEEN_CLASSES,
  type Declarations,
} from '../article/hidden-style.js';

const UNSEEN = new RegExp(`(^|\\s)(${UNSEEN_CLASSES})(\\s|$)`, 'i');

/** What labels something else; a paragraph or a table in such a class is the text's other form for those who listen. */
const LABELS = 'a, span, b, strong, i, em, small, sup, sub, label, button, abbr, mark';
/** What is seen of an element whose letters are not. */
const SEEN = 'img, video, audio, iframe, object, embed';

/**
 * Removes what its own attributes keep from readers. To be called before `style`, `class` and `hidden` are stripped:
 * stripping them is what would bring a bot trap to light.
 */
export function removeHidden(root: Element): void {
  const grounds = new Map<Element, string>();
  for (const element of root.querySelectorAll('*')) {
    const style = element.getAttribute('style') ?? '';
    const declared = style === '' ? undefined : declarations(style);
    const ground = (declared && backgroundOf(declared)) || grounds.get(element.parentElement!) || '';
    if (ground !== '') grounds.set(element, ground);
    if (isHiddenByAttribute(element) || (declared && isHiddenByStyle(element, declared, ground))) element.remove();
  }
}

function isHiddenByAttribute(element: Element): boolean {
  const hidden = element.getAttribute('hidden');
  // hidden="until-found" is folded away, not withheld.
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  if (element.getAttribute('aria-hidden')?.trim().toLowerCase() === 'true') return true;
  // Neither is shown until a script, or a button, opens it.
  if (element.hasAttribute('popover') || (element.localName === 'dialog' && !element.hasAttribute('open'))) return true;
  return UNSEEN.test(element.getAttribute('class') ?? '') && element.matches(LABELS);
}

function isHiddenByStyle(element: Element, declared: Declarations, ground: string): boolean {
  if (hidesBox(declared)) return true;
  if (!hidesLetters(declared) && !isShadeOf(declared.get('color') ?? '', ground)) return false;
  // Letters of no size close the gaps between boxes that have a size of their own.
  if (!element.querySelector(SEEN) && ![...element.querySelectorAll('[style]')].some(hasLettersOfItsOwn)) return true;
  for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) node.nodeValue = '';
  return false;
}

function hasLettersOfItsOwn(element: Element): boolean {
  const declared = declarations(element.getAttribute('style')!);
  return ['font-size', 'font', 'color'].some((property) => declared.has(property)) && !hidesLetters(declared);
}
