// The body of a card: a part of its own, with the cleaning room in it.
import { unsafeCSS } from 'lit';
import css from './body.css?inline';

export { BodyController } from './body-controller.js';
export { disclosure } from './disclosure.js';

export const styles = [unsafeCSS(css)];
