// Plugins for Web Test Runner that change the source as the build does, so that what is tested is what is shipped.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { compactTemplates } = await fromBuild('compact-templates');
const { minifyStyles } = await fromBuild('styles');

export const compactTemplatesInTests = {
  name: 'compact-templates',
  transform: ({ path, body }) => (/^\/src\/.*\.ts$/.test(path) ? { body: compactTemplates(body) } : undefined),
};

/** `import styles from './card.css?inline'` is a string there too. */
export const stylesInTests = {
  name: 'styles',
  serve: async ({ path, querystring }) => {
    if (querystring !== 'inline' || !path.startsWith('/src/') || !path.endsWith('.css')) return undefined;
    const css = await readFile(new URL(`..${path}`, import.meta.url), 'utf8');
    return { body: `export default ${JSON.stringify(minifyStyles(css))};`, type: 'js' };
  },
};

/** Node 20 reads no TypeScript. */
async function fromBuild(name) {
  const { module } = await runnerImport(fileURLToPath(new URL(`../build/${name}.ts`, import.meta.url)));
  return module;
}
