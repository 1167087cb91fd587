import { type HubStore } from '../hub-store.js';
import { NOTHING_COUNTED } from '../statistics/counts.js';
import { aDocument, ALL_DAYS, aReport, DAY, MORNING, to } from './builders.contract.js';

const PLAYED = { at: Date.UTC(2019, 4, 27, 3), day: '2019-05-27' };
const ARRIVED = { at: Date.UTC(2019, 4, 28, 3), day: '2019-05-28' };
const REPORTED = { at: Date.UTC(2019, 5, 3, 3), day: '2019-06-03' };

/** A simulation: what has a moment of its own counts there, beside what counts by the batch. */
export function simulatedContract(store: () => HubStore): void {
  it('counts documents, arrivals and reports on the days they play on', async () => {
    const [simulated, ordinary] = [
      { ...aDocument(), moment: PLAYED },
      aDocument({ recipients: [to('000.00.00.H01')] }),
    ];
    const now = { at: MORNING, day: DAY };
    await store().exchange.acceptBatch({ ...now, documents: [simulated, ordinary], refusals: [], leaseMs: 30_000 });
    await store().exchange.recordReceipts({
      ...now,
      receipts: [
        { system: 'h53', documentId: simulated.id, recipients: ['000.00.00.H53'], moment: ARRIVED },
        { system: 'h01', documentId: ordinary.id, recipients: ['000.00.00.H01'] },
      ],
    });
    const [facts] = await store().exchange.findDeliveries([
      { identityKeys: [simulated.id], recipient: '000.00.00.H53' },
    ]);
    const report = aReport(simulated, {
      recipient: '000.00.00.H53',
      code: '06',
      seen: facts!.status,
      next: { code: '06', withdrawalAsked: false },
      arrivedImplied: false,
      moment: REPORTED,
    });
    expect(await store().exchange.recordStatuses({ ...now, reports: [report] })).toEqual(['recorded']);
    const days = await store().statistics.byDay(...ALL_DAYS);
    expect(days).toEqual([
      { ...NOTHING_COUNTED, day: '2019-05-27', sent: 1 },
      { ...NOTHING_COUNTED, day: '2019-05-28', received: 1 },
      { ...NOTHING_COUNTED, day: '2019-06-03', finished: 1 },
      { ...NOTHING_COUNTED, day: DAY, sent: 1, received: 1 },
    ]);
    expect(await store().statistics.ledger('2019-05-27', '2019-05-27')).toMatchObject({ made: 1, received: 1 });
    expect(await store().statistics.counted(...ALL_DAYS)).toEqual(await store().statistics.recount(...ALL_DAYS));
  });

  it('leases by the real time, so that nobody sweeps up what is being dispatched', async () => {
    const simulated = { ...aDocument(), moment: PLAYED };
    await store().exchange.acceptBatch({
      at: MORNING,
      day: DAY,
      documents: [simulated],
      refusals: [],
      leaseMs: 30_000,
    });
    const claim = (now: number): Promise<readonly unknown[]> =>
      store().exchange.claimUndispatched({ limit: 9, now, leaseMs: 1 });
    expect(await claim(MORNING + 1_000)).toEqual([]);
    expect(await claim(MORNING + 31_000)).toHaveLength(1);
  });
}
