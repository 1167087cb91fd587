import { setTimeout as pause } from 'node:timers/promises';
import { type Channel, type ChannelModel, type ConsumeMessage } from 'amqplib';
import { AxisError, isAxisError } from '#core';
import { type BrokerAdmin } from '../admin/broker-admin.js';
import { type WireMessage } from '../dead-letter.js';
import { roundTripBy, type Trial } from '../round-trip.js';
import { DELIVER, type QueueState, type RoundTrip, Topology } from '../topology.js';
import { EXCHANGES, HUB_QUEUES, inboxQueues, type PlannedQueue, queueArguments } from '../topology-plan.js';
import { queueState } from './queue-state.js';

/** How long a queue that vanished stays away before it is made again: its consumers must have heard of it first (see AmqpSubscription). */
const LET_CONSUMERS_HEAR_MS = 500;

/** What RabbitMQ says of the call itself; anything else that goes wrong is the connection's end. */
const FAULTS_OF_THE_CALL: readonly unknown[] = [403, 404, 405, 406];

/** Makes the exchanges and queues on RabbitMQ, each call on a channel of its own. */
export class AmqpTopology extends Topology {
  private readonly known = new Set<string>();

  /** AMQP itself does not tell bindings: {@link withoutInbox} asks the management interface. What is published goes the way of all messages. */
  constructor(
    private readonly model: () => ChannelModel | undefined,
    private readonly admin: BrokerAdmin | undefined,
    private readonly publish: (message: WireMessage) => Promise<void>,
  ) {
    super();
  }

  async declareHub(): Promise<void> {
    await this.onChannel(async (channel) => {
      for (const { name, type } of EXCHANGES) await channel.assertExchange(name, type, { durable: true });
      for (const queue of HUB_QUEUES) await declare(channel, queue);
    });
  }

  async declareInbox(system: string): Promise<boolean> {
    const queues = inboxQueues(system);
    const states = await Promise.all(queues.map(({ name }) => this.inspect(name)));
    const missing = queues.filter((_queue, index) => states[index] === undefined);
    if (missing.some(({ name }) => this.known.has(name))) await pause(LET_CONSUMERS_HEAR_MS);
    await this.onChannel(async (channel) => {
      for (const queue of queues) await declare(channel, queue);
    });
    for (const { name } of queues) this.known.add(name);
    return missing.length > 0;
  }

  /** Asks for bindings, not for queues: a connection that ended while an inbox was made may have left a queue nothing leads into. */
  async withoutInbox(systems: readonly string[]): Promise<string[]> {
    if (this.admin === undefined) throw new Error('Only a broker with `admin` can tell what leads into inboxes.');
    const bindings = await this.admin.listBindings(DELIVER);
    const bound = new Set(bindings.map(({ key, queue }) => bindingOf(key, queue)));
    return systems.filter((system) => !inboxQueues(system).every(({ key, name }) => bound.has(bindingOf(key, name))));
  }

  async deleteInbox(system: string): Promise<void> {
    await this.onChannel(async (channel) => {
      for (const { name } of inboxQueues(system)) await channel.deleteQueue(name);
    });
  }

  async inspect(queue: string): Promise<QueueState | undefined> {
    try {
      return await this.onChannel((channel) => queueState(() => stateOf(channel, queue)));
    } catch (error) {
      if ((error as { code?: unknown }).code === 404) return undefined;
      throw error;
    }
  }

  roundTrip(withinMs?: number): Promise<RoundTrip> {
    const trial: Trial = (trip) =>
      this.onChannel(async (channel) => {
        // If this process dies meanwhile, the queue goes with its connection.
        const { queue: name } = await channel.assertQueue('', { exclusive: true, autoDelete: true, durable: false });
        const listen = async (heard: (messageId: string | undefined) => void): Promise<void> => {
          const hear = (message: ConsumeMessage | null): void =>
            heard(message?.properties.messageId as string | undefined);
          await channel.consume(name, hear, { noAck: true });
        };
        const remove = (): Promise<void> => orGone(async () => void (await channel.deleteQueue(name)));
        return trip({ name, listen, remove });
      });
    return roundTripBy(trial, this.publish, withinMs);
  }

  /** @throws AxisError BROKER_AWAY when the connection ends before the answer */
  private async onChannel<T>(work: (channel: Channel) => Promise<T>): Promise<T> {
    const channel = await this.model()
      ?.createChannel()
      .catch(() => undefined);
    if (channel === undefined) throw new AxisError('BROKER_AWAY');
    channel.on('error', () => undefined);
    try {
      return await work(channel);
    } catch (error) {
      if (isAxisError(error)) throw error;
      if (error instanceof Error && !FAULTS_OF_THE_CALL.includes((error as { code?: unknown }).code))
        throw new AxisError('BROKER_AWAY', { reason: error.message }, { cause: error });
      throw error;
    } finally {
      // Not waited for: a connection that ends before the answer leaves a channel's closing unanswered.
      void orGone(() => channel.close());
    }
  }
}

/** What is done to a channel that may be closed already, which amqplib tells at once or later. */
async function orGone(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // It is gone with all that was on it.
  }
}

async function stateOf(channel: Channel, queue: string): Promise<QueueState> {
  const { messageCount, consumerCount } = await channel.checkQueue(queue);
  return { ready: messageCount, consumers: consumerCount };
}

async function declare(channel: Channel, queue: PlannedQueue): Promise<void> {
  await channel.assertQueue(queue.name, { durable: true, arguments: queueArguments(queue) });
  await channel.bindQueue(queue.name, queue.exchange, queue.key);
}

function bindingOf(key: string, queue: string): string {
  return `${key} ${queue}`;
}
