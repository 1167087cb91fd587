import { type PoolClient } from 'pg';
import { type DataSource } from 'typeorm';
import { postgresUrl } from '../../../../test/support/servers.js';
import { PostgresDatabase } from './postgres-database.js';

/** The pool's side of the database, where the server's doings are felt. */
interface Inside {
  readonly source: DataSource & {
    readonly driver: { readonly master: { once(event: 'connect', listener: (client: PoolClient) => void): void } };
  };
}

describe('PostgreSQL', () => {
  it('outlives a client that is lost in the moment it is handed out', async () => {
    const database = await PostgresDatabase.open(await postgresUrl(), { rows: [], migrations: [] });
    const lost = new Promise<boolean>((resolve) => {
      (database as unknown as Inside).source.driver.master.once('connect', (client) => {
        // After the pool has let go of the client, before anybody else listens to it.
        queueMicrotask(() => resolve(client.emit('error', new Error('terminating connection'))));
      });
    });
    const one = (): Promise<unknown> => database.write((session) => session.all('SELECT 1 AS one'));
    expect(await Promise.all([one(), one(), one()])).toHaveLength(3);
    expect(await lost).toBe(true);
    await database.close();
  });
});
