import pg from 'pg';
import { startPostgres } from '../support/postgres.js';

/** A PostgreSQL of the benchmark's own, with PostgreSQL's own durability. */
export class BenchPostgres {
  private constructor(private readonly server: { adminUrl: string; stop: () => Promise<void> }) {}

  static async start(dir: string): Promise<BenchPostgres> {
    return new BenchPostgres(await startPostgres(dir, { durable: true }));
  }

  /** Makes an empty database and returns its URL. */
  async freshDatabase(name: string): Promise<string> {
    const database = name.replaceAll('-', '_');
    const client = new pg.Client({ connectionString: this.server.adminUrl });
    await client.connect();
    try {
      await client.query(`CREATE DATABASE ${database}`);
    } finally {
      await client.end();
    }
    return this.server.adminUrl.replace(/\/postgres$/, `/${database}`);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
