import { webAddress, type WebAddress } from '../article/web-address.js';
import { styleOf } from '../hidden/hidden-style.js';
import { parse } from './parse.js';
import { lazyAddresses, lazyCandidates } from './policy.js';

/** No article has as many pictures that wait for a script. */
const MOST_COPIES = 200;
/** Characters; the markup of a picture in many sizes is shorter. */
const LONGEST_COPY = 8192;

/** Placeholders of themes. */
const PLACEHOLDER = /\b(blank|placeholder|spacer|lazy|transparent|pixel|1x1)[^/]*\.(gif|png|svg)$/i;

/** Gives lazy pictures the addresses that a script of the publisher's page would, and removes those that count readers. */
export function* unlazyPictures(root: Element, base: WebAddress | undefined): Generator<void> {
  for (const picture of root.querySelectorAll('img, source, video, audio')) {
    const first = (names: readonly string[], isGood: (value: string) => unknown) =>
      names.map((name) => picture.getAttribute(name) ?? '').find(isGood);
    const address = first(lazyAddresses, (value) => webAddress(value, base));
    const candidates = first(lazyCandidates, (value) => value.trim());
    if (address) {
      // It holds the placeholder, and would win.
      picture.removeAttribute('srcset');
      picture.setAttribute('src', address);
    }
    if (candidates) picture.setAttribute('srcset', candidates);
  }
  for (const noscript of [...root.querySelectorAll('noscript')].slice(0, MOST_COPIES)) {
    const [copy, another] = (yield* contentsOf(noscript)).querySelectorAll('img');
    if (!copy || another || isPixel(copy)) continue;
    const near = noscript.previousElementSibling ?? noscript.nextElementSibling;
    const lazy = near?.localName === 'img' ? near : near?.querySelector('img');
    if (!lazy) noscript.before(copy);
    else if (!hasAddress(lazy, base)) lazy.replaceWith(copy);
  }
  for (const picture of root.querySelectorAll('img')) if (isPixel(picture)) picture.remove();
}

/** Firefox reads the contents of <noscript> as text. */
function* contentsOf(noscript: Element): Generator<void, Element> {
  const { textContent } = noscript;
  return noscript.childElementCount > 0 || !/<img\s/i.test(textContent) || textContent.length > LONGEST_COPY
    ? noscript
    : yield* parse(textContent);
}

function hasAddress(picture: Element, base: WebAddress | undefined): boolean {
  const src = picture.getAttribute('src') ?? '';
  if (PLACEHOLDER.test(src)) return false;
  return !!webAddress(src, base) || !!picture.getAttribute('srcset')?.includes('http');
}

/** Whether an element is at most a pixel wide and high: such pictures count readers. */
export function isPixel(element: Element): boolean {
  const style = styleOf(element.getAttribute('style') ?? '');
  return (['width', 'height'] as const).every((side) =>
    /^\s*[01](\.0+)?(px)?\s*$/.test(style[side] || (element.getAttribute(side) ?? '')),
  );
}
