import { unsafeCSS } from 'lit';
import card from './card.css?inline';
import failure from './failure.css?inline';
import head from './head/head.css?inline';
import teaser from './teaser.css?inline';
import waiting from './waiting.css?inline';

/** The sheets of a card, its own first. Those of its parts come with them; no rule depends on the order of the others. */
export const styles = [card, head, teaser, waiting, failure].map((text) => unsafeCSS(text));
