import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { part, PARTS, read } from './files.js';

const LIT = 'Lit (BSD-3-Clause)';
const ICONS = 'Tabler Icons (MIT)';
const CLEANER = 'DOMPurify (Apache-2.0 OR MPL-2.0) in part';
const REFERENCES = 'character-entities-html4 (MIT)';

const BUNDLED: Readonly<Record<string, readonly string[]>> = {
  'embed.js': [LIT, ICONS],
  [part('body')]: [CLEANER],
  [part('foot')]: [ICONS],
  [part('dialects')]: [REFERENCES],
  'embed.single.js': [LIT, CLEANER, ICONS, REFERENCES],
};

describe('The licences above a file', () => {
  it.each(['embed.js', 'embed.single.js', 'frame.js', ...PARTS])('are those of what is in it: %s', (file) => {
    const [, names] = /^\/\*! khabar \S+ \| MIT(?: \| bundles (.*))? \*\//.exec(read(file))!;
    expect(names?.split(', ') ?? []).toEqual(BUNDLED[file] ?? []);
  });
});

describe('The list of what the scripts bundle', () => {
  const list = read('licenses.md');
  const rows = [...list.matchAll(/^\| (?!work|---)(.+?) \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
    ([, name, version, licence, files]) => [name!, version!, licence!, files!.split(', ')] as const,
  );
  const json = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as unknown;
  const { packages } = json('package-lock.json') as { packages: Readonly<Record<string, { version: string }>> };
  const { dependencies } = json('package.json') as { dependencies: Readonly<Record<string, string>> };

  it('has all packages that the library depends on, and theirs', () => {
    const names = ['Tabler Icons', 'lit-html', 'lit-element', '@lit/reactive-element', ...Object.keys(dependencies)];
    expect(rows.map(([name]) => name).sort()).toEqual(names.sort());
  });

  it.each(rows.filter(([name]) => name !== 'Tabler Icons'))(
    'tells the version that the lockfile pins: %s',
    (name, version) => {
      expect(version).toBe(packages[`node_modules/${name}`]!.version);
    },
  );

  it.each(rows)('says where it is, and under which terms: %s', (name, version, licence, files) => {
    expect(licence).toMatch(/^(?:MIT|BSD-3-Clause|MPL-2\.0 OR Apache-2\.0)$/);
    expect(list).toMatch(new RegExp(`^## ${name} ${version}\\n\\n\\S+\\n[^]{900}`, 'm'));
    expect(files).toContain('embed.single.js');
    for (const file of files) expect(read(file)).toMatch(/^\/\*! khabar \S+ \| MIT \| bundles /);
  });
});

describe('An app that installs the library', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };

  it('shares one copy of each package with it, and gets its mends', () => {
    for (const range of Object.values(dependencies)) expect(range).toMatch(/^\^\d+\.\d+\.\d+$/);
  });

  it('gets no cleaner from before its last security release', () => {
    // CVE-2026-116803, mended in 3.4.17.
    const [major, minor, patch] = dependencies['dompurify']!.slice(1).split('.').map(Number);
    expect([major, minor]).toEqual([3, 4]);
    expect(patch).toBeGreaterThanOrEqual(17);
  });
});
