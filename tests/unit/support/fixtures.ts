/**
 * The fixtures: the project's own, made up, and real ones that may lie beside it. A test of both goes through `SETS`, and
 * skips what is absent: `for (const set of SETS) it.skipIf(!isPresent(set))(…, () => fixture(`${set}/seed/article.json`))`.
 */
/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../../fixtures/folders.mjs';

export const SETS = ['own', 'shared'] as const;
export type FixtureSet = (typeof SETS)[number];

/** Where the posts of each set say that they are from. */
export const WORDPRESS = { own: 'https://wordpress.example.om', shared: 'http://127.0.0.1:9471' } as const;
export const GHOST = { own: 'https://ghost.example.om', shared: 'http://127.0.0.1:9468' } as const;

export function isPresent(set: FixtureSet): boolean {
  return existsSync(folders[set]);
}

/** The JSON files of a folder, as `fixture` takes them; none where the set is absent. */
export function fixtureNames(set: FixtureSet, folder: string): readonly string[] {
  if (!isPresent(set)) return [];
  const names = readdirSync(join(folders[set], folder)).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => `${set}/${folder}/${name}`);
}

/** `fixture<Item>('own/seed/article.json')` */
export function fixture<T = unknown>(path: string): T {
  const [set, ...parts] = path.split('/');
  return JSON.parse(readFileSync(join(folders[set as FixtureSet], ...parts), 'utf8')) as T;
}
