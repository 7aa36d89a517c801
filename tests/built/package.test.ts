import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { format, resolveConfig } from 'prettier';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/version.js';
import { read } from './files.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
};

/** What users of the package rely on. `UPDATE_PACKAGE=1` writes it anew; a change is a decision, and stands in CHANGELOG.md. */
const SNAPSHOT = fileURLToPath(new URL('./public.json', import.meta.url));
interface Snapshot {
  /** Thousands of bytes, at most. The modules of the library are one line for each room: no page names them. */
  readonly files: Readonly<Record<string, number>>;
  /** What each entry exports: values, and types. */
  readonly names: Readonly<Record<string, { readonly values: readonly string[]; readonly types: readonly string[] }>>;
  /** What pages write of the element. */
  readonly element: Readonly<Record<string, readonly string[]>>;
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

let folder: string;
let packed: Packed;
let tarball: Buffer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'khabar-pack-'));
  // A cache of its own: npm writes a log into that of whoever runs this.
  const options = [
    'pack',
    '--json',
    '--ignore-scripts',
    '--offline',
    `--pack-destination=${folder}`,
    `--cache=${folder}/npm`,
  ];
  const answer = JSON.parse(execFileSync('npm', options, { cwd: root, encoding: 'utf8', stdio: 'pipe' })) as Packed[];
  packed = Object.values(answer)[0]!;
  tarball = readFileSync(join(folder, packed.filename));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The paths of the package, with the bytes of each; those of the library by its rooms. */
function sizes(): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { path, size } of packed.files) {
    const place = path.replace(`dist/${version}/`, 'dist/<version>/').replace(/^(dist\/lib\/(?:[\w-]+\/)?).*/, '$1');
    // Other versions are there where they were asked for (build/earlier.ts).
    if (!/^dist\/\d/.test(place)) sums.set(place, (sums.get(place) ?? 0) + size);
  }
  return sums;
}

/** Thousands of bytes, rounded up so that a small change is none. */
function budget(bytes: number): number {
  const step = bytes < 20_000 ? 2 : bytes < 200_000 ? 10 : 50;
  return Math.ceil((bytes * 1.05) / 1000 / step) * step;
}

async function names(): Promise<Snapshot['names']> {
  const entries = Object.entries(manifest.exports).flatMap(([entry, target]) =>
    typeof target === 'object' ? [[entry, target] as const] : [],
  );
  const declarations = entries.map(([, { types }]) => join(root, types));
  const program = ts.createProgram(declarations, { moduleResolution: ts.ModuleResolutionKind.Bundler, noEmit: true });
  const checker = program.getTypeChecker();
  const pairs = entries.map(async ([entry, target], index) => {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(declarations[index]!)!);
    const declared = symbol ? checker.getExportsOfModule(symbol).map(({ name }) => name) : [];
    // The registry of elements is Lit's own here.
    const module = (await import(/* @vite-ignore */ new URL(target.default, `file://${root}`).href)) as object;
    const values = Object.keys(module).sort();
    return [entry, { values, types: declared.filter((name) => !values.includes(name)).sort() }] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

function element(): Snapshot['element'] {
  type Named = { readonly name: string };
  type Member = Named & { readonly kind: string; readonly privacy?: string; readonly static?: boolean };
  const { modules } = JSON.parse(read('custom-elements.json')) as {
    modules: { declarations?: ({ tagName?: string; members?: Member[] } & Record<string, Named[] | undefined>)[] }[];
  };
  const card = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === 'khabar-card')!;
  const lists = ['attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'];
  return Object.fromEntries(
    lists.map((list) => [
      list,
      ((card as Record<string, Named[] | undefined>)[list] ?? []).map(({ name }) => name).sort(),
    ]),
  );
}

async function snapshot(): Promise<Snapshot> {
  if (process.env['UPDATE_PACKAGE']) {
    const files = Object.fromEntries([...sizes()].map(([path, bytes]) => [path, budget(bytes)]));
    const text = JSON.stringify({ files, names: await names(), element: element() });
    writeFileSync(SNAPSHOT, await format(text, { ...(await resolveConfig(SNAPSHOT)), filepath: SNAPSHOT }));
  }
  return JSON.parse(readFileSync(SNAPSHOT, 'utf8')) as Snapshot;
}

describe('What npm publish sends', () => {
  it('has the files that it had, and no others', async () => {
    expect([...sizes().keys()].sort()).toEqual(Object.keys((await snapshot()).files).sort());
  });

  it('is within its budgets', async () => {
    const { files } = await snapshot();
    const tooLarge = [...sizes()].filter(([path, bytes]) => bytes > (files[path] ?? 0) * 1000);
    const tooSmall = [...sizes()].filter(([path, bytes]) => bytes < ((files[path] ?? 0) - 2) * 500);
    expect({ tooLarge, tooSmall }).toEqual({ tooLarge: [], tooSmall: [] });
  });

  it('has the public names that it had', async () => {
    expect(await names()).toEqual((await snapshot()).names);
  });

  it('has an element of the same attributes, events, parts, properties and states', async () => {
    expect(element()).toEqual((await snapshot()).element);
  });

  it('has nothing to mend for publint', async () => {
    const data = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.length) as ArrayBuffer;
    const { messages, pkg } = await publint({ pack: { tarball: data }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg as Record<string, unknown>))).toEqual([]);
  });

  it('has types that are right for bundlers and for Node', async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
    if (!result.types) throw new Error('There are no types.');
    // ES modules alone: neither TypeScript without "exports" nor require() is served. Pages and style sheets have no types.
    const isServed = (kind: string, entry: string) =>
      !/^node10$|^node16-cjs$/.test(kind) && !['./frame.html', './fallback.css'].includes(entry);
    const problems = result.problems.filter((problem) =>
      'resolutionKind' in problem ? isServed(problem.resolutionKind, problem.entrypoint) : true,
    );
    expect(problems).toEqual([]);
    expect(Object.keys(result.entrypoints).sort()).toEqual(Object.keys(manifest.exports).sort());
  });
});
