import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { type INestApplication } from '@nestjs/common';
import { writeDocument } from '#edxml';
import {
  BatchTransport,
  DEAD,
  DEAD_QUEUE,
  inboxOf,
  type IncomingMessage,
  MemoryBroker,
  SUBMIT,
  USER_HEADER,
} from '#broker';
import { hubConfig } from '#config';
import { type DeadLetterSummary, HubStore, type RegisteredSystem } from '#store';
import { hubConnections } from '../../../../test/support/hub-connections.js';
import { eventually } from '../../../../test/support/eventually.js';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { consumerRoutes } from '../consumer-routes.js';
import { FailPoints } from '../exchange/fail-points.js';
import { Clock } from '../clock.js';
import { HubModule } from '../hub.module.js';
import { DeadLetterConsumer } from './dead-letter.consumer.js';
import { Retrying } from './retrying.js';

/** Spoils every document while it is on. */
class Spoiling extends FailPoints {
  isOn = false;
  reach(): void {
    if (this.isOn) throw new Error('spoilt\u0000 on purpose');
  }
}

const SUBMISSION = { exchange: SUBMIT, key: 'edoc', messageId: 'k1', type: 'edoc' } as const;

function aSystem(name: string, codes: string[]): RegisteredSystem {
  const secret = { secretHash: '', salt: '' };
  return { name, codes, ...secret, mode: 'amqp', arrivals: false, createdAt: 0, lockedAt: undefined };
}

function aDead(over: Partial<IncomingMessage>): IncomingMessage {
  const message = { queue: DEAD_QUEUE, key: 'hub.edoc', body: Buffer.from('x'), messageId: 'k1', type: 'edoc' };
  return { ...message, userId: undefined, headers: {}, redelivered: false, ...over };
}

describe('dead letters at the hub', () => {
  const broker = new MemoryBroker({ log: () => undefined });
  const failPoints = new Spoiling();
  let folder: string;
  let store: HubStore;
  let hub: INestApplication;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truc-dead-'));
    const config = hubConfig({ TRUC_DATA: folder, AMQP_URL: 'amqp://127.0.0.1:1', BATCH_WITHIN_MS: '1' });
    store = await HubStore.open({ url: `sqlite:${join(folder, 'hub.sqlite')}` });
    await store.registry.addSystem(aSystem('g22', ['000.00.00.G22']));
    await store.registry.addSystem(aSystem('h53', ['000.00.00.H53']));
    await broker.declareHub();
    const connections = await hubConnections(folder, { store, broker, failPoints });
    hub = await NestFactory.create(HubModule.around(config, connections, new Clock()), { logger: false });
    hub.connectMicroservice({ strategy: new BatchTransport(broker, consumerRoutes(config)) });
    await hub.init();
    await hub.startAllMicroservices();
  });

  afterAll(async () => {
    await hub.close();
    await broker.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  const open = async (): Promise<readonly DeadLetterSummary[]> =>
    (await store.deadLetters.list({ limit: 99, open: true })).items;
  const take = (message: Partial<IncomingMessage>): Promise<unknown> =>
    hub.get(DeadLetterConsumer).take([aDead(message)]);
  const retry = (id: string): Promise<void> => hub.get(Retrying).retry(id);
  const bury = async (message: Partial<IncomingMessage>): Promise<DeadLetterSummary> => {
    await take(message);
    return (await open())[0]!;
  };

  it('keeps a poisoned submission, and accepts it when retried in the name of its true sender', async () => {
    failPoints.isOn = true;
    const body = writeDocument(sampleDocument({ from: '000.00.00.G22' }));
    const headers = { [USER_HEADER]: 'h53', 'x-truc-queue': 'inbox.h53' };
    await broker.as('g22').publish({ ...SUBMISSION, body, headers });
    const letter = await eventually(async () => {
      const [first] = await open();
      expect(first).toMatchObject({
        queue: 'hub.edoc',
        userId: 'g22',
        messageId: 'k1',
        reason: 'spoilt\u{FFFD} on purpose',
      });
      return first!;
    });
    await expect(retry(letter.id)).rejects.toMatchObject({ code: 'SUBMISSION_POISONED' });
    expect(await open()).toHaveLength(1);
    failPoints.isOn = false;
    await retry(letter.id);
    const { items } = await store.documents.list({ limit: 9 });
    expect(items).toMatchObject([{ system: 'g22', sender: '000.00.00.G22' }]);
    expect(await open()).toEqual([]);
  });

  it('does not accept a retried submission in a name that only its headers give', async () => {
    const body = writeDocument(sampleDocument({ from: '000.00.00.H53', to: ['000.00.00.G22'] }));
    const headers = { [USER_HEADER]: 'h53', 'x-death': [{ reason: 'delivery_limit' }] };
    const { id, userId } = await bury({ messageId: 'k2', body, headers });
    expect(userId).toBeUndefined();
    await retry(id);
    expect((await store.documents.list({ limit: 9 })).items).toHaveLength(1);
    expect((await store.refusals.list({ limit: 9 })).items).toMatchObject([{ code: 'SENDER_UNVERIFIED' }]);
  });

  it('puts a delivery back into its inbox, and makes no inbox for a system that is not enrolled any more', async () => {
    await broker.deleteInbox('h53');
    const back = await bury({ key: inboxOf('h53'), messageId: 'd1', headers: { 'x-truc-for': '{}', deep: { a: 1 } } });
    await retry(back.id);
    expect(await broker.inspect('inbox.h53')).toMatchObject({ ready: 1 });
    for (const lane of ['inbox.gone', 'inbox.gone.urgent']) {
      const { id } = await bury({ key: lane, messageId: 'd2' });
      await expect(retry(id)).rejects.toMatchObject({ code: 'SYSTEM_UNKNOWN' });
      expect(await broker.inspect(lane)).toBeUndefined();
      await store.deadLetters.markRetried((await store.deadLetters.get(id))!, Date.now());
    }
  });

  it.each([
    ['too much', { 'x-truc-for': '{}', much: 'a'.repeat(100_000) }],
    ['nested without end', { 'x-truc-for': '{}', deep: nested(10_000) }],
    ['what JSON cannot say', { 'x-truc-for': '{}', big: 1n }],
  ])('keeps a letter whose headers hold %s, with a note in their place', async (_what, headers) => {
    expect(await take({ messageId: `h-${_what}`, headers })).toEqual(['done']);
    const { id } = (await open())[0]!;
    const kept = (await store.deadLetters.get(id))!;
    expect(kept.headers).toEqual({ 'x-truc-for': '{}', 'x-truc-note': expect.any(String) as string });
    expect(kept.messageId).toBe(`h-${_what}`);
  });

  it('keeps a letter full of control characters and endless names', async () => {
    const wild = `\u0000${'w'.repeat(1_000)}`;
    expect(await take({ key: wild, messageId: wild, type: wild, userId: wild })).toEqual(['done']);
    const tame = `\u{FFFD}${'w'.repeat(254)}`;
    expect((await open())[0]).toMatchObject({ queue: tame, messageId: tame, type: tame, userId: tame });
  });

  it('keeps as a file what the store cannot hold though it answers, and takes it out of the queue', async () => {
    const add = store.deadLetters.add.bind(store.deadLetters);
    store.deadLetters.add = () => Promise.reject(new Error('this row is impossible'));
    try {
      await broker.publish({ ...SUBMISSION, exchange: DEAD, key: 'hub.edoc', body: Buffer.from('whole') });
      const place = join(folder, 'hub', 'dead');
      const [name = ''] = await eventually(async () => (expect(await readdir(place)).toHaveLength(1), readdir(place)));
      expect(await readFile(join(place, name), 'utf8')).toBe('whole');
    } finally {
      store.deadLetters.add = add;
    }
    await eventually(async () => expect(await broker.inspect(DEAD_QUEUE)).toMatchObject({ ready: 0 }));
  });
});

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level += 1) value = { value };
  return value;
}
