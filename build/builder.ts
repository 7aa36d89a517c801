import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { minifyStyles } from './styles.js';

/** Where the builder is put together: a folder of static files, for any path of any host. */
export const BUILDER_FOLDER = 'site/builder';

/** Adds the files of the builder that are no bundles; dist/ is complete. */
export async function writeBuilder(root: string): Promise<void> {
  const from = (path: string) => resolve(root, path);
  const to = (name: string) => resolve(root, BUILDER_FOLDER, name);
  await mkdir(to('.'), { recursive: true });
  for (const name of ['index.html', 'preview.html']) await copyFile(from(`demo/builder/${name}`), to(name));
  for (const name of ['embed.single.js', 'integrity.json']) await copyFile(from(`dist/${name}`), to(name));
  await copyFile(from('demo/pages/icon.svg'), to('icon.svg'));
  await writeFile(to('builder.css'), minifyStyles(await readFile(from('demo/builder/builder.css'), 'utf8')));
}
