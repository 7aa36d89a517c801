import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { compactTemplatesInTests, stylesInTests } from './scripts/as-built.mjs';
import { findBrowsers, inCI, readerEnvironment } from './scripts/browsers.mjs';
import { freePort } from './scripts/free-port.mjs';
import { howToInstall, installMissing } from './scripts/packages.mjs';
import { testFilesFor } from './scripts/test-files.mjs';
import { missingForWordPress, startWordPress } from './scripts/wordpress.mjs';
import { commands } from './tests/browser/support/commands.mjs';
import { puppeteerLauncher } from './tests/browser/support/puppeteer-launcher.mjs';
import { resultsReporter } from './tests/browser/support/results-reporter.mjs';
import { webkitLauncher } from './tests/browser/support/webkit-launcher.mjs';
import { everything } from './tests/everything.mjs';
import { testServers } from './tests/server/plugin.mjs';

// scripts/test.mjs sets this; it has then installed, announced and counted what is missing.
const resultsFile = process.env.BROWSER_TEST_RESULTS;
if (!resultsFile) await installMissing(findBrowsers().missing);
const { engines, missing } = findBrowsers();
if (missing.length > 0 && !resultsFile) {
  const problem = `Missing: ${missing.map((item) => item.label).join(', ')}. ${howToInstall(missing)}`;
  if (inCI || engines.length === 0) throw new Error(problem);
  console.warn(problem);
}

const env = readerEnvironment();

const LAUNCHERS = {
  chromium: ({ executable }) =>
    puppeteerLauncher({
      executablePath: executable,
      env,
      // The sandbox needs rights that root and most containers lack; the tests open nothing but our own pages.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
        '--lang=en-US',
      ],
    }),
  firefox: ({ executable }) => puppeteerLauncher({ browser: 'firefox', executablePath: executable, env }),
  webkit: (paths) => webkitLauncher({ ...paths, env }),
};

const servers = testServers({ wordPress });

/** The site that scripts/test.mjs runs, or else one of this run's own, if some test is about it. */
async function wordPress() {
  if (process.env.WORDPRESS) return { site: JSON.parse(process.env.WORDPRESS) };
  const files = process.argv.slice(2).filter((argument) => argument.includes('tests/'));
  const isAsked = files.length === 0 || files.some((pattern) => /wordpress|browser\/\*/.test(pattern));
  return isAsked && missingForWordPress().length === 0 ? startWordPress() : undefined;
}

export default {
  // Of its own, so that several runs go side by side.
  port: await freePort(),
  files: testFilesFor(engines.map(({ name }) => name)),
  // Without a condition "development", so that Lit is the one that is shipped.
  nodeResolve: { exportConditions: ['browser', 'production'] },
  // One page at a time: a page without focus gets no keys. scripts/test.mjs runs one such process for each engine.
  concurrentBrowsers: 1,
  concurrency: 1,
  browsers: engines.map((engine) => LAUNCHERS[engine.name](engine)),
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    compactTemplatesInTests,
    stylesInTests,
    commands(),
    servers.plugin,
  ],
  middleware: [servers.middleware],
  reporters: [defaultReporter({ reportTestProgress: false }), ...(resultsFile ? [resultsReporter(resultsFile)] : [])],
  // Limits that a machine keeps whose cores are all busy with something else.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: everything ? 3_600_000 : 600_000,
  testFramework: { config: { timeout: 30_000 } },
};
