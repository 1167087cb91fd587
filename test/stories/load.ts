import { setTimeout as pause } from 'node:timers/promises';
import { AmqpBroker, SUBMIT } from '#broker';
import { isAxisError } from '#core';
import { writeDocument } from '#edxml';
import { sampleDocument } from '../support/sample-document.js';

/** How many documents a story sends: a few within `npm test`, more by hand (STORY_DOCUMENTS=20000). */
export const STORY_DOCUMENTS = Number(process.env['STORY_DOCUMENTS'] ?? 600);

const AGAIN_MS = 50;

/** A sending system played by the story: publishes documents numbered from 1, each to one or more of `recipients` in turn. */
export class LoadingSystem {
  private constructor(
    private readonly broker: AmqpBroker,
    private readonly sender: string,
    private readonly recipients: readonly string[],
  ) {}

  static async open(
    amqpUrl: string,
    name: string,
    { sender, recipients }: { sender: string; recipients: readonly string[] },
  ): Promise<LoadingSystem> {
    return new LoadingSystem(await AmqpBroker.open({ url: amqpUrl, userId: name }), sender, recipients);
  }

  /** The recipients of the n-th document: 1, 2, … of them in turn. */
  recipientsOf(number: number): readonly string[] {
    const count = 1 + (number % this.recipients.length);
    return Array.from({ length: count }, (_, turn) => this.recipients[(number + turn) % this.recipients.length] ?? '');
  }

  /** Deliveries that the documents `from`…`to` make. */
  deliveriesOf(from: number, to: number): number {
    let sum = 0;
    for (let number = from; number <= to; number += 1) sum += this.recipientsOf(number).length;
    return sum;
  }

  /** Publishes documents `from`…`to`; one that the broker did not confirm is published again until it did. */
  async send(from: number, to: number): Promise<void> {
    const all = Array.from({ length: to - from + 1 }, (_, index) => this.publish(from + index));
    await Promise.all(all);
  }

  close(): Promise<void> {
    return this.broker.close();
  }

  private async publish(number: number): Promise<void> {
    const to = this.recipientsOf(number);
    const body = writeDocument(sampleDocument({ from: this.sender, to, number: String(number).padStart(2, '0') }));
    const message = { exchange: SUBMIT, key: 'edoc', type: 'edoc', messageId: `story-${number}`, body } as const;
    for (;;) {
      try {
        await this.broker.publish(message);
        return;
      } catch (error) {
        if (!isAxisError(error, 'BROKER_AWAY')) throw error;
        await pause(AGAIN_MS);
      }
    }
  }
}
