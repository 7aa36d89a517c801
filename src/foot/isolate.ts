import { closed } from '../article/bidi.js';

const FSI = '\u2068';
const PDI = /\u2069/g;

/**
 * A name, handle or address for use inside a plain string of another direction. Where markup can go, use `<bdi>`.
 * An isolate for each closer of the text, as a closer too many would let the rest of it out.
 */
export function isolate(text: string): string {
  return closed(FSI.repeat(1 + (text.match(PDI)?.length ?? 0)) + text);
}
