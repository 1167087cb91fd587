import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { StoryAxis, type StoryDatabase } from '../support/axis.js';
import { eventually } from '../support/eventually.js';
import { uniqueSystem } from '../support/servers.js';
import { LoadingSystem, STORY_DOCUMENTS } from './load.js';
import { expectNothingLostNothingTwice } from './reckoning.js';

const SENDER = '000.00.00.G22';
const PROVINCE = '000.00.00.H53';
/** How long the database is taken away; time itself is the subject here. */
const AWAY_MS = 3_000;

/** Takes the database of an axis away and returns what gives it back. */
async function takeAway(axis: StoryAxis, database: StoryDatabase): Promise<() => Promise<void>> {
  if (database === 'SQLite') {
    const other = new BetterSqlite3(join(axis.folder, 'hub', 'hub.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    return () => {
      other.exec('ROLLBACK');
      other.close();
      return Promise.resolve();
    };
  }
  const url = new URL(axis.databaseUrl ?? '');
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  return async () => {
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await admin.end();
  };
}

describe.each<StoryDatabase>(['SQLite', 'PostgreSQL'])('a hub whose %s is taken away under load', (database) => {
  let axis: StoryAxis;

  beforeAll(async () => {
    axis = await StoryAxis.open(database);
  }, 60_000);
  afterAll(() => axis.close());

  it(
    'keeps the documents at the broker, goes on by itself, loses nothing and counts nothing twice',
    async () => {
      const province = uniqueSystem('h53');
      await axis.addSystem(province, [PROVINCE]);
      const sender = uniqueSystem('g22');
      const { amqpUrl } = await axis.enrol(sender, [SENDER]);
      const load = await LoadingSystem.open(amqpUrl, sender, { sender: SENDER, recipients: [PROVINCE] });
      const half = Math.floor(STORY_DOCUMENTS / 2);
      const sending = load.send(1, half);
      await eventually(async () => (await axis.hub.totals()).sent > 0, { withinMs: 30_000 });

      const giveBack = await takeAway(axis, database);
      const meanwhile = load.send(half + 1, STORY_DOCUMENTS);
      await pause(AWAY_MS);
      await giveBack();

      await Promise.all([sending, meanwhile]);
      await load.close();
      expect(axis.program.isRunning ? '' : axis.program.output).toBe('');
      const inboxes = { [province]: STORY_DOCUMENTS };
      await expectNothingLostNothingTwice(axis, { sent: STORY_DOCUMENTS, received: STORY_DOCUMENTS, inboxes });
    },
    5 * 60_000,
  );
});
