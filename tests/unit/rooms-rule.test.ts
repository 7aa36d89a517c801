import { ESLint, Linter, RuleTester } from 'eslint';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { rooms } from '../../eslint/rooms.js';

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

function file(filename: string, code: string) {
  return { name: `${filename}: ${code}`, filename: resolve(filename), code };
}

function forbidden(filename: string, code: string, message: RegExp | string) {
  return { ...file(filename, code), errors: [{ message }] };
}

tester.run('rooms', rooms, {
  valid: [
    // Down the table.
    file('src/card/khabar-card.ts', "import { read } from '../article/readers.js';"),
    file('src/card/drawn.ts', "import { clean } from '../body/clean.js';"),
    file('src/fetching/fetch-json.ts', "import type { ArticleError } from '../article/article-error.js';"),
    file('src/embed.ts', "import { KhabarCard } from './card/khabar-card.js';"),
    // Within a room.
    file('src/article/readers.ts', "export * from './json-feed.js';"),
    file('src/card/head/meta.ts', "import { reservedSize } from '../reserve.js';"),
    // Between entries, and everybody may read the version.
    file('src/embed.ts', "import './index.js';"),
    file('src/embed.ts', "import { version } from './version.js';"),
    file('src/card/khabar-card.ts', "import { version } from '../version.js';"),
    // An entry exports what an article is, and the types of what its users meet.
    file('src/index.ts', "export { ArticleError } from './article/article-error.js';"),
    file('src/index.ts', "export type { Channel } from './foot/channels.js';"),
    file('src/index.ts', "import { type Channel } from './foot/channels.js';"),
    // Packages, files outside src/, and things that are no import.
    file('src/article/json.ts', "import { html } from 'lit';"),
    file('tests/unit/article.test.ts', "import { read } from '../../src/article/readers.js';"),
    file('src/article/json.ts', 'const name = 1; export { name };'),
    file('src/article/json.ts', 'export const load = (path) => import(path);'),
  ],
  invalid: [
    // Up the table.
    forbidden(
      'src/article/readers.ts',
      "import { fetchJson } from '../fetching/fetch-json.js';",
      '"article" may not import from "fetching". It knows no other room.',
    ),
    forbidden(
      'src/language/dates.ts',
      "import { card } from '../card/khabar-card.js';",
      '"language" may not import from "card". It knows: article, networks.',
    ),
    // Sideways, in each form that an import has.
    forbidden('src/body/clean.ts', "import { withRetries } from '../fetching/retries.js';", /"body".+"fetching"/),
    forbidden('src/body/clean.ts', "import '../fetching/retries.js';", /"body".+"fetching"/),
    forbidden(
      'src/body/clean.ts',
      "import type { RetryableError } from '../fetching/retries.js';",
      /"body".+"fetching"/,
    ),
    forbidden('src/body/clean.ts', "export { withRetries } from '../fetching/retries.js';", /"body".+"fetching"/),
    forbidden('src/body/clean.ts', "export * from '../fetching/retries.js';", /"body".+"fetching"/),
    forbidden('src/body/clean.ts', "const retry = import('../fetching/retries.js');", /"body".+"fetching"/),
    forbidden('src/body/clean.ts', 'const retry = import(`../fetching/retries.js`);', /"body".+"fetching"/),
    forbidden(
      'src/body/clean.ts',
      "let failure: import('../fetching/retries.js').RetryableError;",
      /"body".+"fetching"/,
    ),
    // Entries.
    forbidden('src/card/khabar-card.ts', "import '../index.js';", /"card" may not import from "entries"/),
    forbidden('src/embed.ts', "import { clean } from './body/clean.js';", /"entries" may not import from "body"/),
    forbidden(
      'src/index.ts',
      "export { addressOf } from './foot/channels.js';",
      '"entries" may import only types from "foot".',
    ),
    forbidden(
      'src/index.ts',
      "import { addressOf, type Channel } from './foot/channels.js';",
      '"entries" may import only types from "foot".',
    ),
    // Rooms that nobody decided on.
    forbidden('src/kitchen/pot.ts', 'export const pot = 1;', /"kitchen" is not a room/),
    forbidden('src/card/icons.ts', "import { pot } from '../kitchen/pot.js';", /"card" may not import from "kitchen"/),
    // Names that say nothing.
    forbidden('src/card/utils.ts', 'export const a = 1;', /"utils\.ts" says nothing/),
    forbidden('src/card/helpers/dates.ts', 'export const a = 1;', /"helpers" says nothing/),
    forbidden('tests/unit/common.test.ts', 'export const a = 1;', /"common\.test\.ts" says nothing/),
    forbidden('scripts/misc.mjs', 'export const a = 1;', /"misc\.mjs" says nothing/),
  ],
});

describe('HTML enters src/ through the cleaning room alone', () => {
  /** The restrictions of the project's own configuration, without the type information that real files need. */
  let restrictions: (filename: string) => Promise<Linter.Config>;

  beforeAll(() => {
    const eslint = new ESLint();
    restrictions = async (filename) => {
      const { rules } = (await eslint.calculateConfigForFile(filename)) as { rules: Linter.RulesRecord };
      const own = Object.entries(rules).filter(([name]) => name.startsWith('no-restricted-'));
      return { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, rules: Object.fromEntries(own) };
    };
  });

  async function complaints(filename: string, code: string): Promise<number> {
    return new Linter().verify(code, await restrictions(filename), { filename }).length;
  }

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
    expect(await complaints('src/card/khabar-card.ts', code)).toBeGreaterThan(0);
    expect(await complaints('src/embed.ts', code)).toBeGreaterThan(0);
    expect(await complaints('src/body/clean.ts', code)).toBeGreaterThan(0);
  });

  it.each([
    'Document.prototype.write.call(inert, text);',
    "import DOMPurify from 'dompurify';",
    "import('dompurify');",
  ])('in src/body/ only: %s', async (code) => {
    expect(await complaints('src/card/khabar-card.ts', code)).toBeGreaterThan(0);
    expect(await complaints('src/body/clean.ts', code)).toBe(0);
  });

  it.each(["stream.write('text');", "navigator.clipboard.writeText('text');", "import { html } from 'lit';"])(
    'and does not stand in the way of %s',
    async (code) => {
      expect(await complaints('src/card/khabar-card.ts', code)).toBe(0);
    },
  );
});
