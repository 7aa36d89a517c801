import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { inCI, prepareBrowsers, readerEnvironment } from './scripts/browsers.mjs';
import { howToInstall } from './scripts/packages.mjs';
import { prepareWordPress, startWordPress } from './scripts/wordpress.mjs';
import { commands } from './tests/browser/support/commands.mjs';
import { puppeteerLauncher } from './tests/browser/support/puppeteer-launcher.mjs';
import { resultsReporter } from './tests/browser/support/results-reporter.mjs';
import { webkitLauncher } from './tests/browser/support/webkit-launcher.mjs';
import { testServers } from './tests/server/plugin.mjs';

// scripts/test.mjs sets this; it has then installed, announced and counted what is missing.
const resultsFile = process.env.BROWSER_TEST_RESULTS;
const { engines, missing } = prepareBrowsers({ install: !resultsFile });
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
  const { installed } = isAsked ? prepareWordPress({ install: false }) : {};
  return installed ? startWordPress() : undefined;
}

export default {
  files: 'tests/browser/**/*.test.ts',
  // Without a condition "development", so that Lit is the one that is shipped.
  nodeResolve: { exportConditions: ['browser', 'production'] },
  // One at a time: two engines at once starve each other on a small machine, and a page without focus gets no keys.
  concurrentBrowsers: 1,
  concurrency: 1,
  browsers: engines.map((engine) => LAUNCHERS[engine.name](engine)),
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    commands(),
    servers.plugin,
  ],
  middleware: [servers.middleware],
  reporters: [defaultReporter({ reportTestProgress: false }), ...(resultsFile ? [resultsReporter(resultsFile)] : [])],
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: process.env.EVERY_COMBINATION ? 3_600_000 : 300_000,
  testFramework: { config: { timeout: 10_000 } },
};
