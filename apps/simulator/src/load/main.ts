/* What `./truc load` starts: hands documents to the running axis at a fixed rate and says what became of them. */
import { cliConfig, preferredLanguage } from '#config';
import { findAxis } from './axis-address.js';
import { explain } from './failure.js';
import { readOptions } from './options.js';
import { ProgressBar } from './progress-bar.js';
import { reportOf } from './report.js';
import { runLoad } from './run-load.js';
import { EXIT, type ExitCode } from './words.js';

const PREFIX = 'tai';
/** A second signal within this time is an echo: the terminal and the command line both pass Ctrl-C on. */
const ECHO_MS = 1_500;

const language = preferredLanguage();
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<ExitCode> {
  const bar = new ProgressBar(process.stderr, language);
  try {
    const options = readOptions(args);
    const config = cliConfig();
    const axis = await findAxis(config);
    const stage = { ...axis, hubUrl: config.hubUrl, prefix: PREFIX, stop: untilInterrupted() };
    const result = await runLoad(options, { ...stage, onProgress: (progress) => bar.show(progress) });
    bar.end();
    process.stdout.write(options.json ? `${JSON.stringify(result, undefined, 2)}\n` : reportOf(result, language));
    return result.isWhole ? EXIT.done : EXIT.failed;
  } catch (error) {
    bar.end();
    const { detail, remedy, exitCode } = explain(error, language);
    process.stderr.write(remedy === undefined ? `${detail}\n` : `${detail}\n→ ${remedy}\n`);
    return exitCode;
  }
}

/** Aborted at the first signal; a later one ends the process at once, and the next run clears away what it leaves. */
function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const listener = (): void => {
    if (firstAt !== undefined && Date.now() - firstAt > ECHO_MS) process.exit(130);
    firstAt ??= Date.now();
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, listener);
  return controller.signal;
}
