/* npm run bench: documents per second of the hub, beside a bare relay; `--only watched` with fifty consoles open; with --vxp the official client's interface under an open loop, with --replay the whole country, with --delays how long documents are on their way. Arguments go to test/bench. */
import { join } from 'node:path';
import { prepare, ROOT } from './prepare.mjs';
import { runNode } from './run.mjs';
import { orFail } from './words.mjs';

await orFail(prepare);
const args = process.argv.slice(2);
const kind = ['vxp', 'replay', 'delays'].find((each) => args.includes(`--${each}`));
const program = kind === undefined ? 'main.js' : `${kind}-main.js`;
process.exitCode = await runNode([join(ROOT, 'dist', 'test', 'bench', program), ...args]);
