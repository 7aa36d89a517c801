import { isBlank } from '../html/blank.js';
import { renamed } from '../html/elements.js';

/** Names of the data in which scripts that count up to a number keep it (Elementor, CounterUp, PureCounter, Odometer …). */
const COUNTED =
  /^data-([\w-]*-)?(to|to-value|end|end-value|stop|target|final|count|count-to|counter|odometer|num|number|value|percent|percentage)$/;
const NUMBER = /^[+-]?\p{Nd}[\p{Nd}.,٫٬\s]{0,20}%?$/u;
/** A count before it begins. */
const ZERO = /^[0٠۰][.,٫]?[0٠۰]*$/;

/** What a style sheet or a script draws, and a name or a number says. */
const NAMED = '[role=img i][aria-label], [role=progressbar i], [role=meter i], time[datetime]';

/** Where counters of page builders write their number. */
const VALUES = '[class*=value i], [class*=number i], [class*=percent i], [class*=count i]';
const CHECKED =
  'li:is([data-checked=true], [data-checked=false], [data-list=checked], [data-list=unchecked], [data-checked] > *)';
const DRAWN = 'img, video, audio, iframe, svg, canvas';

const CHECKBOX = 'input[type=checkbox i]:is([disabled], li *, td *)';

/** Elements of a line, in which a drawing is an icon. */
const LINES = 'a, button, p, span, li, td, th, dd, h1, h2, h3, h4, h5, h6';
/** CSS pixels of an icon. */
const ICON = 48;
/** Words that a chart has around its marks. */
const MOST_TEXTS = 200;

/** Writes out, in words, what elements that cannot stay show by a script or a drawing. */
export function writeOut(root: Element): void {
  for (const number of root.querySelectorAll('*')) {
    if (number.localName === 'form') continue;
    if (number.childElementCount > 0) {
      countWithin(number);
      continue;
    }
    const counted = countedTo(number);
    if (counted) number.textContent = counted;
  }
  for (const box of root.querySelectorAll(CHECKBOX)) {
    const space = /^\s/.test(box.nextSibling?.nodeValue ?? '') ? '' : ' ';
    box.replaceWith((box.hasAttribute('checked') ? '☑' : '☐') + space);
  }
  for (const item of root.querySelectorAll(CHECKED))
    if (!/^\s*[☑☐]/.test(item.textContent)) item.prepend(/true|^checked$/.test(checkOf(item)) ? '☑ ' : '☐ ');
  for (const meter of root.querySelectorAll('meter, progress'))
    meter.replaceWith(spaced(meter.textContent.trim() || nameOf(meter) || portionOf(meter)));
  for (const empty of root.querySelectorAll(NAMED)) {
    if (empty.querySelector(DRAWN) || !isBlank(empty)) continue;
    const words = nameOf(empty) || (empty.getAttribute('datetime') ?? portionOf(empty));
    if (words) empty.replaceChildren(spaced(words));
  }
  for (const field of root.querySelectorAll(
    'input:is([readonly], [disabled])[value]:is([type=text i], [type=number i], [type=tel i], [type=url i], :not([type]))',
  ))
    field.replaceWith(spaced(field.getAttribute('value')!));
  for (const text of root.querySelectorAll('textarea')) if (!isBlank(text)) renamed(text, 'pre');
  for (const fraction of root.querySelectorAll('[class*=frac i]:not(form)')) separate(fraction);
  const withWords = new Map<Element, boolean>();
  for (const drawing of root.querySelectorAll('svg:not(svg *), canvas')) writeOutDrawing(drawing, withWords);
}

function countedTo(element: Element): string | undefined {
  const shown = element.textContent.trim();
  const data = [...element.attributes];
  const start = data.find(({ name }) => /^data-([\w-]*-)?(from|from-value|start)$/.test(name))?.value;
  // Without a number there is none to count from, unless the data says that it is a counter's.
  const names = shown === '' ? /count|odometer|percent/ : ZERO.test(shown) || shown === start ? COUNTED : undefined;
  return names && data.find(({ name, value }) => COUNTED.test(name) && names.test(name) && NUMBER.test(value))?.value;
}

/** Whether an item of an editor's list is ticked, as its data says: Quill's and TipTap's. */
function checkOf(item: Element): string {
  return (
    item.getAttribute('data-checked') ??
    item.getAttribute('data-list') ??
    item.parentElement!.getAttribute('data-checked') ??
    ''
  );
}

/** The number that a builder's box states, in the empty element that its script would fill. */
function countWithin(box: Element): void {
  const stated = [...box.attributes].find(
    ({ name, value }) => /^data-(number|pie|percent)/.test(name) && NUMBER.test(value),
  );
  if (!stated) return;
  const place = [...box.querySelectorAll(VALUES)].find(
    (element) => element.childElementCount === 0 && isBlank(element),
  );
  place?.append(stated.value);
}

function nameOf(element: Element): string {
  return (element.getAttribute('aria-valuetext') ?? element.getAttribute('aria-label') ?? '').trim();
}

/** As numbers, as they were stated: `7/10`; of a whole that is not stated, as a percentage. */
function portionOf(meter: Element): string {
  const of = (name: string, role: string) => meter.getAttribute(name) ?? meter.getAttribute(role);
  const [value, most] = [of('value', 'aria-valuenow') ?? '', of('max', 'aria-valuemax')];
  if (!NUMBER.test(value)) return '';
  if (most) return `${value}/${most}`;
  return Number(value) <= 1 ? `${Math.round(Number(value) * 100)}%` : value;
}

/** The parts of a fraction that a style sheet puts above one another: without it, their digits would run together. */
function separate(fraction: Element): void {
  const [above, below, another] = fraction.children;
  if (!below || another || !/^[\p{N}\s]+$/u.test(fraction.textContent)) return;
  above!.after('⁄');
  // A mixed number: 2 ¾.
  if (/\p{N}$/u.test(fraction.previousSibling?.nodeValue ?? '')) fraction.before(' ');
}

/** A chart leaves its name and the words in it. An icon beside words leaves nothing. */
function writeOutDrawing(drawing: Element, withWords: Map<Element, boolean>): void {
  const texts = [...drawing.querySelectorAll('text')].slice(0, MOST_TEXTS).map(({ textContent }) => textContent);
  const title = drawing.querySelector('title')?.textContent ?? '';
  const name = nameOf(drawing) || title || (drawing.localName === 'canvas' ? drawing.textContent : '');
  const words = [name, ...texts].map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
  const line = drawing.closest(LINES);
  const isInLine = line !== null && hasWords(line, withWords);
  const isIcon =
    drawing.matches('[aria-hidden=true i]') ||
    (['width', 'height'].some((side) => Number.parseFloat(drawing.getAttribute(side) ?? '') <= ICON)
      ? isInLine || line?.closest('a, button') === null
      : isInLine);
  if (words.length === 0 || (texts.length === 0 && isIcon)) return;
  if (line) drawing.replaceWith(spaced(words.join(' · ')));
  else {
    const paragraph = drawing.ownerDocument.createElement('p');
    paragraph.textContent = words.join(' · ');
    drawing.replaceWith(paragraph);
  }
}

/** Whether a line says something beside its drawings. */
function hasWords(line: Element, known: Map<Element, boolean>): boolean {
  if (!known.has(line)) {
    const walker = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_ALL, (node) =>
      /^(svg|canvas)$/.test((node as Element).localName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const isWord = ({ nodeType, nodeValue }: Node) => nodeType === Node.TEXT_NODE && /\S/.test(nodeValue!);
    while (walker.nextNode() && !isWord(walker.currentNode));
    known.set(line, isWord(walker.currentNode));
  }
  return known.get(line)!;
}

function spaced(words: string): string {
  return words && ` ${words} `;
}
