import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { PARTS, read } from './files.js';

/** Characters of a minified function. Shorter ones look alike by chance. */
const SHORTEST = 90;

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** What a function does, whatever its minifier calls things: names are numbered in the order in which they occur. */
function outline(node: Node): string {
  const names = new Map<unknown, number>();
  const write = (value: unknown, isProperty = false): string => {
    if (Array.isArray(value)) return value.map((item) => write(item)).join();
    if (!isNode(value)) return String(value);
    if ((value['type'] === 'Identifier' || value['type'] === 'PrivateIdentifier') && !isProperty) {
      if (!names.has(value['name'])) names.set(value['name'], names.size);
      return `#${names.get(value['name'])}`;
    }
    const keys = Object.keys(value).filter((key) => key !== 'start' && key !== 'end' && key !== 'raw');
    const isName = (key: string) => (key === 'property' || key === 'key') && value['computed'] === false;
    return `(${keys.map((key) => write(value[key], isName(key))).join(' ')})`;
  };
  return write(node);
}

function functionsOf(file: string): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    const isFunction = /^(?:Function|ArrowFunction|Class)/.test(String(value['type']));
    if (isFunction && Number(value['end']) - Number(value['start']) > SHORTEST) found.add(outline(value));
    Object.values(value).forEach(visit);
  };
  visit(parseAst(read(file)));
  return found;
}

describe('The files that one card loads', () => {
  it('have no function twice', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const file of ['embed.js', ...PARTS])
      for (const text of functionsOf(file)) {
        if (seen.has(text)) twice.push(`${seen.get(text)} and ${file}: ${text.slice(0, 300)}`);
        seen.set(text, file);
      }
    expect(seen.size).toBeGreaterThan(200);
    expect(twice).toEqual([]);
  });

  it('would not hide one behind other names', () => {
    const make = (code: string) => outline(parseAst(code) as unknown as Node);
    expect(make('function a(b){return b.length+1}')).toBe(make('function c(d){return d.length+1}'));
    expect(make('function a(b){return b.length+1}')).not.toBe(make('function a(b){return b.size+1}'));
  });
});
