/** The folders of "what came in" and "what must come out", one for each case of a dialect: tests/unit/dialects/cases. */
/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ReaderOptions } from '../../../src/article/readers.js';
import type { WebAddress } from '../../../src/article/web-address.js';
import { address } from './articles.js';

/** `options.json` */
interface Stated {
  readonly item?: string;
  readonly address?: string;
  readonly page?: string;
}

const folder = new URL('../dialects/cases/', import.meta.url);

export interface Case {
  readonly dialect: string;
  /** A folder's name, read as words. */
  readonly name: string;
  readonly options: ReaderOptions;
  readonly came: unknown;
  readonly expected: unknown;
}

export const cases: readonly Case[] = names(folder).flatMap((dialect) =>
  names(new URL(`${dialect}/`, folder)).map((name) => {
    const file = (path: string) => new URL(`${dialect}/${name}/${path}`, folder);
    const read = (path: string): unknown => JSON.parse(readFileSync(file(path), 'utf8'));
    const { item, ...stated } = existsSync(file('options.json')) ? (read('options.json') as Stated) : {};
    const options = { item, address: orNothing(stated.address), page: orNothing(stated.page) };
    return { dialect, name: name.replaceAll('-', ' '), options, came: read('in.json'), expected: read('out.json') };
  }),
);

function names(of: URL): string[] {
  return readdirSync(of, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function orNothing(stated: string | undefined): WebAddress | undefined {
  return stated === undefined ? undefined : address(stated);
}
