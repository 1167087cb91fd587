import { Logger } from '@nestjs/common';
import { type AgencyStore } from '#store';
import { type ReportSender } from '../reporting/report-sender.js';
import { Rounds } from '../rounds.js';
import { type DocumentSender } from './document-sender.js';

/** Queues again what was submitted but not answered for `afterMs`, and at start everything that is unanswered: the hub knows repeats by their keys. */
export class Resubmission {
  private readonly logger = new Logger('Resubmission');
  private readonly rounds: Rounds;

  constructor(
    private readonly store: AgencyStore,
    private readonly senders: { readonly documents: DocumentSender; readonly reports: ReportSender },
    private readonly afterMs: number,
  ) {
    this.rounds = new Rounds('Resubmission', () => this.round(), Math.min(5_000, Math.ceil(afterMs / 4)));
  }

  async start(): Promise<void> {
    await this.queueAgain(Date.now() + 1);
    this.rounds.start();
  }

  close(): Promise<void> {
    return this.rounds.close();
  }

  private async round(): Promise<boolean> {
    await this.queueAgain(Date.now() - this.afterMs);
    return false;
  }

  private async queueAgain(before: number): Promise<void> {
    const documents = await this.store.outgoing.queueAgain(before);
    const reports = await this.store.reports.queueAgain(before);
    if (documents + reports === 0) return;
    this.logger.log(`Submitting again, for want of an answer: ${documents} documents, ${reports} statuses.`);
    this.senders.documents.ring();
    this.senders.reports.ring();
  }
}
