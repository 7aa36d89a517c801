/** Zero-width letters and spaces alone make a link that nobody sees. */
const SEEN = /[^\s\u2800\p{Default_Ignorable_Code_Point}]/u;

/** Whether an element holds nothing to read. Stops at the first word: `textContent` would copy a megabyte for each box. */
export function isBlank(element: Element): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (SEEN.test(walker.currentNode.nodeValue!)) return false;
  return true;
}
