import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AmqpBroker, BrokerAdmin, inboxOf } from '#broker';
import { hubConfig } from '#config';
import { AxisError } from '#core';
import { writeDocument } from '#edxml';
import { HubStore } from '#store';
import { hubConnections } from '../../../../test/support/hub-connections.js';
import { cutOff } from '../../../../test/support/cut-off.js';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { freshVhost } from '../../../../test/support/servers.js';
import { Clock } from '../clock.js';
import { ExchangeService } from '../exchange/exchange.service.js';
import { Sweeper } from '../exchange/sweeper.js';
import { HubModule } from '../hub.module.js';
import { Inboxes } from './inboxes.js';

const [ISSUER, ONE, OTHER] = ['000.00.00.G22', '000.00.00.H01', '000.00.00.H02'] as const;
const NEVER_MS = '3600000';
const address = await freshVhost();
const admin = new BrokerAdmin(address);

describe('an inbox whose queue is there and nothing leads into it', () => {
  let folder: string;
  let store: HubStore;
  let broker: AmqpBroker;
  let hub: INestApplication;
  let last = 0;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truc-inboxes-'));
    const settings = { TRUC_DATA: folder, AMQP_URL: address.amqpUrl, SWEEP_MS: NEVER_MS, INBOX_CHECK_MS: NEVER_MS };
    store = await HubStore.open({ url: `sqlite:${join(folder, 'hub.sqlite')}` });
    for (const [name, code] of [
      ['g22', ISSUER],
      ['h01', ONE],
      ['h02', OTHER],
    ] as const) {
      const system = { name, codes: [code], secretHash: '', salt: '', mode: 'amqp', arrivals: false, createdAt: 0 };
      await store.registry.addSystem({ ...system, mode: 'amqp' });
    }
    broker = await AmqpBroker.open({ url: address.amqpUrl, admin, log: () => undefined });
    await broker.declareHub();
    const connections = await hubConnections(folder, { store, broker, admin });
    hub = await NestFactory.create(HubModule.around(hubConfig(settings), connections, new Clock()), { logger: false });
    await hub.init();
  });

  afterEach(async () => {
    await hub.close();
    for (const name of ['g22', 'h01', 'h02']) await broker.deleteInbox(name);
    await broker.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  const accept = async (to: readonly string[]): Promise<void> => {
    last += 1;
    const bytes = writeDocument(sampleDocument({ from: ISSUER, to, number: String(last) }));
    const submission = { system: 'g22', key: `k${last}`, body: { kind: 'inline' as const, bytes } };
    const [result] = await hub.get(ExchangeService).accept([submission]);
    expect(result).toMatchObject({ outcome: 'accepted' });
  };
  const ready = async (system: string): Promise<number | undefined> => (await broker.inspect(inboxOf(system)))?.ready;

  it('gets what the broker took for it meanwhile, once it is mended', async () => {
    await cutOff(address.amqpUrl, 'h01');
    await accept([ONE, OTHER]);
    expect([await ready('h01'), await ready('h02')]).toEqual([0, 1]);
    await hub.get(Inboxes).mend(['h01', 'h02']);
    await hub.get(Sweeper).now();
    expect(await ready('h01')).toBe(1);
  });

  it('is mended by the first document that goes to it alone', async () => {
    await cutOff(address.amqpUrl, 'h01');
    await accept([ONE]);
    expect(await ready('h01')).toBe(1);
  });

  it('is still missing when making it was not seen to its end', async () => {
    const inboxes = hub.get(Inboxes);
    const declareInbox = jest.spyOn(broker, 'declareInbox');
    declareInbox.mockImplementationOnce(async (system) => {
      declareInbox.mockRestore();
      await broker.declareInbox(system);
      throw new AxisError('BROKER_AWAY');
    });
    await broker.deleteInbox('h01');
    await expect(inboxes.mend(['h01'])).rejects.toMatchObject({ code: 'BROKER_AWAY' });
    expect(await inboxes.missing(['h01', 'h02'])).toEqual(['h01']);
    await inboxes.mend(['h01']);
    expect(await inboxes.missing(['h01', 'h02'])).toEqual([]);
  });
});
