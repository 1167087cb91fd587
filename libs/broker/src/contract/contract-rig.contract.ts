import { randomUUID } from 'node:crypto';
import { eventually } from '../../../../test/support/eventually.js';
import { type BatchLimits, type Broker, type IncomingMessage, type OutgoingMessage, type Verdict } from '../broker.js';
import { DEAD_QUEUE, DELIVER, inboxOf, type Topology } from '../topology.js';

/** A broker under contract: port and topology in one. */
export type ContractBroker = Broker & Topology;

/** Small batches, one at a time. */
export const LIMITS: BatchLimits = { size: 10, withinMs: 5, bytes: 1_000_000, inFlight: 1 };

/** What each test of the contract works with: a client of the broker, and a system of its own with empty inboxes. */
export class ContractRig {
  readonly system = `s-${randomUUID().slice(0, 8)}`;
  readonly inbox = inboxOf(this.system);

  private constructor(readonly broker: ContractBroker) {}

  static async make(open: () => Promise<ContractBroker>): Promise<ContractRig> {
    const rig = new ContractRig(await open());
    await rig.broker.declareHub();
    await rig.broker.declareInbox(rig.system);
    return rig;
  }

  async takeDown(): Promise<void> {
    await this.broker.deleteInbox(this.system).catch(() => undefined);
    await this.broker.close();
  }

  message(over: Partial<OutgoingMessage> = {}): OutgoingMessage {
    const body = Buffer.from('xin chào');
    return { exchange: DELIVER, key: this.system, body, messageId: randomUUID(), type: 'edoc', ...over };
  }

  /** Publishes that many messages, named by their position. */
  async publishMany(count: number): Promise<void> {
    const publishes = Array.from({ length: count }, (_, n) =>
      this.broker.publish(this.message({ messageId: String(n) })),
    );
    await Promise.all(publishes);
  }

  /** Consumes a queue with a fixed answer and gives what has come so far. */
  async collect(
    queue: string,
    {
      limits = LIMITS,
      verdict = () => 'done',
    }: { limits?: BatchLimits; verdict?: (m: IncomingMessage) => Verdict } = {},
  ): Promise<{ batches: IncomingMessage[][]; all: () => IncomingMessage[] }> {
    const batches: IncomingMessage[][] = [];
    await this.broker.consume(queue, limits, (batch) => {
      batches.push([...batch]);
      return Promise.resolve(batch.map(verdict));
    });
    return { batches, all: () => batches.flat() };
  }

  /** The dead letters of this rig's inbox, once there are that many. */
  async deadLetters(count: number): Promise<IncomingMessage[]> {
    const { all } = await this.collect(DEAD_QUEUE);
    const ours = (): IncomingMessage[] => all().filter(({ key }) => key === this.inbox);
    return eventually(() => (expect(ours()).toHaveLength(count), ours()));
  }
}
