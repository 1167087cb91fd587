import { randomUUID } from 'node:crypto';
import { type Channel, type ChannelModel, type ConsumeMessage } from 'amqplib';
import { Feed, FEED } from '../feed.js';
import { MAX_MESSAGE_BYTES } from '../topology.js';
import { AmqpLink } from './amqp-link.js';

/** What a listener that does not keep pace may leave unheard in RabbitMQ; older words make way. */
const MOST_UNHEARD = { 'x-max-length': 10_000, 'x-max-length-bytes': 32 * 1024 * 1024 };

/** The feed on RabbitMQ, over a connection of its own: unconfirmed, not persistent, and each listener has a queue that goes with its connection. */
export class AmqpFeed extends Feed {
  private readonly self = randomUUID();
  private readonly link: AmqpLink;
  private channel: Channel | undefined;
  private isFull = false;

  private constructor({ url, name, log }: { url: string; name: string; log: (line: string) => void }) {
    super();
    this.link = new AmqpLink({
      ...{ url, name: `${name} (feed)`, log },
      setUp: (model) => this.setUp(model),
      onDown: () => (this.channel = undefined),
    });
  }

  /** Starts connecting and returns at once. */
  static start(options: { url: string; name: string; log: (line: string) => void }): AmqpFeed {
    const feed = new AmqpFeed(options);
    feed.link.start();
    return feed;
  }

  /** Whether something said now would go out. */
  isUp(): boolean {
    return this.channel !== undefined;
  }

  say(topic: string, words: Uint8Array): void {
    if (this.channel === undefined || this.isFull || words.byteLength > MAX_MESSAGE_BYTES) return;
    const options = { persistent: false, type: topic, appId: this.self };
    try {
      this.isFull = !this.channel.publish(FEED, '', Buffer.from(words), options);
    } catch {
      // The channel is being closed, by whichever side; what is said meanwhile is dropped.
      this.channel = undefined;
    }
  }

  close(): Promise<void> {
    return this.link.close();
  }

  private async setUp(model: ChannelModel): Promise<void> {
    const channel = await model.createChannel();
    channel.on('error', () => undefined);
    channel.on('drain', () => (this.isFull = false));
    channel.on('close', () => this.lose(channel, 'the channel of the feed was closed'));
    await channel.assertExchange(FEED, 'fanout', { durable: true });
    const { queue } = await channel.assertQueue('', { exclusive: true, durable: false, arguments: MOST_UNHEARD });
    await channel.bindQueue(queue, FEED, '');
    await channel.consume(queue, (message) => this.take(channel, message), { noAck: true });
    this.isFull = false;
    this.channel = channel;
  }

  private lose(channel: Channel, reason: string): void {
    if (this.channel !== channel) return;
    this.channel = undefined;
    this.link.drop(reason);
  }

  private take(channel: Channel, message: ConsumeMessage | null): void {
    if (message === null) return this.lose(channel, 'the queue of the feed was deleted');
    const { appId, type } = message.properties as { appId?: unknown; type?: unknown };
    if (appId !== this.self && typeof type === 'string') this.heard(type, message.content);
  }
}
