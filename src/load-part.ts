// How embed.js loads its parts: build/parts.ts puts a call of this in the place of each `import()`.
import { needCommon, shared } from 'virtual:shared';
import { ownAddress } from './own-script.js';
import { version } from './version.js';

/** Takes the values of the entry, and of the part `common`, and returns the exports of the part. */
type PartFile = {
  readonly version: string;
  readonly default: (shared: readonly unknown[], common: unknown) => unknown;
};

const loaded = new Map<string, Promise<unknown>>();
const failures = new Map<string, number>();

/** The exports of a part of embed.js. A part that is lost on its way can be asked for again. */
export function loadPart(name: string): Promise<unknown> {
  let part = loaded.get(name);
  if (!part) {
    part = Promise.all([fileOf(name), needCommon.includes(name) ? loadCommon() : undefined]).then(([file, common]) =>
      file.default(shared(), common),
    );
    loaded.set(name, part);
    part.catch(() => loaded.delete(name));
  }
  return part;
}

/** Asked for twice, as several parts wait for it: else those who lose it would need more tries than one that comes alone. */
function loadCommon(): Promise<unknown> {
  return loadPart('common').catch(() => loadPart('common'));
}

async function fileOf(name: string): Promise<PartFile> {
  if (ownAddress === '') throw new Error('embed.js cannot tell where it is from: include it by <script src>.');
  const before = failures.get(name) ?? 0;
  try {
    // Absolute: Chromium resolves a relative import() of a classic script from another origin against nothing. Browsers
    // remember by the whole address that a module could not be loaded (HTML, "module map"), so the fragment counts.
    const address = new URL(`${version}/embed.${name}.js${before ? `#${before}` : ''}`, ownAddress).href;
    const file = (await import(/* @vite-ignore */ address)) as PartFile;
    // It would take the values of the entry in the order of another build.
    if (file.version !== version) throw new Error(`${address} is of version ${file.version}, not ${version}.`);
    return file;
  } catch (error) {
    failures.set(name, before + 1);
    throw error;
  }
}
