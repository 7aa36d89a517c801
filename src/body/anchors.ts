import { webAddress, type WebAddress } from '../article/web-address.js';
import { isBlank } from './blank.js';
import { mark, MARK, marksOf, removeMarks } from './marks.js';

/**
 * Notes which links lead to another place of the same body, as footnotes do, and takes off all names: in a page they
 * would be `document.x` and `window.x` (DOM clobbering), and in this tree the properties of forms and of the document.
 */
export function noteAnchors(root: Element, base: WebAddress | undefined): void {
  const places = new Map<string, Element>();
  // Forms last: until their fields have lost their names, a form's own methods may be fields.
  for (const selector of [':not(form)', 'form']) {
    for (const element of root.querySelectorAll(`${selector}:is([id], [name])`)) {
      for (const attribute of ['id', 'name']) {
        const name = element.getAttribute(attribute);
        element.removeAttribute(attribute);
        if (name && !places.has(name)) places.set(name, element);
      }
    }
  }
  removeMarks(root);
  const numbers = new Map<Element, number>();
  // Asked once for each name, as thousands of links may lead to one long note.
  const standings = new Map<Element, Element | undefined>();
  for (const link of root.querySelectorAll('a[href]')) {
    const named = namedBy(link.getAttribute('href')!.trim(), places, base);
    if (named && !standings.has(named)) standings.set(named, standing(named, root));
    const place = named && standings.get(named);
    if (!place || place === link) continue;
    const number = numbers.get(place) ?? numbers.size;
    if (!numbers.has(place)) mark(place, `at-${number}`);
    numbers.set(place, number);
    mark(link, `to-${number}`);
  }
}

function namedBy(
  href: string,
  places: ReadonlyMap<string, Element>,
  base: WebAddress | undefined,
): Element | undefined {
  const start = href.indexOf('#');
  if (start === -1) return undefined;
  const isHere = start === 0 || (base !== undefined && webAddress(href.slice(0, start), base) === base.split('#')[0]);
  const name = href.slice(start + 1);
  // HTML, "Scrolling to a fragment": as it stands in an address, else decoded.
  const named = () => places.get(name) ?? places.get(encodeURI(name)) ?? places.get(decoded(name));
  return isHere ? named() : undefined;
}

/** What will still stand there when it is clean: `<a name="note">` alone, or an empty `<span>`, marks what it stands in. */
function standing(place: Element, root: Element): Element | undefined {
  const isBare = isBlank(place) || (place.localName === 'a' && !place.hasAttribute('href'));
  if (!isBare) return place;
  const { parentElement, nextElementSibling } = place;
  return parentElement === root ? (nextElementSibling ?? undefined) : (parentElement ?? undefined);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Makes links to a place of the same body go there: scrolling and moving the focus within the card's own root, for
 * names in a shadow root are not found by the page's address, which is not the card's to change either.
 */
export function tieAnchors(fragment: ParentNode): void {
  const places = new Map<string, Element>();
  for (const element of fragment.querySelectorAll(`[${MARK}*="at-"]`))
    for (const word of marksOf(element)) if (word.startsWith('at-')) places.set(word.slice(3), element);
  for (const link of fragment.querySelectorAll(`a[${MARK}*="to-"]`)) {
    const place = places.get(
      marksOf(link)
        .find((word) => word.startsWith('to-'))
        ?.slice(3) ?? '',
    );
    if (!place) continue;
    for (const attribute of ['target', 'rel', 'aria-describedby']) link.removeAttribute(attribute);
    // The original's, for those who copy it or open it elsewhere; without one, a link must still be one.
    if (!link.hasAttribute('href')) link.setAttribute('href', '#');
    link.addEventListener('click', (event) => {
      const { button, ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
      if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
      event.preventDefault();
      goTo(place);
    });
  }
}

function goTo(place: Element): void {
  for (let box = place.closest('details'); box; box = box.parentElement?.closest('details') ?? null) box.open = true;
  // A reference in the text is small: its link is what the reader came from.
  const target = (place.closest('a[href]') ?? (place.localName === 'sup' && place.querySelector('a[href]'))) || place;
  if (target.localName !== 'a') target.setAttribute('tabindex', '-1');
  (target as HTMLElement).focus({ preventScroll: true });
  target.scrollIntoView({
    block: 'center',
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
}
