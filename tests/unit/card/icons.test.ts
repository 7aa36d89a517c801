import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { icons, type IconName } from '../../../src/card/icons.js';
import { wordsFor } from '../../../src/language/words.js';
import { channels } from '../../../src/sharing/channels.js';

const written = new URL('../../../src/card/icons.ts', import.meta.url);
const script = new URL('../../../scripts/icons.mjs', import.meta.url);
const names = Object.keys(icons) as IconName[];

describe('the icons', () => {
  it('are what scripts/icons.mjs writes', async () => {
    const { iconsSource } = (await import(script.href)) as { iconsSource: () => Promise<string> };
    expect(readFileSync(written, 'utf8')).toBe(await iconsSource());
  });

  // Several paths of an outline are one path here: a relative start would be taken from where the last one ended.
  it.each(names)('%s begins each of its paths at an absolute place', (name) => {
    expect(icons[name]).toMatch(/^M(?!.*\sm)/);
  });

  it.each(names)('%s is path data and nothing else', (name) => {
    expect(icons[name]).toMatch(/^[MmLlHhVvCcSsQqTtAaZz0-9 .,-]+$/);
  });

  it.each(Object.keys(wordsFor('ar').networks))('have a mark for %s, which the card can name', (network) => {
    expect(names).toContain(network);
  });

  it.each(channels)('have a mark for %s, which the card can share on', (channel) => {
    expect(names).toContain(channel);
  });
});
