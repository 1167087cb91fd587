import { type AgencyCode, parentOf, qd20Form, tierOf } from '#core';
import { type HubStore } from '../hub-store.js';
import { type RegisteredAgency } from '../registry/registered-system.js';
import { NOTHING_COUNTED } from '../statistics/counts.js';
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
} from './builders.contract.js';

const [G22, H53, BEN_CAU, AN_THANH] = ['000.00.00.G22', '000.00.00.H53', '000.00.31.H53', '000.21.31.H53'] as const;
const HOUR = 3_600_000;

function anAgency(code: string): RegisteredAgency {
  const known = code as AgencyCode;
  const name = `Cơ quan ${code}`;
  return { code, codeQd20: qd20Form(known), name, tier: tierOf(known), parent: parentOf(known), searchText: name };
}

/** The figures of a period by what they are about. */
export function breakdownsContract(store: () => HubStore): void {
  it('counts by document type, urgency and paper', async () => {
    const legal = { typeGroup: 1, typeName: 'Nghị quyết' };
    await accept(store(), [
      aDocument({ recipients: [to(H53), failing('H99')] }),
      aDocument({ typeName: 'công  VĂN', paper: true, priority: 3 }),
      aDocument({ paper: true, promulgatedOn: '2020-02-03' }),
      aDocument({ typeName: 'Thư ngỏ', paper: true }),
      aDocument({ ...legal, sender: '000.00.00.K53', paper: true }),
      aDocument({ ...legal, sender: G22, paper: true }),
    ]);
    await accept(store(), [aDocument({ typeName: 'Báo cáo' })], { day: NEXT_DAY });
    const { breakdowns } = store();
    expect(await breakdowns.byType(DAY, DAY)).toEqual([
      { type: 'Công văn', sent: 3, deliveries: 4 },
      { type: 'Nghị quyết', sent: 2, deliveries: 2 },
      { type: 'khác', sent: 1, deliveries: 1 },
    ]);
    expect(await breakdowns.byPriority(...ALL_DAYS)).toEqual([
      { priority: 0, sent: 6, deliveries: 7 },
      { priority: 3, sent: 1, deliveries: 1 },
    ]);
    expect(await breakdowns.byPaper(...ALL_DAYS)).toEqual([
      { paper: false, paperless: true, sent: 2, deliveries: 3 },
      { paper: true, paperless: false, sent: 3, deliveries: 3 },
      { paper: true, paperless: true, sent: 2, deliveries: 2 },
    ]);
  });

  it('counts ministries and provinces with everything below them', async () => {
    await store().registry.putAgencies([H53, AN_THANH].map(anAgency));
    const documents = [
      aDocument({ sender: H53, recipients: [to(BEN_CAU), to(AN_THANH)] }),
      aDocument({ sender: 'H53.04.005.001', recipients: [to(G22)] }),
    ];
    await accept(store(), documents, { day: NEXT_DAY });
    await receive(store(), documents, '2020-04-01');
    expect(await store().breakdowns.byBranch(...ALL_DAYS)).toEqual([
      { ...NOTHING_COUNTED, branch: 'G22', received: 1, agencies: 1 },
      { ...NOTHING_COUNTED, branch: 'H53', name: `Cơ quan ${H53}`, sent: 2, received: 2, agencies: 4 },
    ]);
    expect(await store().breakdowns.byBranch('2020-03-02', '2020-03-31')).toMatchObject([
      { branch: 'H53', sent: 2, received: 0 },
    ]);
  });

  it('says of an agency the same from days, from months and from both', async () => {
    const days = ['2020-01-31', '2020-02-01', '2020-02-29', '2020-03-01', '2020-03-31', '2020-04-01'];
    for (const day of days) await accept(store(), [aDocument({ sender: H53 })], { day });
    const sent = (from: string, end: string): Promise<number | undefined> =>
      store()
        .statistics.byAgency(from, end)
        .then(([agency]) => agency?.sent);
    expect(await sent('2020-01-31', '2020-04-01')).toBe(6);
    expect(await sent('2020-02-01', '2020-03-31')).toBe(4);
    expect(await sent('2020-02-02', '2020-03-30')).toBe(2);
    expect(await sent('2020-02-29', '2020-02-29')).toBe(1);
    expect(await sent('2020-02-02', '2020-02-28')).toBeUndefined();
    expect(await store().statistics.totals('2020-02-01', '2020-03-31')).toMatchObject({ sent: 4 });
  });

  it('says of agencies what is true when asked again: after each count, another name, and on another day', async () => {
    const agencies = (): Promise<readonly object[]> => store().statistics.byAgency(DAY, NEXT_DAY);
    const branch = (): Promise<readonly object[]> => store().breakdowns.byBranch(DAY, NEXT_DAY);
    await store().registry.putAgencies([anAgency(H53)]);
    const document = aDocument({ recipients: [to(H53)] });
    await accept(store(), [document]);
    expect(await agencies()).toMatchObject([{ code: G22, sent: 1 }]);
    expect(await branch()).toMatchObject([{ branch: 'G22', sent: 1 }]);
    await receive(store(), [document], NEXT_DAY);
    expect(await agencies()).toMatchObject([
      { code: G22, sent: 1 },
      { code: H53, received: 1 },
    ]);
    const finished = aReport(document, { recipient: H53, code: '06', next: status('06') });
    await store().exchange.recordStatuses({ at: MORNING, day: NEXT_DAY, reports: [finished] });
    expect((await agencies()).at(1)).toMatchObject({ finished: 1, name: `Cơ quan ${H53}` });
    await store().registry.putAgencies([{ ...anAgency(H53), name: 'Tên mới' }]);
    expect((await agencies()).at(1)).toMatchObject({ finished: 1, name: 'Tên mới' });
    expect((await branch()).at(1)).toMatchObject({ name: 'Tên mới' });
    expect(await store().statistics.byAgency(DAY, DAY)).toMatchObject([{ code: G22, sent: 1, received: 0 }]);
  });

  it('shows what became of what arrived in the period, also when it happens later', async () => {
    const recipients = [to(G22, 'h53'), to(H53)];
    const [first, second] = [aDocument({ recipients }), aDocument({ recipients: [to(H53)] })];
    await accept(store(), [first, second]);
    await receive(store(), [first]);
    const report = (wish: Partial<ReturnType<typeof aReport>>, day: string): Promise<unknown> =>
      store().exchange.recordStatuses({ at: MORNING, day, reports: [aReport(first, wish)] });
    await report({ recipient: H53 }, DAY);
    await report({ recipient: H53, code: '06', seen: status('03'), next: status('06') }, NEXT_DAY);
    await report({ recipient: G22, code: '02', next: status('02') }, NEXT_DAY);
    expect(await store().breakdowns.byStatus(DAY, DAY)).toEqual([
      { tier: 'central', code: '02', deliveries: 1 },
      { tier: 'province', code: '06', deliveries: 1 },
    ]);
    expect(await store().breakdowns.byStatus(NEXT_DAY, NEXT_DAY)).toEqual([]);
    await receive(store(), [second], NEXT_DAY);
    expect(await store().breakdowns.byStatus(NEXT_DAY, NEXT_DAY)).toEqual([
      { tier: 'province', code: '01', deliveries: 1 },
    ]);
  });

  it('says how many agencies of each tier took part, of how many there are', async () => {
    await store().registry.putAgencies([G22, H53, BEN_CAU, AN_THANH, '000.22.31.H53'].map(anAgency));
    const documents = [aDocument({ recipients: [to(AN_THANH), to(H53)] })];
    await accept(store(), [...documents, aDocument({ sender: H53, recipients: [to(BEN_CAU)] })]);
    await receive(store(), documents);
    const nobody = { senders: 0, recipients: 0, active: 0 };
    expect(await store().breakdowns.coverage(...ALL_DAYS)).toEqual([
      { tier: 'central', agencies: 1, senders: 1, recipients: 0, active: 1 },
      { tier: 'province', agencies: 1, senders: 1, recipients: 1, active: 1 },
      { tier: 'district', agencies: 1, ...nobody },
      { tier: 'commune', agencies: 2, senders: 0, recipients: 1, active: 1 },
    ]);
    expect(await store().breakdowns.coverage('2019-01-01', '2019-12-31')).toMatchObject(
      [1, 1, 1, 2].map((agencies) => ({ agencies, ...nobody })),
    );
  });

  it('says how soon documents were sent, arrived and were registered', async () => {
    const recipients = [to(H53)];
    const [today, yesterday, older] = ['2020-03-12', '2020-03-11', '2020-03-10'].map((promulgatedOn) =>
      aDocument({ promulgatedOn, recipients }),
    );
    const documents = [today, yesterday, older].filter((one) => one !== undefined);
    await accept(store(), documents);
    await accept(store(), [aDocument({ promulgatedOn: '2020-03-11' })], { at: MORNING + 4 * HOUR });
    await receive(store(), documents.slice(0, 2));
    await receive(store(), documents.slice(2), NEXT_DAY);
    const steps = documents.map((document) => aReport(document));
    await store().exchange.recordStatuses({ at: MORNING, day: DAY, reports: steps.slice(0, 1) });
    await store().exchange.recordStatuses({ at: MORNING, day: NEXT_DAY, reports: steps.slice(1) });
    const registered = { registered: 3, registeredSameDay: 1 };
    expect(await store().breakdowns.punctuality(...ALL_DAYS)).toEqual([
      { tier: 'central', sent: 4, sentSameDay: 1, sentNextMorning: 1, ...NOTHING_RECEIVED },
      { tier: 'province', sent: 0, sentSameDay: 0, sentNextMorning: 0, received: 3, receivedSameDay: 2, ...registered },
    ]);
  });

  it('shows the pairs with the most deliveries, like the ledger by the day of acceptance', async () => {
    await store().registry.putAgencies([anAgency(H53)]);
    const documents = [aDocument({ recipients: [to(H53), to(BEN_CAU)] }), aDocument(), aDocument({ sender: H53 })];
    await accept(store(), documents);
    await accept(store(), [aDocument()], { day: NEXT_DAY });
    await receive(store(), documents.slice(1, 2), NEXT_DAY);
    expect(await store().breakdowns.pairs(DAY, DAY, 2)).toEqual({
      total: 3,
      items: [
        { sender: G22, recipient: H53, recipientName: `Cơ quan ${H53}`, made: 2, received: 1 },
        { sender: G22, recipient: BEN_CAU, made: 1, received: 0 },
      ],
    });
    await receive(store(), documents, NEXT_DAY);
    await accept(store(), [aDocument()]);
    expect(await store().breakdowns.pairs(DAY, DAY, 2)).toMatchObject({
      items: [
        { made: 3, received: 2 },
        { made: 1, received: 1 },
      ],
    });
    expect(await store().breakdowns.pairs('2019-01-01', '2019-01-02', 2)).toEqual({ total: 0, items: [] });
  });
}

const NOTHING_RECEIVED = { received: 0, receivedSameDay: 0, registered: 0, registeredSameDay: 0 };

function status(code: '02' | '03' | '06'): { code: '02' | '03' | '06'; withdrawalAsked: boolean } {
  return { code, withdrawalAsked: false };
}
