/** The same element under another name. */
export function renamed(element: Element, name: string): Element {
  if (element.localName === name) return element;
  const other = element.ownerDocument.createElement(name);
  // setAttribute() throws on names that only a parser makes.
  for (const { name, value } of element.attributes) if (/^[a-z-]+$/.test(name)) other.setAttribute(name, value);
  other.append(extractContents(element));
  element.replaceWith(other);
  return other;
}

/** The children of an element, taken out of it. Not by a Range: each that is left slows down all later changes. */
export function extractContents(element: Element): DocumentFragment {
  const contents = element.ownerDocument.createDocumentFragment();
  while (element.firstChild) contents.append(element.firstChild);
  return contents;
}
