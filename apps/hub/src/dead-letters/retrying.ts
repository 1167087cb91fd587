import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { DELIVER, type HeaderValue, type MessageType } from '#broker';
import { type DeadLetter, HubStore } from '#store';
import { LONE_FAILURES_ALLOWED } from '../exchange/one-by-one.js';
import { Inboxes } from '../registry/inboxes.js';
import { SubmissionConsumers } from './submission-consumers.js';

const INBOX = 'inbox.';
const URGENT = '.urgent';
/** Headers of its death, which a delivery did not have before. */
const OF_ITS_DEATH =
  /^(CC|BCC|x-death|x-first-death.*|x-last-death.*|x-delivery-count|x-truc-(reason|queue|key|user|note))$/;

/** Has a dead letter handled once more, where it died: by the hub as its sender's submission, or by putting it back into the inbox. */
@Injectable()
export class Retrying {
  constructor(
    private readonly store: HubStore,
    private readonly consumers: SubmissionConsumers,
    private readonly inboxes: Inboxes,
  ) {}

  /** @throws AxisError DEAD_LETTER_UNKNOWN; SYSTEM_UNKNOWN when its inbox is nobody's any more; SUBMISSION_POISONED when it failed again. It stays where it is then. */
  async retry(id: string): Promise<void> {
    const letter = await this.store.deadLetters.get(id);
    if (letter === undefined) throw new AxisError('DEAD_LETTER_UNKNOWN', { id });
    if (letter.queue.startsWith(INBOX)) await this.intoInbox(letter);
    else await this.asSubmission(letter);
    await this.store.deadLetters.markRetried(letter, Date.now());
  }

  private async intoInbox(letter: DeadLetter): Promise<void> {
    const key = letter.queue.slice(INBOX.length);
    const name = key.endsWith(URGENT) ? key.slice(0, -URGENT.length) : key;
    // Asked of the store: delivering would make the missing inbox again, and nobody would ever take it away.
    if ((await this.store.registry.getSystem(name)) === undefined) throw new AxisError('SYSTEM_UNKNOWN', { name });
    const headers = Object.entries(letter.headers).filter(isOfTheDelivery);
    await this.inboxes.deliver({
      exchange: DELIVER,
      key,
      type: (letter.type ?? 'edoc') as MessageType,
      messageId: letter.messageId,
      body: letter.body,
      headers: Object.fromEntries(headers),
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

function isOfTheDelivery(header: [string, unknown]): header is [string, HeaderValue] {
  const [name, value] = header;
  return !OF_ITS_DEATH.test(name) && ['string', 'number', 'boolean'].includes(typeof value);
}
