import { type BatchHandler, type BatchLimits, Broker, type OutgoingMessage, type Subscription } from '../broker.js';
import { type QueueState, type Topology } from '../topology.js';

/** The broker's twin in this process, for tests of services: same exchanges, queues, limits and verdicts; everything is gone with the process. */
export class MemoryBroker extends Broker implements Topology {
  publish(_message: OutgoingMessage): Promise<void> {
    return Promise.reject(new Error('Not yet.'));
  }

  consume(_queue: string, _limits: BatchLimits, _handler: BatchHandler): Promise<Subscription> {
    return Promise.reject(new Error('Not yet.'));
  }

  isUp(): boolean {
    return true;
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
