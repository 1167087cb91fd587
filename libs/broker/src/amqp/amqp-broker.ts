import { type BatchHandler, type BatchLimits, Broker, type OutgoingMessage, type Subscription } from '../broker.js';
import { type QueueState, type Topology } from '../topology.js';

/** How to reach RabbitMQ, and the limits to keep there. */
export interface AmqpBrokerOptions {
  /** `amqp://user:password@host:port/vhost`; a cluster gets one network name. */
  readonly url: string;
  /** Shown in RabbitMQ's list of connections. */
  readonly name?: string | undefined;
  /** Stated on every message as the publisher; RabbitMQ refuses any other than the connection's own user. Systems must set it. */
  readonly userId?: string | undefined;
  /** Messages sent and not yet confirmed, at most (default 500). */
  readonly window?: number | undefined;
  /** How long a publish waits for a broker that is away before it rejects, in milliseconds (default 0). */
  readonly waitForBrokerMs?: number | undefined;
  /** Bodies above it are refused before they are sent (default 1,048,576). */
  readonly maxMessageBytes?: number | undefined;
  /** Receives one line for every change of the connection. */
  readonly log?: ((line: string) => void) | undefined;
}

/** The broker on RabbitMQ ≥ 3.10. */
export class AmqpBroker extends Broker implements Topology {
  /** Connects and keeps the connection alive; rejects with BROKER_AWAY when it does not come about within `withinMs` (default 10,000). */
  static open(_options: AmqpBrokerOptions, _withinMs = 10_000): Promise<AmqpBroker> {
    return Promise.reject(new Error('Not yet.'));
  }

  /** Starts connecting and returns at once; until the broker is there, publishing rejects with BROKER_AWAY and consumers wait. */
  static start(_options: AmqpBrokerOptions): AmqpBroker {
    return new AmqpBroker();
  }

  publish(_message: OutgoingMessage): Promise<void> {
    return Promise.reject(new Error('Not yet.'));
  }

  consume(_queue: string, _limits: BatchLimits, _handler: BatchHandler): Promise<Subscription> {
    return Promise.reject(new Error('Not yet.'));
  }

  isUp(): boolean {
    return false;
  }

  /** True while RabbitMQ takes no messages because it is short of disk or memory; publishing waits meanwhile. */
  isBlocked(): boolean {
    return false;
  }

  declareHub(): Promise<void> {
    return Promise.reject(new Error('Not yet.'));
  }

  declareInbox(_system: string): Promise<boolean> {
    return Promise.reject(new Error('Not yet.'));
  }

  deleteInbox(_system: string): Promise<void> {
    return Promise.reject(new Error('Not yet.'));
  }

  inspect(_queue: string): Promise<QueueState | undefined> {
    return Promise.reject(new Error('Not yet.'));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
