import {
  hidesBox,
  hidesByColor,
  hidesBySize,
  isSameColor,
  KNOWN_TRAP,
  SCREEN_READER_CLASSES,
  styleOf,
} from '../hidden/hidden-style.js';

/** Content that only a script or a button shows. `until-found` is folded text, and stays. */
const WITHHELD = '[hidden]:not([hidden=until-found i]), [aria-hidden=true i], [popover], dialog:not([open])';

const FOR_SCREEN_READERS = new RegExp(`(^|\\s)(${SCREEN_READER_CLASSES})(\\s|$)`, 'i');
/** Elements that label something else; a paragraph or table of such a class is another form of the text, and stays. */
const LABELS = ':is(a, span, b, strong, i, em, small, sup, sub, label, button, abbr, mark)[class]';

/** What is seen of an element whose letters are not. */
const SEEN = 'img, video, audio, iframe, object, embed';

/**
 * Removes what its own attributes keep from readers. Comes before `style`, `class` and `hidden` are stripped, which
 * would bring a bot trap to light.
 */
export function* removeHidden(root: Element): Generator<void> {
  for (const element of root.querySelectorAll(WITHHELD)) element.remove();
  for (const label of root.querySelectorAll(LABELS)) if (FOR_SCREEN_READERS.test(label.className)) label.remove();
  // The JSON may come without the style that hides the trap.
  for (const trap of root.querySelectorAll('a, p')) if (trap.textContent.trim() === KNOWN_TRAP) trap.remove();
  yield* removeStyledAway(root);
}

function* removeStyledAway(root: Element): Generator<void> {
  const grounds = new Map<Element | null, string>();
  const colors = new Map<Element | null, string>();
  /** Elements whose letters have no size, or no colour of their own, and what can be seen all the same. */
  const unsized: Element[] = [];
  const uncolored: Element[] = [];
  const sized = [...root.querySelectorAll(SEEN)];
  const colored = [...sized];
  for (const element of root.querySelectorAll('[style]')) {
    if (!root.contains(element)) continue;
    yield;
    const style = styleOf(element.getAttribute('style')!);
    if (hidesBox(style)) {
      element.remove();
      continue;
    }
    const around = element.parentElement!.closest('[style]');
    const ground = style.backgroundColor || grounds.get(around) || '';
    const color = style.color || colors.get(around) || '';
    grounds.set(element, ground);
    colors.set(element, color);
    const isColorless = hidesByColor(style);
    if (hidesBySize(style)) unsized.push(element);
    else if (style.fontSize) sized.push(element);
    if (isColorless || isSameColor(color, ground)) uncolored.push(element);
    if (style.color && !isColorless) colored.push(element);
  }
  removeLetters(unsized, sized);
  removeLetters(uncolored, colored);
}

/** Removes the letters of these elements: the whole element, unless something in it is seen all the same. */
function removeLetters(elements: readonly Element[], seen: readonly Element[]): void {
  const boxes = new Set<Element>();
  if (elements.length > 0)
    for (const element of seen)
      for (let box = element.parentElement; box && !boxes.has(box); box = box.parentElement) boxes.add(box);
  for (const element of elements) {
    if (!boxes.has(element)) element.remove();
    else for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) node.nodeValue = '';
  }
}
