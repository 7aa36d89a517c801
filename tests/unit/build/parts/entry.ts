import { said, shout } from './shared.js';

export const run = async (): Promise<string[]> => {
  const [{ one }, { two }] = await Promise.all([import('./one.js'), import('./two.js')]);
  one();
  two();
  shout('entry');
  return said;
};
