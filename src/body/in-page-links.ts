import { webAddress, type WebAddress } from '../article/web-address.js';
import { isBlank } from '../html/blank.js';
import { LINK, removeMarks, TARGET } from '../html/marks.js';

/**
 * Marks links to another place of the same body, such as footnotes, and removes all names: in a page they would be
 * `document.x` and `window.x` (DOM clobbering), and in this tree properties of forms and of the document.
 */
export function markInPageLinks(root: Element, base: WebAddress | undefined): void {
  const targets = new Map<string, Element | undefined>();
  // Forms last: until their fields have lost their names, a form's own methods may be fields.
  for (const selector of [':not(form)', 'form']) {
    for (const element of root.querySelectorAll(`${selector}:is([id], [name])`)) {
      for (const attribute of ['id', 'name']) {
        const name = decoded(element.getAttribute(attribute) ?? '');
        element.removeAttribute(attribute);
        if (name && !targets.has(name)) targets.set(name, lastingTarget(element, root));
      }
    }
  }
  removeMarks(root);
  let count = 0;
  for (const link of root.querySelectorAll('a[href]')) {
    const [page = '', fragment] = link.getAttribute('href')!.trim().split(/#(.*)/s);
    if (fragment === undefined || (page && (!base || webAddress(page, base) !== base.split('#')[0]))) continue;
    const target = targets.get(decoded(fragment));
    if (!target || target === link) continue;
    if (!target.hasAttribute(TARGET)) target.setAttribute(TARGET, `${(count += 1)}`);
    link.setAttribute(LINK, target.getAttribute(TARGET)!);
  }
}

/** What is left of a named place once it is clean: a bare `<a name="note">` or an empty `<span>` marks what it stands in. */
function lastingTarget(place: Element, root: Element): Element | undefined {
  if (!isBlank(place) && (place.localName !== 'a' || place.hasAttribute('href'))) return place;
  const { parentElement, nextElementSibling } = place;
  return (parentElement === root ? nextElementSibling : parentElement) ?? undefined;
}

/** Names in Arabic are written with and without percent encoding. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Makes in-page links scroll and move the focus within the card's own root: the page's address finds no names in a
 * shadow root, and is not the card's to change.
 */
export function activateInPageLinks(fragment: ParentNode): void {
  const targets = new Map<string | null, HTMLElement>();
  for (const target of fragment.querySelectorAll<HTMLElement>(`[${TARGET}]`))
    targets.set(target.getAttribute(TARGET), target);
  for (const link of fragment.querySelectorAll(`a[${LINK}]`)) {
    const target = targets.get(link.getAttribute(LINK));
    if (!target) continue;
    for (const attribute of ['target', 'rel', 'aria-describedby']) link.removeAttribute(attribute);
    // The place in the original, for who copies the link; without an address it must still be a link.
    if (!link.hasAttribute('href')) link.setAttribute('href', '#');
    link.addEventListener('click', (event) => {
      const { button, ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
      if (button || ctrlKey || metaKey || shiftKey || altKey) return;
      event.preventDefault();
      goTo(target);
    });
  }
}

function goTo(place: HTMLElement): void {
  for (let box: Element | null = place; box; box = box.parentElement)
    if (box.localName === 'details') box.setAttribute('open', '');
  // Back in the text the reader came from the link, which the named <sup> is around.
  const target =
    place.closest<HTMLElement>('a[href]') ?? place.querySelector<HTMLElement>(':scope:is(sup) a[href]') ?? place;
  if (target.localName !== 'a') target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({
    block: 'center',
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
}
