import { setTimeout as pause } from 'node:timers/promises';
import { type ChannelModel } from 'amqplib';
import { AxisError } from '#core';
import { type BrokerAdmin } from '../admin/broker-admin.js';
import { type BatchHandler, type BatchLimits, Broker, type OutgoingMessage, type Subscription } from '../broker.js';
import { MAX_MESSAGE_BYTES, type QueueState, type RoundTrip, type Topology } from '../topology.js';
import { AmqpLink } from './amqp-link.js';
import { AmqpSubscription } from './amqp-subscription.js';
import { AmqpTopology } from './amqp-topology.js';
import { Publisher } from './publisher.js';

/** How to reach RabbitMQ, and the limits to keep there. */
export interface AmqpBrokerOptions {
  /** `amqp://user:password@host:port/vhost`; a cluster gets one network name. */
  readonly url: string;
  /** Shown in RabbitMQ's list of connections (default `truc`). */
  readonly name?: string | undefined;
  /**
   * Stated on every message as the publisher; RabbitMQ refuses any other than the connection's own user. Systems must set it.
   * A broker with it may not write dead letters: a verdict `dead` has RabbitMQ move the message there, and the reason is only logged.
   */
  readonly userId?: string | undefined;
  /** Messages sent and not yet confirmed, at most (default 500). */
  readonly window?: number | undefined;
  /** How long a publish waits for a broker that is away before it rejects, in milliseconds (default 0). */
  readonly waitForBrokerMs?: number | undefined;
  /** A consumer that hears nothing for so long renews itself, in milliseconds (default 10,000): it heals within twice that time what RabbitMQ may leave hanging when a queue is deleted and made again at once. */
  readonly renewWhenSilentMs?: number | undefined;
  /** Bodies above it are refused before they are sent (default 1,048,576). */
  readonly maxMessageBytes?: number | undefined;
  /** The same broker's management interface; the hub has it, and needs it to see what leads into inboxes. */
  readonly admin?: BrokerAdmin | undefined;
  /** Receives one line for every change of the connection and every bug of a handler (default: the standard error output). */
  readonly log?: ((line: string) => void) | undefined;
}

const CONFIRMS_WITHIN_MS = 10_000;

/**
 * The broker on RabbitMQ ≥ 3.10. Two connections, one to publish and one to consume, because RabbitMQ stops reading from a connection that publishes
 * while it is short of disk: acknowledgements must still get through. The second is opened with the first consumer.
 */
export class AmqpBroker extends Broker implements Topology {
  private readonly publisher: Publisher;
  private readonly publishing: AmqpLink;
  private readonly consuming: AmqpLink;
  private readonly subscriptions = new Set<AmqpSubscription>();
  /* Over the connection of the consumers when there is one: the other may be blocked. */
  private readonly topology: AmqpTopology;
  private readonly log: (line: string) => void;
  private consumingModel: ChannelModel | undefined;
  private closing: Promise<void> | undefined;

  private constructor(private readonly options: AmqpBrokerOptions) {
    super();
    const {
      url,
      name = 'truc',
      userId,
      window = 500,
      waitForBrokerMs = 0,
      maxMessageBytes = MAX_MESSAGE_BYTES,
    } = options;
    const log = (this.log = options.log ?? ((line) => console.error(line)));
    this.topology = new AmqpTopology(
      () => this.consumingModel ?? this.publishing.model,
      options.admin,
      (message) => this.publisher.publish(message),
    );
    const limits = { userId, window, waitForBrokerMs, maxMessageBytes };
    this.publisher = new Publisher(limits, (reason) => this.publishing.drop(reason));
    this.publishing = new AmqpLink({
      url,
      name,
      log,
      setUp: (model) => this.publisher.setUp(model),
      onDown: (reason) => this.publisher.tearDown(reason),
    });
    this.consuming = new AmqpLink({
      url,
      name: `${name} (consumers)`,
      log,
      setUp: async (model) => {
        this.consumingModel = model;
        await Promise.all([...this.subscriptions].map((subscription) => subscription.attach(model)));
      },
      onDown: () => {
        this.consumingModel = undefined;
        this.subscriptions.forEach((subscription) => subscription.detach());
      },
    });
  }

  /** Connects, and from then on keeps the connection alive; rejects with BROKER_AWAY when it does not come about within `withinMs` (default 10,000). */
  static async open(options: AmqpBrokerOptions, withinMs = 10_000): Promise<AmqpBroker> {
    const broker = AmqpBroker.start(options);
    const deadline = Date.now() + withinMs;
    while (!broker.isUp()) {
      if (Date.now() > deadline) {
        await broker.close();
        const cause = broker.publishing.lastFailure;
        throw new AxisError('BROKER_AWAY', { reason: cause?.message }, { cause });
      }
      await pause(10);
    }
    return broker;
  }

  /** Starts connecting and returns at once; until the broker is there, publishing rejects with BROKER_AWAY and consumers wait. */
  static start(options: AmqpBrokerOptions): AmqpBroker {
    const broker = new AmqpBroker(options);
    broker.publishing.start();
    return broker;
  }

  publish(message: OutgoingMessage): Promise<void> {
    return this.publisher.publish(message);
  }

  async consume(queue: string, limits: BatchLimits, handler: BatchHandler): Promise<Subscription> {
    if (this.closing !== undefined) throw new AxisError('BROKER_AWAY', { reason: 'closed' });
    const subscription = new AmqpSubscription({
      queue,
      limits,
      handler,
      log: this.log,
      renewWhenSilentMs: this.options.renewWhenSilentMs ?? 10_000,
      publishDead: this.options.userId === undefined ? (letter) => this.publisher.publish(letter) : undefined,
      onChannelLost: (reason) => this.consuming.drop(reason),
      onClosed: () => this.subscriptions.delete(subscription),
    });
    this.subscriptions.add(subscription);
    this.consuming.start();
    if (this.consumingModel !== undefined) await subscription.attach(this.consumingModel);
    else await this.consuming.firstAttempt;
    if (subscription.refusal === undefined) return subscription;
    await subscription.close();
    throw subscription.refusal;
  }

  isUp(): boolean {
    return this.publisher.isUp;
  }

  /** True while RabbitMQ takes no messages because it is short of disk or memory; publishing waits meanwhile. */
  isBlocked(): boolean {
    return this.publisher.isBlocked;
  }

  declareHub(): Promise<void> {
    return this.topology.declareHub();
  }

  declareInbox(system: string): Promise<boolean> {
    return this.topology.declareInbox(system);
  }

  withoutInbox(systems: readonly string[]): Promise<string[]> {
    return this.topology.withoutInbox(systems);
  }

  deleteInbox(system: string): Promise<void> {
    return this.topology.deleteInbox(system);
  }

  inspect(queue: string): Promise<QueueState | undefined> {
    return this.topology.inspect(queue);
  }

  roundTrip(withinMs?: number): Promise<RoundTrip> {
    return this.topology.roundTrip(withinMs);
  }

  /** Consumers first, since their work in hand may publish; then the confirms under way; then the connections. */
  close(): Promise<void> {
    this.closing ??= (async () => {
      await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
      await this.publisher.close(CONFIRMS_WITHIN_MS);
      await Promise.all([this.publishing.close(), this.consuming.close()]);
    })();
    return this.closing;
  }
}
