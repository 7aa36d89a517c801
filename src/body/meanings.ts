import { meanings, playerParts } from './policy.js';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Gives what would lose its meaning with its class, or with the element itself, an element that has it. */
export function keepMeanings(root: Element): void {
  for (const part of root.querySelectorAll(playerParts.join())) part.remove();
  for (const [selector, name] of meanings)
    for (const element of root.querySelectorAll(selector)) renamed(element, name);
  for (const formula of root.querySelectorAll('math')) if (formula.namespaceURI === MATHML) spell(formula);
}

/** The same element under another name. */
export function renamed(element: Element, name: string): Element {
  if (element.localName === name) return element;
  const { ownerDocument } = element;
  const other = ownerDocument.createElement(name);
  for (const { name, value } of element.attributes) if (/^[a-z-]+$/.test(name)) other.setAttribute(name, value);
  while (element.firstChild) other.append(element.firstChild);
  element.replaceWith(other);
  return other;
}

/** MathML is refused (mutation XSS); what it says in letters is not. */
function spell(formula: Element): void {
  for (const other of formula.querySelectorAll('annotation, annotation-xml, script, style')) other.remove();
  formula.replaceWith(formula.getAttribute('alttext') ?? formula.textContent.replace(/\s+/g, ' ').trim());
}
