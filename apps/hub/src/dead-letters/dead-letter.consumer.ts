import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { v7 as uuid } from 'uuid';
import { type IncomingMessage, REASON_HEADER, USER_HEADER, type Verdict } from '#broker';
import { HubStore } from '#store';
import { IntakeRules } from '../exchange/intake.js';
import { storable } from '../exchange/outcomes.js';

const HANDED_OUT_TOO_OFTEN =
  'Thông điệp đã được phát 20 lần mà không lần nào xong: chương trình nhận chết hoặc từ chối mỗi lần.';
const REJECTED = 'Hệ thống nhận đã từ chối thông điệp.';

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
    const { messageId, type, headers, body, key } = message;
    const sender = headers[USER_HEADER];
    return this.store.deadLetters.add({
      id: uuid(),
      // Dead letters are published under the name of the queue where they could not be handled.
      queue: key,
      messageId: storable(messageId ?? uuid()),
      type,
      userId: typeof sender === 'string' ? sender : message.userId,
      reason: storable(reasonOf(headers), 2_000),
      headers,
      body,
      at: Date.now(),
    });
  }
}

/** What the giver-up said, else what RabbitMQ notes in `x-death`. */
function reasonOf(headers: IncomingMessage['headers']): string {
  const said = headers[REASON_HEADER];
  if (typeof said === 'string') return said;
  return headers['x-first-death-reason'] === 'rejected' ? REJECTED : HANDED_OUT_TOO_OFTEN;
}
