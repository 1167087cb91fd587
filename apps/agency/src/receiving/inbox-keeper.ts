import { Injectable, Logger } from '@nestjs/common';
import { type Verdict } from '#broker';
import { AgencyStore, type InboxBatch } from '#store';
import { firstStep } from '../office/office-plan.js';
import { OfficeSwitch } from '../office/office-switch.js';
import { type Arrival } from './arrival.js';
import { Patience, Stopped } from './patience.js';
import { ReceiptSender } from './receipt-sender.js';

/** Stores what was read out of the inbox, a batch in one transaction; a batch that cannot be stored is taken apart to find the one that is at fault. */
@Injectable()
export class InboxKeeper {
  private readonly logger = new Logger('InboxKeeper');

  constructor(
    private readonly store: AgencyStore,
    private readonly office: OfficeSwitch,
    private readonly receipts: ReceiptSender,
    private readonly patience: Patience,
  ) {}

  /** One verdict for each arrival, in their order. */
  async keep(arrivals: readonly Arrival[]): Promise<Verdict[]> {
    if (arrivals.length === 0) return [];
    try {
      await this.storeTogether(arrivals);
      return arrivals.map(() => 'done');
    } catch (error) {
      if (error instanceof Stopped) return arrivals.map(() => 'retry');
      if (arrivals.length === 1) return [{ dead: error instanceof Error ? error.message : String(error) }];
      this.logger.error(`A batch of ${arrivals.length} cannot be stored, trying one by one: ${String(error)}`);
      const verdicts: Verdict[] = [];
      for (const arrival of arrivals) verdicts.push(...(await this.keep([arrival])));
      return verdicts;
    }
  }

  private async storeTogether(arrivals: readonly Arrival[]): Promise<void> {
    const batch = this.batchOf(arrivals);
    await this.patience.outlast(
      () => this.store.inbox.take(batch),
      (error) => this.store.isOutage(error),
    );
    if (batch.documents.length > 0) this.receipts.ring();
  }

  private batchOf(arrivals: readonly Arrival[]): InboxBatch {
    const at = Date.now();
    for (const arrival of arrivals) if (arrival.kind === 'answers') this.sayRefusals(arrival);
    return {
      at,
      documents: arrivals.flatMap((one) => (one.kind === 'document' ? [one.document] : [])),
      statuses: arrivals.flatMap((one) => (one.kind === 'statuses' ? one.statuses : [])),
      answers: arrivals.flatMap((one) => (one.kind === 'answers' ? one.answers : [])),
      plan: () => firstStep(this.office.settings, at, Math.random),
    };
  }

  private sayRefusals({ answers, refusedReceipts }: Extract<Arrival, { kind: 'answers' }>): void {
    for (const { key, accepted, code, detail } of answers)
      if (!accepted) this.logger.warn(`The hub refused ${key}: ${code ?? ''} ${detail ?? ''}`);
    for (const { key, code, detail } of refusedReceipts)
      this.logger.error(`The hub refused receipts ${key}: ${code ?? ''} ${detail ?? ''}`);
  }
}
