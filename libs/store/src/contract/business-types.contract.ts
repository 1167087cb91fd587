import { type BusinessType } from '#core';
import { type Database } from '../connection/database.js';
import { type HubStore } from '../hub-store.js';
import { NOTHING_COUNTED } from '../statistics/counts.js';
import { accept, aDocument, ALL_DAYS, DAY, MORNING, NEXT_DAY, to } from './builders.contract.js';

const [G22, H53] = ['000.00.00.G22', '000.00.00.H53'];
const ACCEPTED = { ...NOTHING_COUNTED, sent: 2, recalls: 1, updates: 1 };
const RECEIVED = { ...NOTHING_COUNTED, received: 4 };

/** Every business type counts in its column and in no other, in whatever way it is asked for. `beside` opens the database past the store. */
export function businessTypesContract(store: () => HubStore, beside: () => Promise<Database>): void {
  /** A document of every type on one day, all received on the next; each goes with paper on the day it was signed. */
  const oneOfEach = async (): Promise<void> => {
    const documents = ([0, 1, 2, 3] as const).map((businessType: BusinessType) =>
      aDocument({ businessType, recipients: [to(H53)], paper: true, promulgatedOn: DAY }),
    );
    await accept(store(), documents);
    const receipts = documents.map(({ id }) => ({ system: 'h53', documentId: id, recipients: [H53] }));
    await store().exchange.recordReceipts({ at: MORNING + 86_400_000, day: NEXT_DAY, receipts });
  };

  it('counts new and replacing documents as sent, recalls and updates apart', async () => {
    await oneOfEach();
    const { statistics, breakdowns } = store();
    expect(await statistics.totals(...ALL_DAYS)).toEqual({ ...ACCEPTED, received: 4 });
    expect(await statistics.byDay(...ALL_DAYS)).toEqual([
      { day: DAY, ...ACCEPTED },
      { day: NEXT_DAY, ...RECEIVED },
    ]);
    expect(await statistics.byAgency(...ALL_DAYS)).toEqual([
      { code: G22, tier: 'central', ...ACCEPTED },
      { code: H53, tier: 'province', ...RECEIVED },
    ]);
    expect(await statistics.byTier(...ALL_DAYS)).toEqual([
      { tier: 'central', agencies: 1, ...ACCEPTED },
      { tier: 'province', agencies: 1, ...RECEIVED },
    ]);
    expect(await breakdowns.byBranch(...ALL_DAYS)).toEqual([
      { branch: 'G22', agencies: 1, ...ACCEPTED },
      { branch: 'H53', agencies: 1, ...RECEIVED },
    ]);
  });

  it('tells kind and promptness of what was sent only, and has deliveries of all in ledger and flow', async () => {
    await oneOfEach();
    const { statistics, breakdowns, overview } = store();
    expect(await breakdowns.byType(...ALL_DAYS)).toEqual([{ type: 'Công văn', sent: 2, deliveries: 2 }]);
    expect(await breakdowns.punctuality(...ALL_DAYS)).toMatchObject([
      { tier: 'central', sent: 2, sentSameDay: 2 },
      { tier: 'province', received: 4 },
    ]);
    expect(await statistics.ledger(...ALL_DAYS)).toMatchObject({ made: 4, received: 4 });
    expect(await overview.read({ at: 0 })).toMatchObject({ flow: [{ from: 'central', to: 'province', made: 4 }] });
  });

  it('knows of an agency that only recalls, which takes no part by that', async () => {
    await accept(store(), [aDocument({ businessType: 1 })]);
    const { statistics, overview } = store();
    expect(await statistics.byAgency(DAY, DAY)).toMatchObject([{ code: G22, sent: 0, recalls: 1 }]);
    expect(await statistics.byTier(DAY, DAY)).toMatchObject([{ tier: 'central', agencies: 0, recalls: 1 }]);
    expect(await overview.read({ at: 0 })).toMatchObject({ day: DAY });
  });

  it('counts the same again from the documents', async () => {
    await oneOfEach();
    const { statistics } = store();
    expect(await statistics.recount(...ALL_DAYS)).toEqual(await statistics.counted(...ALL_DAYS));
    expect(await statistics.verify()).toMatchObject({ differences: [], total: 0 });
  });

  it.each([
    ['agency_days', { day: DAY, agency: G22 }],
    ['agency_months', { month: DAY.slice(0, 7), agency: G22 }],
    ['agency_years', { year: DAY.slice(0, 4), agency: G22 }],
    ['tier_days', { day: DAY }],
  ])('finds recalls and updates in %s that were changed', async (table, key) => {
    await oneOfEach();
    const database = await beside();
    await database.write((session) => session.all(`UPDATE ${table} SET recalls = 0, updates = 3 WHERE sent > 0`));
    await database.close();
    const { differences } = await store().statistics.verify();
    const row = { check: table.replace('_', '-'), table, key };
    expect(differences.filter(({ check }) => check !== 'national-sums')).toEqual([
      { ...row, what: 'recalls', counted: 0, recounted: 1 },
      { ...row, what: 'updates', counted: 3, recounted: 1 },
    ]);
    const sums = differences.filter(({ check }) => check === 'national-sums').map(({ what }) => what);
    expect(sums).toEqual(table === 'agency_days' ? ['recalls', 'updates'] : []);
  });
}
