import { defineConfig, globalIgnores } from 'eslint/config';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';

// One door for HTML: only the cleaning room, src/body/, turns text into elements. What opens another door is
// forbidden as a member, as a string (`element['innerHTML']`, `setAttribute('srcdoc')`) and in a template.
const DOORS = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTML',
  'setHTMLUnsafe',
  'parseHTML',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'DOMParser',
  'srcdoc',
  'insertHTML',
];
const UNSAFE_DIRECTIVES = '^lit(-html)?/directives/unsafe-';
const CLEANER = 'dompurify';

/** ESLint replaces a rule's options by those of a later block, so each block gets the whole list. */
function noDoors({ cleaner }) {
  const name = `/^(${DOORS.join('|')})$/`;
  const message = 'HTML enters the page through src/html/ and src/body/ alone.';
  const unsafe = [UNSAFE_DIRECTIVES, ...(cleaner ? [] : [`^${CLEANER}$`])].map((pattern) =>
    // A slash would end the regular expression of a selector.
    pattern.replaceAll('/', '\\u002F'),
  );
  return {
    'no-restricted-syntax': [
      'error',
      { selector: `Identifier[name=${name}]`, message },
      { selector: `Literal[value=${name}]`, message },
      { selector: `TemplateElement[value.raw=/\\b(${DOORS.join('|')})\\b/i]`, message },
      { selector: 'MemberExpression[object.name=/doc/i][property.name=/^write(ln)?$/]', message },
      { selector: 'MemberExpression[object.property.name=/document/i][property.name=/^write(ln)?$/]', message },
      { selector: 'MemberExpression[object.name=/doc/i][property.value=/^write(ln)?$/]', message },
      { selector: 'MemberExpression[object.property.name=/document/i][property.value=/^write(ln)?$/]', message },
      // The one door of the cleaning room, into an inert document.
      ...(cleaner ? [] : [{ selector: 'MemberExpression[object.property.name=/^write(ln)?$/]', message }]),
      { selector: 'VariableDeclarator[init.name=/doc/i] > ObjectPattern > Property[key.name=/^write(ln)?$/]', message },
      ...unsafe.map((pattern) => ({ selector: `ImportExpression > Literal[value=/${pattern}/]`, message })),
    ],
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: UNSAFE_DIRECTIVES, message },
          { regex: '^lit(-html)?/static(-html)?\\.js$', importNames: ['unsafeStatic'], message },
          ...(cleaner ? [] : [{ regex: `^${CLEANER}$`, message }]),
        ],
      },
    ],
  };
}

// The page's time: each of these has the browser lay out, or style, the page as it is at that moment. A drawing that asks
// has just spoilt both, so that a page of cards is laid out once for each. An observer's entry tells the same at no cost.
const LAYOUT = [
  ...[
    'clientWidth',
    'clientHeight',
    'clientTop',
    'clientLeft',
    'offsetWidth',
    'offsetHeight',
    'offsetTop',
    'offsetLeft',
  ],
  ...[
    'offsetParent',
    'scrollWidth',
    'scrollHeight',
    'scrollTop',
    'scrollLeft',
    'getBoundingClientRect',
    'getClientRects',
  ],
  ...['computedStyleMap', 'checkVisibility', 'innerText', 'outerText', 'getComputedStyle', 'innerWidth', 'innerHeight'],
  ...['scrollX', 'scrollY', 'pageXOffset', 'pageYOffset', 'elementFromPoint', 'elementsFromPoint'],
];
const noLayout = {
  'no-restricted-properties': [
    'error',
    ...LAYOUT.map((property) => ({ property, message: 'It lays out the page; let an observer tell.' })),
  ],
  'no-restricted-globals': [
    'error',
    ...LAYOUT.map((name) => ({ name, message: 'It lays out the page; let an observer tell.' })),
  ],
};

// The rooms of src/, and what each may import from, types included. To let a room know another one is a decision about the
// design; it is made in this table. The files directly in src/ are the ways in which a page gets the element.
const ROOMS = {
  article: [],
  hidden: [],
  html: ['article'],
  markup: ['article', 'hidden', 'html'],
  networks: ['article'],
  language: ['article', 'networks'],
  scheduling: ['article'],
  fetching: ['article'],
  drawing: ['article', 'language'],
  dialects: ['article', 'fetching', 'hidden', 'html', 'language', 'networks'],
  body: ['article', 'drawing', 'hidden', 'html', 'language', 'markup', 'networks', 'scheduling'],
  foot: ['article', 'drawing', 'language', 'networks'],
  tools: ['article', 'drawing', 'language'],
  explain: ['article'],
  card: [
    'article',
    'body',
    'dialects',
    'drawing',
    'explain',
    'fetching',
    'foot',
    'language',
    'markup',
    'networks',
    'scheduling',
    'tools',
    'version.ts',
  ],
  embedding: ['article', 'card', 'fetching', 'own-script.ts'],
  oembed: ['article', 'card/settings.ts', 'dialects', 'embedding/frame/frame-address.ts', 'language'],
};
const zones = Object.entries(ROOMS).map(([room, known]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...known].map((name) => `./${name}`),
  message: `The rooms of src/ and their imports are listed in eslint.config.js. "${room}" knows: ${known.join(', ') || 'no other'}.`,
}));
/** Parts of embed.js. Whoever is in the first flight reaches them by `import()`, and knows their types. */
const PARTS = ['body', 'markup', 'html', 'foot', 'tools', 'explain', 'dialects'];
/** For publishers' servers. No reader downloads it. */
const SERVERS = ['oembed'];
const roomFiles = (rooms) => rooms.map((room) => `src/${room}/**/*.ts`);

const nodeGlobals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']));
// A browser's names as TypeScript's own library lists them, which is less to keep than a list here.
const dom = readFileSync(fileURLToPath(import.meta.resolve('typescript/lib/lib.dom.d.ts')), 'utf8');
const browserGlobals = Object.fromEntries(
  [...dom.matchAll(/^declare (?:var|function) (\w+)/gm)].map(([, name]) => [name, 'readonly']),
);

export default defineConfig(
  globalIgnores(['**/dist/', 'site/', 'coverage/', 'examples/**/*.tsx', 'examples/**/*.vue']),
  {
    name: 'everything',
    files: ['**/*.{js,mjs,ts}'],
    extends: [tseslint.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-cond-assign': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-duplicate-case': 'error',
      'no-fallthrough': 'error',
      'no-irregular-whitespace': 'error',
      'no-misleading-character-class': 'error',
      'no-self-assign': 'error',
      'no-sparse-arrays': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'use-isnan': 'error',
      'valid-typeof': 'error',
      // Which is how a global map of events is added to.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    name: 'source',
    files: ['src/**/*.ts'],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      litA11y.configs.recommended,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Safari takes a list whose markers are hidden for no list, unless its role is written out.
      'lit-a11y/no-redundant-role': 'off',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/lifecycle-super': 'error',
      'wc/no-closed-shadow-root': 'error',
      'wc/no-typos': 'error',
      'wc/require-listener-teardown': 'error',
      ...noDoors({ cleaner: false }),
      ...noLayout,
    },
  },
  {
    name: 'rooms',
    files: ['src/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts'], extensionAlias: { '.js': ['.ts'] } })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
    },
  },
  {
    name: 'the first flight',
    files: ['src/*.ts', ...roomFiles(Object.keys(ROOMS).filter((room) => ![...PARTS, ...SERVERS].includes(room)))],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `/(${PARTS.join('|')})/|/frame/host-frame|/locales/(?!ar)`,
              allowTypeImports: true,
              message: 'It is a part of embed.js: import() it.',
            },
          ],
        },
      ],
    },
  },
  {
    // A frame is measured where it is made, and inside, when its card has changed: its height is what the page asks for.
    name: 'frames',
    files: ['src/frame.ts', 'src/embedding/frame/host-frame.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-globals': 'off' },
  },
  {
    name: 'the cleaning room',
    files: ['src/body/**/*.ts', 'src/html/**/*.ts'],
    rules: noDoors({ cleaner: true }),
  },
  {
    name: 'tests',
    files: ['tests/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // chai: `expect(card).to.exist`
      '@typescript-eslint/no-unused-expressions': 'off',
      // A test that forgets to wait passes whatever happens.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    name: 'programs and configuration',
    files: ['**/*.mjs', '*.js', 'eslint/**/*.js'],
    languageOptions: { globals: nodeGlobals },
    rules: { 'no-undef': 'error' },
  },
  {
    name: 'programs that run code in pages',
    files: ['tests/bench/**/*.mjs', 'tests/built/apps/*.mjs'],
    languageOptions: { globals: { ...nodeGlobals, ...browserGlobals } },
  },
  {
    name: 'the build and the demo',
    files: ['build/**/*.ts', 'demo/**/*.ts', 'vite.config.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
);
