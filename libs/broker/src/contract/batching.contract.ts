import { eventually } from '../../../../test/support/eventually.js';
import { urgentInboxOf } from '../topology.js';
import { type ContractBroker, ContractRig, LIMITS } from './contract-rig.contract.js';

/** Batches: their limits and their order. */
export function batchingContract(open: () => Promise<ContractBroker>): void {
  describe('batches', () => {
    let rig: ContractRig;
    beforeEach(async () => {
      rig = await ContractRig.make(open);
    });
    afterEach(() => rig.takeDown());

    it('hold at most `size` messages', async () => {
      await rig.publishMany(25);
      const { batches, all } = await rig.collect(rig.inbox, { limits: { ...LIMITS, withinMs: 50 } });
      await eventually(() => expect(all()).toHaveLength(25));
      expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5]);
    });

    it('are handed over after `withinMs` though they are not full', async () => {
      const { batches } = await rig.collect(rig.inbox, { limits: { ...LIMITS, withinMs: 30 } });
      await rig.publishMany(2);
      await eventually(() => expect(batches.flat()).toHaveLength(2));
    });

    it('hold at most `bytes`, and a larger message travels alone', async () => {
      for (const size of [400, 400, 400, 5000, 100])
        await rig.broker.publish(rig.message({ body: Buffer.alloc(size) }));
      const { batches, all } = await rig.collect(rig.inbox, { limits: { ...LIMITS, withinMs: 50, bytes: 1000 } });
      await eventually(() => expect(all()).toHaveLength(5));
      expect(batches.map((batch) => batch.map(({ body }) => body.length))).toEqual([[400, 400], [400], [5000], [100]]);
    });

    it('are in work at most `inFlight` at a time, however small they are', async () => {
      const releases: (() => void)[] = [];
      let handled = 0;
      await rig.broker.consume(rig.inbox, { ...LIMITS, inFlight: 3 }, async (batch) => {
        await new Promise<void>((resolve) => releases.push(resolve));
        handled += batch.length;
        return batch.map(() => 'done');
      });
      for (const running of [1, 2, 3]) {
        await rig.publishMany(1);
        await eventually(() => expect(releases).toHaveLength(running));
      }
      const { all } = await rig.collect(urgentInboxOf(rig.system), { limits: { ...LIMITS, withinMs: 50 } });
      await rig.publishMany(15);
      await rig.broker.publish(rig.message({ key: `${rig.system}.urgent` }));
      await eventually(() => expect(all()).toHaveLength(1));
      expect(releases).toHaveLength(3);
      await eventually(() => {
        for (const release of releases.splice(0)) release();
        expect(handled).toBe(18);
      });
    });

    it('come in the order of publishing as long as nothing comes back', async () => {
      for (let n = 0; n < 30; n++) await rig.broker.publish(rig.message({ messageId: String(n) }));
      const { all } = await rig.collect(rig.inbox);
      await eventually(() => expect(all()).toHaveLength(30));
      expect(all().map(({ messageId }) => Number(messageId))).toEqual(Array.from({ length: 30 }, (_, n) => n));
    });
  });
}
