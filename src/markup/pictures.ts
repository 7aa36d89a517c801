import { webAddress, type WebAddress } from '../article/web-address.js';
import { styleOf } from '../hidden/hidden-style.js';
import { isPlaceholder, mayBePlaceholder } from '../hidden/placeholder.js';
import { isBlank } from '../html/blank.js';
import { STYLE } from '../html/marks.js';
import { parse } from '../html/parse.js';

/** No article has as many pictures that wait for a script. */
const MOST_COPIES = 200;
/** Characters; the markup of a picture in many sizes is shorter. */
const LONGEST_COPY = 8192;

/** Addresses of files, by their ends. The page of a wiki about a picture ends like one. */
export const PICTURE = /^(?!.*\/wiki\/\w+:).*\.(jpe?g|jfif|png|gif|webp|avif|bmp|svg)(?!\.?\w)/i;
export const RECORDING = /\.(mp[34]|m4[av]|mov|webm|og[gva]|aac|wav|flac|opus)(?!\.?\w)/i;
const CANDIDATES = /^\s*[^\s,]\S*\s+\d+(\.\d+)?[wx]\s*(,|$)/;

/** Attributes that say by their name that they are the source, however their address ends. */
const SOURCE = /(^|[_-])((lazy|ez|cf|kk|a)?src|original|lazy|lazyload)$/;
/** Those whose picture is better than the one of `src`, which is a small copy of it, or a placeholder. */
const BETTER = /^data-(lazy-?)?(src|original|lazy)$/;
const BETTER_CANDIDATES = /^data-(lazy-|original-)?(srcset|set)$/;
/** Attributes that hold a picture for another moment, or none. */
const OTHER =
  /^(src|srcset|alt|title|style|class|poster)$|placeholder|error|fallback|loader|avatar|caption|title|-alt$/;
const SMALL = /thumb|small|tiny|preview|medium|lqip|blur|low/;

/** Styles and attributes that give a box a picture, and no words. */
const GROUND =
  ':is([style*="url("], [data-bg], [data-background], [data-background-image], [data-bg-image], [data-bgset])';

/** As many pictures share one address only where it is that of a placeholder. */
const SHARED = 3;

/** Gives lazy pictures the addresses that a script of the publisher's page would, and removes those that count readers. */
export function* unlazyPictures(root: Element, base: WebAddress | undefined): Generator<void> {
  const uses = new Map<string | null, number>();
  const pictures = root.querySelectorAll('img, source, video, audio');
  for (const picture of pictures) {
    const src = picture.getAttribute('src');
    uses.set(src, (uses.get(src) ?? 0) + 1);
  }
  for (const picture of pictures) {
    const src = picture.getAttribute('src');
    unlazy(picture, base, !webAddress(src, base) || mayBePlaceholder(src!) || uses.get(src)! >= SHARED);
  }
  yield;
  for (const box of root.querySelectorAll(`:is(div, span, a, figure, section, i)${GROUND}`)) drawGround(box, base);
  for (const noscript of [...root.querySelectorAll('noscript')].slice(0, MOST_COPIES)) {
    const contents = yield* contentsOf(noscript);
    noscript.before(...contents.querySelectorAll('iframe'));
    const [copy, another] = contents.querySelectorAll('img');
    if (!copy || another || isPixel(copy)) continue;
    const near = noscript.previousElementSibling ?? noscript.nextElementSibling;
    const lazy = near?.localName === 'img' ? near : near?.querySelector('img');
    if (!lazy) noscript.before(copy);
    else if (!hasAddress(lazy, base)) lazy.replaceWith(copy);
  }
  yield;
  for (const picture of root.querySelectorAll('img')) {
    if (isPixel(picture)) picture.remove();
    else placeInLine(picture);
  }
}

/** Gives one picture, film or sound the address that waits in another attribute. */
function unlazy(element: Element, base: WebAddress | undefined, needsAddress: boolean): void {
  const isPicture = element.matches('img, picture > source');
  const file = isPicture ? PICTURE : RECORDING;
  let [address, candidates, rank] = ['', '', -1];
  for (const { name, value } of element.attributes) {
    if (OTHER.test(name)) continue;
    if (isPicture && (BETTER_CANDIDATES.test(name) || CANDIDATES.test(value))) {
      if (value.trim() && (needsAddress || BETTER_CANDIDATES.test(name))) candidates = value;
      continue;
    }
    const isSource = SOURCE.test(name);
    if (!(needsAddress || BETTER.test(name)) || !(isSource || file.test(value)) || isPlaceholder(value)) continue;
    const ranked = SMALL.test(name) ? 0 : isSource ? 2 : 1;
    if (ranked <= rank || !webAddress(value, base)) continue;
    [address, rank] = [value, ranked];
  }
  if (address) {
    // It holds the placeholder, and would win.
    element.removeAttribute('srcset');
    element.setAttribute('src', address);
  } else if (candidates && needsAddress) element.removeAttribute('src');
  if (candidates) element.setAttribute('srcset', candidates);
  // Lazy pictures wait at the size of their placeholder; a counter's address is no picture's.
  if ((PICTURE.test(address) || candidates) && isPixel(element))
    for (const name of ['width', 'height', 'style']) element.removeAttribute(name);
}

/** Draws the picture that is the ground of a box without words. */
function drawGround(box: Element, base: WebAddress | undefined): void {
  if (!isBlank(box) || box.querySelector('img, video, audio, iframe')) return;
  for (const { name, value } of box.attributes) {
    const written = /\burl\(\s*["']?([^"')]+)/.exec(value)?.[1] ?? (/bg|background/.test(name) && value.split(/\s/)[0]);
    if (!written || !PICTURE.test(written) || isPlaceholder(written) || !webAddress(written, base)) continue;
    const picture = box.ownerDocument.createElement('img');
    picture.setAttribute('src', written);
    picture.setAttribute('alt', box.getAttribute('aria-label') ?? box.getAttribute('title') ?? '');
    const [width, height] = sizeOf(box);
    if (width && height) setSize(picture, width, height);
    box.append(picture);
    return;
  }
}

/** Firefox reads the contents of <noscript> as text. */
function* contentsOf(noscript: Element): Generator<void, Element> {
  const { textContent } = noscript;
  return noscript.childElementCount > 0 || !/<(img|iframe)\s/i.test(textContent) || textContent.length > LONGEST_COPY
    ? noscript
    : yield* parse(textContent);
}

function hasAddress(picture: Element, base: WebAddress | undefined): boolean {
  const src = picture.getAttribute('src') ?? '';
  if (mayBePlaceholder(src)) return false;
  return !!webAddress(src, base) || !!picture.getAttribute('srcset')?.includes('http');
}

/** Whether an element is at most a pixel wide and high: such pictures count readers. */
export function isPixel(element: Element): boolean {
  const style = styleOf(element.getAttribute('style') ?? '');
  return (['width', 'height'] as const).every((side) =>
    /^\s*[01](\.0+)?(px)?\s*$/.test(style[side] || (element.getAttribute(side) ?? '')),
  );
}

/** CSS pixels of an icon, and of the highest picture that a line holds. */
const ICON = 32;
const LINE = 64;
/** Elements beside a picture whose words are read before or after it, in the same sentence. */
const PHRASES = 'a, abbr, b, bdi, bdo, cite, code, em, font, i, mark, q, s, small, span, strong, sub, sup, time, u';
/** Neighbours that are asked for words. */
const MOST_NEIGHBOURS = 8;

/** Pictures of letters and formulas, and icons, by the names that systems give them; only where words stand beside them. */
const LETTERS = /emoji|emoticon|smil(ey|ies)|\bwp-katex|latex|\bmath|mwe-/i;
/** Of another size than a line, as a rule, where none is stated. */
const PHOTOGRAPH = /\.(jpe?g|webp|avif)(?!\.?\w)/i;

/** An emoji, and nothing else (Unicode Technical Standard 51). */
const EMOJI = /^(?=.*[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3])[\p{Emoji}\p{Emoji_Component}]{1,16}$/u;

/** Marks a picture that stands within a sentence, or is an icon: of its own size, or that of a letter. */
function placeInLine(picture: Element): void {
  const [width, height] = sizeOf(picture);
  const address = picture.getAttribute('src') ?? '';
  const isLetter = LETTERS.test(`${picture.className} ${address}`);
  const isSmall = Math.max(width, height) <= ICON && width + height > 0;
  const isIcon =
    /icon|avatar/i.test(`${picture.className} ${address.replace(/.*\//, '')}`) || /\.svg(\?|$)/i.test(address);
  const fits = width || height ? (height || width) <= LINE : isIcon || !PHOTOGRAPH.test(address);
  // What is alone in its box stands in no line.
  if (!isLetter && !(isSmall && !picture.matches(':only-child')) && !(fits && isBesideWords(picture))) return;
  const alt = picture.getAttribute('alt')?.trim() ?? '';
  if (EMOJI.test(alt)) return picture.replaceWith(alt);
  const hasNoSize = width + height === 0 && (isIcon || /emoji|emoticon|smil/i.test(picture.className));
  if (width + height > 0) setSize(picture, width, height);
  picture.setAttribute(STYLE, hasNoSize ? 'inline letter' : 'inline');
}

function isBesideWords(picture: Element): boolean {
  return (['previousSibling', 'nextSibling'] as const).some((side) => {
    let node: Node | null = picture;
    for (let count = 0; node && count < MOST_NEIGHBOURS; count += 1) {
      const next: Node | null = node[side];
      const { parentElement } = node as ChildNode;
      if (!next && !parentElement?.matches(`picture, ${PHRASES}`)) return false;
      node = next ?? parentElement;
      if (!next) continue;
      if (next.nodeType === Node.TEXT_NODE && /\S/.test(next.nodeValue!)) return true;
      if (next.nodeType !== Node.ELEMENT_NODE || (next as Element).localName === 'img') continue;
      if (!(next as Element).matches(PHRASES)) return false;
      if (!isBlank(next as Element)) return true;
    }
    return false;
  });
}

/** CSS pixels of a unit, in letters of the usual size. */
const UNITS: Readonly<Record<string, number>> = { '': 1, px: 1, em: 16, ex: 8 };

/** Width and height in CSS pixels, as attributes or the style say; 0 where they do not. */
function sizeOf(element: Element): [width: number, height: number] {
  const style = styleOf(element.getAttribute('style') ?? '');
  const [width, height] = (['width', 'height'] as const).map((side) => {
    for (const length of [style[side], element.getAttribute(side)]) {
      const [, number, unit] = /^\s*([\d.]+)([a-z]*)\s*$/.exec(length ?? '') ?? [];
      const pixels = Math.round(Number(number) * (UNITS[unit!] ?? 0));
      if (pixels) return pixels;
    }
    return 0;
  });
  return [width!, height!];
}

function setSize(picture: Element, width: number, height: number): void {
  if (width) picture.setAttribute('width', `${width}`);
  if (height) picture.setAttribute('height', `${height}`);
}
