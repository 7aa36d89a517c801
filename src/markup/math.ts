import { parse } from '../html/parse.js';
import { mathAttributes, mathElements } from '../html/policy.js';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** The boxes in which KaTeX, MathJax and MediaWiki put a formula beside a drawing of it. */
const DRAWN = /(^|\s)(katex|mathjax|mwe-math|mjx)/i;
/** Elements of MathML that hold text. All others hold elements. */
const TOKENS = ['mi', 'mn', 'mo', 'ms', 'mtext'];
/** For programs, or drawn by nobody. */
const UNSEEN = ['annotation', 'annotation-xml', 'script', 'style', 'mglyph', 'malignmark'];
/** What is drawn of these is their first child. */
const ALTERNATIVES = ['semantics', 'maction'];
/** Longest width of a space, in letters: a longer one would cover what stands beside the formula. */
const WIDEST = 4;

/**
 * Formulas as MathML Core, which all browsers draw. Each is built anew of presentational elements and text alone: what an
 * HTML parser makes of HTML within MathML differs from one parse to the next (mutation XSS).
 */
export function* rebuildFormulas(root: Element): Generator<void> {
  for (const script of root.querySelectorAll('script[type^="math/tex" i]')) {
    // MathJax has not run here. Beside its drawing, its source would say the formula twice.
    const { previousElementSibling: drawn } = script;
    const source = root.ownerDocument.createElement('code');
    source.textContent = script.textContent;
    if (drawn?.querySelector('math')) script.remove();
    else script.replaceWith(source);
  }
  for (const holder of root.querySelectorAll(
    '.katex:not(:has(math)), [data-mathml]:not(:has(math)), .latex-rendered[data-attrs]',
  ))
    yield* replaceDrawing(holder);
  // Word and others write the prefix of the namespace.
  const formulas = [...root.querySelectorAll('*')].filter(({ localName }) => /^(\w+:)?math$/.test(localName));
  for (const math of formulas) {
    if (!root.contains(math)) continue;
    const formula = element('math', math, [...math.childNodes].flatMap(rebuilt));
    const words = math.getAttribute('alttext')?.trim();
    let box: Element = math;
    while (box.parentElement !== root && isDrawing(box.parentElement!)) box = box.parentElement!;
    box.replaceWith(formula.textContent.trim() || !words ? formula : words);
  }
}

/** Gives a drawing without its formula the formula from its data; a stacked one without any becomes an embed. */
function* replaceDrawing(holder: Element): Generator<void> {
  const { ownerDocument } = holder;
  const data = holder.getAttribute('data-mathml');
  const source = /"persistentExpression":"((?:[^"\\]|\\.)*)"/.exec(holder.getAttribute('data-attrs') ?? '')?.[1];
  if (data) {
    const math = (yield* parse(data)).querySelector('math');
    if (math) holder.replaceChildren(math);
  } else if (source !== undefined) {
    const code = ownerDocument.createElement('code');
    code.textContent = source.replaceAll('\\\\', '\\');
    holder.replaceChildren(code);
  } else if (holder.querySelector('.vlist')) holder.replaceWith(ownerDocument.createElement('iframe'));
}

function isDrawing(box: Element): boolean {
  return box.localName.startsWith('mjx-') || DRAWN.test(box.className) || box.matches('nobr, [role=presentation i]');
}

function rebuilt(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) {
    // Words that stand outside of any token are drawn, but not where elements are counted, as in a fraction.
    return node.nodeValue!.trim() ? [token('mtext', node.nodeValue!, node)] : [];
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const from = node as Element;
  const name = from.localName.replace(/^\w+:/, '');
  // Where elements are counted, its place stays.
  if (name === 'mphantom') return [element('mrow', from, [])];
  if (UNSEEN.includes(name)) return [];
  if (TOKENS.includes(name)) {
    for (const other of from.querySelectorAll('annotation, annotation-xml, script, style')) other.remove();
    return [element(name, from, [from.textContent])];
  }
  if (ALTERNATIVES.includes(name)) return [...from.children].slice(0, 1).flatMap(rebuilt);
  const children = [...from.childNodes].flatMap(rebuilt);
  if (name === 'mfenced') return [fenced(from, children)];
  if (mathElements.includes(name) && name !== 'math') return [element(name, from, children)];
  // HTML, and elements that browsers do not draw: one child, where the element around counts them.
  return children.length === 1 ? children : [element('mrow', from, children)];
}

/** Browsers no longer draw these brackets and separators (MathML 3, "mfenced"). */
function fenced(from: Element, children: readonly Node[]): Element {
  const mark = (text: string) => token('mo', text, from);
  const separators = [...(from.getAttribute('separators') ?? ',').replace(/\s/g, '')];
  const parts = children.flatMap((child, index) => {
    const separator = separators[Math.min(index, separators.length) - 1] ?? separators.at(-1);
    return index > 0 && separator ? [mark(separator), child] : [child];
  });
  const [open, close] = [from.getAttribute('open') ?? '(', from.getAttribute('close') ?? ')'];
  return element('mrow', from, [mark(open), ...parts, mark(close)]);
}

function token(name: string, text: string, { ownerDocument }: Node): Element {
  const made = ownerDocument!.createElementNS(MATHML, name);
  made.textContent = text;
  return made;
}

function element(name: string, from: Element, children: readonly (Node | string)[]): Element {
  const made = from.ownerDocument.createElementNS(MATHML, name);
  for (const attribute of mathAttributes) {
    const value = from.getAttribute(attribute);
    if (value !== null && isSmall(attribute, value)) made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}

function isSmall(attribute: string, value: string): boolean {
  if (attribute === 'width') return Number(/^([\d.]+)em$/.exec(value)?.[1]) <= WIDEST;
  // Each level below makes letters larger.
  return attribute === 'scriptlevel' ? /^\+?\d$/.test(value) : value.length < 20;
}
