import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin, ViteBuilder } from 'vite';

/** Milliseconds in which an editor has written all that it saves at once. */
const SAVING = 100;

/** Folders that the product is made from. */
const SOURCES = ['src', 'types', 'schema', 'demo/builder'];

/**
 * `vite build --watch`: builds everything again after each change of the source. Vite's own watching does not do: it builds
 * each environment by itself, and these build on one another.
 */
export function rebuild(buildAll: (builder: ViteBuilder) => Promise<void>): Plugin {
  let isWatching = false;
  return {
    name: 'rebuild',
    apply: 'build',
    config({ build }) {
      isWatching = Boolean(build?.watch);
      if (build) build.watch = null;
    },
    buildApp: {
      order: 'post',
      handler(builder) {
        if (!isWatching) return Promise.resolve();
        const { root, logger } = builder.config;
        let watchers: FSWatcher[] = [];
        let timer: NodeJS.Timeout | undefined;
        let building = Promise.resolve();
        // Each folder by itself: Node 20 on Linux loses a file of a recursive watch when an editor replaces it.
        const watchFolders = () => {
          watchers.forEach((watcher) => watcher.close());
          watchers = SOURCES.flatMap((name) => foldersIn(resolve(root, name))).map((folder) => watch(folder, changed));
        };
        const changed = () => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            watchFolders();
            building = building
              .then(() => buildAll(builder))
              .catch((error: Error) => logger.error(error.message, { error }));
          }, SAVING);
        };
        watchFolders();
        return Promise.resolve();
      },
    },
  };
}

/** The folder and all that are in it. */
function foldersIn(folder: string): string[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...folders.flatMap(({ name }) => foldersIn(resolve(folder, name)))];
}
