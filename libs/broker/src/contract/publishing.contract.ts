import { eventually } from '../../../../test/support/eventually.js';
import { urgentInboxOf, inboxOf } from '../topology.js';
import { type ContractBroker, ContractRig } from './contract-rig.contract.js';

/** Publishing: what is confirmed, what is returned, what is refused. */
export function publishingContract(open: () => Promise<ContractBroker>): void {
  describe('publishing', () => {
    let rig: ContractRig;
    beforeEach(async () => {
      rig = await ContractRig.make(open);
    });
    afterEach(() => rig.takeDown());

    it('brings body, identifiers, type and headers through unchanged', async () => {
      const headers = { 'x-truc-for': '{"a":["H53"]}', 'x-truc-body-size': 70_000, 'x-flag': true };
      await rig.broker.publish(rig.message({ messageId: 'm1', headers, contentType: 'application/xml' }));
      const { all } = await rig.collect(rig.inbox);
      const [got] = await eventually(() => (expect(all()).toHaveLength(1), all()));
      expect(got).toMatchObject({
        queue: rig.inbox,
        key: rig.system,
        messageId: 'm1',
        type: 'edoc',
        redelivered: false,
      });
      expect(got!.headers).toEqual(headers);
      expect(got!.body.toString()).toBe('xin chào');
    });

    it('resolves once the message is in the queue', async () => {
      await rig.broker.publish(rig.message());
      await eventually(async () => expect(await rig.broker.inspect(rig.inbox)).toEqual({ ready: 1, consumers: 0 }));
    });

    it('takes an empty body', async () => {
      await rig.broker.publish(rig.message({ body: new Uint8Array() }));
      const { all } = await rig.collect(rig.inbox);
      await eventually(() => expect(all()[0]?.body).toHaveLength(0));
    });

    it('rejects with UNROUTABLE when nobody would get it, and only that one', async () => {
      const good = rig.broker.publish(rig.message({ messageId: 'same' }));
      const bad = rig.broker.publish(rig.message({ messageId: 'same', key: 'nobody' }));
      const alsoGood = rig.broker.publish(rig.message({ messageId: 'same' }));
      await expect(bad).rejects.toMatchObject({ code: 'UNROUTABLE', details: { key: 'nobody' } });
      await Promise.all([good, alsoGood]);
    });

    it('lets an unroutable message go when it is not mandatory', async () => {
      await rig.broker.publish(rig.message({ key: 'nobody', mandatory: false }));
    });

    it('rejects a body above the limit before it harms others', async () => {
      const others = rig.publishMany(5);
      const tooLarge = rig.broker.publish(rig.message({ body: Buffer.alloc(1_048_577) }));
      await expect(tooLarge).rejects.toMatchObject({ code: 'BODY_INLINE_TOO_LARGE' });
      await others;
      await rig.broker.publish(rig.message({ body: Buffer.alloc(1_048_576) }));
    });

    it('goes to every BCC key once, and shows the keys to nobody', async () => {
      const other = `${rig.system}-b`;
      await rig.broker.declareInbox(other);
      await rig.broker.publish(rig.message({ bcc: [other, `${rig.system}.urgent`, other] }));
      for (const queue of [rig.inbox, inboxOf(other), urgentInboxOf(rig.system)]) {
        const { all } = await rig.collect(queue);
        await eventually(() => expect(all()).toHaveLength(1));
        expect(all()[0]).toMatchObject({ key: rig.system, headers: {} });
      }
      await rig.broker.deleteInbox(other);
    });

    it('does not reject when one of several keys leads nowhere', async () => {
      await rig.broker.publish(rig.message({ bcc: ['nobody'] }));
    });

    it('confirms far more messages than its window at once', async () => {
      await rig.publishMany(1500);
      await eventually(async () => expect((await rig.broker.inspect(rig.inbox))?.ready).toBe(1500));
    });
  });
}
