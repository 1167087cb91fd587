/* Called by .ci/run with Jest's JSON result and the exit codes of tests and checks: prints the total as one line and exits accordingly. */
import { readFileSync } from 'node:fs';

const [file, tests, checks] = process.argv.slice(2);
const { passed, failed } = total(read(file), Number(tests), Number(checks));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** A suite that could not run counts as one failed test, a test run that failed otherwise (or left no result) as one, failed checks as one. */
function total(result, testsCode, checksCode) {
  const failedTests = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const unexplained = testsCode !== 0 && failedTests === 0 ? 1 : 0;
  return { passed: result.numPassedTests, failed: failedTests + unexplained + (checksCode === 0 ? 0 : 1) };
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  }
}
