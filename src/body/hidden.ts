import {
  backgroundOf,
  declarations,
  hidesBox,
  hidesByColor,
  hidesBySize,
  isShadeOf,
  KNOWN_TRAP,
  UNSEEN_CLASSES,
  type Declarations,
} from '../hidden/hidden-style.js';

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
  const colors = new Map<Element, string>();
  const elements = root.querySelectorAll('*');
  // Few bodies hide letters; only then it matters what stands around them.
  let bySize: ReadonlySet<Element> | undefined;
  let byColor: ReadonlySet<Element> | undefined;
  for (const element of elements) {
    if (!root.contains(element)) continue;
    const style = element.getAttribute('style') ?? '';
    const declared = style === '' ? undefined : declarations(style);
    const ground = (declared && backgroundOf(declared)) || grounds.get(element.parentElement!) || '';
    const color = declared?.get('color') || colors.get(element.parentElement!) || '';
    if (ground !== '') grounds.set(element, ground);
    if (color !== '') colors.set(element, color);
    if (isHiddenByAttribute(element) || (declared && hidesBox(declared))) element.remove();
    else if (declared && hidesBySize(declared))
      removeLetters(element, (bySize ??= around(elements, ['font-size', 'font'], hidesBySize)));
    else if (declared && (hidesByColor(declared) || isShadeOf(color, ground)))
      removeLetters(element, (byColor ??= around(elements, ['color'], hidesByColor)));
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

/** Takes off what cannot be seen of an element whose letters cannot, which may be all of it. */
function removeLetters(element: Element, seen: ReadonlySet<Element>): void {
  // Letters of no size close the gaps between boxes that have a size of their own.
  if (!seen.has(element)) element.remove();
  else for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) node.nodeValue = '';
}

/** What holds something that is seen although the letters around it are not: pictures, or letters that say otherwise. */
function around(
  elements: Iterable<Element>,
  properties: readonly string[],
  hides: (declared: Declarations) => boolean,
): ReadonlySet<Element> {
  const boxes = new Set<Element>();
  for (const element of elements) {
    const style = element.getAttribute('style');
    const declared = style ? declarations(style) : undefined;
    const isOtherwise = declared && properties.some((property) => declared.has(property)) && !hides(declared);
    if (!isOtherwise && !element.matches(SEEN)) continue;
    for (let box = element.parentElement; box && !boxes.has(box); box = box.parentElement) boxes.add(box);
  }
  return boxes;
}
