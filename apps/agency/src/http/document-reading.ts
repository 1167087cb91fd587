import { Injectable } from '@nestjs/common';
import { AxisError, hanoiIso } from '#core';
import { type Attachment, type DocumentHeader, readDocument } from '#edxml';
import { AgencyStore, type IncomingDocumentRow, type OutgoingDocumentRow, type StatusReportRow } from '#store';
import { type Incoming, type Outgoing, type Page } from '#wire';
import { type KeptDocument, KeptBodies } from '../bodies/kept-bodies.js';
import { IncomingHeaders } from '../reporting/incoming-headers.js';
import { attachmentView, historyView, incomingView, outgoingView, recipientView } from './document-views.js';
import { pageOf, type Place } from './paging.js';

/** Reads documents for callers. Lists carry no bodies, no attachments and no histories. */
@Injectable()
export class DocumentReading {
  constructor(
    private readonly store: AgencyStore,
    private readonly headers: IncomingHeaders,
    private readonly bodies: KeptBodies,
  ) {}

  /** Each with how many of its recipients stand where. */
  async outgoing(place: Place): Promise<Page<Outgoing>> {
    const rows = await this.store.outgoing.page(place.before, place.limit);
    const standings = await this.store.outgoing.standings(rows.map(({ id }) => id));
    const views = rows.map((row) => ({
      ...outgoingView(row),
      standings: standings.filter(({ outgoing }) => outgoing === row.id),
    }));
    return pageOf(views, rows, place);
  }

  /** Each with our agencies it is for. */
  async incoming(place: Place): Promise<Page<Incoming>> {
    const rows = await this.store.incoming.page(place.before, place.limit);
    const headers = await this.headers.of(rows);
    const deliveries = await this.store.incoming.deliveriesOf(rows.map(({ id }) => id));
    const views = rows.map((row) =>
      incomingView(
        row,
        headers.get(row.id),
        deliveries.filter(({ document }) => document === row.id),
      ),
    );
    return pageOf(views, rows, place);
  }

  /** One with everything known of it. */
  one(kept: KeptDocument): Promise<Outgoing | Incoming> {
    return kept.side === 'outgoing' ? this.oneOutgoing(kept.document) : this.oneIncoming(kept.document);
  }

  /** The n-th attachment, from 1. Throws NOT_FOUND. */
  async attachment(kept: KeptDocument, n: number): Promise<Attachment> {
    const attachment = readDocument(await this.bodies.whole(kept)).attachments[n - 1];
    if (attachment === undefined) throw new AxisError('NOT_FOUND', { path: `attachments/${n}` });
    return attachment;
  }

  private async oneOutgoing(document: OutgoingDocumentRow): Promise<Outgoing> {
    const recipients = await this.store.outgoing.recipientsOf(document.id);
    const history = document.documentId === null ? [] : await this.store.reports.historyOf(document.documentId);
    const envelope = await this.bodies.envelopeOf({ side: 'outgoing', document });
    return {
      ...outgoingView(document),
      ...(envelope.kind === 'document' ? dueOf(envelope.header) : {}),
      recipients: recipients.map((row) => recipientView(row, history)),
      attachments: envelope.kind === 'document' ? envelope.attachments.map(attachmentView) : [],
      reports: await this.reportsAbout(document.documentId),
    };
  }

  private async oneIncoming(document: IncomingDocumentRow): Promise<Incoming> {
    const found = (await this.headers.of([document])).get(document.id);
    const deliveries = await this.store.incoming.deliveriesOf([document.id]);
    const history = await this.store.reports.historyOf(document.documentId);
    return {
      ...incomingView(document, found, deliveries),
      header: found?.header?.header,
      attachments: found?.header?.attachments.map(attachmentView) ?? [],
      history: history.map(historyView),
      reports: await this.reportsAbout(document.documentId),
    };
  }

  private async reportsAbout(documentId: string | null): Promise<Report[]> {
    return documentId === null ? [] : (await this.store.reports.about(documentId)).map(reportView);
  }
}

function dueOf({ dueOn }: DocumentHeader): { dueOn?: string } {
  return dueOn === undefined ? {} : { dueOn };
}

type Report = NonNullable<Outgoing['reports']>[number];

function reportView({ recipient, statusCode, reason, state, code, detail, reportedAt }: StatusReportRow): Report {
  return { recipient, code: statusCode, reason, state, error: code, detail, reportedAt: hanoiIso(reportedAt) };
}
