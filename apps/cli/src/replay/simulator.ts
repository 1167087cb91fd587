import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inheritedEnvironment, projectRoot } from '#config';
import { type ReplayEvent, replayEventSchema, type ReplaySettings } from '#wire';

/** Where the simulator finds the axis it plays on. */
interface Place {
  readonly dataFolder: string;
  readonly hubUrl: string;
  readonly amqpUrl: string;
}

/** Runs the simulator and hands on what it says, until it has ended; an abort asks it to end. What it logs goes to `logs/simulator.log`. */
export async function* runSimulator(
  settings: ReplaySettings,
  { dataFolder, hubUrl, amqpUrl }: Place,
  signal: AbortSignal,
): AsyncGenerator<ReplayEvent, void, undefined> {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, 'simulator.log'), 'a', 0o600);
  const script = join(projectRoot(), 'dist', 'apps', 'simulator', 'src', 'replay', 'main.js');
  const child = spawn(process.execPath, [script, '--settings', JSON.stringify(settings)], {
    // A group of its own: Ctrl-C in the terminal reaches it through this process, in order.
    detached: true,
    stdio: ['ignore', 'pipe', log],
    env: inheritedEnvironment({ TRUC_DATA: dataFolder, HUB_URL: hubUrl, AMQP_URL: amqpUrl }),
  });
  closeSync(log);
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (child.stdout === null) return;
    for await (const line of createInterface({ input: child.stdout })) yield replayEventSchema.parse(JSON.parse(line));
  } finally {
    signal.removeEventListener('abort', stop);
    child.kill('SIGTERM');
  }
}
