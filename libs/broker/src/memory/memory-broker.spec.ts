import { eventually } from '../../../../test/support/eventually.js';
import { brokerContract } from '../broker.contract.js';
import { type IncomingMessage } from '../broker.js';
import { SUBMIT } from '../topology.js';
import { MemoryBroker } from './memory-broker.js';

const silent = (): void => undefined;

brokerContract('MemoryBroker', () => Promise.resolve(new MemoryBroker({ log: silent })));

describe('MemoryBroker', () => {
  const limits = { size: 10, withinMs: 1, bytes: 1_000_000, inFlight: 1 };
  const submission = { exchange: SUBMIT, key: 'edoc', body: Buffer.from('x'), messageId: 'k1', type: 'edoc' } as const;

  it('states the user of each client', async () => {
    const hub = new MemoryBroker({ log: silent });
    await hub.declareHub();
    await hub.as('h53').publish(submission);
    const got: IncomingMessage[] = [];
    await hub.consume('hub.edoc', limits, (batch) => (got.push(...batch), Promise.resolve(batch.map(() => 'done'))));
    await eventually(() => expect(got[0]?.userId).toBe('h53'));
  });

  it('refuses messages during an outage, and hands those in hand out again afterwards', async () => {
    const hub = new MemoryBroker({ log: silent });
    await hub.declareHub();
    await hub.publish(submission);
    const releases: (() => void)[] = [];
    const got: IncomingMessage[] = [];
    await hub.consume('hub.edoc', limits, async (batch) => {
      got.push(...batch);
      await new Promise<void>((resolve) => releases.push(resolve));
      return batch.map(() => 'done');
    });
    await eventually(() => expect(got).toHaveLength(1));
    hub.goAway();
    expect(hub.isUp()).toBe(false);
    await expect(hub.publish(submission)).rejects.toMatchObject({ code: 'BROKER_AWAY' });
    await expect(hub.roundTrip()).rejects.toMatchObject({ code: 'BROKER_AWAY' });
    releases[0]!();
    hub.comeBack();
    await eventually(() => expect(got).toHaveLength(2));
    expect(got[1]?.redelivered).toBe(true);
    releases[1]!();
    await hub.close();
    expect(await hub.inspect('hub.edoc')).toMatchObject({ ready: 0 });
  });
});
