import { parseArgs } from 'node:util';
import { ConfigurationError, type SimulatorConfig, simulatorConfig } from '#config';
import { type z } from 'zod';
import { failureOf } from './failure.js';

/** What a program of the simulator works with. */
export interface Tools<Event> {
  readonly config: SimulatorConfig;
  readonly say: (event: Event) => void;
  /** Aborted when the program is to end: what was begun is brought to an end. */
  readonly signal: AbortSignal;
}

/**
 * Does the work of a program of the simulator and ends the process: settings in JSON as `--settings`, events as JSON lines on the standard
 * output, the last of them `failed` when it could not go on. Exit 0 done or stopped, 1 failed or nobody reads any more, 2 wrong settings.
 */
export async function runProgram<Settings, Event>(
  schema: z.ZodType<Settings>,
  work: (settings: Settings, tools: Tools<Event>) => Promise<void>,
): Promise<void> {
  const interruption = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interruption.abort());
  // Whoever started it is gone, so nobody would tell it to end; perhaps the axis went too. The next run goes on from the hub's answers.
  process.stdout.on('error', () => process.exit(1));
  const say = (event: Event): void => void process.stdout.write(`${JSON.stringify(event)}\n`);
  const fail = (error: unknown): void => {
    process.stdout.write(`${JSON.stringify(failureOf(error))}\n`);
    process.exitCode = error instanceof ConfigurationError ? 2 : 1;
  };
  // A message that RabbitMQ refuses for good, which nothing that is planned can be; told, not traced.
  process.once('unhandledRejection', (error) => {
    fail(error);
    process.exit();
  });
  try {
    const { values } = parseArgs({ options: { settings: { type: 'string', default: '{}' } } });
    await work(schema.parse(JSON.parse(values.settings)), {
      config: simulatorConfig(),
      say,
      signal: interruption.signal,
    });
  } catch (error) {
    fail(error);
  }
  process.exit();
}
