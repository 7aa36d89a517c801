import { describe, expect, it } from 'vitest';
import { minifiedAgain } from '../../../build/minify-again.js';

describe('The second minifier', () => {
  it('finds what the first one misses', async () => {
    expect(await minifiedAgain('const a=f(),b=a;b&&console.log(b,b)', true)).not.toContain('const b');
  });

  it('keeps the names of a script, which are those of its page', async () => {
    expect(await minifiedAgain('var khabar=f();', false)).toContain('khabar');
    expect(await minifiedAgain('var khabar=f();', true)).toBe('f();');
  });

  it('keeps licences', async () => {
    expect(await minifiedAgain('/*! khabar | MIT */\nf();/* a comment */', true)).toBe('/*! khabar | MIT */\nf();');
  });
});
