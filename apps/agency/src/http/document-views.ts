import { hanoiIso } from '#core';
import { type AttachmentNote, type DocumentHeader } from '#edxml';
import {
  type IncomingDeliveryRow,
  type IncomingDocumentRow,
  type OutgoingDocumentRow,
  type OutgoingRecipientRow,
  type StatusHistoryRow,
} from '#store';
import { type HistoryEntry, type Incoming, type Outgoing } from '#wire';
import { type Found } from '../reporting/incoming-headers.js';
import { nameOf } from '../sending/parties.js';

/** An outgoing document as callers see it, without recipients. */
export function outgoingView(row: OutgoingDocumentRow): Outgoing {
  return {
    ...{ direction: 'outgoing', key: row.key, identity: row.identity, from: row.sender, fromName: nameOf(row.sender) },
    ...{ number: row.number, notation: row.notation, promulgatedOn: row.promulgatedOn, typeName: row.typeName },
    ...{ subject: row.subject, priority: row.priority, bytes: row.bodySize, state: row.state },
    createdAt: hanoiIso(row.handedInAt),
    ...(row.documentId === null ? {} : { documentId: row.documentId }),
    ...(row.submittedAt === null ? {} : { submittedAt: hanoiIso(row.submittedAt) }),
    ...(row.answeredAt === null ? {} : { answeredAt: hanoiIso(row.answeredAt) }),
    ...(row.code === null ? {} : { code: row.code }),
    ...(row.detail === null ? {} : { detail: row.detail }),
    ...(row.problems === null ? {} : { problems: JSON.parse(row.problems) as unknown }),
    recipients: [],
  };
}

/** One recipient of an outgoing document, with what it reported. */
export function recipientView(
  row: OutgoingRecipientRow,
  history: readonly StatusHistoryRow[],
): Outgoing['recipients'][number] {
  return {
    code: row.recipient,
    name: nameOf(row.recipient),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.error === null ? {} : { error: row.error }),
    ...{ status: row.status, withdrawal: row.withdrawal },
    history: history.filter(({ recipient }) => recipient === row.recipient).map(historyView),
  };
}

/** An incoming document as callers see it; without the fields of its header where its body cannot be read. */
export function incomingView(
  row: IncomingDocumentRow,
  found: Found | undefined,
  deliveries: readonly IncomingDeliveryRow[],
): Incoming {
  return {
    ...{ direction: 'incoming', documentId: row.documentId, identity: row.identity, bytes: row.bodySize },
    ...headerView(found?.header?.header),
    ...(found?.problem === undefined ? {} : { problem: found.problem }),
    ...{ acceptedAt: row.acceptedAt, receivedAt: hanoiIso(row.arrivedAt) },
    recipients: deliveries.map(deliveryView),
  };
}

type HeaderView = Pick<Incoming, 'from' | 'fromName' | 'subject'>;

function headerView(header: DocumentHeader | undefined): HeaderView {
  if (header === undefined) return { from: '', fromName: '', subject: '' };
  const { from, subject, type, priority, promulgatedOn, dueOn } = header;
  const rest = { typeName: type.name, priority, promulgatedOn, dueOn };
  return { ...rest, from: from.code, fromName: from.name, subject };
}

function deliveryView(row: IncomingDeliveryRow): Incoming['recipients'][number] {
  const { recipient, status, withdrawal, receiptedAt } = row;
  return { code: recipient, name: nameOf(recipient), status, withdrawal, receiptSent: receiptedAt !== null };
}

/** A status as it stands in a document's history. */
export function historyView({ recipient, statusCode, at, cameAt, description, staff }: StatusHistoryRow): HistoryEntry {
  const said = { ...(description === '' ? {} : { reason: description }), ...(staff === '' ? {} : { by: staff }) };
  return { recipient, code: statusCode, at, reportedAt: hanoiIso(cameAt), ...said };
}

/** An attachment as a document's page lists it; `n` counts from 1. */
export function attachmentView(
  { name, contentType, bytes, sha256 }: AttachmentNote,
  at: number,
): NonNullable<Outgoing['attachments']>[number] {
  return { n: at + 1, name, contentType, bytes, sha256 };
}
