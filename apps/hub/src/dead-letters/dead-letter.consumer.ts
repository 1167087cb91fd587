import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { v7 as uuid } from 'uuid';
import { type IncomingMessage, REASON_HEADER, type Verdict } from '#broker';
import { HubStore } from '#store';
import { IntakeRules } from '../exchange/intake.js';

/** The broker's own reason when a message was handed out too often (`x-death`). */
const TOO_OFTEN = 'The message was handed out 20 times and never settled: its consumer died each time, or rejected it.';

/** Moves dead letters from the broker into the store, whole, where operators see them and can have them retried. */
@Controller()
export class DeadLetterConsumer {
  constructor(
    private readonly rules: IntakeRules,
    private readonly store: HubStore,
  ) {}

  @EventPattern('dead')
  take(@Payload() messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    return this.rules.take(messages, {
      work: (part) => Promise.all(part.map((message) => this.keep(message))),
      afterwards: () => Promise.resolve(),
    });
  }

  private keep(message: IncomingMessage): Promise<boolean> {
    const { messageId, type, userId, headers, body, key } = message;
    const reason = headers[REASON_HEADER];
    return this.store.deadLetters.add({
      id: uuid(),
      // Dead letters are published under the name of the queue where they could not be handled.
      queue: key,
      messageId: messageId ?? uuid(),
      type,
      userId,
      reason: typeof reason === 'string' ? reason : TOO_OFTEN,
      headers,
      body,
      at: Date.now(),
    });
  }
}
