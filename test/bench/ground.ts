import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PrivateRabbit, startPrivateRabbit } from '#broker';
import { inheritedEnvironment } from '#config';
import { BenchPostgres } from './bench-postgres.js';

/** What every run stands on; without `postgres` its hub is on SQLite. */
export interface Ground {
  readonly rabbit: PrivateRabbit;
  readonly postgres: BenchPostgres | undefined;
}

/** Does work on a RabbitMQ and, where it is wanted, a PostgreSQL of the benchmark's own, and clears them away. */
export async function onGround(
  { withPostgres, log }: { withPostgres: boolean; log: (line: string) => void },
  work: (ground: Ground) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'truc-bench-ground-'));
  // PostgreSQL does not run as root: its own user has to get through.
  await chmod(folder, 0o755);
  const rabbit = await startPrivateRabbit({ dir: join(folder, 'rabbitmq'), log, env: inheritedEnvironment() });
  let postgres: BenchPostgres | undefined;
  try {
    if (withPostgres) postgres = await BenchPostgres.start(join(folder, 'postgres'));
    await work({ rabbit, postgres });
  } finally {
    await rabbit.stop();
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
