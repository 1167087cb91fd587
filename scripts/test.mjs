/* npm test: every test, or those named in the arguments; Jest's totals are the last thing printed. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, ROOT } from './prepare.mjs';
import { runNode } from './run.mjs';
import { orFail } from './words.mjs';

await orFail(prepare);
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
// Threads that the sources start are sources too.
const sources = ['--import', pathToFileURL(join(ROOT, 'test', 'support', 'typescript.mjs')).href];
process.exitCode = await runNode([
  ...['--single-threaded-gc', '--experimental-vm-modules', '--no-warnings', ...sources],
  ...[jest, ...process.argv.slice(2)],
]);
