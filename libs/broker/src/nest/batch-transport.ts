import { BaseRpcContext, type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { type BatchHandler, type BatchLimits, type Broker, type Subscription, type Verdict } from '../broker.js';

/** The queue whose batches a handler gets, and how they are cut. */
export interface BatchRoute {
  readonly queue: string;
  readonly limits: BatchLimits;
}

/**
 * Nest's way to write consumers, over the Broker port: a method with `@EventPattern(pattern)` gets `IncomingMessage[]` and returns `Verdict[]`.
 * Exactly one handler for each configured pattern, and none besides, or the application does not start.
 * A handler that throws has a bug: Nest logs it, and all messages of its batch are tried again. Closing the application closes the consumers and
 * waits for their work in hand; the broker itself belongs to whoever opened it.
 */
export class BatchTransport extends Server implements CustomTransportStrategy {
  private readonly subscriptions: Subscription[] = [];

  constructor(
    private readonly broker: Broker,
    private readonly routes: Readonly<Record<string, BatchRoute>>,
  ) {
    super();
  }

  /** Begins to consume; calls back once all consumers stand, or with what is wrong. */
  listen(callback: (error?: unknown) => void): void {
    this.subscribe().then(
      () => callback(),
      (error: unknown) => void this.close().finally(() => callback(error)),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.subscriptions.splice(0).map((subscription) => subscription.close()));
  }

  /** Part of Nest's interface; a broker has no events of its own to listen to. */
  on(): void {}

  unwrap<T>(): T {
    return this.broker as T;
  }

  private async subscribe(): Promise<void> {
    this.refuseUnknownPatterns();
    const handlers = Object.keys(this.routes).map((pattern) => ({ pattern, handle: this.onlyHandlerOf(pattern) }));
    for (const { pattern, handle } of handlers) {
      const { queue, limits } = this.routes[pattern]!;
      this.subscriptions.push(await this.broker.consume(queue, limits, toBatchHandler(handle)));
    }
  }

  private refuseUnknownPatterns(): void {
    for (const pattern of this.messageHandlers.keys()) {
      if (!Object.hasOwn(this.routes, pattern))
        throw new Error(`The handler of '${pattern}' has no queue: name one in the routes of BatchTransport.`);
    }
  }

  private onlyHandlerOf(pattern: string): MessageHandler {
    const handler = this.messageHandlers.get(pattern);
    if (handler === undefined)
      throw new Error(`Nobody handles '${pattern}': write a method with @EventPattern('${pattern}').`);
    if (!handler.isEventHandler) throw new Error(`'${pattern}' is handled by @MessagePattern: use @EventPattern.`);
    if (handler.next !== undefined)
      throw new Error(`Two methods handle '${pattern}': a batch can have only one verdict.`);
    return handler;
  }
}

function toBatchHandler(handler: MessageHandler): BatchHandler {
  return async (messages) => {
    const answer: unknown = await handler(messages, new BaseRpcContext([]));
    if (!isObservable(answer)) return answer as Verdict[];
    try {
      return (await lastValueFrom(answer)) as Verdict[];
    } catch (error) {
      // Nest has logged what the handler threw, and gives its clients only "Internal server error".
      throw error instanceof Error ? error : new Error(`see Nest's log above: ${JSON.stringify(error)}`);
    }
  };
}
