import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { hanoiIso } from '#core';
import { Broker, SUBMIT } from '#broker';
import { AgencyStore, type OwedReceipt } from '#store';
import { type Receipts, writeMessage } from '#wire';
import { FailPoints } from '../fail-points.js';
import { AgencyMetrics } from '../metrics/agency-metrics.js';
import { Rounds } from '../rounds.js';

/** Deliveries named in one message, at most; 1,000 make about 100 KB. */
const DELIVERIES_A_MESSAGE = 1_000;
const LOOK_EVERY_MS = 1_000;
/** Lets the acknowledgement of the batch go out first, and the next batch join. */
const LINGER_MS = 3;

/**
 * Sends the receipts that deliveries owe: one message for everything owed, marked once the broker has confirmed it. The rows
 * are the outbox, so what an outage or a crash left owing is sent at the next round or the next start.
 */
@Injectable()
export class ReceiptSender {
  private readonly rounds = new Rounds('ReceiptSender', () => this.round(), LOOK_EVERY_MS);

  constructor(
    private readonly store: AgencyStore,
    private readonly broker: Broker,
    private readonly failPoints: FailPoints,
    private readonly metrics: AgencyMetrics,
  ) {}

  start(): void {
    this.rounds.start();
  }

  /** A batch was stored. */
  ring(): void {
    setTimeout(() => this.rounds.ring(), LINGER_MS);
  }

  close(): Promise<void> {
    return this.rounds.close();
  }

  private async round(): Promise<boolean> {
    const owed = await this.store.inbox.owedReceipts(DELIVERIES_A_MESSAGE);
    if (owed.length === 0) return false;
    this.failPoints.reach('agency-after-ack');
    const body = writeMessage(receiptsFor(owed));
    const message = { exchange: SUBMIT, key: 'receipt', body, messageId: uuidv7(), type: 'receipt' } as const;
    await this.broker.publish({ ...message, contentType: 'application/json' });
    await this.store.inbox.markReceipted(
      owed.map(({ id }) => id),
      Date.now(),
    );
    this.metrics.receiptSent(owed.length);
    return true;
  }
}

/** One receipt a document, naming all of its recipients that owe one. */
export function receiptsFor(owed: readonly OwedReceipt[]): Receipts {
  const receipts = new Map<string, { documentId: string; recipients: string[]; at: string }>();
  for (const { documentId, recipient, arrivedAt } of owed) {
    const known = receipts.get(documentId);
    if (known === undefined) receipts.set(documentId, { documentId, recipients: [recipient], at: hanoiIso(arrivedAt) });
    else known.recipients.push(recipient);
  }
  return { receipts: [...receipts.values()] };
}
