import { sort } from './both.js';
import { said, shout } from './shared.js';

export const two = () => shout(`two: ${sort(['d', 'c'])}, after ${said.length}`);
