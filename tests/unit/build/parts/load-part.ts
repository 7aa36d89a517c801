import { needCommon, shared } from 'virtual:shared';

type File = { readonly default: (shared: readonly unknown[], common: unknown) => unknown };

export async function loadPart(name: string): Promise<unknown> {
  const file = (await import(new URL(/* @vite-ignore */ `./${name}.js`, import.meta.url).href)) as File;
  return file.default(shared(), needCommon.includes(name) ? await loadPart('common') : undefined);
}
