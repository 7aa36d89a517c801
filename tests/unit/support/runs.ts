import { everything } from '../../everything.mjs';

/** How often something random is tried: so often every day, and twenty times as often by `npm run test:everything`. */
export function runs(everyDay: number): number {
  return everything ? 20 * everyDay : everyDay;
}
