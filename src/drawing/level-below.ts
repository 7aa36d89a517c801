import type { HeadingLevel } from './context.js';

/** For the parts: the head has one heading. */
export function levelBelow(level: HeadingLevel): HeadingLevel {
  return Math.min(6, level + 1) as HeadingLevel;
}
