import { type HubStore } from '../hub-store.js';
import { NOTHING_COUNTED } from '../statistics/counts.js';
import { type NewDocument } from '../exchange/new-document.js';
import { type NewStatus } from '../exchange/status-report.js';
import {
  accept,
  aDocument,
  ALL_DAYS,
  aRefusal,
  aReport,
  DAY,
  MORNING,
  NEXT_DAY,
  receive,
  to,
} from './builders.contract.js';

const ARRIVED = { code: '01', withdrawalAsked: false } as const;
const RECEIVED = { code: '03', withdrawalAsked: false } as const;

/** What comes back: receipts and statuses, each counted once. */
export function reportingContract(store: () => HubStore): void {
  const report = (reports: NewStatus[], day = DAY): Promise<string[]> =>
    store().exchange.recordStatuses({ at: MORNING, day, reports });
  const totals = (): Promise<unknown> => store().statistics.totals(...ALL_DAYS);
  const accepted = async (wish: Partial<NewDocument> = {}): Promise<NewDocument> => {
    const document = aDocument(wish);
    await accept(store(), [document]);
    return document;
  };

  it('counts a receipt once, however often it comes and wherever it is repeated', async () => {
    const document = await accepted({ recipients: [to('000.00.00.H53'), to('000.00.04.H53')], system: 'g22' });
    const receipt = { system: 'h53', documentId: document.id, recipients: ['000.00.00.H53'] };
    const batch = { at: MORNING, day: NEXT_DAY, receipts: [receipt, receipt] };
    const arrivals = await store().exchange.recordReceipts(batch);
    expect(arrivals).toEqual([
      { documentId: document.id, identity: document.identity, recipient: '000.00.00.H53', senderSystem: 'g22' },
    ]);
    const again = await Promise.all([1, 2, 3].map(() => store().exchange.recordReceipts(batch)));
    expect(again.flat()).toEqual([]);
    expect(await store().statistics.byDay(...ALL_DAYS)).toEqual([
      { ...NOTHING_COUNTED, day: DAY, sent: 1 },
      { ...NOTHING_COUNTED, day: NEXT_DAY, received: 1 },
    ]);
    expect(await store().statistics.ledger(DAY, DAY)).toMatchObject({ made: 2, received: 1, waiting: 1 });
    expect(await store().documents.get(document.id)).toMatchObject({
      deliveries: [{ arrivedAt: MORNING, state: 'received', status: ARRIVED }, { state: 'waiting' }],
    });
  });

  it('counts receipts once when two hubs bring them at the same moment, in either order', async () => {
    const documents = Array.from({ length: 60 }, () => aDocument());
    await accept(store(), documents);
    const counted = await Promise.all([receive(store(), documents), receive(store(), [...documents].reverse())]);
    expect(counted[0] + counted[1]).toBe(documents.length);
    expect(await totals()).toMatchObject({ received: documents.length });
  });

  it('takes no receipt from a system the document was not sent to, and none for what does not exist', async () => {
    const document = await accepted();
    const receipts = [
      { system: 'h01', documentId: document.id, recipients: ['000.00.00.H53'] },
      { system: 'h53', documentId: document.id, recipients: ['000.00.09.H53'] },
      { system: 'h53', documentId: 'no such document', recipients: ['000.00.00.H53'] },
    ];
    expect(await store().exchange.recordReceipts({ at: MORNING, day: DAY, receipts })).toEqual([]);
    expect(await totals()).toMatchObject({ received: 0 });
  });

  it('counts a late receipt after a status that implied it, and the reverse, once', async () => {
    const [first, second] = [await accepted(), await accepted()];
    expect(await report([aReport(first, { seen: { code: '', withdrawalAsked: false } })])).toEqual(['recorded']);
    await receive(store(), [first, second]);
    expect(await report([aReport(second)])).toEqual(['recorded']);
    expect(await totals()).toMatchObject({ received: 2 });
    expect(await store().documents.get(first.id)).toMatchObject({
      deliveries: [{ status: RECEIVED, arrivedAt: MORNING }],
    });
  });

  it('counts an arrival once when the receipt and the status come at the same moment', async () => {
    const documents = Array.from({ length: 30 }, () => aDocument());
    await accept(store(), documents);
    const reports = documents.map((document) => aReport(document, { effect: 'late', next: undefined, seen: ARRIVED }));
    const fresh = reports.map((one) => ({ ...one, seen: { code: '', withdrawalAsked: false } as const }));
    await Promise.all([receive(store(), documents), report(reports.reverse()), report(fresh)]);
    expect(await totals()).toMatchObject({ received: documents.length });
    expect(await store().statistics.ledger(...ALL_DAYS)).toMatchObject({ received: documents.length, waiting: 0 });
  });

  it('writes a report once: a repeat changes nothing, not even inside one batch', async () => {
    const document = await accepted();
    await receive(store(), [document]);
    const refused = aReport(document, {
      code: '02',
      next: { code: '02', withdrawalAsked: false },
      reason: 'Sai thể thức',
    });
    expect(await report([refused, refused])).toEqual(['recorded', 'repeat']);
    expect(await report([refused])).toEqual(['repeat']);
    expect(await totals()).toEqual({ ...NOTHING_COUNTED, sent: 1, received: 1, refused: 1 });
    const stored = await store().documents.get(document.id);
    expect(stored?.deliveries[0]?.history).toMatchObject([
      { code: '02', by: 'h53', reason: 'Sai thể thức', at: MORNING },
    ]);
  });

  it('takes several reports on one delivery in their order, and says which were judged on something outdated', async () => {
    const document = await accepted();
    await receive(store(), [document]);
    const finished = { code: '06', withdrawalAsked: false } as const;
    const steps = [
      aReport(document),
      aReport(document, { code: '06', seen: RECEIVED, next: finished }),
      aReport(document, { code: '04', seen: RECEIVED, next: { code: '04', withdrawalAsked: false } }),
      aReport(document, { code: '04', effect: 'late', seen: finished, next: undefined, note: 'đến muộn' }),
      aReport(document, { recipient: '000.00.09.H53' }),
    ];
    expect(await report(steps, NEXT_DAY)).toEqual(['recorded', 'recorded', 'stale', 'recorded', 'unknown']);
    const stored = await store().documents.get(document.id);
    expect(stored?.deliveries[0]).toMatchObject({ status: finished });
    expect(stored?.deliveries[0]?.history.map(({ code }) => code)).toEqual(['03', '06', '04']);
    expect(await store().statistics.byDay(NEXT_DAY, NEXT_DAY)).toMatchObject([{ refused: 0, finished: 1 }]);
  });

  it('lets only one of two judgements made on the same state stand', async () => {
    const document = await accepted();
    await receive(store(), [document]);
    const judged = [
      report([aReport(document)]),
      report([aReport(document, { code: '06', next: { code: '06', withdrawalAsked: false } })]),
    ];
    expect((await Promise.all(judged)).flat().sort()).toEqual(['recorded', 'stale']);
  });

  it('keeps who asked for a document back and who declined, and refusals of statuses', async () => {
    const document = await accepted();
    await receive(store(), [document]);
    const asked = { code: '01', withdrawalAsked: true } as const;
    const declined = { code: '01', withdrawalAsked: false, withdrawalDeclined: true } as const;
    const refusals = [aRefusal({ kind: 'status' })];
    await store().exchange.recordStatuses({
      at: 1,
      day: DAY,
      refusals,
      reports: [aReport(document, { code: '13', next: asked })],
    });
    const query = { identityKeys: [document.identityKey], recipient: '000.00.00.H53' };
    expect(await store().exchange.findDeliveries([query])).toMatchObject([{ status: asked }]);
    await report([aReport(document, { code: '16', seen: asked, next: declined })]);
    expect(await store().exchange.findDeliveries([query])).toMatchObject([{ status: declined }]);
    expect((await store().refusals.list({ limit: 9 })).items).toMatchObject([{ kind: 'status' }]);
  });

  it('finds a delivery by identity, by document id, and by issuer and Code, the newest', async () => {
    const older = await accepted({ number: '7', identityKey: '2019' });
    const newer = await accepted({ number: '7', identityKey: '2020' });
    const opaque = await accepted({ number: '8', identityKey: '2021', aliasKey: '=A-UUID' });
    const recipient = '000.00.00.H53';
    const code = { issuer: newer.sender, number: '7', notation: newer.notation, recipient };
    const found = await store().exchange.findDeliveries([
      { ...code, identityKeys: ['unknown', '2019'] },
      { identityKeys: [older.id], recipient },
      { identityKeys: ['=A-UUID'], issuer: opaque.sender, recipient },
      { identityKeys: ['=A-UUID'], issuer: '000.00.00.G99', recipient },
      { ...code, identityKeys: ['unknown'] },
      { ...code, identityKeys: [], recipient: '000.00.09.H53' },
    ]);
    expect(found.map((facts) => facts?.documentId)).toEqual([
      older.id,
      older.id,
      opaque.id,
      undefined,
      newer.id,
      undefined,
    ]);
    expect(found[0]).toEqual({
      documentId: older.id,
      identity: older.identity,
      sender: '000.00.00.G22',
      senderSystem: 'g22',
      recipient,
      system: 'h53',
      state: 'waiting',
      status: { code: '', withdrawalAsked: false },
    });
  });
}
