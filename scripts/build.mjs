// Builds dist/: embed.js and its chunks (each a file that imports nothing of the others), the npm library with its types,
// the custom elements manifest and the JSON Schema. Prints the sizes a reader's browser downloads.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compactTemplates, compactTemplatesPlugin } from './compact-templates.mjs';

const root = new URL('..', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));
const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));

/** Licences of what is bundled; minifiers strip them from the source. */
const banner = `/*! khabar ${version} | MIT | bundles Lit (BSD-3-Clause), DOMPurify (Apache-2.0 OR MPL-2.0), Tabler Icons (MIT), character-entities-html4 (MIT) */`;

/**
 * A host page may be windows-1256 and its server name no charset: only ASCII reads the same everywhere. Lit reads the
 * cooked strings of a template, so an escape is as good as the letter.
 */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      chunk.code = chunk.code.replace(
        /[^\x00-\x7F]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/** For the same reason; what a server says of the encoding goes before the page's own word. */
const asciiHtml = (html) => html.replace(/[^\x00-\x7F]/gu, (letter) => `&#${letter.codePointAt(0)};`);

/** Every language but the two that are in embed.js. */
const furtherLanguages = (await readdir(path('src/language/locales')))
  .map((file) => /^([a-z]{2,3})\.ts$/.exec(file)?.[1])
  .filter((language) => language && language !== 'ar' && language !== 'en');

/** What embed.js loads by absolute address, as chunks of their own; see load-cleaner.embed.ts. */
const byAddress = {
  '/load-cleaner.js': 'src/body/load-cleaner.embed.ts',
  '/load-words.js': 'src/language/load-words.embed.ts',
  '/load-dialects.js': 'src/card/load-dialects.embed.ts',
};
const chunksByAddress = {
  name: 'chunks-by-address',
  enforce: 'pre',
  resolveId(id) {
    const loader = Object.keys(byAddress).find((name) => id.endsWith(name));
    return loader ? path(byAddress[loader]) : null;
  },
};

/** The style sheet is half white space and comments, and no minifier looks into template literals. */
const smallerStyles = {
  name: 'smaller-styles',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/styles.ts')) return null;
    const smaller = (css) =>
      css
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,]) ?/g, '$1')
        .replace(/: /g, ':');
    return { code: code.replace(/(?<=css`)[^`]+(?=`)/, smaller), map: null };
  },
};

async function bundle(entry, file, { format, intro = '', outro = '', plugins = [] }) {
  await build({
    root: path('.'),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [...plugins, smallerStyles, compactTemplatesPlugin, asciiOnly],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: path('dist'),
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      // Vite then leaves the imports of the single file as they are, without a preloader that it has no use for.
      ...(format === 'iife' && { lib: { entry: path(entry), formats: [format], name: 'khabar' } }),
      rolldownOptions: {
        input: path(entry),
        preserveEntrySignatures: 'strict',
        output: { format, entryFileNames: file, codeSplitting: false, intro, outro, postBanner: banner },
      },
    },
  });
}

await rm(path('dist'), { recursive: true, force: true });

const element = {
  format: 'iife',
  // Before anything of this file, Lit included, is evaluated: a second include only looks for new snippets, and says once
  // in the console if it is of another version. An element with id="khabar" is window.khabar too, until the first include
  // has put the real one in its place.
  intro: `var k=window.khabar;if(!k||typeof k.scan!="function"){k=customElements.get("khabar-card");k=k&&k.embed}if(k){if(k.version!=="${version}"&&!k.others){k.others=!0;console.warn("khabar: version "+k.version+" is already running; this copy (${version}) is not used.")}k.scan(document,Reflect.get(Document.prototype,"currentScript",document));return}try{`,
  // Where Trusted Types do not allow Lit's policy, Lit throws while it is evaluated; so do old browsers, elsewhere. The
  // page keeps its own content, and its console says why.
  outro: `}catch(error){console.error("khabar: not started, the page's own content stays. If this page restricts Trusted Types, it must allow: lit-html khabar, and 'allow-duplicates' where it has a Lit of its own",error)}`,
};
await bundle('src/embed.ts', 'embed.js', { ...element, plugins: [chunksByAddress] });
// The same with all its chunks in it, for pages that pin one file by its hash, and for frame.html.
await bundle('src/embed.ts', 'embed.single.js', element);
await bundle('src/frame.ts', 'frame.js', { format: 'iife' });
await cp(path('types'), path('dist/types'), { recursive: true });
await writeFile(path('dist/frame.html'), asciiHtml(await readFile(path('src/frame.html'), 'utf8')));
await copyFile(path('src/fallback.css'), path('dist/fallback.css'));
await bundle('src/body/clean.ts', 'embed.body.js', { format: 'es' });
await bundle('src/dialects/dialects.ts', 'embed.dialects.js', { format: 'es' });
for (const language of furtherLanguages)
  await bundle(`src/language/locales/${language}.ts`, `embed.${language}.js`, { format: 'es' });

const run = (command, ...args) =>
  execFileSync(process.execPath, [path(`node_modules/${command}`), ...args], { cwd: path('.'), stdio: 'inherit' });
run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
for (const file of await readdir(path('dist/lib'), { recursive: true })) {
  if (!file.endsWith('.js')) continue;
  const code = await readFile(path(`dist/lib/${file}`), 'utf8');
  await writeFile(path(`dist/lib/${file}`), compactTemplates(code));
}
run(
  '@custom-elements-manifest/analyzer/cem.js',
  'analyze',
  '--litelement',
  '--quiet',
  '--globs',
  'src/card/{khabar-card,events}.ts',
  '--outdir',
  'dist',
);

// The manifest speaks of what is shipped: built paths, no private members, and where the element is defined.
const manifest = JSON.parse(
  (await readFile(path('dist/custom-elements.json'), 'utf8')).replace(/src\/([\w/-]+)\.ts/g, 'dist/lib/$1.js'),
);
for (const declaration of manifest.modules.flatMap(({ declarations }) => declarations)) {
  declaration.members = declaration.members?.filter(({ privacy }) => privacy !== 'private');
  declaration.events = declaration.events?.filter(({ name }) => name);
}
const card = { name: 'KhabarCard', module: 'dist/lib/card/khabar-card.js' };
manifest.modules.push({
  kind: 'javascript-module',
  path: 'dist/lib/index.js',
  declarations: [],
  exports: [{ kind: 'custom-element-definition', name: 'khabar-card', declaration: card }],
});
await writeFile(path('dist/custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
await copyFile(path('schema/article.schema.json'), path('dist/article.schema.json'));

/** SRI hashes (Subresource Integrity, W3C) of the files that a page names itself; of chunks, no page could give them. */
const integrity = {};
for (const file of ['embed.js', 'embed.single.js', 'frame.js', 'fallback.css']) {
  const hash = createHash('sha384').update(await readFile(path(`dist/${file}`)));
  integrity[file] = `sha384-${hash.digest('base64')}`;
}
await writeFile(path('dist/integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);

async function sizeOf(file) {
  const code = await readFile(path(`dist/${file}`));
  const compressed = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { file: `dist/${file}`, minified: code.length, brotli: compressed.length };
}
function together(label, files) {
  const sum = (key) => files.reduce((total, file) => total + file[key], 0);
  return { file: label, minified: sum('minified'), brotli: sum('brotli') };
}
const entry = await sizeOf('embed.js');
const body = await sizeOf('embed.body.js');
const dialects = await sizeOf('embed.dialects.js');
const words = await Promise.all(furtherLanguages.map((language) => sizeOf(`embed.${language}.js`)));
const largest = words.reduce((one, other) => (one.brotli > other.brotli ? one : other));
const sizes = [
  entry,
  await sizeOf('embed.single.js'),
  await sizeOf('frame.js'),
  body,
  dialects,
  { ...largest, file: `${largest.file}, the largest of the other languages` },
  together("a default card of Khabar's own JSON", [entry, body]),
  together('a card of any other dialect', [entry, body, dialects]),
];
await writeFile(path('dist/sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
console.table(sizes);
