import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DIST, read } from './files.js';

const root = new URL('../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  readonly name: string;
  readonly types: string;
  readonly jsdelivr: string;
  readonly unpkg: string;
  readonly files: readonly string[];
  readonly sideEffects: readonly string[];
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
};

const targets = Object.entries(manifest.exports).flatMap(([name, target]) =>
  Object.values(typeof target === 'string' ? { default: target } : target).map((file) => [name, file] as const),
);
const scripts = targets.filter(([, file]) => file.endsWith('.js')).map(([name]) => name.replace(/^\./, manifest.name));

describe('The package', () => {
  it.each(targets)('has the file of %s: %s', (name, file) => {
    expect(existsSync(new URL(file, root))).toBe(true);
    if (name !== './package.json') expect(file).toMatch(/^\.\/dist\//);
  });

  it('exports each file that a page names, by its own name', () => {
    for (const file of Object.keys(JSON.parse(read('integrity.json')) as object))
      expect(manifest.exports).toHaveProperty([`./${file}`]);
  });

  it('has the files that it says to have side effects, and gives CDNs the script', () => {
    for (const file of [...manifest.sideEffects, manifest.types, manifest.jsdelivr, manifest.unpkg])
      expect(existsSync(new URL(file, root)), file).toBe(true);
    expect([manifest.jsdelivr, manifest.unpkg]).toEqual(['./dist/embed.js', './dist/embed.js']);
    expect(manifest.sideEffects.filter((file) => !file.startsWith('./dist/'))).toEqual([]);
  });

  it.each(scripts)('can be imported where there is no page: %s', (name) => {
    const code = `await import(${JSON.stringify(name)})`;
    const run = () =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
        cwd: fileURLToPath(root),
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(run()).toBe('');
  });

  it('leads a debugger from each module to its source', () => {
    const files = readdirSync(`${DIST}lib`, { recursive: true, encoding: 'utf8' });
    // A module that only hands on what others export has no line of its own.
    const hasCode = (file: string) => /^(?!(?:import|export) .*;$|\/\/).+/m.test(read(`lib/${file}`));
    const modules = files.filter((file) => file.endsWith('.js') && !file.endsWith('.css.js') && hasCode(file));
    expect(modules.length).toBeGreaterThan(100);
    const without = modules.filter((file) => {
      const { sources, sourcesContent } = JSON.parse(read(`lib/${file}.map`)) as {
        sources: string[];
        sourcesContent: (string | null)[];
      };
      return !sources.some((source) => source.includes('src/')) || sourcesContent.some((text) => !text);
    });
    expect(without).toEqual([]);
  });

  it('names no map that it has not', () => {
    const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    const maps = files.map((file) => [file, /\/\/# sourceMappingURL=(.*)/.exec(read(file))?.[1]] as const);
    const lost = maps.filter(([file, map]) => map !== undefined && !existsSync(`${DIST}${file}.map`));
    expect(lost).toEqual([]);
    // A reader's browser has no use for one.
    expect(maps.filter(([file, map]) => map !== undefined && !file.startsWith('lib/'))).toEqual([]);
  });
});
