import {
  type BatchHandler,
  type BatchLimits,
  Broker,
  type IncomingMessage,
  type OutgoingMessage,
  type Subscription,
  type Verdict,
} from '#broker';

/** What a receiving system does to the documents it is handed, counted from 1. */
export type Fault = 'drop' | 'double' | undefined;

/** The broker as a receiving system uses it that swallows some documents and takes others twice. */
export class FaultyReceiver extends Broker {
  private documents = 0;

  constructor(
    private readonly broker: Broker,
    private readonly faultOf: (document: number) => Fault,
  ) {
    super();
  }

  publish(message: OutgoingMessage): Promise<void> {
    return this.broker.publish(message);
  }

  consume(queue: string, limits: BatchLimits, handler: BatchHandler): Promise<Subscription> {
    return this.broker.consume(queue, limits, (messages) => this.spoil(messages, handler));
  }

  isUp(): boolean {
    return this.broker.isUp();
  }

  close(): Promise<void> {
    return this.broker.close();
  }

  private async spoil(messages: readonly IncomingMessage[], handler: BatchHandler): Promise<readonly Verdict[]> {
    const handed = messages.flatMap((message) => {
      const fault = message.type === 'edoc' ? this.faultOf((this.documents += 1)) : undefined;
      if (fault === 'drop') return [];
      return fault === 'double' ? [message, message] : [message];
    });
    if (handed.length > 0) await handler(handed);
    return messages.map(() => 'done');
  }
}
