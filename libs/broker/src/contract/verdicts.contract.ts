import { eventually } from '../../../../test/support/eventually.js';
import { type IncomingMessage, type Verdict } from '../broker.js';
import { REASON_HEADER } from '../topology.js';
import { type ContractBroker, ContractRig, LIMITS } from './contract-rig.contract.js';

/** Verdicts: what becomes of a message. */
export function verdictsContract(open: () => Promise<ContractBroker>): void {
  describe('verdicts', () => {
    let rig: ContractRig;
    beforeEach(async () => {
      rig = await ContractRig.make(open);
    });
    afterEach(() => rig.takeDown());

    it('done: the message never comes again, in whatever order batches end', async () => {
      await rig.publishMany(60);
      const releases: (() => void)[] = [];
      const subscription = await rig.broker.consume(
        rig.inbox,
        { ...LIMITS, withinMs: 200, inFlight: 6 },
        async (batch) => {
          await new Promise<void>((resolve) => releases.push(resolve));
          return batch.map(() => 'done');
        },
      );
      await eventually(() => expect(releases).toHaveLength(6));
      for (const at of [3, 1, 5, 0, 2, 4]) releases[at]!();
      await subscription.close();
      expect(releases).toHaveLength(6);
      const { all } = await rig.collect(rig.inbox);
      await rig.broker.publish(rig.message({ messageId: 'last' }));
      await eventually(() => expect(all().map(({ messageId }) => messageId)).toEqual(['last']));
    });

    it('done for a later batch says nothing about an earlier one', async () => {
      await rig.publishMany(20);
      const batches: IncomingMessage[][] = [];
      let release!: () => void;
      await rig.broker.consume(rig.inbox, { ...LIMITS, withinMs: 200, inFlight: 2 }, async (batch) => {
        batches.push([...batch]);
        const isFirst = batches.length === 1;
        if (isFirst) await new Promise<void>((resolve) => (release = resolve));
        return batch.map(() => (isFirst ? 'retry' : 'done'));
      });
      await eventually(() => expect(batches).toHaveLength(2));
      await rig.broker.publish(rig.message({ messageId: 'later' }));
      await eventually(() => expect(batches).toHaveLength(3));
      release();
      await eventually(() => expect(batches.flat()).toHaveLength(31));
      const again = batches.flat().filter(({ redelivered }) => redelivered);
      expect(again.map(({ messageId }) => messageId)).toEqual(batches[0]!.map(({ messageId }) => messageId));
    });

    it('retry: the message comes again, marked as redelivered, and its neighbours do not', async () => {
      await rig.publishMany(9);
      const { all } = await rig.collect(rig.inbox, {
        verdict: ({ messageId, redelivered }) => (Number(messageId) % 3 === 1 && !redelivered ? 'retry' : 'done'),
      });
      await eventually(() => expect(all()).toHaveLength(12));
      const again = all().filter(({ redelivered }) => redelivered);
      expect(again.map(({ messageId }) => messageId).sort()).toEqual(['1', '4', '7']);
      await eventually(async () => expect(await rig.broker.inspect(rig.inbox)).toMatchObject({ ready: 0 }));
    });

    it('dead: the message lies in hub.dead, whole, with its reason and its origin', async () => {
      await rig.broker.publish(
        rig.message({ messageId: 'bad', headers: { 'x-truc-document': 'd1' }, contentType: 'application/xml' }),
      );
      await rig.broker.publish(rig.message({ messageId: 'good' }));
      const { all } = await rig.collect(rig.inbox, {
        verdict: ({ messageId }) => (messageId === 'bad' ? { dead: 'không đọc được' } : 'done'),
      });
      await eventually(() => expect(all()).toHaveLength(2));
      const [dead] = await rig.deadLetters(1);
      expect(dead).toMatchObject({ key: rig.inbox, messageId: 'bad', type: 'edoc' });
      expect(dead!.body.toString()).toBe('xin chào');
      expect(dead!.headers).toMatchObject({
        [REASON_HEADER]: 'không đọc được',
        'x-truc-queue': rig.inbox,
        'x-truc-key': rig.system,
        'x-truc-document': 'd1',
      });
    });

    it('mixed in one batch: each message gets its own', async () => {
      await rig.publishMany(6);
      const verdicts: Verdict[] = ['done', { dead: 'x' }, 'retry', 'done', { dead: 'y' }, 'retry'];
      const { all } = await rig.collect(rig.inbox, {
        limits: { ...LIMITS, withinMs: 50 },
        verdict: ({ messageId, redelivered }) => (redelivered ? 'done' : verdicts[Number(messageId)]!),
      });
      await eventually(() => expect(all()).toHaveLength(8));
      expect(
        all()
          .slice(6)
          .map(({ messageId }) => messageId)
          .sort(),
      ).toEqual(['2', '5']);
      expect((await rig.deadLetters(2)).map(({ messageId }) => messageId).sort()).toEqual(['1', '4']);
    });

    it('a handler that throws means retry for all of its batch', async () => {
      await rig.publishMany(3);
      let calls = 0;
      const seen: IncomingMessage[] = [];
      await rig.broker.consume(rig.inbox, { ...LIMITS, withinMs: 50 }, (batch) => {
        if (calls++ === 0) throw new Error('bug');
        seen.push(...batch);
        return Promise.resolve(batch.map(() => 'done'));
      });
      await eventually(() => expect(seen).toHaveLength(3));
      expect(seen.every(({ redelivered }) => redelivered)).toBe(true);
    });

    it.each([
      ['too few verdicts', []],
      ['something that is no verdict', ['ok']],
      ['nothing', undefined],
    ])('a handler that returns %s means retry for all of its batch', async (_what, answer) => {
      await rig.publishMany(1);
      let calls = 0;
      await rig.broker.consume(rig.inbox, LIMITS, (batch) =>
        Promise.resolve(calls++ === 0 ? (answer as Verdict[]) : batch.map(() => 'done')),
      );
      await eventually(() => expect(calls).toBe(2));
    });

    it('after 20 deliveries that came back the message is a dead letter by itself', async () => {
      await rig.broker.publish(rig.message({ messageId: 'poison' }));
      const { all } = await rig.collect(rig.inbox, { verdict: () => 'retry' });
      const [dead] = await rig.deadLetters(1);
      expect(dead).toMatchObject({ key: rig.inbox, messageId: 'poison' });
      expect(all()).toHaveLength(21);
    });
  });
}
