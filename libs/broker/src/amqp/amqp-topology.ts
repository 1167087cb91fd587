import { setTimeout as pause } from 'node:timers/promises';
import { type Channel, type ChannelModel } from 'amqplib';
import { AxisError } from '#core';
import { type QueueState, Topology } from '../topology.js';
import { EXCHANGES, HUB_QUEUES, inboxQueues, type PlannedQueue, queueArguments } from '../topology-plan.js';

/** How long a queue that vanished stays away before it is made again: its consumers must have heard of it first (see AmqpSubscription). */
const LET_CONSUMERS_HEAR_MS = 500;

/** How long RabbitMQ may take to answer; a busy one takes seconds to make a quorum queue. */
const LONGEST_CALL_MS = 30_000;

/** Makes the exchanges and queues on RabbitMQ, each call on a channel of its own. */
export class AmqpTopology extends Topology {
  private readonly known = new Set<string>();

  constructor(private readonly model: () => ChannelModel | undefined) {
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

  async deleteInbox(system: string): Promise<void> {
    await this.onChannel(async (channel) => {
      for (const { name } of inboxQueues(system)) await channel.deleteQueue(name);
    });
  }

  async inspect(queue: string): Promise<QueueState | undefined> {
    try {
      const { messageCount, consumerCount } = await this.onChannel((channel) => channel.checkQueue(queue));
      return { ready: messageCount, consumers: consumerCount };
    } catch (error) {
      if ((error as { code?: unknown }).code === 404) return undefined;
      throw error;
    }
  }

  /** A connection that ends in the middle may leave a call without any answer (seen with 541 after a restart under load). */
  private async onChannel<T>(work: (channel: Channel) => Promise<T>): Promise<T> {
    const patience = new AbortController();
    const over = pause(LONGEST_CALL_MS, undefined, { signal: patience.signal, ref: false }).then(
      () => Promise.reject(new AxisError('BROKER_AWAY', { reason: 'no answer' })),
      () => new Promise<never>(() => undefined),
    );
    try {
      return await Promise.race([this.onFreshChannel(work), over]);
    } finally {
      patience.abort();
    }
  }

  private async onFreshChannel<T>(work: (channel: Channel) => Promise<T>): Promise<T> {
    const channel = await this.model()
      ?.createChannel()
      .catch(() => undefined);
    if (channel === undefined) throw new AxisError('BROKER_AWAY');
    channel.on('error', () => undefined);
    const result = await work(channel);
    await channel.close().catch(() => undefined);
    return result;
  }
}

async function declare(channel: Channel, queue: PlannedQueue): Promise<void> {
  await channel.assertQueue(queue.name, { durable: true, arguments: queueArguments(queue) });
  await channel.bindQueue(queue.name, queue.exchange, queue.key);
}
