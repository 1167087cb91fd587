import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inheritedEnvironment, NODE_FLAGS, projectRoot } from '#config';
import { type FailedEvent } from '#wire';
import { type z } from 'zod';
import { words } from '#core';
import { CliFailure, SimulatorFailure } from './terminal/failure.js';

/** A program of the simulator: its folder, and what it says. */
export interface SimulatorProgram<Event extends { readonly kind: string }> {
  readonly name: 'load' | 'replay';
  readonly events: z.ZodType<Event | FailedEvent>;
}

/** Where the simulator finds the axis it plays on. */
export interface SimulatorPlace {
  readonly dataFolder: string;
  readonly hubUrl: string;
  readonly amqpUrl: string;
}

/**
 * Runs a program of the simulator and hands on what it says, until it has ended; an abort asks it to end, and it says how far it came. What it
 * logs goes to `logs/simulator.log` where that can be written. @throws SimulatorFailure when it could not go on, CliFailure when it was killed
 */
export async function* runSimulator<Event extends { readonly kind: string }>(
  { name, events }: SimulatorProgram<Event>,
  settings: object,
  { dataFolder, hubUrl, amqpUrl }: SimulatorPlace,
  signal: AbortSignal,
): AsyncGenerator<Exclude<Event, FailedEvent>, void, undefined> {
  const log = openLog(join(dataFolder, 'logs'));
  const script = join(projectRoot(), 'dist', 'apps', 'simulator', 'src', name, 'main.js');
  const child = spawn(process.execPath, [...NODE_FLAGS, script, '--settings', JSON.stringify(settings)], {
    // A group of its own: Ctrl-C in the terminal reaches it through this process, in order.
    detached: true,
    stdio: ['ignore', 'pipe', log],
    env: inheritedEnvironment({ TRUC_DATA: dataFolder, HUB_URL: hubUrl, AMQP_URL: amqpUrl }),
  });
  if (log !== 'inherit') closeSync(log);
  const ended = endOf(child);
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (child.stdout === null) return;
    for await (const line of createInterface({ input: child.stdout })) {
      const event = events.parse(JSON.parse(line));
      if (isFailure(event)) throw new SimulatorFailure(event);
      yield event as Exclude<Event, FailedEvent>;
    }
    const end = await ended;
    if (end !== 0 && !signal.aborted) throw endedEarly(name, end);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** Its exit code, or the signal that ended it. */
async function endOf(child: ChildProcess): Promise<number | string> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return code ?? signal ?? '';
}

function endedEarly(name: string, end: number | string): CliFailure {
  return new CliFailure(
    words(
      `Chương trình mô phỏng (${name}) bị dừng giữa chừng: ${end}.`,
      `The simulator (${name}) ended before its work did: ${end}.`,
    ),
    words(
      'Chạy lại lệnh này; nếu lại như vậy, xem logs/simulator.log trong thư mục dữ liệu.',
      'Run the command again; if that does not help, read logs/simulator.log in the data folder.',
    ),
  );
}

/** Where nothing may be written, as in a container with a volume that it only reads, the log goes where this process' own does. */
function openLog(folder: string): number | 'inherit' {
  try {
    mkdirSync(folder, { recursive: true });
    return openSync(join(folder, 'simulator.log'), 'a', 0o600);
  } catch {
    return 'inherit';
  }
}

function isFailure(event: { readonly kind: string }): event is FailedEvent {
  return event.kind === 'failed';
}
