import { runTruc } from './program.js';
import { processStreams } from './terminal/terminal.js';

process.exitCode = await runTruc(process.argv.slice(2), { streams: processStreams() });
