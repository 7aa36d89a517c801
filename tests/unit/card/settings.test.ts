/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributeOf, readSettings, SETTINGS } from '../../../src/card/settings.js';

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const attributes = Object.keys(SETTINGS).map(attributeOf);

describe('The settings of a card', () => {
  const [, table = ''] = /\n\| attribute .*\n\|[-| ]+\|\n((?:\|.*\|\n)+)/.exec(file('docs/attributes.md')) ?? [];
  const rows = table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));

  it('are all in the table of docs/attributes.md, and no other', () => {
    expect(rows.map(([, name]) => name)).toEqual(attributes.map((name) => `\`${name}\``));
  });

  it('have in that table the keywords that are read, the default first', () => {
    for (const [, name = '', values = ''] of rows) {
      if (!/^(?:`[a-z-]+` ?)+$/.test(values) || !values.includes(' ')) continue;
      const keywords = values.replaceAll('`', '').split(' ');
      const setting = Object.entries(SETTINGS).find(([property]) => `\`${attributeOf(property)}\`` === name)![1];
      for (const keyword of keywords) expect(setting.read(keyword), name).toBe(keyword);
      expect(setting.read('nothing that is meant'), name).toBe(keywords[0]);
    }
  });

  it('are all known to JSX and Vue, and no other', () => {
    const [, body = ''] = /interface CardAttributes \{\n([^]*?)\n\}/.exec(file('types/card.d.ts')) ?? [];
    const names = [...body.matchAll(/^ {2}'?([a-z-]+)'?\?:/gm)].map(([, name]) => name);
    // A property alone.
    expect(names.filter((name) => name !== 'article')).toEqual(attributes);
  });

  it('each have a sentence, which the manifest takes over', () => {
    const source = file('src/card/settings.ts');
    for (const property of Object.keys(SETTINGS))
      expect(source, property).toMatch(new RegExp(`\\* [A-Z\`][^]*?\\*/\\n  ${property}: \\{`));
  });

  it('are at first what a card without attributes has', () => {
    const initial = Object.entries(SETTINGS).map(([name, setting]) => [
      name,
      setting.read('initial' in setting ? setting.initial : undefined),
    ]);
    expect(readSettings(Object.fromEntries(initial))).toEqual(readSettings({}));
  });
});
