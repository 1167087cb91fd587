/* ./truc: prepares what is missing, then becomes the command line. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, ROOT } from './prepare.mjs';
import { orFail } from './words.mjs';

await orFail(prepare);
await import(pathToFileURL(join(ROOT, 'dist', 'apps', 'cli', 'src', 'main.js')).href);
