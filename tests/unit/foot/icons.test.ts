import { describe, expect, it } from 'vitest';
import { icons, type IconName } from '../../../src/foot/icons.js';
import { words as arabic } from '../../../src/language/locales/ar-networks.js';
import { channels } from '../../../src/foot/channels.js';

const names = Object.keys(icons) as IconName[];

describe('the icons', () => {
  // Several paths of an outline are one path here: a relative start would be taken from where the last one ended.
  it.each(names)('%s begins each of its paths at an absolute place', (name) => {
    expect(icons[name]).toMatch(/^M(?!.*\sm)/);
  });

  it.each(names)('%s is path data and nothing else', (name) => {
    expect(icons[name]).toMatch(/^[MmLlHhVvCcSsQqTtAaZz0-9 .,-]+$/);
  });

  it.each(Object.keys(arabic.networks))('have a mark for %s, which the card can name', (network) => {
    expect(names).toContain(network);
  });

  it.each(channels)('have a mark for %s, which the card can share on', (channel) => {
    expect(names).toContain(channel);
  });
});
