import { types, type Pool, type PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { Database, type Session, type Snapshot } from './database.js';
import { isLostRace, StoreClosed } from './outage.js';
import { PostgresSession } from './postgres-session.js';
import { type Schema } from './schema.js';

/** How often a transaction that lost a race is run again before the caller hears of it. */
const RETRIES = 2;
/** Any number, as long as every hub takes the same: hubs that start together migrate one after the other. */
const MIGRATION_LOCK = 1_203_2019;
const INT8 = 20;

/**
 * The main job looks up everything by key. Before the tables have statistics the planner would rather read them from end to end; so the
 * other ways are barred, except for reports.
 */
const BARRED = ['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin', 'material'].map((way) => `enable_${way}`);
const BY_KEYS = BARRED.map((way) => `-c ${way}=off`).join(' ');
const REPORT = BARRED.map((way) => `SET LOCAL ${way} = on`);
const BEGIN_REPORT = ['BEGIN READ ONLY', ...REPORT].join('; ');
const BEGIN_SNAPSHOT = [
  'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  ...REPORT,
  "SET LOCAL statement_timeout = '5min'",
].join('; ');

/** PostgreSQL through a pool of pg. Several hubs may share one database. */
export class PostgresDatabase extends Database {
  readonly dialect = 'postgres';
  readonly read: Session;
  private readonly inHand = new Set<Promise<unknown>>();
  private closing: Promise<void> | undefined;

  private constructor(private readonly source: DataSource) {
    super();
    this.read = new PostgresSession(poolOf(source), source.manager);
  }

  /** Connects and runs the migrations. */
  static async open(url: string, schema: Schema): Promise<PostgresDatabase> {
    const source = await new DataSource({
      type: 'postgres',
      url,
      entities: [...schema.rows],
      migrations: [...schema.migrations],
      poolSize: 10,
      connectTimeoutMS: 5_000,
      poolErrorHandler: () => undefined,
      extra: { types: { getTypeParser: parserOf }, options: BY_KEYS, statement_timeout: 60_000, keepAlive: true },
    }).initialize();
    outliveLostClients(poolOf(source));
    await migrate(source);
    return new PostgresDatabase(source);
  }

  async write<T>(work: (session: Session) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.timed(() => this.transaction('BEGIN', work));
      } catch (error) {
        if (attempt === RETRIES || !isLostRace(error)) throw error;
      }
    }
  }

  report<T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.transaction(BEGIN_REPORT, (session) => session.all<T>(text, parameters));
  }

  snapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    return this.transaction(BEGIN_SNAPSHOT, work);
  }

  async probe(): Promise<void> {
    // A lock on a row is written like a change, and refused when the server is read-only.
    await this.write((session) => session.all('SELECT 1 FROM migrations LIMIT 1 FOR KEY SHARE'));
  }

  close(): Promise<void> {
    this.closing ??= this.letGo();
    return this.closing;
  }

  /** TypeORM would take the connections away from transactions in hand. */
  private async letGo(): Promise<void> {
    await Promise.allSettled(this.inHand);
    await this.source.destroy();
  }

  private transaction<T>(begin: string, work: (session: Session) => Promise<T>): Promise<T> {
    if (this.closing) return Promise.reject(new StoreClosed());
    const transaction = this.run(begin, work).finally(() => this.inHand.delete(transaction));
    this.inHand.add(transaction);
    return transaction;
  }

  private async run<T>(begin: string, work: (session: Session) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      await client.query(begin);
      const result = await work(new PostgresSession(client, runner.manager));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await rollBack(client);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/**
 * A client that the server ends in the very moment it is handed out has no listener for its error yet: the pool has taken its own away, TypeORM adds
 * one a moment later. Node would end the whole program; here the next query on that client fails, which is an outage like any other.
 */
function outliveLostClients(pool: Pool): void {
  pool.on('connect', (client) => client.on('error', () => undefined));
}

/** On a lost connection there is nothing to roll back, and the runner has thrown the client away. */
async function rollBack(client: PoolClient): Promise<void> {
  await client.query('ROLLBACK').catch(() => undefined);
}

async function migrate(source: DataSource): Promise<void> {
  const runner: QueryRunner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations({ transaction: 'all' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}

/** 64-bit integers as numbers: counts and epoch milliseconds stay far below 2^53. */
function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  return oid === INT8 ? Number : types.getTypeParser(oid, format);
}

function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}
