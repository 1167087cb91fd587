import { randomUUID } from 'node:crypto';
import { eventually } from '../../../test/support/eventually.js';
import { type BatchLimits, type Broker, type IncomingMessage, type OutgoingMessage, type Verdict } from './broker.js';
import { DEAD_QUEUE, DELIVER, inboxOf, REASON_HEADER, type Topology, urgentInboxOf } from './topology.js';

const LIMITS: BatchLimits = { size: 10, withinMs: 5, bytes: 1_000_000, inFlight: 1 };

/** What every broker promises. `open` gives a new client of a broker where nobody else uses the queues of the hub. */
export function brokerContract(name: string, open: () => Promise<Broker & Topology>): void {
  describe(`${name} keeps the contract of a broker`, () => {
    let broker: Broker & Topology;
    let system: string;

    beforeEach(async () => {
      broker = await open();
      system = `s-${randomUUID().slice(0, 8)}`;
      await broker.declareHub();
      await broker.declareInbox(system);
    });

    afterEach(async () => {
      await broker.deleteInbox(system).catch(() => undefined);
      await broker.close();
    });

    function message(over: Partial<OutgoingMessage> = {}): OutgoingMessage {
      return {
        exchange: DELIVER,
        key: system,
        body: Buffer.from('xin chào'),
        messageId: randomUUID(),
        type: 'edoc',
        ...over,
      };
    }

    /** Publishes that many messages, named by their position. */
    async function publishMany(count: number, over: Partial<OutgoingMessage> = {}): Promise<void> {
      await Promise.all(
        Array.from({ length: count }, (_, n) => broker.publish(message({ messageId: String(n), ...over }))),
      );
    }

    /** Consumes an inbox with a fixed answer and gives what has come so far. */
    async function collect(
      queue: string,
      {
        limits = LIMITS,
        verdict = () => 'done',
      }: { limits?: BatchLimits; verdict?: (m: IncomingMessage) => Verdict } = {},
    ): Promise<{ batches: IncomingMessage[][]; all: () => IncomingMessage[] }> {
      const batches: IncomingMessage[][] = [];
      await broker.consume(queue, limits, (batch) => {
        batches.push([...batch]);
        return Promise.resolve(batch.map(verdict));
      });
      return { batches, all: () => batches.flat() };
    }

    /** The dead letters of this test's system, once there are that many. */
    async function deadLetters(count: number): Promise<IncomingMessage[]> {
      const { all } = await collect(DEAD_QUEUE);
      const ours = (): IncomingMessage[] => all().filter(({ key }) => key === inboxOf(system));
      return eventually(() => (expect(ours()).toHaveLength(count), ours()));
    }

    describe('publishing', () => {
      it('brings body, identifiers, type and headers through unchanged', async () => {
        const headers = { 'x-truc-for': '{"a":["H53"]}', 'x-truc-body-size': 70_000, 'x-flag': true };
        await broker.publish(message({ messageId: 'm1', headers, contentType: 'application/xml' }));
        const { all } = await collect(inboxOf(system));
        const [got] = await eventually(() => (expect(all()).toHaveLength(1), all()));
        expect(got).toMatchObject({
          queue: inboxOf(system),
          key: system,
          messageId: 'm1',
          type: 'edoc',
          redelivered: false,
        });
        expect(got!.headers).toEqual(headers);
        expect(got!.body.toString()).toBe('xin chào');
      });

      it('resolves once the message is in the queue', async () => {
        await broker.publish(message());
        await eventually(async () => expect(await broker.inspect(inboxOf(system))).toEqual({ ready: 1, consumers: 0 }));
      });

      it('takes an empty body', async () => {
        await broker.publish(message({ body: new Uint8Array() }));
        const { all } = await collect(inboxOf(system));
        await eventually(() => expect(all()[0]?.body).toHaveLength(0));
      });

      it('rejects with UNROUTABLE when nobody would get it, and only that one', async () => {
        const good = broker.publish(message({ messageId: 'same' }));
        const bad = broker.publish(message({ messageId: 'same', key: 'nobody' }));
        const alsoGood = broker.publish(message({ messageId: 'same' }));
        await expect(bad).rejects.toMatchObject({ code: 'UNROUTABLE', details: { key: 'nobody' } });
        await Promise.all([good, alsoGood]);
      });

      it('lets an unroutable message go when it is not mandatory', async () => {
        await broker.publish(message({ key: 'nobody', mandatory: false }));
      });

      it('rejects a body above the limit before it harms others', async () => {
        const others = publishMany(5);
        const tooLarge = broker.publish(message({ body: Buffer.alloc(1_048_577) }));
        await expect(tooLarge).rejects.toMatchObject({ code: 'BODY_INLINE_TOO_LARGE' });
        await others;
        await broker.publish(message({ body: Buffer.alloc(1_048_576) }));
      });

      it('goes to every BCC key once, and shows the keys to nobody', async () => {
        const other = `${system}-b`;
        await broker.declareInbox(other);
        await broker.publish(message({ bcc: [other, `${system}.urgent`, other] }));
        for (const queue of [inboxOf(system), inboxOf(other), urgentInboxOf(system)]) {
          const { all } = await collect(queue);
          await eventually(() => expect(all()).toHaveLength(1));
          expect(all()[0]).toMatchObject({ key: system, headers: {} });
        }
        await broker.deleteInbox(other);
      });

      it('does not reject when one of several keys leads nowhere', async () => {
        await broker.publish(message({ bcc: ['nobody'] }));
      });

      it('confirms far more messages than its window at once', async () => {
        await publishMany(1500);
        await eventually(async () => expect((await broker.inspect(inboxOf(system)))?.ready).toBe(1500));
      });
    });

    describe('batches', () => {
      it('hold at most `size` messages', async () => {
        await publishMany(25);
        const { batches, all } = await collect(inboxOf(system), { limits: { ...LIMITS, withinMs: 50 } });
        await eventually(() => expect(all()).toHaveLength(25));
        expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5]);
      });

      it('are handed over after `withinMs` though they are not full', async () => {
        const { batches } = await collect(inboxOf(system), { limits: { ...LIMITS, withinMs: 30 } });
        await publishMany(2);
        await eventually(() => expect(batches.flat()).toHaveLength(2));
      });

      it('hold at most `bytes`, and a larger message travels alone', async () => {
        for (const size of [400, 400, 400, 5000, 100]) await broker.publish(message({ body: Buffer.alloc(size) }));
        const { batches, all } = await collect(inboxOf(system), { limits: { ...LIMITS, withinMs: 50, bytes: 1000 } });
        await eventually(() => expect(all()).toHaveLength(5));
        expect(batches.map((batch) => batch.map(({ body }) => body.length))).toEqual([
          [400, 400],
          [400],
          [5000],
          [100],
        ]);
      });

      it('are in work at most `inFlight` at a time', async () => {
        await publishMany(40);
        let running = 0;
        const seen: number[] = [];
        await broker.consume(inboxOf(system), { ...LIMITS, size: 4, inFlight: 3 }, async (batch) => {
          seen.push(++running);
          await new Promise((resolve) => setImmediate(resolve));
          running--;
          return batch.map(() => 'done');
        });
        await eventually(async () => {
          expect(await broker.inspect(inboxOf(system))).toMatchObject({ ready: 0 });
          expect(seen).toHaveLength(10);
        });
        expect(Math.max(...seen)).toBe(3);
      });

      it('come in the order of publishing as long as nothing comes back', async () => {
        for (let n = 0; n < 30; n++) await broker.publish(message({ messageId: String(n) }));
        const { all } = await collect(inboxOf(system));
        await eventually(() => expect(all()).toHaveLength(30));
        expect(all().map(({ messageId }) => Number(messageId))).toEqual(Array.from({ length: 30 }, (_, n) => n));
      });
    });

    describe('verdicts', () => {
      it('done: the message never comes again, in whatever order batches end', async () => {
        await publishMany(60);
        const releases: (() => void)[] = [];
        const subscription = await broker.consume(inboxOf(system), { ...LIMITS, inFlight: 6 }, async (batch) => {
          await new Promise<void>((resolve) => releases.push(resolve));
          return batch.map(() => 'done');
        });
        await eventually(() => expect(releases).toHaveLength(6));
        for (const at of [3, 1, 5, 0, 2, 4]) releases[at]!();
        await subscription.close();
        expect(releases).toHaveLength(6);
        const { all } = await collect(inboxOf(system));
        await broker.publish(message({ messageId: 'last' }));
        await eventually(() => expect(all().map(({ messageId }) => messageId)).toEqual(['last']));
      });

      it('retry: the message comes again, marked as redelivered, and its neighbours do not', async () => {
        await publishMany(9);
        const { all } = await collect(inboxOf(system), {
          verdict: ({ messageId, redelivered }) => (Number(messageId) % 3 === 1 && !redelivered ? 'retry' : 'done'),
        });
        await eventually(() => expect(all()).toHaveLength(12));
        const again = all().filter(({ redelivered }) => redelivered);
        expect(again.map(({ messageId }) => messageId).sort()).toEqual(['1', '4', '7']);
        await eventually(async () => expect(await broker.inspect(inboxOf(system))).toMatchObject({ ready: 0 }));
      });

      it('dead: the message lies in hub.dead, whole, with its reason and its origin', async () => {
        await broker.publish(
          message({ messageId: 'bad', headers: { 'x-truc-document': 'd1' }, contentType: 'application/xml' }),
        );
        await broker.publish(message({ messageId: 'good' }));
        const { all } = await collect(inboxOf(system), {
          verdict: ({ messageId }) => (messageId === 'bad' ? { dead: 'không đọc được' } : 'done'),
        });
        await eventually(() => expect(all()).toHaveLength(2));
        const [dead] = await deadLetters(1);
        expect(dead).toMatchObject({ key: inboxOf(system), messageId: 'bad', type: 'edoc' });
        expect(dead!.body.toString()).toBe('xin chào');
        expect(dead!.headers).toMatchObject({
          [REASON_HEADER]: 'không đọc được',
          'x-truc-queue': inboxOf(system),
          'x-truc-key': system,
          'x-truc-document': 'd1',
        });
      });

      it('mixed in one batch: each message gets its own', async () => {
        await publishMany(6);
        const verdicts: Verdict[] = ['done', { dead: 'x' }, 'retry', 'done', { dead: 'y' }, 'retry'];
        const { all } = await collect(inboxOf(system), {
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
        expect((await deadLetters(2)).map(({ messageId }) => messageId).sort()).toEqual(['1', '4']);
      });

      it('a handler that throws means retry for all of its batch', async () => {
        await publishMany(3);
        let calls = 0;
        const seen: IncomingMessage[] = [];
        await broker.consume(inboxOf(system), { ...LIMITS, withinMs: 50 }, (batch) => {
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
        await publishMany(1);
        let calls = 0;
        await broker.consume(inboxOf(system), LIMITS, (batch) =>
          Promise.resolve(calls++ === 0 ? (answer as Verdict[]) : batch.map(() => 'done')),
        );
        await eventually(() => expect(calls).toBe(2));
      });

      it('after 20 deliveries that came back the message is a dead letter by itself', async () => {
        await broker.publish(message({ messageId: 'poison' }));
        const { all } = await collect(inboxOf(system), { verdict: () => 'retry' });
        const [dead] = await deadLetters(1);
        expect(dead).toMatchObject({ key: inboxOf(system), messageId: 'poison' });
        expect(all()).toHaveLength(21);
      });
    });

    describe('queues that come and go', () => {
      it('a consumer of a queue that is not there yet begins when it is', async () => {
        const later = `${system}-later`;
        const { all } = await collect(inboxOf(later));
        expect(await broker.declareInbox(later)).toBe(true);
        await broker.publish(message({ key: later }));
        await eventually(() => expect(all()).toHaveLength(1));
        await broker.deleteInbox(later);
      });

      it('a consumer goes on when its queue was deleted and made again', async () => {
        const { all } = await collect(inboxOf(system));
        await publishMany(1);
        await eventually(() => expect(all()).toHaveLength(1));
        await broker.deleteInbox(system);
        await expect(broker.publish(message())).rejects.toMatchObject({ code: 'UNROUTABLE' });
        expect(await broker.declareInbox(system)).toBe(true);
        expect(await broker.declareInbox(system)).toBe(false);
        await publishMany(3);
        await eventually(() => expect(all()).toHaveLength(4));
      });

      it('declaring the hub once more changes nothing', async () => {
        await publishMany(2);
        await broker.declareHub();
        expect(await broker.declareInbox(system)).toBe(false);
        expect(await broker.inspect(inboxOf(system))).toMatchObject({ ready: 2 });
        expect(await broker.inspect('inbox.nobody')).toBeUndefined();
      });
    });

    describe('closing', () => {
      it('waits for the batch in hand and settles it, and hands over nothing more', async () => {
        await publishMany(30);
        let release!: () => void;
        let calls = 0;
        await broker.consume(inboxOf(system), { ...LIMITS, inFlight: 1 }, async (batch) => {
          calls++;
          await new Promise<void>((resolve) => (release = resolve));
          return batch.map(() => 'done');
        });
        await eventually(() => expect(calls).toBe(1));
        const closing = broker.close();
        let isClosed = false;
        void closing.then(() => (isClosed = true));
        await new Promise((resolve) => setImmediate(resolve));
        expect(isClosed).toBe(false);
        release();
        await closing;
        expect(calls).toBe(1);
        expect(broker.isUp()).toBe(false);
      });

      it('one subscription leaves what it had not begun in the queue, for the others', async () => {
        await publishMany(30);
        let release!: () => void;
        const first: IncomingMessage[] = [];
        const subscription = await broker.consume(inboxOf(system), { ...LIMITS, inFlight: 1 }, async (batch) => {
          first.push(...batch);
          await new Promise<void>((resolve) => (release = resolve));
          return batch.map(() => 'done');
        });
        await eventually(() => expect(first).toHaveLength(10));
        const closing = subscription.close();
        release();
        await closing;
        await subscription.close();
        const { all } = await collect(inboxOf(system));
        await eventually(() => expect(all()).toHaveLength(20));
        const ids = new Set([...first, ...all()].map(({ messageId }) => messageId));
        expect(ids.size).toBe(30);
      });

      it('lets a handler in hand still publish', async () => {
        await publishMany(1);
        let release!: () => void;
        let published: Promise<void> | undefined;
        await broker.consume(inboxOf(system), LIMITS, async (batch) => {
          await new Promise<void>((resolve) => (release = resolve));
          published = broker.publish(message({ key: `${system}.urgent` }));
          await published;
          return batch.map(() => 'done');
        });
        await eventually(() => expect(release).toBeDefined());
        const closing = broker.close();
        release();
        await closing;
        await expect(published).resolves.toBeUndefined();
      });

      it('is harmless twice, and ends publishing and consuming', async () => {
        await Promise.all([broker.close(), broker.close()]);
        await broker.close();
        await expect(broker.publish(message())).rejects.toMatchObject({ code: 'BROKER_AWAY' });
        await expect(broker.consume(inboxOf(system), LIMITS, () => Promise.resolve([]))).rejects.toMatchObject({
          code: 'BROKER_AWAY',
        });
      });

      it('lets publishes under way end first', async () => {
        const published = publishMany(700);
        await broker.close();
        await published;
      });
    });
  });
}
