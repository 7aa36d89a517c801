import { dirname, resolve } from 'node:path';
import { minifySync, parseAst, type Plugin, type Rolldown } from 'vite';

/** Import this to get what the parts of a bundle share with its entry; see {@link Parts}. */
const SHARED = 'virtual:shared';
/** Stands before the path of a module that the entry has and a part imports. */
const OF_ENTRY = 'entry:';
/** The `import()` of a file of the project, with its specifier. */
export const IMPORT = /\bimport\((['"])(\.[^'"]+)\1\)/g;

/**
 * Splits a classic script into an entry and parts that are loaded later, so that no line is shipped twice. The source
 * imports everything in the ordinary way. The bundle is built in three steps:
 *
 * 1. the entry, to learn which modules are in it;
 * 2. the parts: each becomes a module whose default export is a function. It takes the entry's values, and those of the
 *    part `common`, which holds what several parts need and the entry does not, and returns the part's exports. Values are
 *    taken by their place in a list, so that a part belongs to the entry of its own version, which it exports as `version`;
 * 3. the entry again, with a list of all values that parts import from it.
 *
 * An ES module could not import them from the entry by itself: a classic script has no exports.
 */
export class Parts {
  /** Absolute paths of the modules that `import()` reaches, by the part's name. */
  readonly #files: ReadonlyMap<string, string>;
  /** Source of the function `loadPart(name)`. */
  readonly #loader: string;
  readonly #banner: (chunk: Rolldown.OutputChunk) => string;
  readonly #version: string;
  readonly #inEntry = new Set<string>();
  readonly #shared: string[] = [];
  readonly #needCommon = new Set<string>();

  constructor(
    root: string,
    files: Readonly<Record<string, string>>,
    loader: string,
    banner: (chunk: Rolldown.OutputChunk) => string,
    version: string,
  ) {
    this.#files = new Map(Object.entries(files).map(([name, file]) => [name, resolve(root, file)]));
    this.#loader = resolve(root, loader);
    this.#banner = banner;
    this.#version = version;
  }

  /** The inputs of the build of the parts. */
  get inputs(): Record<string, string> {
    return Object.fromEntries(this.#files);
  }

  /** Resets the state. Call it before the first step. */
  forget(): void {
    this.#inEntry.clear();
    this.#shared.length = 0;
    this.#needCommon.clear();
  }

  /** For the entry, in both of its builds. */
  entryPlugin(): Plugin {
    const inEntry = this.#inEntry;
    return {
      name: 'parts:entry',
      resolveId: (id) => (id === SHARED ? `\0${SHARED}` : null),
      load: (id) => (id === `\0${SHARED}` ? this.#sharedModule() : null),
      transform: (code, id) => this.#reachParts(code, id),
      buildEnd() {
        for (const id of this.getModuleIds()) if (!id.startsWith('\0')) inEntry.add(id);
      },
    };
  }

  /** For the parts, which are the inputs of one build. */
  partsPlugin(): Plugin {
    const inEntry = this.#inEntry;
    return {
      name: 'parts:parts',
      enforce: 'pre',
      async resolveId(id, importer, options) {
        const found = importer && (await this.resolve(id, importer, { ...options, skipSelf: true }));
        return found && inEntry.has(found.id) ? { id: OF_ENTRY + found.id, external: true } : found || null;
      },
      transform: { order: 'post', handler: (code, id) => this.#reachParts(code, id) },
      generateBundle: {
        order: 'post',
        handler: (_, bundle) => {
          for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = this.#asFunction(chunk);
        },
      },
    };
  }

  /** `import('./foot.js')` of a part becomes `loadPart('foot')`. */
  #reachParts(code: string, id: string): { code: string; map: null } | null {
    let isChanged = false;
    const changed = code.replace(IMPORT, (all, _, specifier: string) => {
      const file = resolve(dirname(id), specifier).replace(/\.js$/, '.ts');
      const part = [...this.#files].find(([, path]) => path === file);
      if (!part) return all;
      isChanged = true;
      return `loadPart('${part[0]}')`;
    });
    return isChanged
      ? { code: `import { loadPart } from ${JSON.stringify(this.#loader)};\n${changed}`, map: null }
      : null;
  }

  /** A function, as modules that import one another may be evaluated before what they share. */
  #sharedModule(): string {
    const imports = this.#shared.map((value, index) => {
      const [module, name] = value.split('#');
      return `import { ${name} as v${index} } from ${JSON.stringify(module)};`;
    });
    const values = this.#shared.map((_, index) => `v${index}`).join();
    return `${imports.join('\n')}\nexport const shared = () => [${values}];\nexport const needCommon = ${JSON.stringify([...this.#needCommon].sort())};`;
  }

  #place(module: string, name: string): number {
    const value = `${module}#${name}`;
    const known = this.#shared.indexOf(value);
    return known === -1 ? this.#shared.push(value) - 1 : known;
  }

  #asFunction(chunk: Rolldown.OutputChunk): string {
    const { code } = chunk;
    const ofEntry: string[] = [];
    let ofCommon = '';
    let exported = '';
    let body = '';
    let end = 0;
    for (const node of parseAst(code).body) {
      const isImport = node.type === 'ImportDeclaration';
      if (!isImport && node.type !== 'ExportNamedDeclaration') continue;
      body += code.slice(end, node.start);
      end = node.end;
      if (isImport) {
        const from = node.source.value;
        const names = node.specifiers.map((specifier) => {
          if (specifier.type !== 'ImportSpecifier') throw new Error(`${chunk.fileName} imports all of ${from}.`);
          return [nameOf(specifier.imported), specifier.local.name] as const;
        });
        if (from.startsWith(OF_ENTRY))
          for (const [name, local] of names) ofEntry[this.#place(from.slice(OF_ENTRY.length), name)] = local;
        else ofCommon = names.map(([name, local]) => `${name}:${local}`).join();
      } else exported = node.specifiers.map(({ exported, local }) => `${nameOf(exported)}:${nameOf(local)}`).join();
    }
    if (ofCommon) this.#needCommon.add(chunk.name);
    const taken = `[${Array.from(ofEntry, (local) => local ?? '').join()}]${ofCommon ? `,{${ofCommon}}` : ''}`;
    const whole = `export const version=${JSON.stringify(this.#version)};export default(${taken})=>{${body}${code.slice(end)};return{${exported}}}`;
    return `${this.#banner(chunk)}\n${minifySync(chunk.fileName, whole, { module: true }).code}`;
  }
}

function nameOf(node: { readonly type: string; readonly name?: string; readonly value?: unknown }): string {
  return node.type === 'Identifier' ? node.name! : String(node.value);
}
