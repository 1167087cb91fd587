import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AgencyStore } from './agency-store.js';
import { type NewOutgoingDocument } from './outgoing-documents.js';

describe('What is submitted and not answered', () => {
  let folder: string;
  let store: AgencyStore;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sending-states-'));
    store = await AgencyStore.open(join(folder, 'agency.sqlite'));
  });

  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['outgoing', 'reports'] as const)(
    'waits twice as long after each submission of %s, an hour at most',
    async (kind) => {
      await keepOneOfEach();
      const waits: number[] = [];
      for (let at = 0; waits.length < 9; at += waits.at(-1)!) {
        await store[kind].markSubmitted([1], at);
        if (waits.length === 3) await reopen(); // the count is on disk
        waits.push(await waitAfter(kind, at));
      }
      expect(waits.map((ms) => ms / 1000)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    },
  );

  it('never waits for less than it is told to', async () => {
    await keepOneOfEach();
    await store.outgoing.markSubmitted([1], 0);
    const day = 86_400_000;
    expect(await store.outgoing.queueAgain({ at: day - 1, afterMs: day })).toBe(0);
    expect(await store.outgoing.queueAgain({ at: day, afterMs: day })).toBe(1);
  });

  async function reopen(): Promise<void> {
    await store.close();
    store = await AgencyStore.open(join(folder, 'agency.sqlite'));
  }

  /** A document and a report, each the first of its table. */
  async function keepOneOfEach(): Promise<void> {
    await store.outgoing.handIn({ key: 'd', requestDigest: '', at: 0 }, () => Promise.resolve(DOCUMENT));
    const body = Buffer.from('<edXML/>');
    await store.reports.ofDelivery(1, {
      ...{ key: 'r', documentId: 'd1', recipient: 'H53', code: '03', reason: '', body, at: 0 },
    });
  }

  /** How long after a submission at `at` the row is queued again; tried every half minute. */
  async function waitAfter(kind: 'outgoing' | 'reports', at: number): Promise<number> {
    const afterMs = 30_000;
    for (let waited = afterMs; waited <= 2 * 3_600_000; waited += afterMs) {
      expect(await store[kind].queueAgain({ at: at + waited - 1, afterMs })).toBe(0);
      if ((await store[kind].queueAgain({ at: at + waited, afterMs })) === 1) return waited;
    }
    throw new Error('It is never queued again.');
  }
});

const DOCUMENT: NewOutgoingDocument = {
  ...{ identity: 'G22.2020.01/VPCP', identityKey: 'G22|2020|1|VPCP', wireId: 'G22,2020/02/04,01/VPCP', sender: 'G22' },
  ...{ number: '01', notation: 'VPCP', promulgatedOn: '2020-02-04', typeName: 'Công văn', subject: 'V/v', priority: 0 },
  ...{ urgent: false, recipients: ['H53'], body: Buffer.from('<edXML/>'), bodyDigest: 'b', bodySize: 8 },
};
