import { Batcher } from '../batcher.js';
import {
  type BatchHandler,
  type BatchLimits,
  type IncomingMessage,
  type Subscription,
  type Verdict,
} from '../broker.js';
import { judge } from '../judge.js';
import { DELIVERY_LIMIT } from '../topology.js';

/** A message in a queue, and how often it has come back. */
export interface StoredMessage {
  readonly message: IncomingMessage;
  readonly contentType: string | undefined;
  readonly returns: number;
}

/** Takes a message that is dead, with its reason. */
export type Undertaker = (stored: StoredMessage, reason: string) => void;

/** A queue with the rules of a RabbitMQ quorum queue: what comes back goes to the head, and after 20 returns to the dead letters. */
export class MemoryQueue {
  private ready: StoredMessage[] = [];
  private readonly consumers: MemoryConsumer[] = [];

  constructor(
    readonly name: string,
    private readonly bury: Undertaker | undefined,
  ) {}

  get length(): number {
    return this.ready.length;
  }

  get consumerCount(): number {
    return this.consumers.length;
  }

  put(stored: StoredMessage): void {
    this.ready.push(stored);
    this.hand();
  }

  /** Puts messages back to the head, in their order; each counts one return more. */
  putBack(messages: readonly StoredMessage[]): void {
    const back = messages.map((stored) => ({
      ...stored,
      message: { ...stored.message, redelivered: true },
      returns: stored.returns + 1,
    }));
    const isSpent = ({ returns }: StoredMessage): boolean => this.bury !== undefined && returns > DELIVERY_LIMIT;
    for (const stored of back.filter(isSpent)) this.bury?.(stored, 'delivery_limit');
    this.ready.unshift(...back.filter((stored) => !isSpent(stored)));
    this.hand();
  }

  /** Moves a message out of a consumer's hands to the dead letters. */
  buryNow(stored: StoredMessage, reason: string): void {
    this.bury?.(stored, reason);
  }

  join(consumer: MemoryConsumer): void {
    this.consumers.push(consumer);
    this.hand();
  }

  leave(consumer: MemoryConsumer): void {
    const index = this.consumers.indexOf(consumer);
    if (index >= 0) this.consumers.splice(index, 1);
  }

  /** The queue is deleted: its consumers are told, its messages are gone. */
  end(): void {
    this.ready = [];
    for (const consumer of this.consumers.splice(0)) consumer.cancelled();
  }

  /** Hands messages to the consumers by turns, as far as they take any. */
  hand(): void {
    while (this.ready.length > 0) {
      const consumer = this.consumers.find((candidate) => candidate.hasRoom);
      if (consumer === undefined) return;
      this.consumers.push(...this.consumers.splice(this.consumers.indexOf(consumer), 1));
      consumer.take(this.ready.shift()!);
    }
  }
}

/** A message in a consumer's hands, from the queue as it was then: after the queue was deleted and made again it is nobody's. */
interface Held {
  readonly message: IncomingMessage;
  readonly stored: StoredMessage;
  readonly queue: MemoryQueue;
}

/** What a consumer is told to do, and where it finds its queue. */
export interface MemoryConsumerOptions {
  readonly queue: string;
  readonly limits: BatchLimits;
  readonly handler: BatchHandler;
  readonly findQueue: (name: string) => MemoryQueue | undefined;
  readonly log: (line: string) => void;
  readonly onClosed: (consumer: MemoryConsumer) => void;
}

/** A consumer that outlives its queue and an outage. */
export class MemoryConsumer implements Subscription {
  private readonly batcher: Batcher<Held>;
  private readonly held = new Set<Held>();
  private joined: MemoryQueue | undefined;
  private closing: Promise<void> | undefined;

  constructor(private readonly options: MemoryConsumerOptions) {
    this.batcher = new Batcher(options.limits, (batch) => this.work(batch));
  }

  get hasRoom(): boolean {
    return this.closing === undefined && this.held.size < this.options.limits.size * this.options.limits.inFlight;
  }

  /** Joins its queue if that is there and not joined yet. */
  join(): void {
    if (this.joined !== undefined || this.closing !== undefined) return;
    this.joined = this.options.findQueue(this.options.queue);
    this.joined?.join(this);
  }

  take(stored: StoredMessage): void {
    const held = { message: stored.message, stored, queue: this.joined! };
    this.held.add(held);
    this.batcher.add(held);
  }

  cancelled(): void {
    this.joined = undefined;
  }

  /** As when the connection dies: everything in hand goes back, and what handlers still return is without effect. */
  detach(): void {
    this.joined?.leave(this);
    this.joined = undefined;
    this.batcher.forget();
    this.returnAll();
  }

  close(): Promise<void> {
    this.closing ??= (async () => {
      this.joined?.leave(this);
      await this.batcher.stop();
      this.returnAll();
      this.options.onClosed(this);
    })();
    return this.closing;
  }

  private async work(batch: Held[]): Promise<void> {
    const { handler, log } = this.options;
    const messages = batch.map(({ message }) => message);
    const verdicts = await judge(handler, messages, log);
    const toRetry = batch.filter((held, index) => this.settle(held, verdicts[index]!));
    for (const queue of new Set(toRetry.map((held) => held.queue))) {
      queue.putBack(toRetry.filter((held) => held.queue === queue).map(({ stored }) => stored));
    }
    this.joined?.hand();
  }

  /** Lets go of one message by its verdict; true when it must go back. Without effect on what was taken from this consumer meanwhile. */
  private settle(held: Held, verdict: Verdict): boolean {
    if (!this.held.delete(held)) return false;
    if (typeof verdict === 'object') held.queue.buryNow(held.stored, verdict.dead);
    return verdict === 'retry';
  }

  private returnAll(): void {
    const all = [...this.held];
    this.held.clear();
    for (const queue of new Set(all.map((held) => held.queue))) {
      queue.putBack(all.filter((held) => held.queue === queue).map(({ stored }) => stored));
    }
  }
}
