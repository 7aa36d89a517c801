import { describe, expect, it } from 'vitest';
import { PARTS, read } from './files.js';

const LIT = 'Lit (BSD-3-Clause)';
const ICONS = 'Tabler Icons (MIT)';
const CLEANER = 'DOMPurify (Apache-2.0 OR MPL-2.0) in part';
const REFERENCES = 'character-entities-html4 (MIT)';

const BUNDLED: Readonly<Record<string, readonly string[]>> = {
  'embed.js': [LIT, ICONS],
  'embed.body.js': [CLEANER],
  'embed.foot.js': [ICONS],
  'embed.dialects.js': [REFERENCES],
  'embed.single.js': [LIT, CLEANER, ICONS, REFERENCES],
};

describe('The licences above a file', () => {
  it.each(['embed.js', 'embed.single.js', 'frame.js', ...PARTS])('are those of what is in it: %s', (file) => {
    const [, names] = /^\/\*! khabar \S+ \| MIT(?: \| bundles (.*))? \*\//.exec(read(file))!;
    expect(names?.split(', ') ?? []).toEqual(BUNDLED[file] ?? []);
  });
});
