import { Logger } from '@nestjs/common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryBroker } from '#broker';
import { AgencyStore } from '#store';
import { FailPoints } from '../fail-points.js';
import { AgencyMetrics } from '../metrics/agency-metrics.js';
import { OfficeSwitch } from '../office/office-switch.js';
import { type Arrival } from './arrival.js';
import { InboxKeeper } from './inbox-keeper.js';
import { Patience, Stopped } from './patience.js';
import { ReceiptSender } from './receipt-sender.js';

Logger.overrideLogger(false);

describe('Keeping what came out of the inbox', () => {
  let folder: string;
  let store: AgencyStore;
  let patience: Patience;
  let keeper: InboxKeeper;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keeper-'));
    store = await AgencyStore.open(join(folder, 'agency.sqlite'));
    patience = new Patience();
    const office = new OfficeSwitch({ isOn: false, delaysMs: {}, refusePercent: 0 });
    const broker = new MemoryBroker();
    const receipts = new ReceiptSender(store, broker, new FailPoints(), new AgencyMetrics(store, broker));
    keeper = new InboxKeeper(store, office, receipts, patience);
  });

  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds the one document a batch cannot be stored for, and keeps the others', async () => {
    const verdicts = await keeper.keep([arrival('a'), arrival('b', { identity: null as never }), arrival('c')]);
    expect(verdicts).toEqual(['done', { dead: expect.stringContaining('NOT NULL') as string }, 'done']);
    expect(await store.incoming.page(undefined, 10)).toHaveLength(2);
  });

  it('hands messages back when it is stopped while the store is away', async () => {
    await store.close();
    const verdicts = keeper.keep([arrival('a')]);
    patience.stop();
    expect(await verdicts).toEqual(['retry']);
  });
});

describe('Patience', () => {
  it('does the work over until what it needs is back', async () => {
    let tries = 0;
    const work = (): Promise<number> => ((tries += 1) < 3 ? Promise.reject(new Error('away')) : Promise.resolve(tries));
    expect(await new Patience().outlast(work, () => true)).toBe(3);
  });

  it('passes other failures on at once', async () => {
    await expect(
      new Patience().outlast(
        () => Promise.reject(new Error('broken')),
        () => false,
      ),
    ).rejects.toThrow('broken');
  });

  it('lets nobody wait once it is stopped', async () => {
    const patience = new Patience();
    const waiting = patience.outlast(
      () => Promise.reject(new Error('away')),
      () => true,
    );
    patience.stop();
    await expect(waiting).rejects.toThrow(Stopped);
  });
});

function arrival(documentId: string, over: Partial<Extract<Arrival, { kind: 'document' }>['document']> = {}): Arrival {
  return {
    kind: 'document',
    document: {
      ...{
        documentId,
        identity: documentId,
        identityKey: documentId,
        acceptedAt: '2020-02-04T09:30:00+07:00',
        urgent: false,
      },
      ...{ recipients: ['000.00.00.H53'], body: Buffer.from('<edXML/>'), bodyDigest: undefined, bodySize: 8 },
      ...over,
    },
  };
}
