import type { Picture } from '../article/article.js';
import { letters } from '../html/letters.js';

/** What the card shows above the body. */
export interface ShownAbove {
  readonly headline?: string | undefined;
  readonly summary?: string | undefined;
  readonly picture?: Picture | undefined;
}

/** What publishing systems add to the name of a picture for each of its sizes, and where. */
const SIZES =
  /[-_](\d+x\d+|scaled|e\d{10,})(?=[-_.]|$)|(?<=\/)\d+x\d+(?=[-_])|\/(size\/w\d+|c_[^/]+|w_[^/]+)(?=\/)|@\dx/gi;

/** Removes from the beginning of a clean body what the card shows above it: the headline, the summary, the lead picture. */
export function removeShownAbove(
  fragment: DocumentFragment,
  { headline = '', summary = '', picture }: ShownAbove,
): void {
  const pictures = picture ? [picture.url, ...(picture.candidates ?? []).map(({ url }) => url)].map(nameOf) : [];
  const captions = [picture?.caption, picture?.alt, headline].map((words) => letters(words ?? ''));
  // The summary but once: what is said twice below is the author's.
  const gone = new Set<string>();
  for (;;) {
    const first = firstContent(fragment);
    const kind = first && (/^(img|h)/.exec(first.localName)?.[0] ?? 'summary');
    if (!kind || (kind === 'summary' && gone.has(kind))) return;
    gone.add(kind);
    if (kind === 'img') {
      if (!isShown(first, pictures)) return;
      const figure = first.closest('figure');
      const caption = figure?.querySelector('figcaption');
      // A gallery that begins with the same picture is a gallery.
      if (figure && figure.querySelectorAll('img').length > 1) return;
      removeWithBoxes(first.closest('picture') ?? first);
      if (caption && captions.includes(letters(caption.textContent))) caption.remove();
    } else {
      const words = letters(first.textContent);
      const isRepeated = words === letters(kind === 'h' ? headline : summary);
      // A body that is its summary, and nothing else, stays.
      if (!words || !isRepeated || letters(fragment.textContent) === words) return;
      removeWithBoxes(first);
    }
  }
}

/** The first picture, or block of words, in which anything can be seen. */
function firstContent(fragment: DocumentFragment): Element | undefined {
  for (const element of fragment.querySelectorAll('*')) {
    if (element.localName === 'img') return element;
    if (/^(audio|video|hr|table|math)$/.test(element.localName)) return undefined;
    for (const { nodeType, nodeValue } of element.childNodes)
      if (nodeType === Node.TEXT_NODE && nodeValue!.trim())
        return element.closest('p, h2, h3, h4, h5, h6, div, blockquote') ?? undefined;
  }
  return undefined;
}

function isShown(picture: Element, names: readonly string[]): boolean {
  const own = nameOf(picture.getAttribute('src') ?? picture.getAttribute('srcset')?.split(' ')[0] ?? '');
  // Proxies put their own host before the publisher's.
  return names.some((name) => own !== '' && name !== '' && (own.endsWith(name) || name.endsWith(own)));
}

/** Host, path and name of a picture, the same for all its sizes. */
function nameOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { host, pathname } = new URL(address);
  return `${host}${pathname}`.replace(SIZES, '').replace(/(\.\w{3,5})+$/, '');
}

function removeWithBoxes(element: Element): void {
  let box = element;
  while (box.parentElement && isAlone(box)) box = box.parentElement;
  box.remove();
}

function isAlone(element: Element): boolean {
  const { parentElement } = element;
  const copy = parentElement!.childElementCount === 1;
  return copy && [...parentElement!.childNodes].every((node) => node === element || !node.nodeValue?.trim());
}
