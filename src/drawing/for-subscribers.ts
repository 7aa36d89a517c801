import { nothing } from 'lit';
import type { Section } from './context.js';
import { element } from './element.js';
import { say } from './phrases.js';
import { section } from './section.js';

/** Says where only a part of the story is free to read. */
export const forSubscribers: Section = ({ isAccessibleForFree }, context) =>
  isAccessibleForFree === false
    ? section(context, [], () => element('p', { class: 'note' }, say(context, context.words.forSubscribers)))
    : nothing;
