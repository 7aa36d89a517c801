// `npm test`: every check in order, each with its own output, and one line at the end that counts them all.
// The runners hand over their results as JSON files; what they print is for people only.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inCI, prepareBrowsers } from './browsers.mjs';
import { howToInstall } from './packages.mjs';
import { prepareWordPress, startWordPress } from './wordpress.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'khabar-test-'));
const unitResults = join(results, 'unit.json');
const browserResults = join(results, 'browser.json');
const MINUTE = 60_000;

const total = { passed: 0, failed: 0, skipped: 0 };
const remarks = [];

let running;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // A runner without this script would go on alone, browsers and all.
  process.once(signal, () => {
    running?.kill('SIGINT');
    process.exit(1);
  });
}

process.on('exit', () => rmSync(results, { recursive: true, force: true }));

await check('Types', 'node_modules/typescript/bin/tsc', '--noEmit');
await check('Lint', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0');
await check('Build', 'scripts/build.mjs');
await check('Examples', 'scripts/examples.mjs');
await unitTests();
await browserTests();
finish();

async function check(title, ...command) {
  heading(title);
  const code = await run(command);
  if (code === 0) add({ passed: 1 });
  else fail(`${title}: failed`);
}

async function unitTests() {
  heading('Unit tests');
  const code = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitResults}`,
  ]);
  const report = read(unitResults);
  if (!report) return fail(`Unit tests: the runner delivered no results (exit code ${code})`);
  // A file that could not be loaded has no tests in it that could have failed.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  count('Unit tests', code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

async function browserTests() {
  heading('Browser tests');
  const { engines, missing, leftOut } = prepareBrowsers();
  for (const { label, isEngine } of missing) {
    if (inCI) fail(`${label}: missing`);
    else if (isEngine) skip(`${label} IS MISSING: nothing was tested in it`);
    else remark(`${label} ARE MISSING: layout was measured with other fonts`);
  }
  if (howToInstall(missing)) remark(`To install what is missing: ${howToInstall(missing)}`);
  for (const label of leftOut) skip(`${label} was left out by BROWSERS`);
  if (engines.length === 0) return;

  const wordPress = await wordPressForTests();
  const code = await run(['node_modules/@web/test-runner/dist/bin.js'], {
    minutes: 30,
    env: { BROWSER_TEST_RESULTS: browserResults, WORDPRESS: JSON.stringify(wordPress?.site ?? null) },
  });
  await wordPress?.stop();
  const report = read(browserResults);
  if (!report) return fail(`Browser tests: the runner delivered no results (exit code ${code})`);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { label } of engines) {
    const own = report.filter((session) => session.browser === label);
    const passed = own.reduce((n, session) => n + session.passed, 0);
    const failed = own.reduce((n, session) => n + session.failed, 0);
    const skipped = own.reduce((n, session) => n + session.skipped, 0);
    console.log(`${label}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    if (passed + failed === 0) fail(`${label}: no test ran`);
  }
  count('Browser tests', code, sum);
}

async function wordPressForTests() {
  const { installed, missing } = prepareWordPress();
  if (!installed) {
    for (const { label } of missing) {
      if (inCI) fail(`${label}: missing`);
      else skip(`${label} IS MISSING: nothing was read from a real WordPress`);
    }
    remark(`To install what is missing: ${howToInstall(missing)}`);
    return undefined;
  }
  try {
    return await startWordPress();
  } catch (error) {
    fail(`WordPress did not start: ${error.message}`);
    return undefined;
  }
}

function count(title, code, { passed, failed, skipped }) {
  add({ passed, failed, skipped });
  if (passed + failed === 0) fail(`${title}: no test ran`);
  // Something outside of any test went wrong, such as an error that nobody caught.
  else if (code !== 0 && failed === 0) fail(`${title}: all tests passed, but the runner failed (exit code ${code})`);
}

/** Runs a Node program and answers its exit code; its output goes straight to the console. */
function run([script, ...args], { minutes = 10, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    running = child;
    const timers = [
      // Interrupted first, so that a runner can close its browsers.
      setTimeout(() => {
        console.error(`${script} did not end within ${minutes} minutes`);
        child.kill('SIGINT');
      }, minutes * MINUTE),
      setTimeout(() => child.kill('SIGKILL'), (minutes + 0.5) * MINUTE),
    ];
    const done = (code) => {
      timers.forEach(clearTimeout);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('close', (code, signal) => done(code ?? signal));
  });
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function heading(title) {
  console.log(`\n== ${title} ==\n`);
}

function add(counts) {
  for (const [key, number] of Object.entries(counts)) total[key] += number;
}

function fail(message) {
  add({ failed: 1 });
  remark(message);
}

function skip(message) {
  add({ skipped: 1 });
  remark(message);
}

function remark(message) {
  console.log(`!! ${message}`);
  remarks.push(message);
}

function finish() {
  heading('Result');
  for (const message of remarks) console.log(`!! ${message}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
}
