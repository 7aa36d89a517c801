/// <reference types="node" />
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { attributeOf, SETTINGS } from '../../src/card/settings.js';
import { LOADED_LANGUAGES } from '../../src/language/words.js';
import { anchorsOf, blocksOf, DOCUMENTS, filesOf, isThere, linksOf, namesIn, textOf } from './support/documents.js';

const links = DOCUMENTS.flatMap((path) => linksOf(path).map((link) => [path, ...link] as const));
const blocks = DOCUMENTS.flatMap((path) => blocksOf(path).map((block) => ({ path, ...block })));
const blocksIn = (...languages: string[]) =>
  blocks.filter(({ language }) => languages.includes(language)).map(({ path, code }) => [path, code] as const);

/** Lines that a reader types: those of shell blocks, and what stands between backticks and looks like one. */
const commands = [
  ...blocksIn('sh').flatMap(([path, code]) => code.split('\n').map((line) => [path, line] as const)),
  ...DOCUMENTS.flatMap((path) => namesIn(path).map((words) => [path, words] as const)),
].filter(([, line]) => /^(?:\w+=\S+ )*(?:npm|npx|node) /.test(line));

describe('A document', () => {
  it.each(links)('%s has a link that leads somewhere: %s', (_, __, file, fragment) => {
    expect(isThere(file), file).toBe(true);
    if (fragment !== '' && file.endsWith('.md')) expect(anchorsOf(file)).toContain(fragment);
  });

  const scripts = Object.keys((JSON.parse(textOf('package.json')) as { scripts: object }).scripts);
  it.each(commands)('%s has a command that there is: %s', (_, line) => {
    for (const [, script] of line.matchAll(/npm run (?:--silent )?([\w:-]+)/g)) expect(scripts).toContain(script);
    for (const [, path = ''] of line.matchAll(/(?:^|[\s'"])((?:tests|scripts|examples|src)\/[\w./*-]+)/g))
      expect(filesOf(path), path).not.toEqual([]);
    for (const [, program = ''] of line.matchAll(/npx ([a-z-]+)/g))
      expect(isThere(`node_modules/.bin/${program}`)).toBe(true);
  });

  it.each(blocksIn('json'))('%s has JSON that can be read', (_, code) => {
    expect(() => JSON.parse(code) as unknown).not.toThrow();
  });

  it.each(blocksIn('js', 'ts', 'tsx'))('%s has code without a mistake in its syntax', (_, code) => {
    const { diagnostics } = ts.transpileModule(code, {
      reportDiagnostics: true,
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.Preserve },
      fileName: 'example.tsx',
    });
    expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  });

  const known = [...Object.keys(SETTINGS).map(attributeOf), 'target', 'frame', 'config'];
  const ofHtml = ['async', 'src', 'class', 'lang', 'dir', 'id', 'style', 'integrity', 'crossorigin'];
  it.each(blocksIn('html'))('%s names in its snippets only attributes that are read', (_, code) => {
    for (const [, name, tag = ''] of code.matchAll(/<(script|blockquote|khabar-card)\b([^>]*)>/g)) {
      const names = [...tag.matchAll(/\s([a-z][\w-]*)(?==|\s|$)/g)].map(([, attribute = '']) => attribute);
      const asked = names
        .filter((attribute) => name === 'khabar-card' || !ofHtml.includes(attribute))
        .filter((attribute) => name !== 'script' || !['type', 'nonce', 'defer'].includes(attribute))
        .filter((attribute) => name !== 'khabar-card' || !['class', 'id', 'style', 'slot'].includes(attribute))
        .map((attribute) => (name === 'khabar-card' ? attribute : attribute.replace(/^data-/, '')));
      expect(
        asked.filter((attribute) => !known.includes(attribute)),
        tag,
      ).toEqual([]);
    }
  });

  it('of each kind is in the index', () => {
    const index = linksOf('docs/README.md').map(([, file]) => file);
    expect(index).toEqual(expect.arrayContaining(filesOf('docs/*.md').filter((path) => path !== 'docs/README.md')));
    expect(index).toEqual(expect.arrayContaining(filesOf('docs/decisions/*.md')));
  });
});

describe.each(['README.md', 'README.ar.md'])('The promises of %s', (path) => {
  const rows = textOf(path)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const row = (part: string) => rows.find((line) => line.includes(part)) ?? '';

  it('name a command for each figure', () => {
    const body = rows.slice(2);
    expect(body.length).toBeGreaterThan(5);
    for (const line of body) expect(line).toMatch(/(?:`|<code dir="ltr">)(?:npm|npx) [^`<]+(?:`|<\/code>) *\|$/);
  });

  it('have the ratio of the last measurement', () => {
    const [, ratio = ''] =
      /^\| khabar, lazy, summary +\|[^|]+\| +([\d.]+) \|/m.exec(textOf('docs/performance.md')) ?? [];
    expect(ratio).not.toBe('');
    expect(row('npm run bench')).toContain(ratio);
  });

  it('have as many languages as there are', () => {
    expect(row('languages.test.ts')).toContain(String(LOADED_LANGUAGES.length + 1));
  });

  it('have as many items as the checklist of accessibility', () => {
    const items = [...textOf('docs/accessibility.md').matchAll(/^\| (?:\d+–)?(\d+) /gm)].map(([, last]) =>
      Number(last),
    );
    expect(row('accessibility/')).toContain(String(Math.max(...items)));
  });

  it('have a picture for light and for dark pages', () => {
    const pictures = linksOf(path).filter(([, file]) => file.endsWith('.png'));
    expect(pictures.map(([, file]) => file).sort()).toEqual([
      'docs/pictures/card-dark.png',
      'docs/pictures/card-light.png',
    ]);
  });
});

describe('The Arabic README', () => {
  const text = textOf('README.ar.md');

  it('is set from right to left, but for its code', () => {
    expect(text).toMatch(/^<div dir="rtl" lang="ar">\n\n[^]*\n<\/div>\n$/);
    const blocks = text.match(/^```\w+$/gm) ?? [];
    const isolated = text.match(/<div dir="ltr">\n\n(?:```\w+\n[^]*?\n```\n\n)+<\/div>/g)?.join('') ?? '';
    expect(isolated.match(/^```\w+$/gm)).toEqual(blocks);
  });

  it('isolates each name of code, so that its signs stay where they are', () => {
    expect(text.replace(/^```[^]*?^```$/gm, '')).not.toContain('`');
    expect(text.match(/<code\b[^>]*>/g)).toEqual(text.match(/<code dir="ltr">/g));
  });

  it('has the code and the promises of the English one', () => {
    expect(blocksOf('README.ar.md')).toEqual(blocksOf('README.md'));
    const names = (path: string) => namesIn(path).filter((words) => words.startsWith('np'));
    expect(new Set(names('README.ar.md'))).toEqual(new Set(names('README.md')));
  });
});

describe('The documents', () => {
  const files = DOCUMENTS.flatMap((path) =>
    namesIn(path)
      .filter((words) => /^(?:build|demo|docs|examples|schema|scripts|src|tests|types)\/[\w./*-]+$/.test(words))
      .map((file) => [path, file] as const),
  ).filter(
    ([path, file]) =>
      // What was, and what a run leaves behind.
      path !== 'CHANGELOG.md' && !path.startsWith('docs/decisions/') && file !== 'tests/bench/results/',
  );

  /** What the recipes of CONTRIBUTING make. */
  const made = ['src/dialects/drupal.ts', 'tests/unit/dialects/cases/drupal/', 'src/foot/tags.ts'];

  it.each(files.filter(([, file]) => !made.includes(file)))('%s names a file that there is: %s', (_, file) => {
    expect(filesOf(file.replace(/\/$/, ''))).not.toEqual([]);
  });
});

it('The house in CONTRIBUTING has every room, and no other', () => {
  const house = blocksOf('CONTRIBUTING.md').find(({ code }) => code.includes('src/embedding/'))!.code;
  const named = new Set([...house.matchAll(/\bsrc\/(\w+)\//g)].map(([, room]) => room));
  const rooms = filesOf('src/*/*.ts').map((path) => path.split('/')[1]);
  expect(named).toEqual(new Set(rooms));
});

describe('A recipe in CONTRIBUTING', () => {
  const recipes = [...textOf('CONTRIBUTING.md').matchAll(/^### (A .+)\n\n([^]*?)(?=^###? |^An \*\*embed)/gm)];

  it('is there for a dialect, a language, a network and a section', () => {
    expect(recipes.map(([, title]) => title)).toEqual(['A dialect of JSON', 'A language', 'A network', 'A section']);
  });

  it.each(recipes.map(([, title = '', steps = '']) => [title, steps]))('has less than ten steps: %s', (_, steps) => {
    const numbers = [...steps.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
    expect(numbers.length).toBeLessThan(10);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('names only parts of the source that are there', () => {
    const exported = [
      'Dialect',
      'Refusal',
      'Article',
      'Section',
      'Network',
      'hosts',
      'channels',
      'shareAddress',
      'LOADED_LANGUAGES',
    ];
    const source = filesOf('src/**/*.ts').map(textOf).join('\n');
    for (const name of exported) {
      expect(
        namesIn('CONTRIBUTING.md').some((words) => words.includes(name)),
        name,
      ).toBe(true);
      expect(source).toMatch(new RegExp(`\\b(?:const|function|type|interface) ${name}\\b`));
    }
  });
});
