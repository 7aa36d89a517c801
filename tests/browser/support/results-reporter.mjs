// Hands the results of a browser run to scripts/test.mjs: one entry for each test file in each engine.
import { writeFileSync } from 'node:fs';

export function resultsReporter(file) {
  return {
    stop({ sessions }) {
      const entries = sessions.map((session) => ({
        browser: session.browser.name,
        file: session.testFile,
        ...countTests(session),
      }));
      writeFileSync(file, JSON.stringify(entries));
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
