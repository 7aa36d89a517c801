/** The characters of a text in the order in which they stand on the screen, from the top, and from left to right. */
export function seenOrder(root: Element, text: string): string {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const node = nodes.find(({ data }) => data.includes(text));
  if (!node) throw new Error(`nothing in ${root.outerHTML} says ${text}`);
  const start = node.data.indexOf(text);
  const places = [...text].map((character, index) => {
    const range = new Range();
    range.setStart(node, start + index);
    range.setEnd(node, start + index + 1);
    const { left, width, top } = range.getBoundingClientRect();
    return { character, middle: left + width / 2, top: Math.round(top) };
  });
  // Characters of one line are not all of one height in every engine, and these texts are of one line.
  return places
    .toSorted((one, other) => one.middle - other.middle)
    .map(({ character }) => character)
    .join('');
}
