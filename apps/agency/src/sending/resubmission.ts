import { Logger } from '@nestjs/common';
import { type AgencyStore } from '#store';
import { type ReportSender } from '../reporting/report-sender.js';
import { Rounds } from '../rounds.js';
import { type DocumentSender } from './document-sender.js';

/**
 * Queues again what was submitted but not answered for `afterMs`, for twice that after the second submission, and so on up to
 * an hour; at start everything that is unanswered. The hub knows repeats by their keys.
 */
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
    await this.queueAgain(0);
    this.rounds.start();
  }

  close(): Promise<void> {
    return this.rounds.close();
  }

  private async round(): Promise<boolean> {
    await this.queueAgain(this.afterMs);
    return false;
  }

  private async queueAgain(afterMs: number): Promise<void> {
    const unanswered = { at: Date.now(), afterMs };
    const documents = await this.store.outgoing.queueAgain(unanswered);
    const reports = await this.store.reports.queueAgain(unanswered);
    if (documents + reports === 0) return;
    this.logger.log(`Submitting again, for want of an answer: ${documents} documents, ${reports} statuses.`);
    this.senders.documents.ring();
    this.senders.reports.ring();
  }
}
