/** The waits of the code under test, which a test need not sit out: it holds them, and ends them when it likes. */

/** Of the waits between two tries, half a second and a second on average. */
const JITTER = 0.123;
/** Milliseconds before the second try and before the third, with that jitter. No test waits so long by itself. */
export const RETRY_WAITS: readonly number[] = [500, 1000].map((wait) => wait * (0.5 + JITTER));

export interface HeldWaits {
  /** The lengths of the waits that have begun, in their order. */
  readonly begun: readonly number[];
  /** How many have neither ended nor been given up. */
  readonly lasting: number;
  /** Ends all that last; those that begin later are held as well. */
  end(): void;
}

type Which = readonly number[] | ((length: number) => boolean);
type Page = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout' | 'Math'>;

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0).reverse()) step();
});

/**
 * Holds the timers of these lengths in a page, until the test has ended. All others run as they are: a test, and the
 * code under test, may wait for other things.
 */
export function holdWaits(which: Which): HeldWaits {
  return control(which, globalThis, false);
}

/** Lets these waits, those between tries unless told, take no time, and answers how long they would have been. */
export function skipWaits(which: Which = RETRY_WAITS, page: Page = globalThis): readonly number[] {
  return control(which, page, true).begun;
}

function control(which: Which, page: Page, isSkipped: boolean): HeldWaits {
  const isHeld = typeof which === 'function' ? which : (length: number) => which.includes(length);
  const { setTimeout, clearTimeout } = page;
  const { random } = page.Math;
  const begun: number[] = [];
  const lasting = new Map<number, () => void>();
  const start = (handler: () => void, length = 0, ...rest: []) => {
    if (!isHeld(length)) return setTimeout.call(page, handler, length, ...rest);
    begun.push(length);
    if (isSkipped) return setTimeout.call(page, handler, 0, ...rest);
    // A real timer, so that what clears it needs no other clock.
    const id = setTimeout.call(page, () => undefined, 2 ** 30) as unknown as number;
    lasting.set(id, () => handler.apply(page, rest));
    return id;
  };
  page.setTimeout = start as typeof setTimeout;
  page.clearTimeout = ((id: number) => {
    lasting.delete(id);
    clearTimeout.call(page, id);
  }) as typeof clearTimeout;
  page.Math.random = () => JITTER;
  undo.push(
    () => Object.assign(page, { setTimeout, clearTimeout }),
    () => (page.Math.random = random),
  );
  return {
    begun,
    get lasting() {
      return lasting.size;
    },
    end() {
      for (const [id, handler] of [...lasting]) {
        page.clearTimeout(id);
        handler();
      }
    },
  };
}
