import { nothing } from 'lit';
import type { Section } from './context.js';
import { note } from './phrases.js';
import { section } from './section.js';

/** Says where only a part of the story is free to read. */
export const forSubscribers: Section = ({ isAccessibleForFree }, context) =>
  isAccessibleForFree === false ? section(context, [], () => note(context, context.words.forSubscribers)) : nothing;
