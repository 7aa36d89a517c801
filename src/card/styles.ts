import { unsafeCSS } from 'lit';
import body from '../body/body.css?inline';
import foot from '../foot/foot.css?inline';
import card from './card.css?inline';
import failure from './failure.css?inline';
import head from './head/head.css?inline';
import waiting from './waiting.css?inline';

/** The sheets of a card, its own first; no rule depends on the order of the others. */
export const styles = [card, head, waiting, failure, foot, body].map((text) => unsafeCSS(text));
