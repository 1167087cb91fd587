import { AxisError } from '#core';
import { type IncomingMessage } from '../broker.js';
import { deadLetterOf, type WireMessage } from '../dead-letter.js';
import { MAX_MESSAGE_BYTES } from '../topology.js';
import { type PlannedQueue } from '../topology-plan.js';
import { type MemoryConsumer, MemoryQueue, type StoredMessage } from './memory-queue.js';

/** What stands in for the RabbitMQ server: exchanges, queues, and the consumers of all its clients. */
export class MemoryServer {
  private readonly exchanges = new Map<string, { key: string; queue: string }[]>();
  private readonly queues = new Map<string, MemoryQueue>();
  readonly consumers = new Set<MemoryConsumer>();
  isUp = true;

  declareExchange(name: string): void {
    if (!this.exchanges.has(name)) this.exchanges.set(name, []);
  }

  declareQueue({ name, exchange, key, deadLetters }: PlannedQueue): void {
    if (this.queues.has(name)) return;
    this.queues.set(
      name,
      new MemoryQueue(name, deadLetters ? (stored, reason) => this.bury(stored, reason) : undefined),
    );
    this.exchanges.get(exchange)?.push({ key, queue: name });
    for (const consumer of this.consumers) consumer.join();
  }

  deleteQueue(name: string): void {
    const queue = this.queues.get(name);
    this.queues.delete(name);
    for (const bindings of this.exchanges.values()) {
      const index = bindings.findIndex((binding) => binding.queue === name);
      if (index >= 0) bindings.splice(index, 1);
    }
    queue?.end();
  }

  findQueue(name: string): MemoryQueue | undefined {
    return this.queues.get(name);
  }

  /** Puts the message into every queue that one of its keys leads to, once each. */
  publish(message: WireMessage, userId: string | undefined): void {
    const bytes = message.body.byteLength;
    if (bytes > MAX_MESSAGE_BYTES) throw new AxisError('BODY_INLINE_TOO_LARGE', { bytes, limit: MAX_MESSAGE_BYTES });
    const bindings = this.exchanges.get(message.exchange);
    if (!this.isUp) throw new AxisError('BROKER_AWAY');
    if (bindings === undefined) throw new AxisError('BROKER_AWAY', { reason: `no exchange ${message.exchange}` });
    const keys = new Set([message.key, ...(message.bcc ?? [])]);
    const queues = new Set(bindings.filter(({ key }) => key === '#' || keys.has(key)).map(({ queue }) => queue));
    const { key, exchange, messageId } = message;
    if (queues.size === 0 && message.mandatory !== false)
      throw new AxisError('UNROUTABLE', { key, exchange, messageId });
    const body = Buffer.from(message.body);
    for (const queue of queues) {
      const incoming = {
        queue,
        key,
        body,
        messageId,
        userId,
        type: message.type,
        headers: { ...message.headers },
        redelivered: false,
      };
      this.queues.get(queue)?.put({ message: incoming, contentType: message.contentType, returns: 0 });
    }
  }

  private bury(stored: StoredMessage, reason: string): void {
    const message: IncomingMessage = stored.message;
    this.publish({ ...deadLetterOf(message, reason, stored.contentType), mandatory: false }, undefined);
  }
}
