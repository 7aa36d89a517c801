import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Work of others that stands in the source, and no package: the modules that hold it, and its licence. */
const COPIED = [{ name: 'Tabler Icons', modules: /\/src\/(?:drawing\/icon|foot\/icons)\.ts$/, licence: 'MIT' }];

interface Work {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  readonly files: Set<string>;
}

/** What the built scripts bundle, with versions and licences. Minifiers strip them from the scripts themselves. */
export class Licences {
  readonly #works = new Map<string, Work>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  forget(): void {
    this.#works.clear();
  }

  /** For each build whose files a page loads. */
  plugin(): Plugin {
    return {
      name: 'licences',
      generateBundle: {
        order: 'post',
        handler: (_, bundle) => {
          for (const chunk of Object.values(bundle))
            if (chunk.type === 'chunk') for (const id of chunk.moduleIds) this.#workOf(id)?.files.add(chunk.fileName);
        },
      },
    };
  }

  /** `licenses.md`. */
  get document(): string {
    const works = [...this.#works.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
    const rows = works.map(
      ({ name, version, licence, files }) => `| ${name} | ${version} | ${licence} | ${[...files].sort().join(', ')} |`,
    );
    const texts = works.map(
      ({ name, version, text }) => `## ${name} ${version}\n\n\`\`\`\`\n${text.trim()}\n\`\`\`\`\n`,
    );
    return [
      '# What the scripts bundle\n',
      'The scripts in this folder hold these works of others, minified, and without what a card does not use. The modules in `lib/`',
      'hold the icons alone: an app installs the packages.\n',
      '| work | version | licence | in |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
      ...texts,
    ].join('\n');
  }

  #workOf(id: string): Work | undefined {
    const file = id.replace(/^\0/, '').replace(/\?.*/, '');
    const [, folder, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(file) ?? [];
    if (folder && name) return this.#known(name, () => ofPackage(folder));
    const copied = COPIED.find(({ modules }) => modules.test(file));
    return copied && this.#known(copied.name, () => this.#ofCopy(copied, file));
  }

  #known(name: string, make: () => Omit<Work, 'name' | 'files'>): Work {
    const work = this.#works.get(name) ?? { name, ...make(), files: new Set<string>() };
    this.#works.set(name, work);
    return work;
  }

  /** The comment above what was copied says which version it is from. */
  #ofCopy({ name, licence }: (typeof COPIED)[number], file: string): Omit<Work, 'name' | 'files'> {
    const words = readFileSync(file, 'utf8').replace(/\s+\*\s+/g, ' ');
    const version = new RegExp(`${name} (\\d+\\.\\d+\\.\\d+)`).exec(words)?.[1];
    if (!version) throw new Error(`${file} does not say which version of ${name} it has copied.`);
    const text = resolve(this.#root, `build/licences/${name.toLowerCase().replaceAll(' ', '-')}.txt`);
    return { version, licence, text: readFileSync(text, 'utf8') };
  }
}

function ofPackage(folder: string): Omit<Work, 'name' | 'files'> {
  const { version, license } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name));
  if (!file) throw new Error(`${folder} has no licence.`);
  return { version, licence: license.replace(/^\((.*)\)$/, '$1'), text: readFileSync(resolve(folder, file), 'utf8') };
}
