// Which browser test file runs in which engine. A file that no engine can answer differently names its engines in a line
// of its own: `// @engines chromium: the instrument is Chromium's`.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

/** The browser test files, from the project's root, with the engines that each is for; all engines where it names none. */
const files = readdirSync(fileURLToPath(new URL('tests/browser', root)), { recursive: true })
  .map((name) => `tests/browser/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts'))
  .sort()
  .map((file) => ({ file, engines: enginesOf(readFileSync(new URL(file, root), 'utf8')) }));

function enginesOf(source) {
  const [, names] = /^\/\/ @engines ([\w ]+)/m.exec(source) ?? [];
  return names?.trim().split(/\s+/);
}

/** Those in which one of these engines has something to test. */
export function testFilesFor(names) {
  return files
    .filter(({ engines }) => !engines || engines.some((name) => names.includes(name)))
    .map(({ file }) => file);
}
