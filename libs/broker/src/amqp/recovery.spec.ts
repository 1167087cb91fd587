import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.js';
import { type OutgoingMessage } from '../broker.js';
import { AmqpBroker } from './amqp-broker.js';
import { type PrivateRabbit, startPrivateRabbit } from '../private-rabbit/private-rabbit.js';
import { DEAD_QUEUE, DELIVER, inboxOf } from '../topology.js';

jest.setTimeout(120_000);

const silent = (): void => undefined;
const LIMITS = { size: 50, withinMs: 5, bytes: 1_000_000, inFlight: 2 };

describe('a broker in trouble', () => {
  let dir: string;
  let rabbit: PrivateRabbit;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'truc-recovery-'));
    rabbit = await startPrivateRabbit({ dir, log: silent });
  });

  afterAll(async () => {
    await rabbit.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('(short of memory) has publishers wait while consumers go on, and then goes on', async () => {
    const broker = await AmqpBroker.open({ url: rabbit.amqpUrl, log: silent });
    await broker.declareHub();
    await broker.declareInbox('h54');
    const message: OutgoingMessage = {
      exchange: DELIVER,
      key: 'h54',
      body: Buffer.alloc(2000),
      messageId: 'm',
      type: 'edoc',
    };
    for (let n = 0; n < 100; n++) await broker.publish(message);
    await rabbit.limitMemory(0.00001);
    let isTaken = false;
    const waiting = broker.publish(message).then(() => (isTaken = true));
    await eventually(() => expect(broker.isBlocked()).toBe(true));
    const alsoWaiting = broker.publish(message);
    let received = 0;
    const subscription = await broker.consume(inboxOf('h54'), LIMITS, (batch) => {
      received += batch.length;
      return Promise.resolve(batch.map(() => 'done'));
    });
    await eventually(() => expect(received).toBe(100));
    await subscription.close();
    expect(await broker.inspect(inboxOf('h54'))).toEqual({ ready: 0, consumers: 0 });
    expect(isTaken).toBe(false);
    await rabbit.limitMemory(0.4);
    await Promise.all([waiting, alsoWaiting]);
    expect(broker.isBlocked()).toBe(false);
    expect(await broker.inspect(inboxOf('h54'))).toEqual({ ready: 2, consumers: 0 });
    await broker.close();
  });

  it.each(['kill', 'stop'] as const)(
    '(%s under load) comes back: everything resumes, nothing confirmed is lost',
    async (how) => {
      const broker = await AmqpBroker.open({ url: rabbit.amqpUrl, log: silent });
      await broker.declareHub();
      await broker.declareInbox('h53');
      const confirmed = new Set<string>();
      const received = new Set<string>();
      let refused = 0;
      let isLoading = true;
      await broker.consume(inboxOf('h53'), LIMITS, async (batch) => {
        await new Promise((resolve) => setImmediate(resolve));
        for (const { messageId } of batch) received.add(messageId!);
        return batch.map(({ redelivered }) => (redelivered || Math.random() < 0.9 ? 'done' : 'retry'));
      });

      let next = 0;
      const publishers = Array.from({ length: 20 }, async () => {
        while (isLoading) {
          const messageId = `${how}-${next++}`;
          const message: OutgoingMessage = {
            exchange: DELIVER,
            key: 'h53',
            body: Buffer.alloc(2000),
            messageId,
            type: 'edoc',
          };
          await broker.publish(message).then(
            () => confirmed.add(messageId),
            (error: unknown) => {
              expect(error).toMatchObject({ code: 'BROKER_AWAY' });
              refused++;
              return new Promise((resolve) => setTimeout(resolve, 20));
            },
          );
        }
      });

      await eventually(() => expect(received.size).toBeGreaterThan(500), { withinMs: 30_000 });
      await rabbit[how]();
      await eventually(() => expect(broker.isUp()).toBe(false));
      const before = confirmed.size;
      rabbit = await startPrivateRabbit({ dir, log: silent });
      const backAt = Date.now();
      await eventually(() => expect(confirmed.size).toBeGreaterThan(before));
      const receivedBefore = received.size;
      await eventually(() => expect(received.size).toBeGreaterThan(receivedBefore));
      expect(Date.now() - backAt).toBeLessThan(5000);
      isLoading = false;
      await Promise.all(publishers);
      await eventually(() => expect([...confirmed].filter((id) => !received.has(id))).toEqual([]), {
        withinMs: 30_000,
      });
      await eventually(async () =>
        expect(await broker.inspect(inboxOf('h53'))).toMatchObject({ ready: 0, consumers: 1 }),
      );
      expect(await broker.inspect(DEAD_QUEUE)).toMatchObject({ ready: 0 });
      expect(refused).toBeGreaterThan(0);
      await broker.close();
    },
  );
});
