import { Injectable } from '@nestjs/common';
import { AxisError, needsReason, readStatusCode, reportStatus, type StatusCode } from '#core';
import {
  AgencyStore,
  type IncomingDeliveryRow,
  type IncomingDocumentRow,
  type OutgoingDocumentRow,
  stateOf,
} from '#store';
import { type StatusReport } from '#wire';
import { canonicalCode } from '../own-system.js';
import { errorSaying } from '../sentence-details.js';
import { codeOf, IncomingHeaders } from './incoming-headers.js';
import { ReportSender } from './report-sender.js';
import { type Reported, type Saying, writeReport } from './write-report.js';

/** Reports what people decide about documents: durable once it resolves, sent when the broker is there. */
@Injectable()
export class StatusDesk {
  constructor(
    private readonly store: AgencyStore,
    private readonly headers: IncomingHeaders,
    private readonly sender: ReportSender,
  ) {}

  /** A status of one of our agencies on a document it received. Throws STATUS_NOT_RECIPIENT, STATUS_IMPOSSIBLE, REQUEST_INVALID, and what is wrong with a document that cannot be read. */
  async reportOn(document: IncomingDocumentRow, report: StatusReport): Promise<void> {
    const code = codeIn(report);
    if (code === '13')
      throw new AxisError('STATUS_NOT_SENDER', { code: report.recipient ?? '', document: document.identity });
    const delivery = await this.deliveryOf(document, report.recipient);
    mustBePossible(code, delivery);
    const found = (await this.headers.of([document])).get(document.id);
    if (found?.header === undefined) throw unreadable(found?.problem ?? '');
    const { header } = found.header;
    const about: Reported = {
      documentId: document.documentId,
      recipient: delivery.recipient,
      issuer: header.from.code,
      documentCode: codeOf(header),
      promulgatedOn: header.promulgatedOn,
      wireId: header.documentId,
    };
    await this.store.reports.ofDelivery(delivery.id, writeReport(about, said(code, report.reason)));
    this.sender.ring();
  }

  /** Asks one recipient of a document we sent to give it back (13). Throws STATUS_NOT_RECIPIENT, STATUS_IMPOSSIBLE, REQUEST_INVALID. */
  async askBack(document: OutgoingDocumentRow, report: StatusReport): Promise<void> {
    const code = codeIn(report);
    if (code !== '13')
      throw new AxisError('STATUS_NOT_RECIPIENT', { code: document.sender, document: document.identity });
    if (report.recipient === undefined)
      throw new AxisError('REQUEST_INVALID', { reason: 'cần recipient: 13 gửi cho một nơi nhận' });
    const recipient = canonicalCode(report.recipient);
    const standing = (await this.store.outgoing.recipientsOf(document.id)).find((one) => one.recipient === recipient);
    if (standing === undefined)
      throw new AxisError('STATUS_NOT_RECIPIENT', { code: recipient, document: document.identity });
    mustBePossible(code, standing);
    if (document.documentId === null) throw new AxisError('STATUS_DOCUMENT_UNKNOWN', { document: document.identity });
    const about: Reported = {
      documentId: document.documentId,
      recipient,
      issuer: document.sender,
      documentCode: `${document.number}/${document.notation}`,
      promulgatedOn: document.promulgatedOn,
      wireId: document.wireId,
    };
    await this.store.reports.ofWithdrawal(document.id, writeReport(about, said(code, report.reason)));
    this.sender.ring();
  }

  private async deliveryOf(document: IncomingDocumentRow, recipient: string | undefined): Promise<IncomingDeliveryRow> {
    const deliveries = await this.store.incoming.deliveriesOf([document.id]);
    if (recipient === undefined) {
      const [only] = deliveries;
      if (only === undefined || deliveries.length > 1)
        throw new AxisError('REQUEST_INVALID', {
          reason: `cần recipient: ${deliveries.map((one) => one.recipient).join(', ')}`,
        });
      return only;
    }
    const code = canonicalCode(recipient);
    const delivery = deliveries.find((one) => one.recipient === code);
    if (delivery === undefined) throw new AxisError('STATUS_NOT_RECIPIENT', { code, document: document.identity });
    return delivery;
  }
}

/** What is wrong with the document was found when its header was read, and is told again. */
function unreadable(problem: string): AxisError {
  return errorSaying(problem) ?? new AxisError('EDXML_NOT_XML', { at: problem });
}

function codeIn({ code: written, reason }: StatusReport): StatusCode {
  const { code } = readStatusCode(written);
  if (needsReason(code) && reason === undefined)
    throw new AxisError('REQUEST_INVALID', { reason: `trạng thái ${code} cần lý do` });
  if (code === '01') throw new AxisError('REQUEST_INVALID', { reason: 'trạng thái 01 do hệ thống tự báo' });
  return code;
}

function mustBePossible(code: StatusCode, standing: Parameters<typeof stateOf>[0]): void {
  const { effect } = reportStatus(stateOf(standing), code);
  if (effect !== 'advances') throw new AxisError('STATUS_IMPOSSIBLE', { code, current: standing.status });
}

function said(code: StatusCode, reason: string | undefined): Saying {
  return { code, reason, staff: 'Trần Thị Bình', department: 'Văn thư', at: Date.now() };
}
