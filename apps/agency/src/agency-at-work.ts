import { Injectable } from '@nestjs/common';
import { Office } from './office/office.js';
import { ReceiptSender } from './receiving/receipt-sender.js';
import { DocumentSender } from './sending/document-sender.js';
import { ReportSender } from './reporting/report-sender.js';

/** Everything of a system that works by itself. */
@Injectable()
export class AgencyAtWork {
  constructor(
    private readonly documents: DocumentSender,
    private readonly reports: ReportSender,
    private readonly receipts: ReceiptSender,
    private readonly office: Office,
  ) {}

  start(): void {
    for (const one of this.all()) one.start();
  }

  /** Each finishes the round in hand. Calling it twice is harmless. */
  async close(): Promise<void> {
    await Promise.all(this.all().map((one) => one.close()));
  }

  private all(): readonly { start(): void; close(): Promise<void> }[] {
    return [this.documents, this.reports, this.receipts, this.office];
  }
}
