import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { asciiHtml } from './ascii.js';
import { writeEditorData } from './editors.js';

/** Files that a page names itself, so that it can give their hash. */
const NAMED_BY_PAGES = ['embed.js', 'embed.single.js', 'frame.js', 'fallback.css'];

type Named = { readonly name: string; readonly version: string };

/** Adds the files to `dist/` that are no bundles: types, the manifest, the schema, the frame's page, licences, hashes. */
export async function writeProduct(root: string, licences: string): Promise<void> {
  const from = (path: string) => resolve(root, path);
  const run = (program: string, ...options: string[]) =>
    execFileSync(process.execPath, [from(`node_modules/${program}`), ...options], { cwd: root, stdio: 'inherit' });
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
  run('@custom-elements-manifest/analyzer/cem.js', 'analyze');
  await writeEditorData(from('dist'), JSON.parse(await readFile(from('package.json'), 'utf8')) as Named);
  await cp(from('types'), from('dist/types'), { recursive: true });
  await copyFile(from('schema/article.schema.json'), from('dist/article.schema.json'));
  await copyFile(from('src/fallback.css'), from('dist/fallback.css'));
  await dropEmptyMaps(from('dist/lib'));
  await writeFile(from('dist/frame.html'), asciiHtml(await readFile(from('src/frame.html'), 'utf8')));
  await writeFile(from('dist/licenses.md'), licences);
  await writeFile(from('dist/integrity.json'), `${JSON.stringify(await integrity(from('dist')), null, 2)}\n`);
}

/** Style sheets become modules without a source that a map could lead to. */
async function dropEmptyMaps(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.css.js.map'))) {
    const module = resolve(folder, file.replace(/\.map$/, ''));
    await rm(resolve(folder, file));
    await writeFile(module, (await readFile(module, 'utf8')).replace(/\n+\/\/# sourceMappingURL=.*\s*$/, '\n'));
  }
}

/** Subresource Integrity (W3C). */
async function integrity(folder: string): Promise<Record<string, string>> {
  const hashes = NAMED_BY_PAGES.map(async (file) => {
    const hash = createHash('sha384').update(await readFile(resolve(folder, file)));
    return [file, `sha384-${hash.digest('base64')}`] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

/** Prints what a reader's browser downloads, in bytes. */
export async function printWeights(root: string, version: string): Promise<void> {
  const folder = resolve(root, 'dist');
  const parts = (await readdir(resolve(folder, version))).map((file) => `${version}/${file}`);
  const scripts = [...(await readdir(folder)), ...parts].filter((file) => file.endsWith('.js'));
  const weights = scripts.map(async (file) => {
    const code = await readFile(resolve(folder, file));
    const brotli = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    return { file: `dist/${file}`, minified: code.length, brotli: brotli.length };
  });
  console.table(await Promise.all(weights));
}
