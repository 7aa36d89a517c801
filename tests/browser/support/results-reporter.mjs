// Hands the results of a browser run to scripts/test.mjs, file by file, so that a run which breaks off loses nothing.
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { driverFailure } from './driver-failures.mjs';

export function resultsReporter(resultsFile) {
  let last = Date.now();
  return {
    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      const seconds = Math.round((Date.now() - last) / 1000);
      last = Date.now();
      for (const session of sessionsForTestFile) {
        const entry = { file: relative(process.cwd(), testFile), seconds, ...countTests(session) };
        appendFileSync(resultsFile, `${JSON.stringify({ ...entry, driver: driverFailure(session) })}\n`);
        const { file, passed, failed, skipped } = entry;
        logger.log(
          `${seconds} s ${file}: ${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`,
        );
      }
    },
  };
}

function countTests(session) {
  const tests = testsOf(session.testResults);
  const skipped = tests.filter((test) => test.skipped).length;
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const failed = tests.length - skipped - passed;
  // A file that did not load, or an error outside of every test, has no failed test to its name.
  return { passed, skipped, failed: session.passed ? failed : Math.max(1, failed) };
}

function testsOf(suite) {
  if (!suite) return [];
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}
