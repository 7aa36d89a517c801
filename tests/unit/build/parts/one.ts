import { sort } from './both.js';
import { shout } from './shared.js';

export const one = () => shout(`one: ${sort(['b', 'a'])}`);
