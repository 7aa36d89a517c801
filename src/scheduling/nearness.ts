/** How far outside the viewport, or a box that scrolls, an element is near: about one viewport and a half. */
const MARGIN = '150%';

/** An element's place, as an observer tells it. To ask for it would have the browser lay out the page. */
export interface Place {
  /** CSS pixels. */
  readonly width: number;
  /** CSS pixels between the element and the middle of the viewport; 0 where the browser does not tell. */
  readonly distance: number;
  readonly isNear: boolean;
}

interface Watch {
  readonly onPlace: (place: Place) => void;
  waitsForRoom: boolean;
}

/** One pair of observers serves all cards of a page, as long as there are cards to watch. */
const watched = new Map<Element, Watch>();
const pages = new Set<Document>();
let intersections: IntersectionObserver | undefined;
let sizes: ResizeObserver | undefined;

/**
 * Tells where an element is, once it is known and whenever it comes near the viewport of a page that somebody looks at.
 * Not near is what takes no room: in a closed `<details>`, a hidden tab, a box of no width. Not looked at is a page in a
 * background tab, or one that is prerendered. Without IntersectionObserver everything is near.
 * @returns what ends the watch
 */
export function watchPlace(element: Element, onPlace: Watch['onPlace']): () => void {
  if (typeof IntersectionObserver !== 'function') {
    onPlace({ width: 0, distance: 0, isNear: true });
    return () => undefined;
  }
  // The second threshold tells when a box that showed nothing of the element begins to show it.
  intersections ??= new IntersectionObserver(onIntersections, { ...margin(), threshold: [0, 1e-4] });
  watched.set(element, { onPlace, waitsForRoom: false });
  intersections.observe(element);
  lookAgainWhenVisible(element.ownerDocument);
  return () => {
    if (!watched.delete(element)) return;
    intersections?.unobserve(element);
    sizes?.unobserve(element);
    if (watched.size === 0) stopWatching();
  };
}

function stopWatching(): void {
  intersections?.disconnect();
  sizes?.disconnect();
  intersections = sizes = undefined;
  for (const page of pages) EventTarget.prototype.removeEventListener.call(page, 'visibilitychange', onVisibility);
  pages.clear();
}

/**
 * A scroll margin holds for the viewport too. Given both, engines add them up, and take the percentage of the sum. Older
 * ones know the viewport alone.
 */
function margin(): IntersectionObserverInit {
  return 'scrollMargin' in IntersectionObserver.prototype ? { scrollMargin: MARGIN } : { rootMargin: MARGIN };
}

function onIntersections(entries: readonly IntersectionObserverEntry[]): void {
  // Only the last word on each element counts.
  for (const entry of new Map(entries.map((entry) => [entry.target, entry])).values()) {
    const { target, isIntersecting, intersectionRect, boundingClientRect } = entry;
    const hasRoom = intersectionRect.width > 0 && intersectionRect.height > 0;
    const isNear = isIntersecting && (hasRoom || !waitForRoom(target)) && !isHidden(target.ownerDocument);
    watched.get(target)?.onPlace({ width: boundingClientRect.width, distance: distanceOf(entry), isNear });
  }
}

function isHidden(page: Document): boolean {
  return page.visibilityState === 'hidden';
}

/** `rootBounds` is withheld in frames of other origins. */
function distanceOf({ boundingClientRect: box, rootBounds: root }: IntersectionObserverEntry): number {
  return root ? Math.abs((box.top + box.bottom - root.top - root.bottom) / 2) : 0;
}

/**
 * An element of no width counts as wholly visible, so that its growing is no change to IntersectionObserver.
 * @returns whether its growing will be noticed
 */
function waitForRoom(element: Element): boolean {
  if (typeof ResizeObserver !== 'function') return false;
  const watch = watched.get(element);
  if (!watch || watch.waitsForRoom) return true;
  watch.waitsForRoom = true;
  sizes ??= new ResizeObserver((entries) => entries.forEach(({ target }) => lookAgain(target)));
  sizes.observe(element);
  return true;
}

function lookAgain(element: Element): void {
  if (!watched.has(element)) return;
  intersections?.unobserve(element);
  intersections?.observe(element);
}

function lookAgainWhenVisible(page: Document): void {
  if (pages.has(page)) return;
  pages.add(page);
  // The page's own method may be an element of that name.
  EventTarget.prototype.addEventListener.call(page, 'visibilitychange', onVisibility);
}

function onVisibility({ currentTarget }: Event): void {
  for (const element of watched.keys()) if (element.ownerDocument === currentTarget) lookAgain(element);
}

let views: IntersectionObserver | undefined;
const unseen = new Set<Element>();

/** Gives an element the attribute `data-unseen` while it is outside the viewport. @returns what ends that */
export function markWhileUnseen(element: Element): () => void {
  if (typeof IntersectionObserver !== 'function') return () => undefined;
  views ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) target.toggleAttribute('data-unseen', !isIntersecting);
  });
  unseen.add(element);
  views.observe(element);
  return () => {
    views?.unobserve(element);
    unseen.delete(element);
    if (unseen.size > 0) return;
    views?.disconnect();
    views = undefined;
  };
}
