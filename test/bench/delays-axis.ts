import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AmqpBroker } from '#broker';
import { type Ground } from './ground.js';
import { type Hub, startBenchHub } from './hub-run.js';
import { type Arena, makeArena } from './relay-run.js';

/** The axis of one run. */
export interface FreshAxis {
  readonly arena: Arena;
  readonly hub: Hub;
}

/** Does work on an axis that nobody used before, and clears it away; `name` is told by no other run, `env` goes to the hub. */
export async function onFreshAxis<T>(
  { rabbit, postgres }: Ground,
  { name, env = {} }: { name: string; env?: Readonly<Record<string, string>> },
  work: (axis: FreshAxis) => Promise<T>,
): Promise<T> {
  const arena = await makeArena(rabbit, name);
  const folder = await mkdtemp(join(tmpdir(), 'truc-bench-'));
  try {
    const database = postgres === undefined ? {} : { DATABASE_URL: await postgres.freshDatabase(name) };
    const hub = await startBenchHub(arena, rabbit, folder, { ...database, ...env });
    try {
      return await work({ arena, hub });
    } finally {
      await hub.program.stop('SIGKILL');
    }
  } finally {
    await arena.admin.deleteVhost(name);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Connects to RabbitMQ; as a system when the URL is one's and it is named. Only what goes wrong is said. */
export function connectTo(url: string, system?: string): Promise<AmqpBroker> {
  const log = (line: string): void => {
    if (!line.endsWith('connected to RabbitMQ.')) process.stderr.write(`${line}\n`);
  };
  return AmqpBroker.open({ url, name: system ?? 'bench', userId: system, log });
}
