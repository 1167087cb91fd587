import { eventually } from '../../../../test/support/eventually.js';
import { type IncomingMessage } from '../broker.js';
import { type ContractBroker, ContractRig, LIMITS } from './contract-rig.contract.js';

/** Closing: nothing new, nothing lost. */
export function closingContract(open: () => Promise<ContractBroker>): void {
  describe('closing', () => {
    let rig: ContractRig;
    beforeEach(async () => {
      rig = await ContractRig.make(open);
    });
    afterEach(() => rig.takeDown());

    it('waits for the batch in hand and settles it, and hands over nothing more', async () => {
      await rig.publishMany(30);
      let release!: () => void;
      let calls = 0;
      await rig.broker.consume(rig.inbox, { ...LIMITS, inFlight: 1 }, async (batch) => {
        calls++;
        await new Promise<void>((resolve) => (release = resolve));
        return batch.map(() => 'done');
      });
      await eventually(() => expect(calls).toBe(1));
      const closing = rig.broker.close();
      let isClosed = false;
      void closing.then(() => (isClosed = true));
      await new Promise((resolve) => setImmediate(resolve));
      expect(isClosed).toBe(false);
      release();
      await closing;
      expect(calls).toBe(1);
      expect(rig.broker.isUp()).toBe(false);
    });

    it('one subscription leaves what it had not begun in the queue, for the others', async () => {
      await rig.publishMany(30);
      let release!: () => void;
      const first: IncomingMessage[] = [];
      const subscription = await rig.broker.consume(rig.inbox, { ...LIMITS, inFlight: 1 }, async (batch) => {
        first.push(...batch);
        await new Promise<void>((resolve) => (release = resolve));
        return batch.map(() => 'done');
      });
      await eventually(() => expect(first).toHaveLength(10));
      const closing = subscription.close();
      release();
      await closing;
      await subscription.close();
      const { all } = await rig.collect(rig.inbox);
      await eventually(() => expect(all()).toHaveLength(20));
      const ids = new Set([...first, ...all()].map(({ messageId }) => messageId));
      expect(ids.size).toBe(30);
    });

    it('lets a handler in hand still publish', async () => {
      await rig.publishMany(1);
      let release!: () => void;
      let published: Promise<void> | undefined;
      await rig.broker.consume(rig.inbox, LIMITS, async (batch) => {
        await new Promise<void>((resolve) => (release = resolve));
        published = rig.broker.publish(rig.message({ key: `${rig.system}.urgent` }));
        await published;
        return batch.map(() => 'done');
      });
      await eventually(() => expect(release).toBeDefined());
      const closing = rig.broker.close();
      release();
      await closing;
      await expect(published).resolves.toBeUndefined();
    });

    it('is harmless twice, and ends publishing and consuming', async () => {
      await Promise.all([rig.broker.close(), rig.broker.close()]);
      await rig.broker.close();
      await expect(rig.broker.publish(rig.message())).rejects.toMatchObject({ code: 'BROKER_AWAY' });
      await expect(rig.broker.consume(rig.inbox, LIMITS, () => Promise.resolve([]))).rejects.toMatchObject({
        code: 'BROKER_AWAY',
      });
    });

    it('lets publishes under way end first', async () => {
      const published = rig.publishMany(700);
      await rig.broker.close();
      await published;
    });
  });
}
