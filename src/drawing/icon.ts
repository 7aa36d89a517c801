import { element, type Content } from './element.js';

/** Path data of an icon by its name. */
export type Icons<Name extends string = string> = Readonly<Record<Name, string>>;

const SVG = 'http://www.w3.org/2000/svg';
const drawn = new Map<string, SVGElement>();

/**
 * An outline of 24 × 24, in the colour of the text, and its words, for ears alone. A mirrored icon turns with the direction
 * of the card.
 * @param path path data; the icons are from Tabler Icons 3.51.0 (MIT, https://tabler.io/icons)
 */
export function icon(path: string, label: Content = '', isMirrored = false): Content {
  const icon = (drawn.get(path) ?? outline(path)).cloneNode(true) as SVGElement;
  if (isMirrored) icon.classList.add('mirrored');
  return [icon, label && element('span', { class: 'unseen' }, label)];
}

/** Made once for the page, as a card has a dozen icons. */
function outline(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const shape = document.createElementNS(SVG, 'path');
  for (const [name, value] of [
    ['class', 'icon'],
    ['viewBox', '0 0 24 24'],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ] as const)
    svg.setAttribute(name, value);
  shape.setAttribute('d', path);
  svg.append(shape);
  drawn.set(path, svg);
  return svg;
}
