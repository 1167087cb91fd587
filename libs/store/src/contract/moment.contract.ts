import { setImmediate as turn } from 'node:timers/promises';
import { type Database } from '../connection/database.js';
import { type HubStore } from '../hub-store.js';
import { accept, aDocument, aReport, DAY, MORNING, receive, to } from './builders.contract.js';

const [H53, H01] = ['000.00.00.H53', '000.00.00.H01'];
const FINISHED = { code: '06', withdrawalAsked: false } as const;

/** A verification beside everything else: of one moment, in nobody's way. `beside` opens the store's database once more. */
export function momentContract(store: () => HubStore, beside: () => Promise<Database>): void {
  it('finds no difference while documents, receipts and statuses come in', async () => {
    let isDone = false;
    const working = async (): Promise<void> => {
      while (!isDone) {
        // On SQLite a store at work never waits for anything; the answers of other threads come in between.
        await turn();
        const documents = Array.from({ length: 20 }, () => aDocument({ recipients: [to(H53), to(H01)] }));
        await accept(store(), documents);
        const reports = documents.map((document) => aReport(document, { code: '06', next: FINISHED }));
        await Promise.all([
          receive(store(), documents),
          store().exchange.recordStatuses({ at: MORNING, day: DAY, reports }),
        ]);
      }
    };
    const work = Promise.all([working(), working()]);
    const seen: number[] = [];
    try {
      for (let round = 0; round < 12; round += 1) {
        const { compared, differences: found } = await store().statistics.verify({ bodies: true });
        expect(found).toEqual([]);
        expect(compared.deliveries).toBe(2 * compared.documents);
        seen.push(compared.documents);
      }
    } finally {
      isDone = true;
      await work;
    }
    expect(new Set(seen).size).toBeGreaterThan(1);
  });

  it('reads one moment, while others write and report', async () => {
    const database = await beside();
    const count = 'SELECT count(*) AS documents FROM documents';
    const seen = await database.snapshot(async (snapshot) => {
      const before = await snapshot.all(count);
      await accept(store(), [aDocument()]);
      expect(await store().statistics.ledger(DAY, DAY)).toMatchObject({ made: 1 });
      return [...before, ...(await snapshot.all(count))];
    });
    expect(seen).toEqual([{ documents: 0 }, { documents: 0 }]);
    expect(await database.snapshot((snapshot) => snapshot.all(count))).toEqual([{ documents: 1 }]);
    await database.close();
  });

  it('ends when the store closes: with its answer or with an outage', async () => {
    await accept(store(), [aDocument()]);
    const verifying = store()
      .statistics.verify()
      .then(
        ({ total }) => total === 0,
        (error: unknown) => store().isOutage(error),
      );
    await store().close();
    expect(await verifying).toBe(true);
    expect(
      await store()
        .statistics.verify()
        .catch((error: unknown) => store().isOutage(error)),
    ).toBe(true);
  });
}
