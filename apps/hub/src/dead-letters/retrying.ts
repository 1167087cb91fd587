import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { DELIVER, type HeaderValue, type MessageType } from '#broker';
import { type DeadLetter, HubStore } from '#store';
import { LONE_FAILURES_ALLOWED } from '../exchange/one-by-one.js';
import { Inboxes } from '../registry/inboxes.js';
import { SubmissionConsumers } from './submission-consumers.js';

const INBOX = 'inbox.';
const BROKERS_OWN = /^(x-death|x-first-death|x-last-death|x-delivery-count|x-truc-reason)/;

/** Has a dead letter handled once more, where it died: by the hub as its sender's submission, or by putting it back into the inbox. */
@Injectable()
export class Retrying {
  constructor(
    private readonly store: HubStore,
    private readonly consumers: SubmissionConsumers,
    private readonly inboxes: Inboxes,
  ) {}

  /** @throws AxisError DEAD_LETTER_UNKNOWN; SUBMISSION_POISONED when it failed again and stays where it is */
  async retry(id: string): Promise<void> {
    const letter = await this.store.deadLetters.get(id);
    if (letter === undefined) throw new AxisError('DEAD_LETTER_UNKNOWN', { id });
    if (letter.queue.startsWith(INBOX)) await this.intoInbox(letter);
    else await this.asSubmission(letter);
    await this.store.deadLetters.markRetried(id, Date.now());
  }

  private async intoInbox(letter: DeadLetter): Promise<void> {
    const headers = Object.entries(letter.headers).filter(([name]) => !BROKERS_OWN.test(name) && name !== 'BCC');
    await this.inboxes.deliver({
      exchange: DELIVER,
      key: letter.queue.slice(INBOX.length),
      type: (letter.type ?? 'edoc') as MessageType,
      messageId: letter.messageId,
      body: letter.body,
      headers: Object.fromEntries(headers) as Record<string, HeaderValue>,
    });
  }

  private async asSubmission(letter: DeadLetter): Promise<void> {
    const [verdict] = await this.consumers.take(letter.queue, {
      queue: letter.queue,
      key: letter.queue,
      body: letter.body,
      messageId: letter.messageId,
      userId: letter.userId,
      type: letter.type,
      headers: letter.headers,
      redelivered: true,
    });
    if (verdict === 'retry') throw new AxisError('BROKER_AWAY');
    if (verdict !== 'done')
      throw new AxisError('SUBMISSION_POISONED', { id: letter.id, attempts: LONE_FAILURES_ALLOWED });
  }
}
