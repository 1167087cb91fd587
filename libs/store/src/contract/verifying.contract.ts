import { type Database } from '../connection/database.js';
import { type HubStore } from '../hub-store.js';
import { type NewDocument } from '../exchange/new-document.js';
import { type Difference } from '../statistics/verification.js';
import {
  accept,
  aDocument,
  aReport,
  DAY,
  digest,
  failing,
  MORNING,
  NEXT_DAY,
  receive,
  to,
} from './builders.contract.js';

const [H53, H01] = ['000.00.00.H53', '000.00.00.H01'];
const FINISHED = { code: '06', withdrawalAsked: false } as const;

/** The store found at odds with itself: whatever one row is changed to, it is found and named. `beside` opens its database past it. */
export function verifyingContract(store: () => HubStore, beside: () => Promise<Database>): void {
  const tamper = async (text: string): Promise<void> => {
    const database = await beside();
    await database.write((session) => session.all(text));
    await database.close();
  };
  const differences = async (): Promise<Difference[]> => [
    ...(await store().statistics.verify({ bodies: true })).differences,
  ];

  /** One received and finished at H53, one failed; of another document two that wait. */
  const aDay = async (): Promise<{ first: NewDocument; second: NewDocument }> => {
    const first = aDocument({ recipients: [to(H53), failing(H01)] });
    const second = aDocument({ recipients: [to(H53), to(H01)] });
    await accept(store(), [first, second]);
    await receive(store(), [first]);
    const reports = [aReport(first, { code: '06', next: FINISHED })];
    await store().exchange.recordStatuses({ at: MORNING, day: DAY, reports });
    return { first, second };
  };

  it('finds no difference where there is none, and says what it looked at', async () => {
    await aDay();
    const { compared, checks, ...found } = await store().statistics.verify({ bodies: true });
    expect(found).toEqual({ differences: [], total: 0 });
    expect(compared).toEqual({ documents: 2, deliveries: 4, reports: 1, counters: 3 });
    expect(checks.length).toBeGreaterThan(10);
    expect(checks.every(({ differences }) => differences === 0)).toBe(true);
  });

  it('finds no difference in an empty store', async () => {
    expect(await store().statistics.verify()).toMatchObject({ total: 0, compared: { documents: 0, counters: 0 } });
  });

  it.each([
    ['agency_months', 'sent', 'agency-months', { month: DAY.slice(0, 7), agency: '000.00.00.G22' }],
    ['agency_years', 'received', 'agency-years', { year: DAY.slice(0, 4), agency: '000.00.00.H53' }],
    ['document_days', 'deliveries', 'document-days', { day: DAY }],
    ['flow_days', 'made', 'flow-days', { day: DAY }],
    ['status_days', 'deliveries', 'status-days', { day: DAY, code: '06' }],
    ['tier_days', 'received_same_day', 'tier-days', { day: DAY }],
    ['tier_days', 'registered', 'tier-days', { day: DAY }],
  ])('names the row of %s whose %s was changed', async (table, what, check, key) => {
    await aDay();
    await tamper(`UPDATE ${table} SET ${what} = ${what} + 1`);
    expect(await differences()).toContainEqual(
      expect.objectContaining({ check, table, what, key: expect.objectContaining(key) as object }),
    );
  });

  it.each(['sent', 'recalls', 'updates', 'received', 'refused', 'finished'])(
    'names the agency and day whose counter %s was changed',
    async (what) => {
      await aDay();
      const agency = ['sent', 'recalls', 'updates'].includes(what) ? '000.00.00.G22' : H53;
      await tamper(`UPDATE agency_days SET ${what} = ${what} + 1 WHERE agency = '${agency}'`);
      const truth = { sent: 2, received: 1, refused: 0, finished: 1 }[what] ?? 0;
      const row = { check: 'agency-days', table: 'agency_days', key: { day: DAY, agency }, what };
      expect(await differences()).toContainEqual({ ...row, counted: truth + 1, recounted: truth });
    },
  );

  it.each(['made', 'received', 'expired', 'withdrawn', 'failed'])(
    'names the day whose ledger says another %s, and that it no longer adds up',
    async (what) => {
      await aDay();
      await tamper(`UPDATE ledger_days SET ${what} = ${what} + 5`);
      const truth = { made: 4, received: 1, failed: 1 }[what] ?? 0;
      const found = await differences();
      const row = { check: 'ledger-days', table: 'ledger_days', key: { day: DAY }, what };
      expect(found).toContainEqual({ ...row, counted: truth + 5, recounted: truth });
      expect(found).toContainEqual(expect.objectContaining({ check: 'ledger-balance', key: { day: DAY } }));
    },
  );

  it('finds counters that are gone, and such as count what never was', async () => {
    await aDay();
    await tamper('DELETE FROM ledger_days');
    await tamper(`UPDATE agency_days SET day = '${NEXT_DAY}' WHERE agency = '${H53}'`);
    const found = await differences();
    expect(found).toMatchObject([
      { table: 'agency_days', key: { day: DAY, agency: H53 }, what: 'finished', counted: 0, recounted: 1 },
      { table: 'agency_days', key: { day: DAY, agency: H53 }, what: 'received', counted: 0, recounted: 1 },
      { table: 'agency_days', key: { day: NEXT_DAY, agency: H53 }, what: 'finished', counted: 1, recounted: 0 },
      { table: 'agency_days', key: { day: NEXT_DAY, agency: H53 }, what: 'received', counted: 1, recounted: 0 },
      { table: 'ledger_days', key: { day: DAY }, what: 'failed', counted: 0, recounted: 1 },
      { table: 'ledger_days', key: { day: DAY }, what: 'made', counted: 0, recounted: 4 },
      { table: 'ledger_days', key: { day: DAY }, what: 'received', counted: 0, recounted: 1 },
      { check: 'national-sums', key: {}, what: 'received', counted: 1, recounted: 0 },
    ]);
  });

  it('names what became of a delivery that was deleted: its day, its agency, and what had been reported on it', async () => {
    const { first } = await aDay();
    await tamper(`DELETE FROM deliveries WHERE document_id = '${first.id}' AND recipient = '${H53}'`);
    const found = await differences();
    for (const row of [
      { check: 'agency-days', key: { day: DAY, agency: H53 }, what: 'received', counted: 1, recounted: 0 },
      { check: 'agency-months', key: { month: DAY.slice(0, 7), agency: H53 }, what: 'received' },
      { check: 'agency-years', key: { year: DAY.slice(0, 4), agency: H53 }, what: 'received' },
      { check: 'document-days', key: { day: DAY }, what: 'deliveries', counted: 4, recounted: 3 },
      { check: 'flow-days', key: { day: DAY }, what: 'made', counted: 4, recounted: 3 },
      { check: 'status-days', key: { day: DAY, code: '06' }, what: 'deliveries', counted: 1, recounted: 0 },
      { check: 'tier-days', key: { day: DAY }, what: 'registered', counted: 1, recounted: 0 },
      { check: 'ledger-days', key: { day: DAY }, what: 'made', counted: 4, recounted: 3 },
      { check: 'ledger-days', key: { day: DAY }, what: 'received', counted: 1, recounted: 0 },
      { check: 'report-without-delivery', key: { documentId: first.id, recipient: H53 } },
    ])
      expect(found).toContainEqual(
        expect.objectContaining({ ...row, key: expect.objectContaining(row.key) as object }),
      );
  });

  it('names a document without its deliveries, and deliveries without their document', async () => {
    const { first, second } = await aDay();
    await tamper(`DELETE FROM deliveries WHERE document_id = '${second.id}'`);
    await tamper(`DELETE FROM documents WHERE id = '${first.id}'`);
    const found = await differences();
    const documentId = first.id;
    for (const row of [
      { check: 'document-without-delivery', key: { documentId: second.id, identity: second.identity } },
      { check: 'delivery-without-document', key: { documentId, recipient: H53 } },
      { check: 'delivery-without-document', key: { documentId, recipient: H01 } },
    ])
      expect(found).toContainEqual(expect.objectContaining(row));
    expect(found).toContainEqual(expect.objectContaining({ check: 'national-sums', counted: 2, recounted: 1 }));
  });

  const ofSecond = (id: string): string => `WHERE document_id = '${id}' AND recipient = '${H01}'`;

  it.each([
    ['state-and-arrival', "state = 'received'", { what: 'state', counted: 'received', recounted: 'waiting' }],
    [
      'state-and-arrival',
      `arrived_at = ${MORNING}, arrived_day = '${DAY}'`,
      { what: 'state', counted: 'waiting', recounted: 'received' },
    ],
    ['state-and-status', "business_code = '03'", { what: 'business_code', counted: '03', recounted: '' }],
    ['known-state', "state = 'lost'", { what: 'state', counted: 'lost', recounted: null }],
    ['day-of-delivery', `accepted_day = '${NEXT_DAY}'`, { what: 'accepted_day', counted: NEXT_DAY, recounted: DAY }],
    [
      'day-of-arrival',
      `state = 'received', arrived_at = ${MORNING}, arrived_day = '${NEXT_DAY}'`,
      { what: 'arrived_day', counted: NEXT_DAY, recounted: DAY },
    ],
  ])('names a delivery by %s after SET %s', async (check, set, difference) => {
    const { second } = await aDay();
    await tamper(`UPDATE deliveries SET ${set} ${ofSecond(second.id)}`);
    const key = { documentId: second.id, identity: second.identity, recipient: H01 };
    const found = (await differences()).filter((one) => one.check === check);
    expect(found).toEqual([{ check, table: 'deliveries', key, ...difference }]);
  });

  it('names a delivery that says another last status than was reported', async () => {
    const { first, second } = await aDay();
    await tamper(
      `UPDATE deliveries SET business_code = '03' WHERE document_id = '${first.id}' AND recipient = '${H53}'`,
    );
    await tamper(`UPDATE deliveries SET business_code = '02' ${ofSecond(second.id)}`);
    const found = (await differences()).filter(({ check }) => check === 'status-and-reports');
    expect(found).toMatchObject([
      { key: { documentId: first.id, recipient: H53 }, what: 'business_code', counted: '03', recounted: '06' },
      { key: { documentId: second.id, recipient: H01 }, what: 'business_code', counted: '02', recounted: '' },
    ]);
  });

  it.each([
    ['a minute before midnight in Hanoi', Date.UTC(2020, 2, 12, 16, 59), DAY],
    ['midnight in Hanoi', Date.UTC(2020, 2, 12, 17), NEXT_DAY],
  ])('knows the day of %s, and names a document that counts on another', async (_, at, day) => {
    const document = aDocument();
    await accept(store(), [document], { at, day });
    expect(await differences()).toEqual([]);
    const wrong = day === DAY ? NEXT_DAY : DAY;
    await tamper(`UPDATE documents SET accepted_day = '${wrong}'`);
    const key = { documentId: document.id, identity: document.identity };
    const row = { table: 'documents', key, what: 'accepted_day', counted: wrong, recounted: day };
    expect(await differences()).toContainEqual({ check: 'day-of-acceptance', ...row });
  });

  it('names a status report that counts on another day', async () => {
    const { first } = await aDay();
    await tamper(`UPDATE status_reports SET day = '${NEXT_DAY}'`);
    const row = { key: { documentId: first.id, recipient: H53 }, counted: NEXT_DAY, recounted: DAY };
    expect((await differences()).at(-1)).toMatchObject({ check: 'day-of-report', ...row });
  });

  it('names bodies that are gone, and, when asked to read them, altered ones', async () => {
    const { first, second } = await aDay();
    await tamper(`DELETE FROM bodies WHERE document_id = '${first.id}'`);
    expect(await differences()).toMatchObject([{ check: 'body-kept', key: { identity: first.identity } }]);
    await tamper("UPDATE documents SET sha256 = 'another'");
    expect(await differences()).toMatchObject([
      { check: 'body-kept' },
      {
        check: 'body-digest',
        key: { documentId: second.id },
        counted: 'another',
        recounted: digest(second.body.content ?? Buffer.alloc(0)),
      },
    ]);
    expect((await store().statistics.verify()).total).toBe(1);
  });

  it('counts every row that differs and names the first of each check', async () => {
    const documents = Array.from({ length: 30 }, () => aDocument());
    await accept(store(), documents);
    await tamper("UPDATE deliveries SET state = 'lost'");
    const verification = await store().statistics.verify();
    const named = verification.differences.filter(({ check }) => check === 'known-state');
    const inOrder = documents.map(({ id }) => id).sort();
    expect(named.map(({ key }) => key.documentId)).toEqual(inOrder.slice(0, 20));
    expect(verification.checks).toContainEqual({ name: 'known-state', table: 'deliveries', differences: 30 });
    expect(verification.total).toBe(31);
  });
}
