import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { type INestApplication } from '@nestjs/common';
import { writeDocument } from '#edxml';
import { inboxOf, type IncomingMessage, MemoryBroker, SUBMIT } from '#broker';
import { hubConfig } from '#config';
import { type DocumentRecord, HubStore, type RegisteredSystem } from '#store';
import { hubConnections } from '../../../../test/support/hub-connections.js';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { Clock } from '../clock.js';
import { HubModule } from '../hub.module.js';
import { Dispatcher } from './dispatcher.js';
import { EdocConsumer } from './edoc.consumer.js';
import { ExchangeService } from './exchange.service.js';
import { StatusForwarding } from './status-forwarding.js';
import { type StatusResult } from './statuses.service.js';
import { Sweeper } from './sweeper.js';

const [ISSUER, LISTENER, NEWCOMER] = ['000.00.00.G22', '000.00.00.H01', '000.00.00.H53'] as const;
const NEVER_MS = '3600000';

function aSystem(name: string, code: string, mode: RegisteredSystem['mode']): RegisteredSystem {
  return { name, codes: [code], secretHash: '', salt: '', mode, arrivals: false, createdAt: 0 };
}

/** The other hub is the test's own hand on the store: this hub has not read it again since. */
describe('systems that another hub enrolled or removed', () => {
  const broker = new MemoryBroker({ log: () => undefined });
  let folder: string;
  let store: HubStore;
  let hub: INestApplication;
  let readings = 0;
  let last = 0;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truc-newcomers-'));
    const settings = { TRUC_DATA: folder, AMQP_URL: 'amqp://127.0.0.1:1' };
    const config = hubConfig({ ...settings, SWEEP_MS: NEVER_MS, INBOX_CHECK_MS: NEVER_MS });
    store = await HubStore.open({ url: `sqlite:${join(folder, 'hub.sqlite')}` });
    await store.registry.addSystem(aSystem('g22', ISSUER, 'amqp'));
    await store.registry.addSystem(aSystem('h01', LISTENER, 'amqp'));
    await broker.declareHub();
    const connections = await hubConnections(folder, { store, broker });
    hub = await NestFactory.create(HubModule.around(config, connections, new Clock()), { logger: false });
    await hub.init();
    const listSystems = store.registry.listSystems.bind(store.registry);
    store.registry.listSystems = () => ((readings += 1), listSystems());
    readings = 0;
  });

  afterEach(async () => {
    await hub.close();
    for (const name of ['g22', 'h01', 'h53']) await broker.deleteInbox(name);
    await store.close();
    await rm(folder, { recursive: true });
  });

  const accepted = async (to: readonly string[]): Promise<string> => {
    last += 1;
    const bytes = writeDocument(sampleDocument({ from: ISSUER, to, number: String(last) }));
    const submission = { system: 'g22', key: `k${last}`, body: { kind: 'inline' as const, bytes } };
    const [result] = await hub.get(ExchangeService).accept([submission]);
    if (result?.outcome !== 'accepted') throw new Error('A document of the test was not accepted.');
    return result.documentId;
  };
  const assignedElsewhere = (system: string): Promise<unknown> => store.exchange.assignUnserved(() => system);
  const record = async (id: string): Promise<DocumentRecord> => (await store.documents.get(id))!;
  const ready = async (system: string): Promise<number | undefined> => (await broker.inspect(inboxOf(system)))?.ready;
  const passed = (senderSystem: string): Promise<void> => {
    const [documentId, recipient] = ['d1', LISTENER];
    const report = { documentId, recipient, reportKey: 'r1', by: 'h01', code: '03', effect: 'advances' } as const;
    const seen = { code: '01', withdrawalAsked: false } as const;
    const result: StatusResult = {
      result: { outcome: 'accepted' },
      report: { ...report, seen, arrivedImplied: true, reportedAt: '2020/03/12 09:00:00' },
      facts: { documentId, identity: 'i1', sender: ISSUER, senderSystem, recipient, state: 'received', status: seen },
    };
    const message = { body: Buffer.from('<status/>'), userId: 'h01', messageId: 'm1' };
    return hub.get(StatusForwarding).forward([message], [result]);
  };

  it('puts documents into the mailbox of one that polls, and reads the systems once for all of them', async () => {
    const documents = [await accepted([NEWCOMER]), await accepted([NEWCOMER, LISTENER]), await accepted([NEWCOMER])];
    expect(readings).toBe(0);
    await store.registry.addSystem(aSystem('h53', NEWCOMER, 'poll'));
    await assignedElsewhere('h53');
    await hub.get(Sweeper).now();
    expect(await store.mailboxes.count('h53', 'edoc')).toBe(3);
    expect(await ready('h53')).toBeUndefined();
    for (const id of documents) expect((await record(id)).dispatchedAt).toBeDefined();
    expect(readings).toBe(1);
  });

  it('takes the documents of one, and reads the systems once for the batch', async () => {
    await store.registry.addSystem(aSystem('h53', NEWCOMER, 'amqp'));
    const message = (number: string): IncomingMessage => ({
      ...{
        queue: 'hub.edoc',
        exchange: SUBMIT,
        key: 'edoc',
        type: 'edoc',
        userId: 'h53',
        messageId: number,
        headers: {},
        redelivered: false,
      },
      body: writeDocument(sampleDocument({ from: NEWCOMER, to: [LISTENER], number })),
    });
    const verdicts = await hub.get(EdocConsumer).ordinary([message('31'), message('32')]);
    expect(verdicts).toEqual(['done', 'done']);
    expect(await ready('h01')).toBe(2);
    expect(readings).toBe(1);
  });

  it('brings documents to one that listens', async () => {
    await accepted([NEWCOMER]);
    await store.registry.addSystem(aSystem('h53', NEWCOMER, 'amqp'));
    await broker.declareInbox('h53');
    await assignedElsewhere('h53');
    await hub.get(Sweeper).now();
    expect(await ready('h53')).toBe(1);
  });

  it('serves the others of a document for one that nobody enrolled, and leaves it unmarked until it is released', async () => {
    const id = await accepted([NEWCOMER, LISTENER]);
    expect(await ready('h01')).toBe(1);
    await assignedElsewhere('gone');
    await hub.get(Sweeper).now();
    expect(await ready('h01')).toBe(2);
    expect((await record(id)).dispatchedAt).toBeUndefined();
    await hub.get(Sweeper).now();
    expect(readings).toBe(1);
    await store.exchange.assignUnserved(() => undefined);
    await hub.get(Dispatcher).dispatchStranded([id]);
    expect((await record(id)).dispatchedAt).toBeDefined();
    expect(readings).toBe(1);
  });

  it.each(['poll', 'amqp'] as const)('passes a status on to one enrolled to %s', async (mode) => {
    await store.registry.addSystem(aSystem('h53', NEWCOMER, mode));
    if (mode === 'amqp') await broker.declareInbox('h53');
    await passed('h53');
    expect(await store.mailboxes.count('h53', 'status')).toBe(mode === 'poll' ? 1 : 0);
    expect(await ready('h53')).toBe(mode === 'poll' ? undefined : 1);
  });

  it('passes nothing on to one that was removed, and reads nothing for one it knows', async () => {
    await passed('gone');
    expect(readings).toBe(1);
    expect(await ready('gone')).toBeUndefined();
    await passed('g22');
    expect(await ready('g22')).toBe(1);
    expect(readings).toBe(1);
  });
});
