import { preferredLanguage } from '#config';
import { runTruc } from './program.js';
import { processStreams } from './terminal/terminal.js';

process.exitCode = await runTruc(process.argv.slice(2), processStreams(), preferredLanguage());
