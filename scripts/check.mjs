/* npm run check: everything that can be found without running the program. Prints a line each, and what failed. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { prepare, ROOT } from './prepare.mjs';
import { orFail } from './words.mjs';

/** The longest first, so that the short ones fill the gaps. ESLint keeps no cache: its rules know types, so a change in one file changes what holds in another. */
const CHECKS = [
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['types', 'tsc', ['--noEmit', '--incremental', 'false', '--pretty', 'false', '-p', 'tsconfig.json']],
  ['console', 'tsc', ['--noEmit', '--pretty', 'false', '-p', 'apps/console/tsconfig.json']],
  ['boundaries', 'depcruise', ['apps', 'libs', 'test', '--output-type', 'err-long']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['unused', 'knip', ['--no-progress']],
];

await orFail(() => prepare({ build: false }));
const waiting = [...CHECKS];
const failed = [];
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 3) }, work));
if (failed.length > 0) console.log(`\n${failed.length} of ${CHECKS.length} checks failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function work() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) await run(check);
}

async function run([name, program, args]) {
  const startedAt = Date.now();
  const { code, output } = await outputOf(join(ROOT, 'node_modules', '.bin', program), args);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${program.padEnd(9)} ${seconds.padStart(5)} s`);
  if (code === 0) return;
  failed.push(name);
  console.log(output.trim());
}

function outputOf(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
