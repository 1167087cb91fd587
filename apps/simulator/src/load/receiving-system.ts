import { createHash, randomUUID } from 'node:crypto';
import { hanoiIso } from '#core';
import { type IncomingMessage, inboxOf, SUBMIT, urgentInboxOf, type Verdict } from '#broker';
import { addresseesSchema, HEADER, readMessage, type Receipts, writeMessage } from '#wire';
import { receiverNumber } from './load-agencies.js';
import { outlast, publishSurely } from '../persistence.js';
import { type SystemParts } from './sending-system.js';

const BATCHES = { size: 256, withinMs: 5, bytes: 8 * 1024 * 1024, inFlight: 2 } as const;
const FETCHED_AT_ONCE = 4;

/** A system that receives: takes both its inboxes in batches, fetches large bodies, and receipts every copy, also one it has had before. */
export class ReceivingSystem {
  constructor(private readonly parts: SystemParts) {}

  /** Resolves when it listens to its inboxes. */
  async open(): Promise<void> {
    const { broker, name } = this.parts;
    for (const queue of [inboxOf(name), urgentInboxOf(name)])
      await broker.consume(queue, BATCHES, (messages) => this.take(messages));
  }

  private async take(messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    const documents = messages.filter(({ type }) => type === 'edoc');
    const large = documents.filter(({ headers }) => typeof headers[HEADER.body] === 'string');
    const small = documents.filter((message) => !large.includes(message));
    // What came whole does not wait for what has to be fetched.
    small.forEach((message) => this.note(message));
    await this.receipt(small);
    for (let from = 0; from < large.length; from += FETCHED_AT_ONCE) {
      const some = large.slice(from, from + FETCHED_AT_ONCE);
      await Promise.all(some.map((message) => this.fetch(message).then(() => this.note(message))));
      await this.receipt(some);
    }
    return messages.map(() => 'done');
  }

  private note(message: IncomingMessage): void {
    const { record } = this.parts;
    const number = record.documents.numberOfIdentity(String(message.headers[HEADER.identity]));
    const documentId = message.messageId ?? '';
    const isRedelivered = message.redelivered || message.headers[HEADER.again] === true;
    for (const code of this.recipientsOf(message)) {
      if (number === undefined) record.earlier.add(`${documentId} ${code}`);
      else record.noteArrival(number, receiverNumber(code) ?? -1, { documentId, isRedelivered });
    }
  }

  private recipientsOf({ headers }: IncomingMessage): readonly string[] {
    return readMessage(addresseesSchema, String(headers[HEADER.for]))[this.parts.name] ?? [];
  }

  private async receipt(messages: readonly IncomingMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const at = hanoiIso(Date.now());
    const receipts: Receipts['receipts'] = messages.map((message) => ({
      documentId: message.messageId ?? '',
      recipients: [...this.recipientsOf(message)],
      at,
    }));
    const message = { exchange: SUBMIT, key: 'receipt', type: 'receipt', contentType: 'application/json' } as const;
    const { broker, over } = this.parts;
    await publishSurely(broker, { ...message, messageId: randomUUID(), body: writeMessage({ receipts }) }, over);
  }

  /** Reads a large body to its end. Throws when it is not the one that was announced. */
  private async fetch({ headers }: IncomingMessage): Promise<void> {
    const digest = String(headers[HEADER.body]);
    const { hub, over, name } = this.parts;
    const actual = await outlast(async () => {
      const hash = createHash('sha256');
      for await (const chunk of (await hub.body(digest)) as unknown as AsyncIterable<Uint8Array>) hash.update(chunk);
      return hash.digest('hex');
    }, over);
    if (actual !== digest) throw new Error(`${name}: body ${digest} came as ${actual}`);
  }
}
