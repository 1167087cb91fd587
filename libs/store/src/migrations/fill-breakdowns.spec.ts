import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { postgresUrl } from '../../../../test/support/servers.js';
import {
  accept,
  aDocument,
  ALL_DAYS,
  aReport,
  DAY,
  failing,
  MORNING,
  NEXT_DAY,
  receive,
  to,
} from '../contract/builders.contract.js';
import { HubStore } from '../hub-store.js';
import { Breakdowns1583971200006 } from './1583971200006-breakdowns.js';
import { Traffic1583971200009 } from './1583971200009-traffic.js';
import { RecallsAndUpdates1583971200015 } from './1583971200015-recalls-and-updates.js';

const folder = mkdtempSync(join(tmpdir(), 'fill-breakdowns-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DATABASES: [string, () => Promise<{ url: string; options: DataSourceOptions }>][] = [
  [
    'SQLite',
    () => {
      const file = join(folder, `${++files}.sqlite`);
      return Promise.resolve({ url: `sqlite:${file}`, options: { type: 'better-sqlite3', database: file } });
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const url = await postgresUrl();
      return { url, options: { type: 'postgres', url } };
    },
  ],
];

const RECEIVED = { code: '03', withdrawalAsked: false } as const;
const FINISHED = { code: '06', withdrawalAsked: false } as const;

async function exchange(store: HubStore): Promise<void> {
  const recipients = [to('000.00.00.H53'), to('000.21.31.H53'), to('000.00.31.H53', null), failing('H99')];
  const types = ['Công văn', "L'arrêté", 'quyết định', 'Giấy uỷ quyền'];
  const documents = types.flatMap((typeName, at) =>
    ['2020-03-12', '2020-03-11', '2020-01-31', ''].map((promulgatedOn) =>
      aDocument({ typeName, promulgatedOn, recipients, typeGroup: 1 + (at % 2), paper: at > 1, priority: at }),
    ),
  );
  await accept(store, documents.slice(0, 9));
  await accept(store, documents.slice(9), { day: NEXT_DAY, at: MORNING + 4 * 3_600_000 });
  await receive(store, documents.slice(0, 12));
  const reports = documents.slice(5).map((document) => aReport(document, { seen: { ...RECEIVED, code: '01' } }));
  const later = documents.slice(9).map((one) => aReport(one, { seen: RECEIVED, code: '06', next: FINISHED }));
  await store.exchange.recordStatuses({ at: MORNING + 1, day: DAY, reports });
  await store.exchange.recordStatuses({ at: MORNING + 2, day: NEXT_DAY, reports: later });
}

const MIGRATIONS = [
  ['breakdowns', Breakdowns1583971200006],
  ['flow', Traffic1583971200009],
] as const;

describe.each(MIGRATIONS)('The counters of the %s', (_counters, Migration) => {
  it.each(DATABASES)('are filled from what %s holds already', async (_name, place) => {
    const { url, options } = await place();
    const store = await HubStore.open({ url });
    await exchange(store);
    const before = await store.statistics.counted(...ALL_DAYS);
    const source = await new DataSource(options).initialize();
    // The last one adds to tables of the first.
    const migrations = [new Migration(), new RecallsAndUpdates1583971200015()];
    const runner = source.createQueryRunner();
    for (const migration of migrations.toReversed()) await migration.down(runner);
    for (const migration of migrations) await migration.up(runner);
    await runner.release();
    await source.destroy();
    expect(await store.statistics.counted(...ALL_DAYS)).toEqual(before);
    expect(await store.statistics.recount(...ALL_DAYS)).toEqual(before);
    expect(new Set(before.figures.map(({ counter }) => counter)).size).toBe(5);
    await store.close();
  });
});
