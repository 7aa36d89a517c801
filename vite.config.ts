// The only home of the build: what is shipped, from where, how; and the settings of the unit tests.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  defineConfig,
  type BuildEnvironmentOptions,
  type EnvironmentOptions,
  type Plugin,
  type ViteBuilder,
} from 'vite';
import type {} from 'vitest/config';
import { asciiOnly } from './build/ascii.js';
import { BUILDER_FOLDER, writeBuilder } from './build/builder.js';
import { addEarlierParts } from './build/earlier.js';
import { compactTemplatesPlugin } from './build/compact-templates.js';
import { leaveOutUnusedPurify } from './build/unused-purify.js';
import { Licences } from './build/licences.js';
import { minifyAgain } from './build/minify-again.js';
import { Parts } from './build/parts.js';
import { printWeights, writeProduct } from './build/product.js';
import { staticParts } from './build/static-parts.js';
import { cssTarget } from './build/styles.js';
import { rebuild } from './build/watch.js';
import { demo } from './demo/plugin.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const { version, dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};

/** Imports of what the package depends on. */
const ofPackages = new RegExp(`^(${Object.keys(dependencies).join('|')})(/|$)`);

/** Licences of what each file bundles; minifiers strip them from the source. */
const LICENCES: Readonly<Record<string, string>> = {
  'node_modules/lit': 'Lit (BSD-3-Clause)',
  'node_modules/dompurify': 'DOMPurify (Apache-2.0 OR MPL-2.0) in part',
  'drawing/icon': 'Tabler Icons (MIT)',
  'foot/icons': 'Tabler Icons (MIT)',
  'node_modules/character-entities-html4': 'character-entities-html4 (MIT)',
};

function banner({ moduleIds }: { readonly moduleIds: readonly string[] }): string {
  const bundled = Object.entries(LICENCES).filter(([path]) => moduleIds.some((id) => id.includes(path)));
  const names = new Set(bundled.map(([, name]) => name));
  return `/*! khabar ${version} | MIT${names.size > 0 ? ` | bundles ${[...names].join(', ')}` : ''} */`;
}

const licences = new Licences(root);

/** Languages but Arabic, which is in the entry. */
const languages = readdirSync(new URL('src/language/locales', import.meta.url))
  .map((file) => file.replace('.ts', ''))
  .filter((name) => /^[a-z]{2,3}$/.test(name) && name !== 'ar');

/** The files that embed.js loads when they are needed, `<version>/embed.<name>.js`. */
const parts = new Parts(
  root,
  {
    body: 'src/body/body.ts',
    markup: 'src/markup/markup.ts',
    foot: 'src/foot/foot.ts',
    tools: 'src/tools/tools.ts',
    dialects: 'src/dialects/dialects.ts',
    explain: 'src/explain/explain.ts',
    frames: 'src/embedding/frame/host-frame.ts',
    ...Object.fromEntries(languages.map((language) => [language, `src/language/locales/${language}.ts`])),
  },
  'src/load-part.ts',
  banner,
  version,
);

/** Servers that import what the package exports have no page. */
const inNode = 'if(typeof window=="undefined")return;';

// A second include of embed.js evaluates nothing, Lit included: it looks for new snippets, and says once in the console if it
// is of another version. An element with id="khabar" is window.khabar too, until the first include takes its place.
const intro = `${inNode}var k=window.khabar;if(!k||typeof k.scan!="function"){k=customElements.get("khabar-card");k=k&&k.embed}if(k){if(k.version!=="${version}"&&!k.others){k.others=!0;console.warn("khabar: version "+k.version+" is already running; this copy (${version}) is not used.")}k.scan(document,Reflect.get(Document.prototype,"currentScript",document));return}try{`;
// Lit throws while it is evaluated where Trusted Types do not allow its policy; old browsers throw elsewhere.
const outro = `}catch(error){console.error("khabar: not started, the page's own content stays."+(/policy/i.test(error)?" This page restricts Trusted Types. It must allow: lit-html khabar, and 'allow-duplicates' where it has a Lit of its own.":""),error)}`;

function environment(
  output: object,
  input: string | Record<string, string>,
  build: BuildEnvironmentOptions = {},
): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      target: 'es2022',
      lib: { formats: ['es'] },
      modulePreload: false,
      ...build,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: { postBanner: banner, ...output },
        ...build.rolldownOptions,
      },
    },
  };
}

/** One classic script. */
function script(
  file: string,
  input: string,
  output: object = {},
  build: BuildEnvironmentOptions = {},
): EnvironmentOptions {
  return environment({ entryFileNames: file, codeSplitting: false, ...output }, input, {
    lib: { formats: ['iife'] },
    ...build,
  });
}

/** Runs a plugin in one environment alone. */
function only(name: string, plugin: Plugin): Plugin {
  return { ...plugin, applyToEnvironment: (environment) => environment.name === name };
}

/** The library is for bundlers, which minify it themselves. */
const isBundled = ({ name }: { readonly name: string }) => name !== 'library';

/** Entries have the side effects. package.json says so of the shipped files alone, and bundlers believe it of the rest. */
const entries: Plugin = {
  name: 'entries',
  transform: (code, id) =>
    /\/src\/(?:index|embed|frame)\.ts$/.test(id) ? { code, map: null, moduleSideEffects: true } : null,
};

/** Makes the files of `dist/`, and the builder, which shows them. */
async function buildAll({ environments, build }: ViteBuilder): Promise<void> {
  parts.forget();
  licences.forget();
  for (const name of ['embed', 'parts', 'embed', 'single', 'frame', 'library']) await build(environments[name]!);
  await writeProduct(root, licences.document);
  for (const name of ['builder', 'preview']) await build(environments[name]!);
  await writeBuilder(root);
  await printWeights(root, version);
}

export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: {
    // For all environments: Vite then leaves `import()` as it is, without a preloader that a script has no use for.
    lib: { entry: 'src/index.ts', name: 'khabar' },
    // Vite reads these two here alone, not in an environment.
    cssMinify: 'lightningcss',
    cssTarget,
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [
    entries,
    compactTemplatesPlugin,
    leaveOutUnusedPurify,
    only('embed', parts.entryPlugin()),
    only('parts', parts.partsPlugin()),
    only('single', staticParts),
    ...[minifyAgain, asciiOnly, licences.plugin()].map((plugin) => ({ ...plugin, applyToEnvironment: isBundled })),
    rebuild(buildAll),
    demo(),
  ],
  environments: {
    embed: script('embed.js', 'src/embed.ts', { intro, outro }),
    parts: environment(
      {
        // CDNs keep embed.js for days behind an address that moves on: it finds the parts of its own version there.
        entryFileNames: `${version}/embed.[name].js`,
        chunkFileNames: `${version}/embed.[name].js`,
        postBanner: undefined,
        codeSplitting: { groups: [{ name: 'common', minShareCount: 2 }] },
      },
      parts.inputs,
      // Each is minified as the function that it becomes.
      { minify: false },
    ),
    /** The same as embed.js with all its parts in it, for pages that pin one file by its hash, and for frame.html. */
    single: script('embed.single.js', 'src/embed.ts', { intro, outro }),
    frame: script('frame.js', 'src/frame.ts', { intro: inNode }),
    /** The page that writes snippets, and the sandboxed page of its preview. */
    builder: script('builder.js', 'demo/builder/builder.ts', {}, { outDir: BUILDER_FOLDER }),
    preview: script('preview.js', 'demo/builder/preview.ts', {}, { outDir: BUILDER_FOLDER }),
    /** For npm: one file for each module, so that bundlers and import maps share Lit and DOMPurify with the page. */
    library: environment(
      {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // A sheet stands beside the module of the same name.
        entryFileNames: ({ facadeModuleId }: { facadeModuleId: string | null }) =>
          facadeModuleId?.includes('.css') ? 'lib/[name].css.js' : 'lib/[name].js',
        postBanner: undefined,
      },
      {
        index: 'src/index.ts',
        'card/khabar-card': 'src/card/khabar-card.ts',
        'oembed/index': 'src/oembed/index.ts',
      },
      { minify: false, sourcemap: true, rolldownOptions: { external: ofPackages } },
    ),
  },
  builder: {
    sharedConfigBuild: true,
    async buildApp(builder) {
      for (const folder of ['dist', BUILDER_FOLDER])
        rmSync(new URL(folder, import.meta.url), { recursive: true, force: true });
      await buildAll(builder);
      const earlier = addEarlierParts(`${root}releases`, `${root}dist`);
      if (earlier.length > 0) console.log(`With the parts of ${earlier.join(', ')}.`);
    },
  },
  test: {
    environment: 'node',
    include: ['tests/{unit,built}/**/*.test.ts'],
    // For a busy machine; nothing here waits for long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: 'tests/unit/support/setup.ts',
    // The files share what they import, a quarter of their time: no pure function keeps anything from one to the next.
    isolate: false,
  },
});
