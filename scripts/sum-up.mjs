/* Called by .ci/run with the exit code of the checks, then for each test run Jest's JSON result and its exit code: names what failed, prints the total as its last line and exits accordingly. */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const LINES_OF_A_FAILURE = 25;

/** What `npm run test:compose` ends with when there is no Docker engine. */
const NOT_RUN = 77;

const [checks, ...runs] = process.argv.slice(2);
const results = pairsOf(runs).map(([file, code]) => ({ result: read(file), code: Number(code) }));
for (const { result } of results) for (const failure of failuresOf(result)) console.log(failure);
if (results.some(({ code }) => code === NOT_RUN))
  console.log('NOT RUN: the compose tests, for lack of a Docker engine');
const totals = results.map(total);
const passed = totals.reduce((sum, each) => sum + each.passed, 0);
const failed = totals.reduce((sum, each) => sum + each.failed, Number(checks) === 0 ? 0 : 1);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** A suite that could not run counts as one failed test, a test run that failed otherwise (or left no result) as one; one that was not run counts nothing. */
function total({ result, code }) {
  if (code === NOT_RUN) return { passed: 0, failed: 0 };
  const failedTests = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const unexplained = code !== 0 && failedTests === 0 ? 1 : 0;
  return { passed: result.numPassedTests, failed: failedTests + unexplained };
}

function pairsOf(list) {
  return list.flatMap((each, index) => (index % 2 === 0 ? [[each, list[index + 1]]] : []));
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
