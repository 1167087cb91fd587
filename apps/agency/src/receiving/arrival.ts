import { AxisError, identityKeyOf, readStatusCode } from '#core';
import { readEnvelope } from '#edxml';
import { type IncomingMessage } from '#broker';
import { type Answer, type ArrivedDocument, type ArrivedStatus } from '#store';
import { addresseesSchema, arrivalsSchema, HEADER, noticeSchema, type NoticeResult, readMessage } from '#wire';
import { canonicalCode } from '../own-system.js';

/** What one message out of the inbox says. */
export type Arrival =
  | { readonly kind: 'document'; readonly document: ArrivedDocument }
  | { readonly kind: 'statuses'; readonly statuses: readonly ArrivedStatus[] }
  | {
      readonly kind: 'answers';
      readonly answers: readonly Answer[];
      readonly refusedReceipts: readonly NoticeResult[];
    };

/** Reads a message for the system of this name. Throws when it cannot be understood; it never can, then, so it belongs to the dead letters. */
export function readArrival(message: IncomingMessage, system: string): Arrival {
  switch (message.type) {
    case 'edoc':
      return { kind: 'document', document: documentOf(message, system) };
    case 'status':
      return { kind: 'statuses', statuses: [statusOf(message)] };
    case 'notice':
      return answersOf(message);
    case 'arrived':
      return { kind: 'statuses', statuses: arrivalsOf(message) };
    case undefined:
    default:
      throw new AxisError('REQUEST_INVALID', { reason: `loại thông điệp "${message.type ?? ''}" không có` });
  }
}

function documentOf(message: IncomingMessage, system: string): ArrivedDocument {
  const identity = headerOf(message, HEADER.identity);
  const claim = message.headers[HEADER.body];
  const isClaim = typeof claim === 'string';
  if (isClaim && !DIGEST.test(claim)) throw malformed(HEADER.body);
  if (!isClaim && !message.body.includes('edXML')) throw new AxisError('EDXML_NOT_XML', { at: 'không có thẻ edXML' });
  return {
    documentId: message.messageId ?? missing('messageId'),
    identity,
    identityKey: identityKeyOf(identity),
    acceptedAt: headerOf(message, HEADER.acceptedAt),
    urgent: message.queue.endsWith('.urgent'),
    recipients: recipientsOf(message, system),
    body: isClaim ? undefined : message.body,
    bodyDigest: isClaim ? claim : undefined,
    bodySize: isClaim ? Number(message.headers[HEADER.bodySize] ?? 0) : message.body.length,
  };
}

const DIGEST = /^[0-9a-f]{64}$/;

function recipientsOf(message: IncomingMessage, system: string): string[] {
  const codes = readMessage(addresseesSchema, headerOf(message, HEADER.for))[system];
  if (codes === undefined)
    throw new AxisError('REQUEST_INVALID', { reason: `${HEADER.for} không có hệ thống ${system}` });
  return codes.map(canonicalCode);
}

function statusOf(message: IncomingMessage): ArrivedStatus {
  const envelope = readEnvelope(message.body);
  if (envelope.kind !== 'status')
    throw new AxisError('REQUEST_INVALID', { reason: 'thông điệp là văn bản, không phải trạng thái' });
  const { statusCode, description, staff, at } = envelope.status;
  return {
    documentId: headerOf(message, HEADER.document),
    recipient: canonicalCode(headerOf(message, HEADER.recipient)),
    code: readStatusCode(statusCode).code,
    description,
    staff: [staff.staff, staff.department].filter((part) => part !== undefined && part !== '').join(', '),
    at,
  };
}

function arrivalsOf(message: IncomingMessage): ArrivedStatus[] {
  const { arrivals } = readMessage(arrivalsSchema, message.body);
  return arrivals.flatMap(({ documentId, recipients, at }) =>
    recipients.map((code) => ({
      documentId,
      recipient: canonicalCode(code),
      code: '01',
      description: '',
      staff: '',
      at,
    })),
  );
}

function answersOf(message: IncomingMessage): Arrival {
  const { results } = readMessage(noticeSchema, message.body);
  const answers = results.flatMap((result) => (result.kind === 'receipt' ? [] : [answerOf(result, result.kind)]));
  const refusedReceipts = results.filter(({ kind, outcome }) => kind === 'receipt' && outcome === 'refused');
  return { kind: 'answers', answers, refusedReceipts };
}

function answerOf(result: NoticeResult, kind: 'edoc' | 'status'): Answer {
  const { key, outcome, documentId, code, detail, problems, recipients = [] } = result;
  return {
    ...{ key, kind, accepted: outcome !== 'refused', documentId, code, detail, problems },
    recipients: recipients.map(({ code: recipient, outcome: result, error }) => ({
      code: canonicalCode(recipient),
      outcome: result,
      error: error?.code,
    })),
  };
}

function headerOf(message: IncomingMessage, name: string): string {
  const value = message.headers[name];
  return typeof value === 'string' && value !== '' ? value : missing(name);
}

function missing(name: string): never {
  throw new AxisError('REQUEST_INVALID', { reason: `thiếu ${name}` });
}

function malformed(name: string): AxisError {
  return new AxisError('REQUEST_INVALID', { reason: `${name} sai quy cách` });
}
