import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MemoryBroker } from '#broker';
import { hubConfig } from '#config';
import { HubStore, type NewDocument } from '#store';
import { HubClient } from '#wire';
import { hubConnections } from '../../../../test/support/hub-connections.js';
import { Clock } from '../clock.js';
import { HubModule } from '../hub.module.js';

const [G22, H53, BEN_CAU] = ['000.00.00.G22', '000.00.00.H53', '000.00.31.H53'] as const;
const MORNING = Date.UTC(2020, 2, 2, 2);
let last = 0;

function aDocument(sender: string, recipients: string[], wish: Partial<NewDocument> = {}): NewDocument {
  const id = `document-${++last}`;
  const names = { submissionKey: id, identityKey: id, identity: id, wireDocumentId: id, number: id };
  const type = { businessType: 0, typeGroup: 2, typeName: 'Công văn', priority: 0, urgent: false } as const;
  const waiting = recipients.map((code) => ({ code, system: 'all', state: 'waiting' }) as const);
  const content = { notation: '', subject: id, paper: false, notes: [], promulgatedOn: '2020-03-02' };
  const body = { sha256: id, size: 1, content: Buffer.from('x') };
  return { id, system: 'all', ...names, ...type, ...content, sender, body, recipients: waiting, ...wish };
}

describe('the statistics of the hub', () => {
  const broker = new MemoryBroker({ log: () => undefined });
  const wholeTime = { from: '2019-03-12', to: '2020-12-31' };
  let folder: string;
  let store: HubStore;
  let app: INestApplication;
  let client: HubClient;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truc-statistics-'));
    const config = hubConfig({ TRUC_DATA: folder, AMQP_URL: 'amqp://127.0.0.1:1' });
    store = await HubStore.open({ url: `sqlite:${join(folder, 'hub.sqlite')}` });
    const connections = await hubConnections(folder, { store, broker });
    app = await NestFactory.create(HubModule.around(config, connections, new Clock()), { logger: false });
    await app.listen(0, '127.0.0.1');
    const token = (await readFile(join(folder, 'operator-token'), 'utf8')).trim();
    client = new HubClient({ url: await app.getUrl(), credentials: { token } });
    await fill();
  });

  afterAll(async () => {
    await app.close();
    await broker.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  const accept = (at: number, day: string, documents: NewDocument[]): Promise<unknown> =>
    store.exchange.acceptBatch({ at, day, documents, refusals: [], leaseMs: 1 });

  async function fill(): Promise<void> {
    const first = aDocument(G22, [H53, BEN_CAU]);
    const paper = aDocument(H53, [G22], { paper: true, priority: 2, typeName: 'Thư ngỏ', promulgatedOn: '2020-02-28' });
    await accept(MORNING, '2020-03-02', [first, aDocument(G22, [H53], { paper: true }), paper]);
    const others = [aDocument(G22, [BEN_CAU], { businessType: 1 }), aDocument(H53, [G22], { businessType: 2 })];
    await accept(MORNING + 86_400_000 * 30, '2020-04-01', [aDocument(BEN_CAU, [G22]), ...others]);
    const receipts = [{ system: 'all', documentId: first.id, recipients: [H53, BEN_CAU] }];
    await store.exchange.recordReceipts({ at: MORNING, day: '2020-03-02', receipts });
    const status = { code: '06', withdrawalAsked: false } as const;
    const report = {
      documentId: first.id,
      recipient: H53,
      reportKey: 'r',
      by: 'all',
      code: '06',
      effect: 'advances',
    } as const;
    const seen = { code: '01', withdrawalAsked: false } as const;
    const reports = [{ ...report, seen, next: status, arrivedImplied: false, reportedAt: '' }];
    await store.exchange.recordStatuses({ at: MORNING, day: '2020-03-03', reports });
  }

  it('runs on by day, week and month, counted since the opening whatever the period', async () => {
    const { statistics } = client;
    const april = { sent: 1, received: 0, sentSoFar: 4, receivedSoFar: 2 };
    expect((await statistics.byMonth(wholeTime)).items).toMatchObject([
      { month: '2020-03', sent: 3, received: 2, finished: 1, sentSoFar: 3, receivedSoFar: 2 },
      { month: '2020-04', ...april },
    ]);
    expect((await statistics.byWeek({ from: '2020-03-03', to: '2020-04-30' })).items).toMatchObject([
      { week: '2020-W10', sent: 0, finished: 1, sentSoFar: 3 },
      { week: '2020-W14', ...april },
    ]);
    expect((await statistics.byDay({ from: '2020-04-01', to: '2020-04-01' })).items).toMatchObject([
      { day: '2020-04-01', ...april },
    ]);
  });

  it('adds up to the same totals, however broken down, and says as of when', async () => {
    const { statistics } = client;
    const { sent, received, sentence } = await client.totals(wholeTime);
    expect([sent, received]).toEqual([4, 2]);
    expect(sentence).toContain('có tổng số 4 văn bản điện tử gửi và 2 văn bản điện tử nhận');
    const parts = [
      await statistics.byDay(wholeTime),
      await statistics.byWeek(wholeTime),
      await statistics.byMonth(wholeTime),
      await statistics.byTier(wholeTime),
      await statistics.byBranch(wholeTime),
      await statistics.byAgency(wholeTime),
      await statistics.punctuality(wholeTime),
    ];
    for (const { asOf, items } of parts) {
      expect(Date.parse(asOf)).toBeLessThanOrEqual(Date.now());
      const sum = (of: 'sent' | 'received'): number => items.reduce((total, item) => total + item[of], 0);
      expect([sum('sent'), sum('received')]).toEqual([sent, received]);
    }
    for (const { items } of [
      await statistics.byType(wholeTime),
      await statistics.byPriority(wholeTime),
      await statistics.byPaper(wholeTime),
    ])
      expect(items.reduce((total, item) => total + item.sent, 0)).toBe(sent);
  });

  it('has recalls and updates in columns of their own, however broken down', async () => {
    const { statistics } = client;
    expect(await client.totals(wholeTime)).toMatchObject({ sent: 4, recalls: 1, updates: 1 });
    for (const { items } of [
      await statistics.byDay(wholeTime),
      await statistics.byWeek(wholeTime),
      await statistics.byMonth(wholeTime),
      await statistics.byTier(wholeTime),
      await statistics.byBranch(wholeTime),
      await statistics.byAgency(wholeTime),
    ]) {
      const sum = (of: 'recalls' | 'updates'): number => items.reduce((total, item) => total + item[of], 0);
      expect([sum('recalls'), sum('updates')]).toEqual([1, 1]);
    }
  });

  it('tells paper, urgency and type, and how many of the 26 types still went with paper', async () => {
    const { statistics } = client;
    expect(await statistics.byPaper(wholeTime)).toMatchObject({
      items: [
        { paper: false, sent: 2, deliveries: 3 },
        { paper: true, sent: 2, deliveries: 2 },
      ],
      paperless: { sent: 3, withPaper: 1, withPaperShare: 0.3333 },
    });
    expect((await statistics.byPriority(wholeTime)).items).toMatchObject([
      { priority: 0, name: 'Thường', sent: 3 },
      { priority: 2, name: 'Thượng khẩn', sent: 1 },
    ]);
    expect((await statistics.byType(wholeTime)).items).toMatchObject([{ type: 'Công văn' }, { type: 'khác' }]);
  });

  it('holds what is finished, and who takes part, against the targets', async () => {
    const { statistics } = client;
    expect((await statistics.byStatus(wholeTime)).items).toMatchObject([
      { tier: 'province', received: 1, finished: 1, finishedShare: 1, target: 0.6 },
      { tier: 'district', received: 1, arrived: 1, finishedShare: 0, target: 0.3 },
    ]);
    const coverage = await statistics.coverage(wholeTime);
    expect(coverage).toMatchObject({ goal: { share: 1, before: '2020-06-30' } });
    expect(coverage.items.map(({ tier, active }) => [tier, active])).toEqual([
      ['central', 1],
      ['province', 1],
      ['district', 1],
      ['commune', 0],
    ]);
    const all = coverage.items.reduce((sum, { agencies }) => sum + agencies, 0);
    expect(all).toBe(await store.registry.countAgencies());
  });

  it('tells how soon, and the pairs with the most deliveries with their names', async () => {
    const { statistics } = client;
    const { items } = await statistics.punctuality({ from: '2020-03-01', to: '2020-03-31' });
    expect(items).toMatchObject([
      { tier: 'central', sent: 2, sentSameDay: 2, sentInTimeShare: 1, received: 0 },
      { tier: 'province', sentNextMorning: 1, sentInTimeShare: 1, receivedSameDayShare: 1, registeredSameDayShare: 0 },
      { tier: 'district', received: 1, receivedSameDay: 1, registered: 0 },
    ]);
    expect(items[0]).not.toHaveProperty('receivedSameDayShare');
    const pairs = await statistics.byPair({ ...wholeTime, limit: 1 });
    expect(pairs.total).toBe(4);
    expect(pairs.items).toMatchObject([{ sender: G22, recipient: H53, made: 2, received: 1 }]);
    expect(pairs.items[0]?.recipientName).toMatch(/Tây Ninh/);
  });

  it.each([{ from: 'hôm qua' }, { to: '2020-02-30' }])('takes no period like %p', async (period) => {
    await expect(client.statistics.coverage(period)).rejects.toThrow();
  });
});
