import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/prepare.mjs';

describe('the last lines of .ci/run', () => {
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
    const run = sumUp(file, [tests, checks]);
    expect({ line: run.stdout, code: run.status }).toEqual({ line: `${line}\n`, code });
  });

  it('name every test that failed, and the suites that could not run', () => {
    const file = join(folder, 'jest.json');
    const failed = { status: 'failed', fullName: 'a hub counts', failureMessages: ['\u001b[31mExpected 2\u001b[39m'] };
    const passed = { status: 'passed', fullName: 'a hub starts', failureMessages: [] };
    const testResults = [
      { name: 'hub.spec.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: 'wire.spec.ts', status: 'failed', message: 'No such module', assertionResults: [] },
    ];
    writeFileSync(
      file,
      JSON.stringify({ numPassedTests: 1, numFailedTests: 1, numRuntimeErrorTestSuites: 1, testResults }),
    );
    expect(sumUp(file, [1, 0]).stdout.split('\n')).toEqual([
      '✕ hub.spec.ts › a hub counts',
      '    Expected 2',
      '✕ wire.spec.ts › could not run',
      '    No such module',
      '1 passed, 2 failed',
      '',
    ]);
  });

  it('count every test run, and say when the one that needs an engine was not run', () => {
    const files = [join(folder, 'jest.json'), join(folder, 'compose.json')] as const;
    for (const file of files) writeFileSync(file, result(20, 0));
    expect(sumUp(files[0], [0, 0], files[1], '0').stdout).toBe('40 passed, 0 failed\n');
    expect(sumUp(files[0], [0, 0], files[1], '1').stdout).toBe('40 passed, 1 failed\n');
    const notRun = sumUp(files[0], [0, 0], join(folder, 'none.json'), '77');
    expect(notRun.stdout).toBe('NOT RUN: the compose tests, for lack of a Docker engine\n20 passed, 0 failed\n');
    expect(notRun.status).toBe(0);
  });

  function sumUp(
    file: string,
    [tests, checks]: [number, number],
    ...further: string[]
  ): ReturnType<typeof spawnSync> & { stdout: string } {
    const script = join(ROOT, 'scripts', 'sum-up.mjs');
    return spawnSync(process.execPath, [script, String(checks), file, String(tests), ...further], { encoding: 'utf8' });
  }
});
