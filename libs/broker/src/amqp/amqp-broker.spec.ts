import { type Socket } from 'node:net';
import { type Channel, connect } from 'amqplib';
import { cutOff } from '../../../../test/support/cut-off.js';
import { eventually } from '../../../../test/support/eventually.js';
import { FrozenLine } from '../../../../test/support/frozen-line.js';
import { freshVhost } from '../../../../test/support/servers.js';
import { BrokerAdmin } from '../admin/broker-admin.js';
import { DELIVER, inboxOf } from '../topology.js';
import { brokerContract } from '../broker.contract.js';
import { AmqpBroker } from './amqp-broker.js';
import { AmqpTopology } from './amqp-topology.js';

const silent = (): void => undefined;
const address = await freshVhost();
const { amqpUrl } = address;
const admin = new BrokerAdmin(address);

brokerContract('AmqpBroker', () => AmqpBroker.open({ url: amqpUrl, admin, log: silent }));

describe('AmqpBroker', () => {
  it('says that it cannot be reached when nobody answers', async () => {
    const opening = AmqpBroker.open({ url: 'amqp://a:b@127.0.0.1:9', log: silent }, 300);
    await expect(opening).rejects.toMatchObject({ code: 'BROKER_AWAY' });
  });

  it('says that it cannot be reached when it is refused, with the reason', async () => {
    const url = new URL(amqpUrl);
    url.password = 'wrong';
    const opening = AmqpBroker.open({ url: url.href, log: silent }, 1000);
    await expect(opening).rejects.toMatchObject({ details: { reason: expect.stringContaining('403') as string } });
  });

  it('misses an inbox whose queue is there and nothing leads into it', async () => {
    const broker = await AmqpBroker.open({ url: amqpUrl, admin, log: silent });
    await broker.declareHub();
    await broker.declareInbox('cut-off');
    await broker.declareInbox('whole');
    await cutOff(amqpUrl, 'cut-off');
    expect(await broker.withoutInbox(['whole', 'cut-off'])).toEqual(['cut-off']);
    await broker.declareInbox('cut-off');
    expect(await broker.withoutInbox(['whole', 'cut-off'])).toEqual([]);
    await broker.deleteInbox('cut-off');
    await broker.deleteInbox('whole');
    await broker.close();
  });

  it('says that the broker is away when the connection ends before a call about queues is answered', async () => {
    const model = await connect(amqpUrl);
    model.on('error', silent);
    const open = model.createChannel.bind(model);
    model.createChannel = async () => {
      const channel = await open();
      (model as unknown as { connection: { stream: Socket } }).connection.stream.destroy(new Error('reset'));
      return channel;
    };
    const topology = new AmqpTopology(
      () => model,
      undefined,
      () => Promise.resolve(),
    );
    await expect(topology.inspect(inboxOf('nobody'))).rejects.toMatchObject({ code: 'BROKER_AWAY' });
  });

  it('gives up a message that is to go through and come back while RabbitMQ opens no channel, and leaves nothing there afterwards', async () => {
    const line = await FrozenLine.to(amqpUrl);
    const broker = await AmqpBroker.open({ url: line.url, admin, log: silent });
    const before = (await admin.listQueues()).map(({ name }) => name);
    await broker.roundTrip();
    line.freeze();
    const begun = performance.now();
    await expect(broker.roundTrip(200)).rejects.toMatchObject({ code: 'BROKER_AWAY' });
    expect(performance.now() - begun).toBeLessThan(4_000);
    line.thaw();
    expect(await broker.roundTrip()).toMatchObject({ backMs: expect.any(Number) as number });
    await eventually(async () => expect((await admin.listQueues()).map(({ name }) => name)).toEqual(before));
    await broker.close();
    await line.close();
  });

  it('lets a started one wait for its broker, and closes it though it never came', async () => {
    const broker = AmqpBroker.start({ url: 'amqp://a:b@127.0.0.1:9', waitForBrokerMs: 200, log: silent });
    const startedAt = Date.now();
    const message = { exchange: 'x', key: 'x', body: Buffer.alloc(0), messageId: 'x', type: 'edoc' } as const;
    await expect(broker.publish(message)).rejects.toMatchObject({ code: 'BROKER_AWAY' });
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(190);
    await broker.close();
  });

  it('begins anew when RabbitMQ has forgotten its consumer without a word', async () => {
    const broker = await AmqpBroker.open({ url: amqpUrl, renewWhenSilentMs: 300, log: silent });
    await broker.declareHub();
    await broker.declareInbox('forgotten');
    let received = 0;
    const subscription = await broker.consume(
      inboxOf('forgotten'),
      { size: 10, withinMs: 1, bytes: 1000, inFlight: 1 },
      (batch) => {
        received += batch.length;
        return Promise.resolve(batch.map(() => 'done'));
      },
    );
    const { consuming } = subscription as unknown as { consuming: { channel: { channel: Channel }; tag: string } };
    await consuming.channel.channel.cancel(consuming.tag);
    expect(await broker.inspect(inboxOf('forgotten'))).toMatchObject({ consumers: 0 });
    await broker.publish({ exchange: DELIVER, key: 'forgotten', body: Buffer.alloc(1), messageId: 'm', type: 'edoc' });
    await eventually(() => expect(received).toBe(1));
    await broker.deleteInbox('forgotten');
    await broker.close();
  });

  it('consumes again from queues that were deleted and made again at once', async () => {
    const consumer = await AmqpBroker.open({ url: amqpUrl, renewWhenSilentMs: 500, log: silent });
    const hub = await AmqpBroker.open({ url: amqpUrl, log: silent });
    const another = await AmqpBroker.open({ url: amqpUrl, log: silent });
    const systems = Array.from({ length: 8 }, (_, n) => `remade-${n}`);
    const publish = (system: string): Promise<void> =>
      another.publish({ exchange: DELIVER, key: system, body: Buffer.alloc(1), messageId: system, type: 'edoc' });
    await hub.declareHub();
    const remake = async (system: string): Promise<void> => {
      let received = 0;
      await hub.declareInbox(system);
      await consumer.consume(inboxOf(system), { size: 10, withinMs: 1, bytes: 1000, inFlight: 1 }, (batch) => {
        received += batch.length;
        return Promise.resolve(batch.map(() => 'done'));
      });
      await publish(system);
      await eventually(() => expect(received).toBe(1), { everyMs: 1 });
      await hub.deleteInbox(system);
      await another.declareInbox(system);
      await Promise.all([publish(system), publish(system)]);
      await eventually(() => expect(received).toBeGreaterThanOrEqual(3));
      await another.deleteInbox(system);
    };
    await Promise.all(systems.map(remake));
    await Promise.all([consumer, hub, another].map((broker) => broker.close()));
  }, 60_000);

  it('rejects a publish to an exchange that is not there, and goes on', async () => {
    const broker = await AmqpBroker.open({ url: amqpUrl, waitForBrokerMs: 5000, log: silent });
    await broker.declareHub();
    const message = {
      exchange: 'truc.nowhere',
      key: 'x',
      body: Buffer.alloc(1),
      messageId: 'x',
      type: 'edoc',
    } as const;
    await expect(broker.publish(message)).rejects.toMatchObject({
      code: 'BROKER_AWAY',
      details: { reason: expect.stringContaining('404') as string },
    });
    await broker.publish({ ...message, exchange: 'truc.submit', key: 'receipt' });
    await broker.close();
  });
});
