let observer: ResizeObserver | undefined;
const names = new WeakMap<Element, string>();

/**
 * Makes a box a tab stop with a name for as long as it scrolls, so that a keyboard can scroll it in every browser, and
 * none where there is nothing to scroll. The observer is called when layout is done: to ask then costs none.
 */
export function watchScrolling(box: Element, name: string): void {
  names.set(box, name);
  observer ??= new ResizeObserver((entries) => {
    // A table that has left its box changes size as well.
    const boxes = new Set(entries.flatMap(({ target }) => target.closest('.table, pre') ?? []));
    // eslint-disable-next-line no-restricted-properties -- layout is done when the observer calls.
    const scrolling = [...boxes].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    for (const box of boxes) {
      // Not "region": a story with ten tables would have ten landmarks.
      const attributes = { tabindex: '0', role: 'group', 'aria-label': names.get(box) ?? '' };
      for (const [attribute, value] of Object.entries(attributes))
        if (scrolling.includes(box)) box.setAttribute(attribute, value);
        else box.removeAttribute(attribute);
    }
  });
  observer.observe(box);
  // A table may grow when its pictures come.
  if (box.firstElementChild?.localName === 'table') observer.observe(box.firstElementChild);
}
