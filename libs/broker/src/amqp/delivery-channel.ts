import { type Channel, type ConsumeMessage } from 'amqplib';
import { type IncomingMessage, type Verdict } from '../broker.js';

/** A message with what settling it takes. */
export interface Delivery {
  readonly message: IncomingMessage;
  readonly raw: ConsumeMessage;
  readonly channel: DeliveryChannel;
}

/**
 * One channel with one consumer, and which of its deliveries are settled.
 *
 * | verdict | sent                                                                                         |
 * |---------|----------------------------------------------------------------------------------------------|
 * | done    | ack; one `multiple` ack for a run of them when everything before it is settled, else one each |
 * | retry   | reject with requeue (from RabbitMQ 4.3 on, a nack would not count towards the delivery limit) |
 * | dead    | ack after its dead letter is confirmed; or, without the right to write one, reject without requeue |
 */
export class DeliveryChannel {
  /** All tags up to this one are settled. */
  private floor = 0;
  private readonly settledAbove = new Set<number>();
  private open = 0;
  private isRetired = false;
  /** The channel is closed, or its connection is gone: nothing can be settled on it any more. */
  isGone = false;

  constructor(readonly channel: Channel) {}

  /** Whether all its deliveries are settled. */
  get isIdle(): boolean {
    return this.open === 0;
  }

  /** Counts a message in. */
  take(raw: ConsumeMessage, queue: string): Delivery {
    this.open++;
    return { message: incoming(raw, queue), raw, channel: this };
  }

  /** Settles deliveries of this channel, given in the order in which they came. A verdict `dead` here means: reject it into the dead letters. */
  settle(deliveries: readonly Delivery[], verdicts: readonly Verdict[]): void {
    if (this.isGone) return;
    let ackUpTo: ConsumeMessage | undefined;
    deliveries.forEach(({ raw }, index) => {
      const verdict = verdicts[index]!;
      const isNext = this.note(raw.fields.deliveryTag);
      if (verdict !== 'done') this.channel.reject(raw, verdict === 'retry');
      else if (isNext) ackUpTo = raw;
      else this.channel.ack(raw);
    });
    if (ackUpTo !== undefined) this.channel.ack(ackUpTo, true);
    this.open -= deliveries.length;
    this.closeIfRetired();
  }

  /** The consumer was cancelled by the broker: closes the channel as soon as all its deliveries are settled. */
  retire(): void {
    this.isRetired = true;
    this.closeIfRetired();
  }

  /** Closes the channel; what is not settled goes back into the queue. */
  async close(): Promise<void> {
    if (this.isGone) return;
    this.isGone = true;
    await this.channel.close().catch(() => undefined);
  }

  /** Marks the tag settled; true when all tags before it are settled too. */
  private note(tag: number): boolean {
    if (tag !== this.floor + 1) {
      this.settledAbove.add(tag);
      return false;
    }
    this.floor = tag;
    while (this.settledAbove.delete(this.floor + 1)) this.floor++;
    return true;
  }

  private closeIfRetired(): void {
    if (this.isRetired && this.open === 0) void this.close();
  }
}

function incoming({ content, fields, properties }: ConsumeMessage, queue: string): IncomingMessage {
  return {
    queue,
    key: fields.routingKey,
    body: content,
    messageId: properties.messageId as string | undefined,
    userId: properties.userId as string | undefined,
    type: properties.type as string | undefined,
    headers: properties.headers ?? {},
    redelivered: fields.redelivered,
  };
}
