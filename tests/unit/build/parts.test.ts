import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createBuilder, type EnvironmentOptions, type Plugin } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Parts } from '../../../build/parts.js';

const root = fileURLToPath(new URL('./parts/', import.meta.url));

describe('A bundle in parts', () => {
  let folder: string;
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parts-'));
    const banner = ({ name }: { readonly name: string }) => `/* of ${name} */`;
    const parts = new Parts(root, { one: 'one.ts', two: 'two.ts' }, 'load-part.ts', banner, '1.2.3');
    const environment = (input: string | Record<string, string>, output: object): EnvironmentOptions => ({
      consumer: 'client',
      build: {
        outDir: folder,
        emptyOutDir: false,
        lib: { entry: 'entry.ts', formats: ['es'] },
        minify: false,
        modulePreload: false,
        rolldownOptions: { input, preserveEntrySignatures: 'strict', output },
      },
    });
    const only = (name: string, plugin: Plugin): Plugin => ({
      ...plugin,
      applyToEnvironment: (environment) => environment.name === name,
    });
    const builder = await createBuilder({
      root,
      configFile: false,
      logLevel: 'error',
      build: { lib: { entry: 'entry.ts', name: 'parts' } },
      plugins: [only('entry', parts.entryPlugin()), only('parts', parts.partsPlugin())],
      environments: {
        entry: environment(`${root}entry.ts`, { entryFileNames: 'entry.js', codeSplitting: false }),
        parts: environment(parts.inputs, {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          codeSplitting: { groups: [{ name: 'common', minShareCount: 2 }] },
        }),
      },
    });
    for (const name of ['entry', 'parts', 'entry']) await builder.build(builder.environments[name]!);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('does what its source does', async () => {
    const entry = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'entry.js')).href)) as {
      run: () => Promise<string[]>;
    };
    expect(await entry.run()).toEqual(['one: a,b!', 'two: c,d, after 1!', 'entry!']);
  });

  it('has each line in one file', () => {
    const files = readdirSync(folder);
    expect(files.sort()).toEqual(['common.js', 'entry.js', 'one.js', 'two.js']);
    const holders = (words: string) => files.filter((file) => read(file).includes(words));
    expect(holders('sorted by both')).toEqual(['common.js']);
    expect(holders('unlikely in any other place')).toEqual(['entry.js']);
    expect(holders('one: ')).toEqual(['one.js']);
  });

  it('says in each part of which version it is', async () => {
    for (const name of ['common', 'one', 'two']) {
      const part = (await import(/* @vite-ignore */ pathToFileURL(join(folder, `${name}.js`)).href)) as object;
      expect(part).toHaveProperty('version', '1.2.3');
    }
  });

  it('states its licences in each part', () => {
    for (const name of ['common', 'one', 'two'])
      expect(read(`${name}.js`)).toMatch(new RegExp(`^/\\* of ${name} \\*/`));
  });
});
