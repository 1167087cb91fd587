import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { v7 as uuid } from 'uuid';
import { hanoiDay } from '#core';
import { inboxOf, MemoryBroker } from '#broker';
import { hubConfig } from '#config';
import { HubStore, type NewDocument, type RegisteredSystem } from '#store';
import { HubClient, type Overview, overviewSchema } from '#wire';
import { eventually } from '../../../../test/support/eventually.js';
import { hubConnections } from '../../../../test/support/hub-connections.js';
import { Clock } from '../clock.js';
import { HubModule } from '../hub.module.js';

const [G22, H53, H01] = ['000.00.00.G22', '000.00.00.H53', '000.00.00.H01'] as const;
const PLAYED = { at: Date.UTC(2019, 4, 27, 3), day: '2019-05-27' };
let last = 0;

function aDocument(recipients: NewDocument['recipients'], moment?: NewDocument['moment']): NewDocument {
  const name = `document-${++last}`;
  const names = { submissionKey: name, identityKey: name, identity: name, wireDocumentId: name, number: name };
  const type = { businessType: 0, typeGroup: 2, typeName: 'Công văn', priority: 0, urgent: false } as const;
  const content = { notation: '', subject: name, paper: false, notes: [], promulgatedOn: '2020-03-02' };
  const body = { sha256: name, size: 1, content: Buffer.from('x') };
  return { id: uuid(), system: 'g22', ...names, ...type, ...content, sender: G22, body, recipients, moment };
}

function aSystem(name: string, code: string): RegisteredSystem {
  const keys = { secretHash: 'hash', salt: '', mode: 'amqp', arrivals: false, createdAt: 1 } as const;
  return { name, codes: [code], ...keys };
}

describe.each(['off', 'on'])('the overview of a hub (simulation %s)', (simulation) => {
  const broker = new MemoryBroker({ log: () => undefined });
  const listening = new AbortController();
  let reads = 0;
  let folder: string;
  let store: HubStore;
  let app: INestApplication;
  let client: HubClient;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truc-overview-'));
    const config = hubConfig({ TRUC_DATA: folder, AMQP_URL: 'amqp://127.0.0.1:1', SIMULATION: simulation });
    store = await HubStore.open({ url: `sqlite:${join(folder, 'hub.sqlite')}` });
    await broker.declareHub();
    await store.registry.putAgencies([agency(G22, 'Văn phòng Chính phủ'), agency(H53, 'UBND tỉnh Tây Ninh')]);
    for (const system of [aSystem('g22', G22), aSystem('h53', H53)]) await store.registry.addSystem(system);
    const read = store.overview.read.bind(store.overview);
    store.overview.read = (query) => {
      reads += 1;
      return read(query);
    };
    const connections = await hubConnections(folder, { store, broker });
    app = await NestFactory.create(HubModule.around(config, connections, new Clock()), { logger: false });
    await app.listen(0, '127.0.0.1');
    const token = (await readFile(join(folder, 'operator-token'), 'utf8')).trim();
    client = new HubClient({ url: await app.getUrl(), credentials: { token } });
  });

  afterAll(async () => {
    listening.abort();
    await app.close();
    await broker.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  const overview = (): Promise<Overview> => client.operation.overview();
  const accept = (documents: NewDocument[], at = Date.now()): Promise<unknown> =>
    store.exchange.acceptBatch({ at, day: hanoiDay(at), documents, refusals: [], leaseMs: 60_000 });

  it('shows an empty axis as zeros, each series whole, and percentiles of nothing as nothing', async () => {
    const { rate, series, arrival, waiting, ledger } = await overview();
    expect([rate.day, arrival.day, waiting]).toEqual([
      { accepted: 0, arrived: 0 },
      { count: 0 },
      { deliveries: 0, oldest: [] },
    ]);
    expect([series.hour.length, series.day.length, ledger.addsUp]).toEqual([60, 96, true]);
  });

  it('shows what flows, what waits longest, who is busy and that it adds up, with names', async () => {
    const waits = { system: 'h53', state: 'waiting' } as const;
    const moment = simulation === 'on' ? PLAYED : undefined;
    const first = aDocument([{ code: H53, ...waits }], moment);
    const second = aDocument(
      [
        { code: H53, ...waits },
        { code: H01, state: 'waiting' },
      ],
      moment,
    );
    const at = Date.now();
    await accept([first, second], at);
    const receipts = [{ system: 'h53', documentId: first.id, recipients: [H53], moment }];
    await store.exchange.recordReceipts({ at, day: hanoiDay(at), receipts });
    const found = await eventually(async () => {
      const current = await overview();
      expect(current.ledger.made).toBe(3);
      return current;
    });
    const counted = { sent: 2, received: 1 };
    expect(found).toMatchObject({
      day: simulation === 'on' ? PLAYED.day : hanoiDay(at),
      simulation: simulation === 'on',
      ...{ today: counted, month: counted, sinceOpening: counted },
      arrival: { hour: { count: 1 } },
      flow: [{ from: 'central', to: 'province', made: 3 }],
      top: {
        senders: [{ code: G22, name: 'Văn phòng Chính phủ', sent: 2 }],
        recipients: [{ code: H53, name: 'UBND tỉnh Tây Ninh', received: 1 }],
      },
      deadLetters: 0,
      systems: 2,
      ledger: { made: 3, received: 1, waiting: 2, addsUp: true },
    });
    expect(found.sentence.startsWith('(Số liệu mô phỏng)')).toBe(simulation === 'on');
    expect(found.sentence).toContain('2 văn bản điện tử gửi và 1 văn bản điện tử nhận');
    expect(found.arrival.hour.p95Ms).toBeLessThan(60_000);
    expect(found.series.hour.reduce((sum, point) => sum + point.accepted, 0)).toBe(2);
    const { id: documentId, subject } = second;
    expect(found.waiting).toMatchObject({
      deliveries: 2,
      oldest: [
        { documentId, subject, recipient: H01 },
        { documentId, subject, recipient: H53, recipientName: 'UBND tỉnh Tây Ninh', system: 'h53' },
      ],
    });
    expect(found.waiting.oldest[0]).not.toHaveProperty('system');
  });

  it('names the systems whose inbox nobody consumes, and when they were last seen', async () => {
    const limits = { size: 1, withinMs: 1, bytes: 1, inFlight: 1 };
    const consumer = await broker
      .as('h53')
      .consume(inboxOf('h53'), limits, (all) => Promise.resolve(all.map(() => 'done')));
    await eventually(async () => expect((await overview()).absent).toEqual([{ name: 'g22', queued: 0 }]));
    await consumer.close();
    const names = async (): Promise<string[]> => (await overview()).absent.map(({ name }) => name);
    await eventually(async () => expect(await names()).toEqual(['g22', 'h53']));
    const { absent } = await overview();
    expect(Date.now() - Date.parse(absent[1]?.lastSeenAt ?? '')).toBeLessThan(60_000);
    broker.goAway();
    await eventually(async () => expect(await names()).toEqual(['g22', 'h53']));
    broker.comeBack();
  });

  it('is put together once for all who watch, the first of it at once', async () => {
    const before = reads;
    const watch = async (): Promise<number> => {
      let seen = 0;
      for await (const each of await client.operation.overviews(listening.signal)) {
        expect(overviewSchema.safeParse(each).success).toBe(true);
        seen += 1;
        if (seen === 3) break;
      }
      return seen;
    };
    const watchers = Array.from({ length: 20 }, () => watch());
    expect(await Promise.all(watchers)).toEqual(watchers.map(() => 3));
    expect(reads - before).toBeLessThan(8);
  });
});

function agency(code: string, name: string): Parameters<HubStore['registry']['putAgencies']>[0][number] {
  return { code, codeQd20: code, name, tier: 'central', searchText: name };
}
