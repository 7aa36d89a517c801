// Checks the types of the examples, and builds them: examples/*/dist/ is what the tests open.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = new URL('..', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));

const CHECKERS = { react: 'typescript/bin/tsc', vue: 'vue-tsc/bin/vue-tsc.js' };

for (const [name, checker] of Object.entries(CHECKERS)) {
  const options = { cwd: path('.'), stdio: 'inherit' };
  execFileSync(process.execPath, [path(`node_modules/${checker}`), '--noEmit', '-p', `examples/${name}`], options);
  await build({ root: path(`examples/${name}`), logLevel: 'warn' });
}
