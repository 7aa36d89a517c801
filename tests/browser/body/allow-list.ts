/**
 * What may stand in a card's body, written down a second time: the tests would find nothing if they asked
 * src/html/policy.ts. Attributes of each element; those that the card itself adds are among them.
 */
const EVERYWHERE = ['lang', 'dir'];

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [
      ...['br', 'hr', 'wbr', 'h2', 'h3', 'h4', 'h5', 'h6', 'cite', 'code', 'kbd', 'samp', 'var'],
      ...['dl', 'dt', 'dd', 'b', 'strong', 'i', 'em', 'u', 's', 'small', 'sub', 'sup', 'mark', 'bdi', 'bdo'],
      ...['ruby', 'rb', 'rt', 'rp', 'figcaption', 'picture', 'summary'],
      ...['caption', 'thead', 'tbody', 'tfoot', 'tr'],
    ].map((name) => [name, []]),
  ),
  // The box of a wide table, verse, and what a style says.
  div: ['class'],
  p: ['class'],
  pre: ['class'],
  span: ['class'],
  a: ['href', 'target', 'rel', 'aria-describedby', 'class'],
  abbr: ['title'],
  audio: ['src', 'controls', 'preload'],
  blockquote: ['cite', 'class'],
  col: ['span'],
  colgroup: ['span'],
  del: ['datetime'],
  details: ['open'],
  dfn: ['title'],
  figure: ['class'],
  img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading', 'decoding', 'referrerpolicy', 'class'],
  ins: ['datetime'],
  li: ['value'],
  ul: ['class'],
  ol: ['class', 'start', 'reversed', 'type'],
  q: ['cite'],
  source: ['src', 'srcset', 'sizes', 'type', 'media'],
  table: ['class'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope', 'abbr'],
  time: ['datetime'],
  video: ['src', 'controls', 'preload', 'width', 'height'],
};

/** The elements that a publisher may use. `h1` is, and comes out as a lower heading. */
export const elementsOfPublishers: readonly string[] = [...Object.keys(ALLOWED), 'h1'];

/** Presentational elements of MathML Core. */
const MATHML = [
  ...['math', 'mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'mfrac', 'msqrt', 'mroot', 'mstyle', 'msub', 'msup'],
  ...['msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts', 'mprescripts', 'mtable', 'mtr', 'mtd'],
];
const MATHML_ATTRIBUTES = [
  ...['display', 'displaystyle', 'scriptlevel', 'mathvariant', 'linethickness', 'form', 'fence', 'separator', 'width'],
  ...['stretchy', 'symmetric', 'largeop', 'movablelimits', 'accent', 'accentunder', 'columnspan', 'rowspan', 'dir'],
];
/** Classes of ours, for what a style says. */
export const STYLES = [
  'verse',
  'hemistichs',
  'pull',
  'small-caps',
  'center',
  'left',
  'right',
  'end',
  'unmarked',
  'arabic-indic',
  'persian',
];

/** The one value that an attribute may have which no publisher may set. */
const FIXED: Readonly<Record<string, string>> = {
  'a class': 'embed',
  'a target': '_blank',
  'a aria-describedby': 'new-window',
  'audio preload': 'none',
  'video preload': 'none',
  'img loading': 'lazy',
  'img decoding': 'async',
  'img referrerpolicy': 'strict-origin-when-cross-origin',
};

/** A telephone number or a mail address, alone. */
const CONTACT = /^(tel:\+?[\d().\-\s]+|mailto:[^\s?&]+@[^\s?&]+)$/i;

const XHTML = 'http://www.w3.org/1999/xhtml';

/** All that is in this tree and may not be in a card's body; empty where everything is as it should be. */
export function intruders(root: ParentNode & Node): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text || node.nodeType === Node.TEXT_NODE) continue;
    if (node.nodeType !== Node.ELEMENT_NODE) found.push(`a node of type ${node.nodeType}: ${node.nodeValue}`);
    else found.push(...wrongWith(node as Element));
  }
  return found;
}

function wrongWith(element: Element): string[] {
  const name = element.localName;
  if (element.namespaceURI === 'http://www.w3.org/1998/Math/MathML' && MATHML.includes(name)) {
    const isAllowed = (key: string) => MATHML_ATTRIBUTES.includes(key);
    const isOfText = ['mi', 'mn', 'mo', 'ms', 'mtext'].includes(name);
    if (name !== 'math' && element.parentElement?.namespaceURI !== element.namespaceURI) return [`a stray <${name}>`];
    if (isOfText && element.childElementCount > 0) return [`an element in <${name}>`];
    return element
      .getAttributeNames()
      .filter((key) => !isAllowed(key))
      .map((key) => `<${name} ${key}>`);
  }
  const attributes = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
  if (element.namespaceURI !== XHTML || !attributes) return [`<${name}> of ${element.namespaceURI}`];
  const found: string[] = [];
  if (element.shadowRoot) found.push(`a shadow root on <${name}>`);
  for (const attribute of element.attributes) {
    const { name: key, value, namespaceURI } = attribute;
    const isAllowed = namespaceURI === null && [...attributes, ...EVERYWHERE].includes(key);
    if (!isAllowed || !isHarmless(name, key, value)) found.push(`<${name} ${key}="${value}">`);
  }
  // A link within the body opens no window.
  const isWithin = element.getAttribute('href')?.includes('#');
  if (
    name === 'a' &&
    !isWithin &&
    !CONTACT.test(element.getAttribute('href') ?? '') &&
    element.hasAttribute('href') !== element.hasAttribute('target')
  )
    found.push('<a> half made');
  return found;
}

function isHarmless(element: string, attribute: string, value: string): boolean {
  const fixed = FIXED[`${element} ${attribute}`];
  if (fixed !== undefined) return value === fixed;
  if (element === 'img' && attribute === 'class') return /^inline( letter)?$/.test(value);
  if (attribute === 'class') return value === 'table' ? element === 'div' : STYLES.includes(value);
  if (element === 'a' && CONTACT.test(value)) return true;
  if (element === 'img' && /^data:image\/(png|jpe?g|gif|webp|avif);base64,[\w+/=]+$/.test(value))
    return value.length < 44_000;
  if (['href', 'src', 'cite'].includes(attribute)) return isWebAddress(value);
  if (attribute === 'srcset')
    return value.split(', ').every((candidate) => isWebAddress(candidate.split(' ')[0] ?? ''));
  if (attribute === 'rel') return /^noopener( nofollow)?( sponsored)?( ugc)?$/.test(value);
  return true;
}

/** Whole, and as it would be written by the browser: nothing is left for the page to resolve or to repair. */
function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^/@\s]+(\/|$)/.test(value)) return false;
  return new URL(value).href === value;
}
