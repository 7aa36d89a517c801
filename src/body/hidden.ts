import {
  backgroundOf,
  declarations,
  hidesBox,
  hidesLetters,
  isShadeOf,
  KNOWN_TRAP,
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
  const elements = root.querySelectorAll('*');
  const seen = around(elements);
  for (const element of elements) {
    if (!root.contains(element)) continue;
    const style = element.getAttribute('style') ?? '';
    const declared = style === '' ? undefined : declarations(style);
    const ground = (declared && backgroundOf(declared)) || grounds.get(element.parentElement!) || '';
    if (ground !== '') grounds.set(element, ground);
    if (isHiddenByAttribute(element) || (declared && isHiddenByStyle(element, declared, ground, seen)))
      element.remove();
  }
}

function isHiddenByAttribute(element: Element): boolean {
  const hidden = element.getAttribute('hidden');
  // hidden="until-found" is folded away, not withheld.
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  if (element.getAttribute('aria-hidden')?.trim().toLowerCase() === 'true') return true;
  // Neither is shown until a script, or a button, opens it.
  if (element.hasAttribute('popover') || (element.localName === 'dialog' && !element.hasAttribute('open'))) return true;
  if (UNSEEN.test(element.getAttribute('class') ?? '') && element.matches(LABELS)) return true;
  // Its style may have been stripped on the way here.
  return /^(a|p)$/.test(element.localName) && element.textContent.trim() === KNOWN_TRAP;
}

/** What holds something that is seen although the letters around it are not. */
function around(elements: Iterable<Element>): ReadonlySet<Element> {
  const boxes = new Set<Element>();
  for (const element of elements) {
    if (!element.matches(SEEN) && !hasLettersOfItsOwn(element)) continue;
    for (let box = element.parentElement; box && !boxes.has(box); box = box.parentElement) boxes.add(box);
  }
  return boxes;
}

function isHiddenByStyle(
  element: Element,
  declared: Declarations,
  ground: string,
  seen: ReadonlySet<Element>,
): boolean {
  if (hidesBox(declared)) return true;
  if (!hidesLetters(declared) && !isShadeOf(declared.get('color') ?? '', ground)) return false;
  // Letters of no size close the gaps between boxes that have a size of their own.
  if (!seen.has(element)) return true;
  for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) node.nodeValue = '';
  return false;
}

function hasLettersOfItsOwn(element: Element): boolean {
  const declared = declarations(element.getAttribute('style') ?? '');
  return ['font-size', 'font', 'color'].some((property) => declared.has(property)) && !hidesLetters(declared);
}
