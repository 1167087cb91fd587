import { randomUUID } from 'node:crypto';
import { AxisError } from '#core';
import { type BatchHandler, type BatchLimits, Broker, type OutgoingMessage, type Subscription } from '../broker.js';
import { type QueueState, type RoundTrip, type Topology } from '../topology.js';
import { type WireMessage } from '../dead-letter.js';
import { roundTripBy, type Trial } from '../round-trip.js';
import { EXCHANGES, HUB_QUEUES, inboxQueues } from '../topology-plan.js';
import { MemoryConsumer } from './memory-queue.js';
import { MemoryServer } from './memory-server.js';

/** Who a client of the memory broker is, and where its bugs are told. */
export interface MemoryBrokerOptions {
  /** Stated on every message as the publisher, as RabbitMQ has checked it. */
  readonly userId?: string | undefined;
  readonly log?: ((line: string) => void) | undefined;
}

const ONE: BatchLimits = { size: 1, withinMs: 1, bytes: 1_000, inFlight: 1 };

/** The broker's twin in this process, for tests of services: same exchanges, queues, limits and verdicts; everything is gone with the process. */
export class MemoryBroker extends Broker implements Topology {
  private readonly consumers = new Set<MemoryConsumer>();
  private closing: Promise<void> | undefined;

  constructor(
    private readonly options: MemoryBrokerOptions = {},
    private readonly server = new MemoryServer(),
  ) {
    super();
  }

  /** Another client of the same server. */
  as(userId: string): MemoryBroker {
    return new MemoryBroker({ ...this.options, userId }, this.server);
  }

  /** Begins an outage for all clients: publishing rejects with BROKER_AWAY, and everything in the hands of consumers goes back. */
  goAway(): void {
    this.server.isUp = false;
    for (const consumer of this.server.consumers) consumer.detach();
  }

  /** Ends the outage. */
  comeBack(): void {
    this.server.isUp = true;
    for (const consumer of this.server.consumers) consumer.join();
  }

  publish(message: OutgoingMessage): Promise<void> {
    return this.ask(() => {
      if (this.closing !== undefined && this.consumers.size === 0)
        throw new AxisError('BROKER_AWAY', { reason: 'closed' });
      this.server.publish(message, this.options.userId);
    });
  }

  consume(queue: string, limits: BatchLimits, handler: BatchHandler): Promise<Subscription> {
    if (this.closing !== undefined) return Promise.reject(new AxisError('BROKER_AWAY', { reason: 'closed' }));
    const consumer = new MemoryConsumer({
      queue,
      limits,
      handler,
      findQueue: (name) => (this.server.isUp ? this.server.findQueue(name) : undefined),
      log: this.options.log ?? ((line) => console.error(line)),
      onClosed: (closed) => {
        this.consumers.delete(closed);
        this.server.consumers.delete(closed);
      },
    });
    this.consumers.add(consumer);
    this.server.consumers.add(consumer);
    consumer.join();
    return Promise.resolve(consumer);
  }

  isUp(): boolean {
    return this.server.isUp && this.closing === undefined;
  }

  declareHub(): Promise<void> {
    return this.ask(() => {
      for (const { name } of EXCHANGES) this.server.declareExchange(name);
      for (const queue of HUB_QUEUES) this.server.declareQueue(queue);
    });
  }

  declareInbox(system: string): Promise<boolean> {
    return this.ask(() => {
      const queues = inboxQueues(system);
      const wasMissing = queues.some(({ name }) => this.server.findQueue(name) === undefined);
      for (const queue of queues) this.server.declareQueue(queue);
      return wasMissing;
    });
  }

  withoutInbox(systems: readonly string[]): Promise<string[]> {
    return this.ask(() =>
      systems.filter((system) => inboxQueues(system).some(({ name }) => this.server.findQueue(name) === undefined)),
    );
  }

  deleteInbox(system: string): Promise<void> {
    return this.ask(() => inboxQueues(system).forEach(({ name }) => this.server.deleteQueue(name)));
  }

  inspect(queue: string): Promise<QueueState | undefined> {
    return this.ask(() => {
      const found = this.server.findQueue(queue);
      return found && { ready: found.length, consumers: found.consumerCount };
    });
  }

  roundTrip(withinMs?: number): Promise<RoundTrip> {
    const publish = (message: WireMessage): Promise<void> =>
      this.ask(() => this.server.publish(message, this.options.userId));
    return roundTripBy((trip) => this.onOwnQueue(trip), publish, withinMs);
  }

  private async onOwnQueue(trip: Parameters<Trial>[0]): Promise<RoundTrip> {
    const name = randomUUID();
    await this.ask(() => {
      this.server.declareExchange('');
      this.server.declareQueue({ name, exchange: '', key: name, deadLetters: false });
    });
    let consumer: Subscription | undefined;
    const listen = async (heard: (messageId: string | undefined) => void): Promise<void> => {
      consumer = await this.consume(name, ONE, (messages) => {
        for (const { messageId } of messages) heard(messageId);
        return Promise.resolve(messages.map(() => 'done'));
      });
    };
    const remove = async (): Promise<void> => {
      await consumer?.close();
      this.server.deleteQueue(name);
    };
    return trip({ name, listen, remove });
  }

  close(): Promise<void> {
    this.closing ??= Promise.all([...this.consumers].map((consumer) => consumer.close())).then(() => undefined);
    return this.closing;
  }

  private ask<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (!this.server.isUp) throw new AxisError('BROKER_AWAY');
      resolve(work());
    });
  }
}
