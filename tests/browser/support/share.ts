/**
 * Products of which an engine answers each part alike: one of them is enough to find a fault in our own code, and the
 * three share the work. `npm run test:everything` does it in each, for the engines' own faults.
 */
import { engine } from './commands.js';
import { everything } from './servers.js';

const ENGINES = ['chromium', 'firefox', 'webkit'];

export const isThorough = await everything();

/** Whether this is the engine that does all of what the others do a part of. */
export const isWhole = engine === 'chromium' || isThorough;

/**
 * A third of the cases, another one in each engine, so that every case is tried in one. Who shares out several lists
 * counts them in `turn`: then none of the engines has the same of all.
 */
export function shareOf<Case>(cases: readonly Case[], turn = 0): readonly Case[] {
  const first = turn + ENGINES.indexOf(engine);
  return isThorough ? cases : cases.filter((_, index) => (index + first) % ENGINES.length === 0);
}
