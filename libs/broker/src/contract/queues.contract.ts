import { eventually } from '../../../../test/support/eventually.js';
import { DEAD_QUEUE, inboxOf } from '../topology.js';
import { type ContractBroker, ContractRig } from './contract-rig.contract.js';

/** Queues that come and go under their consumers. */
export function queuesContract(open: () => Promise<ContractBroker>): void {
  describe('queues that come and go', () => {
    let rig: ContractRig;
    beforeEach(async () => {
      rig = await ContractRig.make(open);
    });
    afterEach(() => rig.takeDown());

    it('a consumer of a queue that is not there yet begins when it is', async () => {
      const later = `${rig.system}-later`;
      const { all } = await rig.collect(inboxOf(later));
      expect(await rig.broker.declareInbox(later)).toBe(true);
      await rig.broker.publish(rig.message({ key: later }));
      await eventually(() => expect(all()).toHaveLength(1));
      await rig.broker.deleteInbox(later);
    });

    it('a consumer goes on when its queue was deleted and made again', async () => {
      const { all } = await rig.collect(rig.inbox);
      await rig.publishMany(1);
      await eventually(() => expect(all()).toHaveLength(1));
      await rig.broker.deleteInbox(rig.system);
      await expect(rig.broker.publish(rig.message())).rejects.toMatchObject({ code: 'UNROUTABLE' });
      expect(await rig.broker.declareInbox(rig.system)).toBe(true);
      expect(await rig.broker.declareInbox(rig.system)).toBe(false);
      await rig.publishMany(3);
      await eventually(() => expect(all()).toHaveLength(4));
    });

    it('tells which systems have no inbox', async () => {
      expect(await rig.broker.withoutInbox([rig.system, `${rig.system}-other`])).toEqual([`${rig.system}-other`]);
      await rig.broker.deleteInbox(rig.system);
      expect(await rig.broker.withoutInbox([rig.system])).toEqual([rig.system]);
      expect(await rig.broker.withoutInbox([])).toEqual([]);
    });

    it('messages of its own go through and come back, each to who sent it, and no other queue is touched', async () => {
      await rig.publishMany(2);
      const trips = await Promise.all([rig.broker.roundTrip(), rig.broker.roundTrip(), rig.broker.roundTrip()]);
      for (const { confirmedMs, backMs } of trips) {
        expect(confirmedMs).toBeGreaterThan(0);
        expect(backMs).toBeGreaterThan(0);
      }
      expect(await rig.broker.inspect(rig.inbox)).toEqual({ ready: 2, consumers: 0 });
      expect(await rig.broker.inspect(DEAD_QUEUE)).toMatchObject({ ready: 0 });
    });

    it('nothing goes through when it is closed', async () => {
      await rig.broker.close();
      await expect(rig.broker.roundTrip()).rejects.toMatchObject({ code: 'BROKER_AWAY' });
    });

    it('declaring the hub once more changes nothing', async () => {
      await rig.publishMany(2);
      await rig.broker.declareHub();
      expect(await rig.broker.declareInbox(rig.system)).toBe(false);
      expect(await rig.broker.inspect(rig.inbox)).toMatchObject({ ready: 2 });
      expect(await rig.broker.inspect('inbox.nobody')).toBeUndefined();
    });
  });
}
