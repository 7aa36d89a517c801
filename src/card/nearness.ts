import { ownOptions } from '../article/json.js';

/** How far outside the viewport, or a box that scrolls, an element is near: about one viewport and a half. */
const MARGIN = '150%';

/**
 * A scroll margin holds for the viewport too. Given both, engines add them up, and take the percentage of the sum. Older
 * ones know the viewport alone.
 */
function margin(): IntersectionObserverInit {
  return 'scrollMargin' in IntersectionObserver.prototype ? { scrollMargin: MARGIN } : { rootMargin: MARGIN };
}

/**
 * Calls `onNear` once, when an element comes near the viewport of a page that somebody looks at. Not near is what takes
 * no room: in a closed `<details>`, a hidden tab, a box of no width. Not looked at is a page in a background tab, or one
 * that is prerendered. Without IntersectionObserver everything is near.
 * @returns what ends the watch
 */
export function whenNear(element: Element, onNear: () => void): () => void {
  if (typeof IntersectionObserver !== 'function') {
    onNear();
    return () => undefined;
  }
  const page = element.ownerDocument;
  const intersections = new IntersectionObserver(
    (entries) => {
      const { isIntersecting, intersectionRect } = entries.at(-1)!;
      if (!isIntersecting || page.visibilityState === 'hidden' || (sizes && isEmpty(intersectionRect))) return;
      stop();
      onNear();
    },
    // The second threshold tells when a box that showed nothing of the element begins to show it.
    ownOptions({ ...margin(), threshold: [0, 1e-4] }),
  );
  const lookAgain = () => {
    intersections.disconnect();
    intersections.observe(element);
  };
  // An element of no width counts as wholly visible, so that its growing is no change to IntersectionObserver.
  const sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(lookAgain) : undefined;
  const stop = () => {
    intersections.disconnect();
    sizes?.disconnect();
    EventTarget.prototype.removeEventListener.call(page, 'visibilitychange', lookAgain);
  };
  // The page's own method may be an element of that name.
  EventTarget.prototype.addEventListener.call(page, 'visibilitychange', lookAgain);
  intersections.observe(element);
  sizes?.observe(element);
  return stop;
}

function isEmpty({ width, height }: DOMRectReadOnly): boolean {
  return width === 0 || height === 0;
}
