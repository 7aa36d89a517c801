/**
 * The article fixtures that lie beside the project, in `../shared/fixtures`. Under CI they must be there; elsewhere
 * tests that need them skip: `describe.skipIf(!fixturesPresent)('…', () => { … })`.
 */
/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const inCI = !['', '0', 'false'].includes((process.env.CI ?? '').toLowerCase());
const folder = new URL('../../../../shared/fixtures/', import.meta.url);

export const fixturesPresent = existsSync(folder);

if (!fixturesPresent) {
  const message = `The fixtures are absent: there is no ${fileURLToPath(folder)}`;
  if (inCI) throw new Error(message);
  console.warn(`${message}. Tests that read them are skipped.`);
}

/** The JSON files of one of its folders, as `fixture` takes them. */
export function fixtureNames(of: string): readonly string[] {
  if (!fixturesPresent) return [];
  const names = readdirSync(new URL(`${of}/`, folder)).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => `${of}/${name}`);
}

export function fixtureText(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

/** `fixture<Item>('seed/article.json')` */
export function fixture<T = unknown>(path: string): T {
  return JSON.parse(fixtureText(path)) as T;
}
