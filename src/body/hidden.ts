import {
  castsShadow,
  groundOf,
  hasNoColor,
  hidesBySize,
  hidingOf,
  isSameColor,
  SCREEN_READER_CLASSES,
  styleOf,
} from '../hidden/hidden-style.js';
import { isBlank } from '../html/blank.js';
import { digits, letters } from '../html/letters.js';

/** Content that only a script or a button shows. `until-found` is folded text, and stays. */
const WITHHELD = '[hidden]:not([hidden=until-found i]), [popover], dialog:not([open])';

const FOR_SCREEN_READERS = new RegExp(`(^|\\s)(${SCREEN_READER_CLASSES})(\\s|$)`, 'i');
/** Elements that label something else; a paragraph or table of such a class is another form of the text. */
const LABELS = 'a, span, b, strong, i, em, small, sup, sub, label, button, abbr, mark';

/** What is seen of an element whose letters are not. */
const SEEN = 'img, video, audio, iframe, object, embed';

/** Elements that a known trap may be the whole of; within a sentence its words may be honest. */
const TRAPS = 'a, p, div, li, section, blockquote, h1, h2, h3, h4, h5, h6';
const KNOWN_TRAP = letters('secret link');

/** Words that a press, or a selection, uncovers. */
const REVEALED = /spoiler|reveal|censor|redact|blackout/i;

/** Characters of a title, a label, or the line that it stands in. */
const LONGEST_LABEL = 500;

/** Whatever may open a panel, and names it in an attribute. */
const CONTROLS =
  ':is(a, button, label, summary, [role=button i], [role=tab i], [aria-controls], [data-target], [data-bs-target], [onclick]):not(form)';
/** Panels by their role. */
const PANEL = '[role=tabpanel i], [role=region i], [aria-labelledby]';
/** Panels, and what opens one, by the names that their classes have in themes. */
const PANEL_CLASS = /accordion|collaps|toggle|tab-?(content|pan)|panel|spoiler|faq|answer|expand|slide|carousel/i;
const OPENER_CLASS = /title|head|question|toggle|trigger|tab|button|btn|accordion|collaps|expand|spoiler|more/i;
/** What opens the text above it. */
const MORE =
  'button, [role=button i], a[href^="#"], a[href^="javascript:" i], a:not([href]), [aria-expanded], [class*=more i], [class*=toggle i]';
const OPENER =
  'h1, h2, h3, h4, h5, h6, dt, summary, button, [role=tab i], [role=button i], [aria-expanded], [data-toggle], [data-bs-toggle], a[href^="#"], a[href^="javascript:" i], a:not([href])';

/**
 * The elements that a control of the body names: folded text, which a press would show. Puts the words of tabs above their
 * panels. To be called before ids are removed.
 */
export function controlledPanels(root: Element): ReadonlySet<Element> {
  const named = new Set<string>();
  for (const control of root.querySelectorAll(CONTROLS))
    for (const { name, value } of control.attributes) {
      if (name === 'id' || name === 'class') continue;
      const words = name === 'href' ? value.replace(/^[^#]*/, '') : value;
      for (const word of words.split(/[^\p{L}\p{M}\p{N}_:.-]+/u)) named.add(word);
    }
  const panels = new Map<string, Element>();
  for (const panel of root.querySelectorAll('[id]:not(form)')) if (named.has(panel.id)) panels.set(panel.id, panel);
  for (const tab of root.querySelectorAll('[role=tab i][aria-controls]:not(form)')) {
    const panel = panels.get(tab.getAttribute('aria-controls')!);
    const title = panel?.previousElementSibling;
    if (!panel || title === tab || panel.contains(tab)) continue;
    if (!title || !isSame(title, tab)) panel.before(titled(tab));
    tab.remove();
  }
  return new Set(panels.values());
}

/** Whether two short elements, such as tabs for wide and for narrow screens, say the same. */
function isSame(one: Element, other: Element): boolean {
  const { textContent } = one;
  return textContent.length <= LONGEST_LABEL && letters(textContent) === letters(other.textContent);
}

function titled(tab: Element): Element {
  const title = tab.ownerDocument.createElement('h4');
  title.append(...tab.childNodes);
  return title;
}

/**
 * Removes what nobody sees on the publisher's page. Comes before `style`, `class` and `hidden` are stripped, which would
 * bring a bot trap to light. Folded text, and what a script will fade in, stays.
 */
export function* removeHidden(root: Element, panels: ReadonlySet<Element>): Generator<void> {
  for (const element of root.querySelectorAll(WITHHELD)) {
    yield;
    if (root.contains(element) && !isFolded(element, panels)) element.remove();
  }
  yield* removeTwins(root);
  removeKnownTraps(root);
  yield* removeStyledAway(root, panels);
}

/** The JSON may come without the style that hides the trap. */
function removeKnownTraps(root: Element): void {
  const boxes = new Set<Element>();
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    const words = nodeValue!.length <= LONGEST_LABEL ? letters(nodeValue!) : '';
    const box = words && KNOWN_TRAP.includes(words) && parentElement!.closest(TRAPS);
    if (box) boxes.add(box);
  }
  for (const box of boxes)
    if (box.textContent.length <= LONGEST_LABEL && letters(box.textContent) === KNOWN_TRAP) box.remove();
}

/** Whether hidden text waits for a press: its control, its tab or the heading that it belongs to is there. */
function isFolded(element: Element, panels: ReadonlySet<Element>): boolean {
  if (panels.has(element) || element.matches(PANEL)) return true;
  // A link alone is a trap for bots, wherever it stands.
  if (isLinkAlone(element)) return false;
  return (
    PANEL_CLASS.test(element.className) ||
    isOpener(element.previousElementSibling) ||
    // "Read more" stands below.
    element.nextElementSibling?.matches(MORE) === true
  );
}

function isOpener(element: Element | null): boolean {
  return (
    element !== null &&
    !isBlank(element) &&
    (element.matches(OPENER) || OPENER_CLASS.test(element.className) || element.querySelector(OPENER) !== null)
  );
}

function isLinkAlone(element: Element): boolean {
  if (element.localName === 'a') return true;
  const links = [...element.querySelectorAll('a:not(a a)')].map(({ textContent }) => textContent);
  return letters(links.join('')).length * 2 > letters(element.textContent).length;
}

/** Removes what stands for screen readers beside what is seen. */
function* removeTwins(root: Element): Generator<void> {
  // The text around a label, once for all labels in it.
  const texts = new Map<Element, string>();
  for (const label of root.querySelectorAll('[class]')) {
    const { parentElement: around } = label;
    if (!around || !FOR_SCREEN_READERS.test(label.className)) continue;
    yield;
    if (!texts.has(around)) texts.set(around, letters(around.textContent.slice(0, LONGEST_LABEL)));
    const words = letters(label.textContent);
    const seen = texts.get(around)!.replace(words, '');
    if (label.matches(LABELS) ? !isOnlyForm(label, seen) : words && seen.includes(words)) label.remove();
  }
}

/** Whether a label says what is otherwise seen as a picture alone, such as an icon or a row of stars. */
function isOnlyForm(label: Element, seen: string): boolean {
  if (label.localName === 'a') return false;
  const beside = [label.previousElementSibling, label.nextElementSibling].filter((element) => element !== null);
  if (beside.length === 0) return false;
  if (beside.some((element) => element.matches('[aria-hidden=true i]') && letters(element.textContent))) return false;
  const numbers = digits(label.textContent);
  return numbers ? !digits(seen).includes(numbers) : !seen;
}

/** Whether something of the publisher's may yet show an element: a class or data that scripts know it by, or a motion. */
function isKnownToScripts(element: Element): boolean {
  return (
    [...element.attributes].some(({ name }) => name === 'class' || name.startsWith('data-')) ||
    /transition|animation|translate|will-change/.test(element.getAttribute('style')!)
  );
}

/** Pictures and frames wait for their script in many ways; those that count readers have no second address. */
function isLazy(element: Element): boolean {
  return (
    element.matches(`${SEEN}, picture`) &&
    [element, ...element.children].some(({ attributes }) =>
      [...attributes].some(({ name, value }) => name.startsWith('data-') && /^(https?:)?\/./.test(value)),
    )
  );
}

function mayBeShown(element: Element, hiding: 'faded' | 'gone', panels: ReadonlySet<Element>): boolean {
  const isTrap = () => isLinkAlone(element) && /absolute|fixed/.test(element.getAttribute('style')!);
  return isLazy(element) || isFolded(element, panels) || (hiding === 'faded' && isKnownToScripts(element) && !isTrap());
}

function* removeStyledAway(root: Element, panels: ReadonlySet<Element>): Generator<void> {
  const grounds = new Map<Element, string>();
  const colors = new Map<Element, string>();
  /** Elements whose letters have no size, or no colour of their own, and what can be seen all the same. */
  const unsized: Element[] = [];
  const uncolored: Element[] = [];
  const sized = [...root.querySelectorAll(SEEN)];
  const colored = [...sized];
  for (const element of root.querySelectorAll('[style]')) {
    if (!root.contains(element)) continue;
    yield;
    const style = styleOf(element.getAttribute('style')!);
    const { color, fontSize, position } = style;
    const [hiding, ground, hasNoSize, isColorless] = [
      hidingOf(style),
      groundOf(style),
      hidesBySize(style),
      hasNoColor(style),
    ];
    const isSeen = castsShadow(style) || REVEALED.test(element.className);
    if (hiding && !mayBeShown(element, hiding, panels)) {
      element.remove();
      continue;
    }
    // What is positioned stands on something else than its parent's ground.
    if (ground || /absolute|fixed/.test(position)) grounds.set(element, ground || 'unknown');
    if (color) colors.set(element, color);
    if (hasNoSize) unsized.push(element);
    else if (fontSize) sized.push(element);
    if (
      (isColorless && !element.className) ||
      (!isSeen && isSameColor(statedAt(element, colors) ?? '', statedAt(element, grounds) ?? ''))
    )
      uncolored.push(element);
    if (color && !isColorless) colored.push(element);
  }
  if (uncolored.length > 0) colored.push(...root.querySelectorAll('[class]'));
  removeLetters(unsized, sized);
  removeLetters(uncolored, colored);
}

/** What a style states here, or above with no class between, which could state another. */
function statedAt(element: Element, values: ReadonlyMap<Element, string>): string | undefined {
  for (let box: Element | null = element; box; box = box.parentElement) {
    const value = values.get(box);
    if (value !== undefined || box.matches('[class]:not([class=""]), [bgcolor], [background]')) return value;
  }
  return undefined;
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
