import { transform } from 'lightningcss';

/**
 * The oldest browsers that read the sheets, in the words of Lightning CSS. iOS is named apart from Safari: without it
 * `-webkit-text-size-adjust` is removed, and iPhones enlarge text.
 */
const OLDEST = { chrome: [123, 0], firefox: [126, 0], safari: [17, 5], ios_saf: [17, 5] } as const;

/** The same in the words of Vite's `build.cssTarget`. */
export const cssTarget = Object.entries(OLDEST).map(([name, version]) => name.replace('_saf', '') + version.join('.'));

const targets = Object.fromEntries(
  Object.entries(OLDEST).map(([name, [major, minor]]) => [name, (major << 16) | (minor << 8)]),
);

/** Minifies a style sheet of src/ as the build does. */
export function minifyStyles(css: string): string {
  return transform({ filename: 'styles.css', code: Buffer.from(css), minify: true, targets }).code.toString();
}
