import { characterEntitiesHtml4 } from 'character-entities-html4';
import type { References } from './html-text.js';

/**
 * The names of HTML 4 and XML's `apos`: what WordPress lets an author write (`wp_kses_named_entities`), and more than any
 * other program that escapes text does. Apart from html-text.ts, as it is no part of what draws Khabar's own form.
 */
export const htmlReferences: References = { ...characterEntitiesHtml4, apos: "'" };
