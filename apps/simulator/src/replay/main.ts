import { parseArgs } from 'node:util';
import { ConfigurationError, simulatorConfig } from '#config';
import { AxisError } from '#core';
import { type ReplayEvent, replaySettingsSchema } from '#wire';
import { Replay } from './replay.js';

/* The replay as a program: settings in JSON as --settings, events as JSON lines on the standard output. Exit 0 done or stopped, 1 failed, 2 wrong settings. */

const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interruption.abort());

function say(event: ReplayEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

function fail(error: unknown): void {
  const detail = error instanceof Error ? error.message : String(error);
  const known = error instanceof AxisError ? { code: error.code, remedy: error.entry.remedy } : { code: 'INTERNAL' };
  say({ kind: 'failed', detail, ...known });
}

/** A submission that the broker refuses for good, which nothing in a plan can be; told, not traced. */
process.once('unhandledRejection', (error) => {
  fail(error);
  process.exit(1);
});

async function run(): Promise<number> {
  const { values } = parseArgs({ options: { settings: { type: 'string', default: '{}' } } });
  const replay = new Replay(simulatorConfig(), replaySettingsSchema.parse(JSON.parse(values.settings)), say);
  try {
    await replay.run(interruption.signal);
    return 0;
  } finally {
    await replay.close();
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  fail(error);
  process.exitCode = error instanceof ConfigurationError ? 2 : 1;
}
process.exit();
