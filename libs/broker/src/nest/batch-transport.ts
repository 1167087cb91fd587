import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { type BatchLimits, type Broker } from '../broker.js';

/** The queue whose batches a handler gets, and how they are cut. */
export interface BatchRoute {
  readonly queue: string;
  readonly limits: BatchLimits;
}

/**
 * Nest's way to write consumers, over the Broker port: a method with `@EventPattern(pattern)` gets `IncomingMessage[]` and returns `Verdict[]`.
 * Exactly one handler for each configured pattern, and none besides, or the application does not start.
 */
export class BatchTransport extends Server implements CustomTransportStrategy {
  constructor(
    private readonly broker: Broker,
    private readonly routes: Readonly<Record<string, BatchRoute>>,
  ) {
    super();
  }

  listen(_callback: (error?: unknown) => void): void {
    throw new Error('Not yet.');
  }

  async close(): Promise<void> {}

  on(): void {}

  unwrap<T>(): T {
    return this.broker as T;
  }
}
