import { describe, expect, it } from 'vitest';
import { filesOf, textOf } from '../unit/support/documents.js';
import { brotli, part, read } from './files.js';

/** `27.5 kB<!-- embed.js -->`: the weight of these files, in documents of any language. */
const FIGURE = /([\d.]+) (?:kB|كيلوبايت)<!-- ([\w. ]+) -->/g;
const figures = ['README*.md', 'docs/*.md']
  .flatMap(filesOf)
  .flatMap((path) =>
    [...textOf(path).matchAll(FIGURE)].map(([, figure, files = '']) => [path, files, Number(figure)] as const),
  );

/** Parts lie in the folder of their version. */
const shipped = (file: string) => file.replace(/^embed\.(?!js|single)(\w+)\.js$/, (_, name: string) => part(name));

describe('A figure in a document', () => {
  it('is there in each README', () => {
    expect(figures.map(([path]) => path)).toEqual(expect.arrayContaining(['README.md', 'README.ar.md']));
  });

  // 5 %: a figure is for people, and need not change with each line of code.
  it.each(figures)('of %s is the weight of %s', (_, files, figure) => {
    const weight = files.split(' ').reduce((sum, file) => sum + brotli(read(shipped(file))), 0) / 1000;
    expect(Math.abs(figure - weight) / weight).toBeLessThan(0.05);
  });
});
