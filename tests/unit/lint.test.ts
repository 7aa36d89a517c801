import { ESLint, Linter } from 'eslint';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();
const RULES = /^(@typescript-eslint\/)?no-restricted-|^import-x\//;

/** What the project's own configuration restricts in a file, without the type information that real files need. */
async function complaints(filename: string, code: string): Promise<string[]> {
  const { plugins, settings, rules } = (await eslint.calculateConfigForFile(filename)) as Linter.Config;
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: plugins!,
    settings: settings!,
    rules: Object.fromEntries(Object.entries(rules!).filter(([name]) => RULES.test(name))),
  };
  return new Linter().verify(code, config, { filename: resolve(filename) }).map(({ message }) => message);
}

describe('Imports point one way', () => {
  it.each([
    ['src/card/khabar-card.ts', "import { readArticle } from '../article/readers.js';"],
    ['src/fetching/fetch-json.ts', "import type { ArticleError } from '../article/article-error.js';"],
    ['src/embed.ts', "import { KhabarCard } from './card/khabar-card.js';"],
    ['src/article/readers.ts', "export * from './json-feed.js';"],
    ['src/card/head/meta.ts', "import { reservedSize } from '../reserve.js';"],
    ['src/card/khabar-card.ts', "import { version } from '../version.js';"],
    ['src/card/khabar-card.ts', "import type { Sharing } from '../foot/sharing.js';"],
    ['src/card/khabar-card.ts', "export const load = () => import('../foot/foot.js');"],
    ['src/index.ts', "export type { Channel } from './foot/channels.js';"],
    ['src/article/json.ts', "import { html } from 'lit';"],
  ])('%s: %s is allowed', async (filename, code) => {
    expect(await complaints(filename, code)).toEqual([]);
  });

  it.each([
    ['src/article/readers.ts', "import { fetchJson } from '../fetching/fetch-json.js';"],
    ['src/language/dates.ts', "import { KhabarCard } from '../card/khabar-card.js';"],
    ['src/body/clean.ts', "import '../fetching/retries.js';"],
    ['src/body/clean.ts', "import type { RetryableError } from '../fetching/retries.js';"],
    ['src/body/clean.ts', "export { withRetries } from '../fetching/retries.js';"],
    ['src/body/clean.ts', "export * from '../fetching/retries.js';"],
    ['src/body/clean.ts', "const retry = import('../fetching/retries.js');"],
    ['src/card/khabar-card.ts', "import '../index.js';"],
  ])('%s: %s is an error', async (filename, code) => {
    expect(await complaints(filename, code)).toContainEqual(expect.stringContaining('The rooms of src/'));
  });

  it.each(readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory()))(
    'in each folder of src/: $name',
    async ({ name }) => {
      const messages = await complaints(`src/${name}/new-file.ts`, "import '../index.js';");
      expect(messages).toContainEqual(expect.stringContaining(`"${name}" knows`));
    },
  );

  it.each([
    ['src/card/khabar-card.ts', "import { Sharing } from '../foot/sharing.js';"],
    ['src/card/khabar-card.ts', "export { clean } from '../body/clean.js';"],
    ['src/index.ts', "import { clean } from './body/clean.js';"],
    ['src/embedding/snippets.ts', "import { mountFrame } from './frame/host-frame.js';"],
    ['src/language/words.ts', "import { words } from './locales/en.js';"],
  ])('%s: %s is an error, as parts of embed.js are reached by import()', async (filename, code) => {
    expect(await complaints(filename, code)).toContainEqual(expect.stringContaining('It is a part of embed.js'));
  });

  it('is true in circles of a single room, too', async () => {
    const code = "import { readArticle } from './readers.js';\nexport const a = readArticle;";
    expect(await complaints('src/article/article-error.ts', code)).toEqual([expect.stringContaining('cycle')]);
  });
});

describe('HTML enters src/ through the cleaning room alone', () => {
  it.each([
    'element.innerHTML = text;',
    "element['outerHTML'] = text;",
    'element[`innerHTML`] = text;',
    'Object.assign(element, { innerHTML: text });',
    "element.insertAdjacentHTML('beforeend', text);",
    'element.setHTMLUnsafe(text);',
    'new DOMParser();',
    'Document.parseHTMLUnsafe(text);',
    'range.createContextualFragment(text);',
    'frame.srcdoc = text;',
    "frame.setAttribute('srcdoc', text);",
    'html`<p .innerHTML=${text}></p>`;',
    'html`<iframe srcdoc=${text}></iframe>`;',
    'document.write(text);',
    "document['writeln'](text);",
    'element.ownerDocument.writeln(text);',
    'const { write } = document;',
    "document.execCommand('insertHTML', false, text);",
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';",
    "import { unsafeSVG } from 'lit-html/directives/unsafe-svg.js';",
    "import { unsafeStatic } from 'lit/static-html.js';",
    "import('lit/directives/unsafe-html.js');",
  ])('nowhere: %s', async (code) => {
    expect(await complaints('src/card/khabar-card.ts', code)).not.toEqual([]);
    expect(await complaints('src/embed.ts', code)).not.toEqual([]);
    expect(await complaints('src/body/clean.ts', code)).not.toEqual([]);
  });

  it.each([
    'Document.prototype.write.call(inert, text);',
    "import DOMPurify from 'dompurify';",
    "import('dompurify');",
  ])('in src/body/ only: %s', async (code) => {
    expect(await complaints('src/card/khabar-card.ts', code)).not.toEqual([]);
    expect(await complaints('src/body/clean.ts', code)).toEqual([]);
  });

  it.each(["stream.write('text');", "navigator.clipboard.writeText('text');", "import { html } from 'lit';"])(
    'and does not stand in the way of %s',
    async (code) => {
      expect(await complaints('src/card/khabar-card.ts', code)).toEqual([]);
    },
  );
});
