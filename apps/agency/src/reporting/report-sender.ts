import { Injectable } from '@nestjs/common';
import { Broker, SUBMIT } from '#broker';
import { AgencyStore, type DueReport } from '#store';
import { Rounds } from '../rounds.js';

const BATCH = 256;
const LOOK_EVERY_MS = 500;

/** Publishes the statuses this system reports, durable like documents: marked submitted on confirm, repeated under the same key until answered. */
@Injectable()
export class ReportSender {
  private readonly rounds = new Rounds('ReportSender', () => this.round(), LOOK_EVERY_MS);

  constructor(
    private readonly store: AgencyStore,
    private readonly broker: Broker,
  ) {}

  start(): void {
    this.rounds.start();
  }

  /** A status was reported. */
  ring(): void {
    this.rounds.ring();
  }

  close(): Promise<void> {
    return this.rounds.close();
  }

  private async round(): Promise<boolean> {
    const due = await this.store.reports.due(BATCH);
    if (due.length === 0) return false;
    const outcomes = await Promise.allSettled(due.map((report) => this.publish(report)));
    const ids = due.filter((_report, at) => outcomes[at]?.status === 'fulfilled').map(({ id }) => id);
    if (ids.length > 0) await this.store.reports.markSubmitted(ids, Date.now());
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return true;
  }

  private publish({ key, body }: DueReport): Promise<void> {
    return this.broker.publish({
      exchange: SUBMIT,
      key: 'status',
      body,
      messageId: key,
      type: 'status',
      contentType: 'application/xml',
    });
  }
}
