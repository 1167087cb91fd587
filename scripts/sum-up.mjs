/* Called by .ci/run with Jest's JSON result and the exit codes of tests and checks: names what failed, prints the total as its last line and exits accordingly. */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const LINES_OF_A_FAILURE = 25;

const [file, tests, checks] = process.argv.slice(2);
const result = read(file);
for (const failure of failuresOf(result)) console.log(failure);
const { passed, failed } = total(result, Number(tests), Number(checks));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** A suite that could not run counts as one failed test, a test run that failed otherwise (or left no result) as one, failed checks as one. */
function total(result, testsCode, checksCode) {
  const failedTests = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const unexplained = testsCode !== 0 && failedTests === 0 ? 1 : 0;
  return { passed: result.numPassedTests, failed: failedTests + unexplained + (checksCode === 0 ? 0 : 1) };
}

/** One text a failed test: where, which, and the beginning of what it said; a suite that could not run says so itself. */
function failuresOf({ testResults = [] }) {
  return testResults.flatMap((suite) => {
    const failures = suite.assertionResults.filter(({ status }) => status === 'failed');
    if (failures.length === 0 && suite.status === 'failed') return [told(suite.name, 'could not run', suite.message)];
    return failures.map((test) => told(suite.name, test.fullName, test.failureMessages.join('\n')));
  });
}

function told(name, what, message) {
  const lines = stripVTControlCharacters(message).trim().split('\n').slice(0, LINES_OF_A_FAILURE);
  return [`✕ ${name} › ${what}`, ...lines.map((line) => `    ${line}`)].join('\n');
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  }
}
