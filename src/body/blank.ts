/** Whether an element holds nothing to read. Stops at the first word: `textContent` would copy a megabyte for each box. */
export function isBlank(element: Element): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (/\S/.test(walker.currentNode.nodeValue!)) return false;
  return true;
}
