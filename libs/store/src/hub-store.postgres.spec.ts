import pg from 'pg';
import { eventually } from '../../../test/support/eventually.js';
import { postgresUrl } from '../../../test/support/servers.js';
import { accept, aDocument, ALL_DAYS, receive } from './contract/builders.contract.js';
import { hubStoreContract } from './hub-store.contract.js';
import { HubStore } from './hub-store.js';

let shared: string | undefined;

/** Making a database takes longer than most tests, so the contract's tests share one, emptied before each. */
async function emptiedUrl(): Promise<string> {
  shared ??= await postgresUrl();
  const client = new pg.Client({ connectionString: shared });
  await client.connect();
  const tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'";
  const { rows } = await client.query<{ tablename: string }>(tables);
  if (rows.length > 0) await client.query(`TRUNCATE ${rows.map(({ tablename }) => tablename).join(', ')}`);
  await client.end();
  return shared;
}

hubStoreContract('PostgreSQL', emptiedUrl);

async function untilWaiting(operator: pg.Client, atLeast: number): Promise<void> {
  await eventually(async () => {
    const { rows } = await operator.query('SELECT 1 FROM pg_locks WHERE NOT granted');
    return rows.length >= atLeast;
  });
}

describe("The hub's store on PostgreSQL, with trouble from outside", () => {
  it('calls lost connections an outage, and goes on with new ones', async () => {
    const url = await postgresUrl();
    const store = await HubStore.open({ url });
    const operator = new pg.Client({ connectionString: url });
    await operator.connect();
    await operator.query('BEGIN');
    await operator.query('LOCK TABLE documents');
    const hanging = [accept(store, [aDocument()]), store.documents.list({ limit: 1 })].map((call) =>
      call.then(
        () => 'done',
        (error: unknown) => store.isOutage(error),
      ),
    );
    await untilWaiting(operator, 2);
    await operator.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await operator.query('ROLLBACK');
    expect(await Promise.all(hanging)).toEqual([true, true]);
    expect(await accept(store, [aDocument()])).toEqual([{ outcome: 'new' }]);
    await operator.end();
    await store.close();
  });

  it('runs a transaction again that the server ended because two waited in a circle', async () => {
    const url = await postgresUrl();
    const store = await HubStore.open({ url });
    await accept(store, [aDocument()]);
    const operator = new pg.Client({ connectionString: url });
    await operator.connect();
    // Whoever notices the circle first gives up: the hub, since it waits first and the operator looks later.
    await operator.query("BEGIN; SET LOCAL deadlock_timeout = '20s'; UPDATE ledger_days SET made = made");
    const accepting = accept(store, [aDocument()]);
    await untilWaiting(operator, 1);
    await operator.query('UPDATE agency_days SET sent = sent');
    await operator.query('COMMIT');
    await operator.end();
    expect(await accepting).toEqual([{ outcome: 'new' }]);
    expect(await store.statistics.totals(...ALL_DAYS)).toMatchObject({ sent: 2 });
    await store.close();
  });

  it('calls a server that is not there an outage', async () => {
    const store = await HubStore.open({ url: await postgresUrl() });
    const opening = await HubStore.open({ url: 'postgres://truc:truc@127.0.0.1:1/none' }).catch(
      (error: unknown) => error,
    );
    expect(store.isOutage(opening)).toBe(true);
    expect(store.isOutage(new Error('anything else'))).toBe(false);
    await store.close();
  });

  it('lets two hubs that start together make the tables once, and share the work', async () => {
    const url = await postgresUrl();
    const [one, other] = await Promise.all([HubStore.open({ url }), HubStore.open({ url })]);
    const documents = Array.from({ length: 50 }, () => aDocument());
    await accept(one, documents);
    expect(await receive(other, documents)).toBe(50);
    await Promise.all([one.close(), other.close()]);
  });
});
