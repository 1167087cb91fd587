import { type ChannelModel, type ConsumeMessage } from 'amqplib';
import { AxisError } from '#core';
import { Batcher } from '../batcher.js';
import { type BatchHandler, type BatchLimits, type Subscription, type Verdict } from '../broker.js';
import { deadLetterOf, type WireMessage } from '../dead-letter.js';
import { judge } from '../judge.js';
import { type Delivery, DeliveryChannel } from './delivery-channel.js';

/** What a subscription is told to do, and whom it tells. */
export interface AmqpSubscriptionOptions {
  readonly queue: string;
  readonly limits: BatchLimits;
  readonly handler: BatchHandler;
  readonly log: (line: string) => void;
  readonly renewWhenSilentMs: number;
  /** Publishes a dead letter; absent when this user may not, so that the broker itself moves what is dead. */
  readonly publishDead: ((letter: WireMessage) => Promise<void>) | undefined;
  /** A channel ended for no known reason: everything must be made anew. */
  readonly onChannelLost: (reason: string) => void;
  readonly onClosed: (subscription: AmqpSubscription) => void;
}

const RESUBSCRIBE_EVERY_MS = 500;

const MOST_PREFETCHED = 65_535;

/**
 * A consumer that outlives its channel, its connection and its queue.
 *
 * When a quorum queue is deleted and made again within some milliseconds, RabbitMQ (seen on 3.10) may keep the consumer's cancellation to itself, or
 * even carry the consumer over into the new queue and hand it messages that its channel then drops: they hang there until the channel is closed.
 * So a consumer that has heard nothing for a while, and has nothing in hand, begins anew on a new channel.
 */
export class AmqpSubscription implements Subscription {
  private readonly batcher: Batcher<Delivery>;
  private model: ChannelModel | undefined;
  private consuming: { readonly channel: DeliveryChannel; readonly tag: string } | undefined;
  private retry: NodeJS.Timeout | undefined;
  private readonly watch: NodeJS.Timeout;
  private isSilent = true;
  private closing: Promise<void> | undefined;
  /** Set while RabbitMQ refuses this user the queue. */
  refusal: AxisError | undefined;

  constructor(private readonly options: AmqpSubscriptionOptions) {
    this.batcher = new Batcher(options.limits, (batch) => this.work(batch));
    this.watch = setInterval(() => void this.renewWhenSilent(), options.renewWhenSilentMs);
  }

  /** Consumes over this connection from now on. Whatever is in the way, it is tried again; `refusal` tells when it is that the user may not. */
  async attach(model: ChannelModel): Promise<void> {
    this.model = model;
    try {
      await this.subscribe(model);
      this.refusal = undefined;
    } catch (error) {
      if (this.model !== model || this.closing !== undefined) return;
      if (codeOf(error) === 404 || codeOf(error) === 403) this.subscribeLater(model);
      else this.options.onChannelLost(String(error));
      if (codeOf(error) === 403)
        this.refusal = new AxisError('FORBIDDEN', { queue: this.options.queue }, { cause: error });
    }
  }

  /** The connection is gone, and with it what no handler has seen yet; RabbitMQ hands it out again. */
  detach(): void {
    clearTimeout(this.retry);
    this.model = undefined;
    if (this.consuming !== undefined) this.consuming.channel.isGone = true;
    this.consuming = undefined;
    this.batcher.forget();
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    clearTimeout(this.retry);
    clearInterval(this.watch);
    const consuming = this.consuming;
    if (consuming !== undefined) await consuming.channel.channel.cancel(consuming.tag).catch(() => undefined);
    await this.batcher.stop();
    await consuming?.channel.close();
    this.options.onClosed(this);
  }

  private async subscribe(model: ChannelModel): Promise<void> {
    const { queue, limits } = this.options;
    const channel = new DeliveryChannel(await model.createChannel());
    channel.channel.on('close', () => (channel.isGone = true));
    channel.channel.on('error', (error) => {
      if (this.consuming?.channel === channel) this.options.onChannelLost(error.message);
    });
    await channel.channel.prefetch(Math.min(MOST_PREFETCHED, limits.size * limits.inFlight));
    const { consumerTag } = await channel.channel.consume(queue, (raw) => this.take(channel, raw));
    if (this.model !== model || this.closing !== undefined) return channel.close();
    this.consuming = { channel, tag: consumerTag };
  }

  private take(channel: DeliveryChannel, raw: ConsumeMessage | null): void {
    if (raw === null) return this.loseQueue(channel);
    this.isSilent = false;
    this.batcher.add(channel.take(raw, this.options.queue));
  }

  private async renewWhenSilent(): Promise<void> {
    const { consuming, isSilent, model } = this;
    this.isSilent = true;
    if (!isSilent || model === undefined || consuming === undefined || !consuming.channel.isIdle) return;
    this.consuming = undefined;
    await consuming.channel.close();
    if (this.model === model && this.closing === undefined) await this.attach(model);
  }

  private loseQueue(channel: DeliveryChannel): void {
    this.options.log(`The queue ${this.options.queue} is gone; its consumer waits until it is back.`);
    this.consuming = undefined;
    channel.retire();
    if (this.model !== undefined) this.subscribeLater(this.model);
  }

  private subscribeLater(model: ChannelModel): void {
    if (this.closing !== undefined) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.attach(model), RESUBSCRIBE_EVERY_MS);
  }

  private async work(batch: Delivery[]): Promise<void> {
    const verdicts = await judge(
      this.options.handler,
      batch.map(({ message }) => message),
      this.options.log,
    );
    const settled = await this.bury(batch, verdicts);
    // More than one channel only when the queue was made again while its last messages were in hand.
    for (const channel of new Set(batch.map((delivery) => delivery.channel))) {
      const isItsOwn = (_: unknown, index: number): boolean => batch[index]!.channel === channel;
      channel.settle(batch.filter(isItsOwn), settled.filter(isItsOwn));
    }
  }

  /** Publishes the dead letters of a batch: those confirmed are done, the others are to be tried again. */
  private bury(
    batch: readonly Delivery[],
    verdicts: readonly Verdict[],
  ): Promise<readonly Verdict[]> | readonly Verdict[] {
    const { publishDead, log } = this.options;
    if (verdicts.every((verdict) => typeof verdict === 'string')) return verdicts;
    return Promise.all(
      verdicts.map(async (verdict, index): Promise<Verdict> => {
        if (typeof verdict === 'string') return verdict;
        const { message, raw } = batch[index]!;
        if (publishDead === undefined) {
          log(`The message ${message.messageId} in ${message.queue} goes to the dead letters: ${verdict.dead}`);
          return verdict;
        }
        try {
          await publishDead(deadLetterOf(message, verdict.dead, raw.properties.contentType as string | undefined));
          return 'done';
        } catch (error) {
          log(
            `The dead letter of ${message.messageId} in ${message.queue} was not taken; it is tried again: ${String(error)}`,
          );
          return 'retry';
        }
      }),
    );
  }
}

function codeOf(error: unknown): number | undefined {
  return (error as { code?: number }).code;
}
