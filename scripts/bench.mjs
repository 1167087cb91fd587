/* npm run bench: documents per second of the hub, beside a bare relay. Arguments go to test/bench. */
import { join } from 'node:path';
import { prepare, ROOT } from './prepare.mjs';
import { runNode } from './run.mjs';
import { orFail } from './words.mjs';

await orFail(prepare);
process.exitCode = await runNode([join(ROOT, 'dist', 'test', 'bench', 'main.js'), ...process.argv.slice(2)]);
