import { jest } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.js';
import { freshVhost } from '../../../../test/support/servers.js';
import { inboxOf } from '../topology.js';
import { brokerContract } from '../broker.contract.js';
import { AmqpBroker } from './amqp-broker.js';

jest.setTimeout(20_000);

const silent = (): void => undefined;
const { amqpUrl } = await freshVhost();

brokerContract('AmqpBroker', () => AmqpBroker.open({ url: amqpUrl, log: silent }));

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

  it('lets a started one wait for its broker, and closes it though it never came', async () => {
    const broker = AmqpBroker.start({ url: 'amqp://a:b@127.0.0.1:9', waitForBrokerMs: 200, log: silent });
    const startedAt = Date.now();
    const message = { exchange: 'x', key: 'x', body: Buffer.alloc(0), messageId: 'x', type: 'edoc' } as const;
    await expect(broker.publish(message)).rejects.toMatchObject({ code: 'BROKER_AWAY' });
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(190);
    await broker.close();
  });

  it('consumes again from a queue that was deleted and made again at once', async () => {
    const consumer = await AmqpBroker.open({ url: amqpUrl, renewWhenSilentMs: 500, log: silent });
    const seen: string[] = [];
    await consumer.declareHub();
    for (const [round, system] of ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `remade-${name}`).entries()) {
      const hub = await AmqpBroker.open({ url: amqpUrl, log: silent });
      const message = {
        exchange: 'truc.deliver',
        key: system,
        body: Buffer.alloc(1),
        messageId: `${round}`,
        type: 'edoc',
      } as const;
      await hub.declareInbox(system);
      await consumer.consume(inboxOf(system), { size: 10, withinMs: 5, bytes: 1000, inFlight: 1 }, (batch) => {
        seen.push(...batch.map(({ messageId }) => messageId!));
        return Promise.resolve(batch.map(() => 'done'));
      });
      await hub.publish(message);
      await eventually(() => expect(seen).toEqual([`${round}`]));
      await hub.deleteInbox(system);
      const another = await AmqpBroker.open({ url: amqpUrl, log: silent });
      await another.declareInbox(system);
      await Promise.all([another.publish(message), another.publish(message)]);
      await eventually(() => expect(seen.length).toBeGreaterThanOrEqual(3));
      seen.length = 0;
      await another.deleteInbox(system);
      await Promise.all([hub.close(), another.close()]);
    }
    await consumer.close();
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
