import { readFileSync } from 'node:fs';
import { getLanguageService, newHTMLDataProvider, TextDocument, type HTMLDataV1 } from 'vscode-html-languageservice';
import { describe, expect, it } from 'vitest';
import { read } from './files.js';

/** As the editor has it once a user's settings name the file. */
const data = JSON.parse(read('vscode.html-custom-data.json')) as HTMLDataV1;
const editor = getLanguageService({ customDataProviders: [newHTMLDataProvider('khabar', data)] });

/** What the editor offers where `|` stands. */
function offers(html: string): string[] {
  const offset = html.indexOf('|');
  const document = TextDocument.create('file:///a.html', 'html', 1, html.replace('|', ''));
  const { items } = editor.doComplete(document, document.positionAt(offset), editor.parseHTMLDocument(document));
  return items.map(({ label }) => label);
}

describe('VS Code', () => {
  it('offers the element', () => {
    expect(offers('<khab|')).toContain('khabar-card');
  });

  it('offers its attributes', () => {
    const found = offers('<khabar-card |></khabar-card>');
    for (const name of ['src', 'view', 'open', 'heading-level', 'time-zone', 'reserve']) expect(found).toContain(name);
  });

  it.each([
    ['view', ['summary', 'article', 'teaser']],
    ['heading-level', ['1', '2', '3', '4', '5', '6']],
    ['related', ['auto', 'none']],
  ])('offers the values of %s', (name, values) => {
    expect(offers(`<khabar-card ${name}="|"></khabar-card>`)).toEqual(values.map((value) => value));
  });

  it('tells what an attribute means', () => {
    const document = TextDocument.create('file:///a.html', 'html', 1, '<khabar-card reserve></khabar-card>');
    const hover = editor.doHover(document, document.positionAt(15), editor.parseHTMLDocument(document));
    expect(JSON.stringify(hover?.contents)).toContain('Known card heights by container width');
  });
});

describe("JetBrains' editors", () => {
  interface WebTypes {
    readonly version: string;
    readonly contributions: {
      readonly html: {
        readonly elements: readonly {
          readonly name: string;
          readonly attributes: readonly { readonly name: string; readonly default?: string; readonly value: object }[];
          readonly js: Readonly<Record<'properties' | 'events', readonly { readonly name: string }[]>>;
          readonly css: Readonly<Record<'parts' | 'properties', readonly { readonly name: string }[]>>;
        }[];
      };
    };
  }
  const types = JSON.parse(read('web-types.json')) as WebTypes;
  const [element] = types.contributions.html.elements;
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >;
  const { element: known } = JSON.parse(readFileSync(new URL('public.json', import.meta.url), 'utf8')) as {
    element: Readonly<Record<string, readonly string[]>>;
  };
  const names = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name).sort();

  it('find them by the package, of its version', () => {
    expect(manifest['web-types']).toBe('./dist/web-types.json');
    expect(types.version).toBe(manifest['version']);
  });

  it('know the attributes, events, parts and custom properties of the element', () => {
    expect(element!.name).toBe('khabar-card');
    expect(names(element!.attributes)).toEqual(known['attributes']);
    expect(names(element!.js.events)).toEqual(known['events']);
    expect(names(element!.css.parts)).toEqual(known['cssParts']);
    expect(names(element!.css.properties)).toEqual(known['cssProperties']);
    expect(names(element!.js.properties)).toContain('article');
  });

  it('know which values an attribute takes, and which it has at first', () => {
    expect(element!.attributes.find(({ name }) => name === 'view')).toMatchObject({
      default: 'summary',
      value: { kind: 'plain', type: "'summary' | 'article' | 'teaser'" },
    });
    expect(element!.attributes.find(({ name }) => name === 'open')).toMatchObject({ value: { kind: 'no-value' } });
  });
});
