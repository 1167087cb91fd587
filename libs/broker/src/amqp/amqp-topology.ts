import { type Channel, type ChannelModel } from 'amqplib';
import { AxisError } from '#core';
import { type QueueState, Topology } from '../topology.js';
import { EXCHANGES, HUB_QUEUES, inboxQueues, type PlannedQueue, queueArguments } from '../topology-plan.js';

/** Makes the exchanges and queues on RabbitMQ, each call on a channel of its own. */
export class AmqpTopology extends Topology {
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
    let wasMissing = false;
    for (const queue of inboxQueues(system)) {
      if ((await this.inspect(queue.name)) === undefined) wasMissing = true;
      await this.onChannel((channel) => declare(channel, queue));
    }
    return wasMissing;
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

  private async onChannel<T>(work: (channel: Channel) => Promise<T>): Promise<T> {
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
