import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/prepare.mjs';

describe('the last line of .ci/run', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'truc-sum-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const result = (passed: number, failed: number, broken = 0): string =>
    JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: broken });

  it.each([
    ['everything passed', result(40, 0), 0, 0, '40 passed, 0 failed', 0],
    ['tests failed', result(38, 2), 1, 0, '38 passed, 2 failed', 1],
    ['a suite could not run', result(40, 0, 1), 1, 0, '40 passed, 1 failed', 1],
    ['a check failed', result(40, 0), 0, 1, '40 passed, 1 failed', 1],
    ['tests failed for no told reason', result(40, 0), 1, 0, '40 passed, 1 failed', 1],
    ['Jest left no result', '', 1, 1, '0 passed, 2 failed', 1],
  ])('when %s', (...[, json, tests, checks, line, code]) => {
    const file = join(folder, 'jest.json');
    if (json !== '') writeFileSync(file, json);
    const script = join(ROOT, 'scripts', 'sum-up.mjs');
    const run = spawnSync(process.execPath, [script, file, String(tests), String(checks)], { encoding: 'utf8' });
    expect({ line: run.stdout, code: run.status }).toEqual({ line: `${line}\n`, code });
  });
});
