import { webAddress, type WebAddress } from '../article/web-address.js';
import { styleOf } from '../hidden/hidden-style.js';
import { parse } from './parse.js';
import { lazyAddresses, lazyCandidates } from './policy.js';

/**
 * Brings back the pictures that a script of the publisher's page would load, and removes those that only count readers.
 */
export function bringPictures(root: Element, base: WebAddress | undefined): void {
  for (const picture of root.querySelectorAll('img, source, video, audio')) {
    const address = lazyAddresses.map((name) => picture.getAttribute(name)).find((value) => webAddress(value, base));
    const candidates = lazyCandidates.map((name) => picture.getAttribute(name)).find((value) => value?.trim());
    // What stands in `srcset` meanwhile is the placeholder, and would win.
    if (address) picture.removeAttribute('srcset');
    if (address) picture.setAttribute('src', address);
    if (candidates) picture.setAttribute('srcset', candidates);
  }
  for (const copy of [...root.querySelectorAll('noscript')].slice(0, MOST_COPIES)) bringCopy(copy, base);
  for (const picture of root.querySelectorAll('img')) if (isTracker(picture)) picture.remove();
}

/** A picture for browsers without scripts: it takes the place of the one that waits, unless that has come already. */
function bringCopy(copy: Element, base: WebAddress | undefined): void {
  const [picture, another] = inside(copy).querySelectorAll('img');
  if (!picture || another || isTracker(picture)) return;
  const near = copy.previousElementSibling ?? copy.nextElementSibling;
  const waiting = near?.localName === 'img' ? near : near?.querySelector('img');
  if (waiting && hasAddress(waiting, base)) return;
  if (waiting) waiting.replaceWith(picture);
  else copy.before(picture);
}

/** No article has as many pictures. */
const MOST_COPIES = 200;
/** Longer than the markup of a picture in many sizes. */
const LONGEST_COPY = 8192;

/** Firefox reads what stands in <noscript> as text. */
function inside(copy: Element): Element {
  const { textContent } = copy;
  if (copy.childElementCount > 0 || !/<img\s/i.test(textContent) || textContent.length > LONGEST_COPY) return copy;
  const steps = parse(textContent);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function hasAddress(picture: Element, base: WebAddress | undefined): boolean {
  const src = picture.getAttribute('src') ?? '';
  // A placeholder of the theme.
  if (/\b(blank|placeholder|spacer|lazy|transparent|pixel|1x1)[^/]*\.(gif|png|svg)$/i.test(src)) return false;
  return webAddress(src, base) !== undefined || (picture.getAttribute('srcset') ?? '').includes('http');
}

/** Pictures of one pixel are there to be counted. */
function isTracker(picture: Element): boolean {
  const style = styleOf(picture.getAttribute('style') ?? '');
  return (['width', 'height'] as const).every((side) =>
    /^\s*[01](\.0+)?(px)?\s*$/.test(style[side] || (picture.getAttribute(side) ?? '')),
  );
}
