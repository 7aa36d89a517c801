// The body of a card: a part of its own, with the cleaning room in it.
import type { CSSResultOrNative } from 'lit';

export { BodyController } from './body-controller.js';
export { disclosure } from './disclosure.js';

export const styles: readonly CSSResultOrNative[] = [];
