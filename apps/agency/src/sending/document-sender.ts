import { Injectable, Logger } from '@nestjs/common';
import { isAxisError } from '#core';
import { Broker, type OutgoingMessage, SUBMIT } from '#broker';
import { AgencyStore, type DueDocument } from '#store';
import { HEADER } from '#wire';
import { HubBodies } from '../bodies/hub-bodies.js';
import { AgencyMetrics } from '../metrics/agency-metrics.js';
import { Rounds } from '../rounds.js';

const BATCH = 256;
const LOOK_EVERY_MS = 500;

/**
 * Publishes what the outbox holds, in the order of urgency, and marks it submitted once the broker has confirmed it. A crash
 * between the two repeats a submission under the same key, which changes nothing at the hub. Bodies kept as files go to the
 * hub first and have rounds of their own, so that they hold up nobody.
 */
@Injectable()
export class DocumentSender {
  private readonly logger = new Logger('DocumentSender');
  private readonly inline = new Rounds('DocumentSender', () => this.sendInline(), LOOK_EVERY_MS);
  private readonly large = new Rounds('LargeDocumentSender', () => this.sendLarge(), LOOK_EVERY_MS);

  constructor(
    private readonly store: AgencyStore,
    private readonly broker: Broker,
    private readonly hub: HubBodies,
    private readonly metrics: AgencyMetrics,
  ) {}

  start(): void {
    this.inline.start();
    this.large.start();
  }

  /** A document was handed in. */
  ring(): void {
    this.inline.ring();
    this.large.ring();
  }

  async close(): Promise<void> {
    await Promise.all([this.inline.close(), this.large.close()]);
  }

  private async sendInline(): Promise<boolean> {
    const due = await this.store.outgoing.due(BATCH, 'in-store');
    if (due.length === 0) return false;
    const outcomes = await Promise.allSettled(due.map((document) => this.broker.publish(submissionOf(document))));
    const sent = due.filter((_document, at) => outcomes[at]?.status === 'fulfilled');
    if (sent.length > 0) await this.markSubmitted(sent);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return true;
  }

  private async sendLarge(): Promise<boolean> {
    const [document] = await this.store.outgoing.due(1, 'as-file');
    if (document === undefined) return false;
    try {
      await this.hub.put(document.bodyDigest);
    } catch (error) {
      if (!isAxisError(error) || error.entry.kind !== 'refusal') throw error;
      this.logger.warn(`The hub does not take the body of ${document.key}: ${error.message}`);
      await this.store.outgoing.giveUp(document.id, { code: error.code, detail: error.message, at: Date.now() });
      return true;
    }
    await this.broker.publish(submissionOf(document));
    await this.markSubmitted([document]);
    return true;
  }

  private async markSubmitted(sent: readonly DueDocument[]): Promise<void> {
    const ids = sent.map(({ id }) => id);
    await this.store.outgoing.markSubmitted(ids, Date.now());
    this.metrics.documentsSubmitted(sent.length);
    this.logger.debug(`${sent.length} documents submitted.`);
  }
}

function submissionOf({ key, urgent, body, bodyDigest, bodySize }: DueDocument): OutgoingMessage {
  const claim = body === null ? { headers: { [HEADER.body]: bodyDigest, [HEADER.bodySize]: bodySize } } : {};
  return {
    exchange: SUBMIT,
    key: urgent === 1 ? 'edoc.urgent' : 'edoc',
    body: body ?? Buffer.alloc(0),
    messageId: key,
    type: 'edoc',
    contentType: 'application/xml',
    ...claim,
  };
}
