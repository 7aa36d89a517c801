// Minifies the style sheets of src/ as the build does, so that what is tested is what is shipped.
import { readFile } from 'node:fs/promises';
import { transform } from 'lightningcss';

/**
 * The oldest browsers that read the sheets, in the words of Lightning CSS. iOS is named apart from Safari: without it
 * `-webkit-text-size-adjust` is removed, and iPhones enlarge text.
 */
const OLDEST = { chrome: [123, 0], firefox: [126, 0], safari: [17, 5], ios_saf: [17, 5] };

/** The same in the words of Vite's `build.cssTarget`. */
export const cssTarget = Object.entries(OLDEST).map(([name, version]) => name.replace('_saf', '') + version.join('.'));

const targets = Object.fromEntries(
  Object.entries(OLDEST).map(([name, [major, minor]]) => [name, (major << 16) | (minor << 8)]),
);

/** @param {string} css */
export function minifyStyles(css) {
  return transform({ filename: 'styles.css', code: Buffer.from(css), minify: true, targets }).code.toString();
}

/** A plugin for Web Test Runner: `import styles from './card.css?inline'` is a string there too. */
export const stylesInTests = {
  name: 'styles',
  serve: async ({ path, querystring }) => {
    if (querystring !== 'inline' || !path.startsWith('/src/') || !path.endsWith('.css')) return undefined;
    const css = await readFile(new URL(`..${path}`, import.meta.url), 'utf8');
    return { body: `export default ${JSON.stringify(minifyStyles(css))};`, type: 'js' };
  },
};
