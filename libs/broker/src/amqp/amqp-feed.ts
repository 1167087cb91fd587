import { randomUUID } from 'node:crypto';
import { type Channel, type ChannelModel, type ConsumeMessage } from 'amqplib';
import { Feed, FEED } from '../feed.js';
import { AmqpLink } from './amqp-link.js';

/** What a listener that does not keep pace may leave unheard in RabbitMQ; older words make way. */
const MOST_UNHEARD = 10_000;

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
    if (this.channel === undefined || this.isFull) return;
    const options = { persistent: false, type: topic, appId: this.self };
    this.isFull = !this.channel.publish(FEED, '', Buffer.from(words), options);
  }

  close(): Promise<void> {
    return this.link.close();
  }

  private async setUp(model: ChannelModel): Promise<void> {
    const channel = await model.createChannel();
    channel.on('error', () => undefined);
    channel.on('drain', () => (this.isFull = false));
    channel.on('close', () => {
      if (this.channel === channel) this.link.drop('the channel of the feed was closed');
    });
    await channel.assertExchange(FEED, 'fanout', { durable: true });
    const { queue } = await channel.assertQueue('', { exclusive: true, durable: false, maxLength: MOST_UNHEARD });
    await channel.bindQueue(queue, FEED, '');
    await channel.consume(queue, (message) => this.take(message), { noAck: true });
    this.isFull = false;
    this.channel = channel;
  }

  private take(message: ConsumeMessage | null): void {
    if (message === null) return this.link.drop('the queue of the feed was deleted');
    const { appId, type } = message.properties as { appId?: unknown; type?: unknown };
    if (appId !== this.self && typeof type === 'string') this.heard(type, message.content);
  }
}
