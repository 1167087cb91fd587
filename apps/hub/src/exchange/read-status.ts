import { createHash } from 'node:crypto';
import {
  type AgencyCode,
  AxisError,
  identifyDocument,
  identityKeyOf,
  needsReason,
  type StatusCode,
  readStatusCode,
  reportedBy,
} from '#core';
import { type IncomingMessage } from '#broker';
import { readEnvelope, type StatusMessage } from '#edxml';
import { type DeliveryQuery, type Moment } from '#store';
import { type Roster } from '../registry/roster.js';
import { refuseLocked } from './refuse-locked.js';

/** A status message that may be judged: who reports what of which delivery. */
export interface ReadStatus {
  readonly system: string;
  readonly code: StatusCode;
  readonly note?: string | undefined;
  readonly status: StatusMessage;
  readonly query: DeliveryQuery;
  /** Tells a report from its repeat, whatever message brings it. */
  readonly reportKey: string;
  /** When it counts, in a simulation; otherwise the hub's clock says. */
  readonly moment?: Moment | undefined;
}

/** A status as a system hands it in, over the broker or otherwise: `userId` is proven by the edge that took it. */
export type SubmittedStatus = Pick<IncomingMessage, 'body' | 'userId' | 'messageId'> &
  Partial<Pick<IncomingMessage, 'headers'>>;

/**
 * Reads a status message and finds out which delivery it means. 13 is said by the document's sender and names the recipient
 * in ResponseFor/OrganId; everything else is said by the recipient and names the issuer there.
 * @throws AxisError SENDER_UNVERIFIED, SYSTEM_LOCKED, EDXML_*, SENDER_UNKNOWN, SENDER_FOREIGN, STATUS_CODE_UNKNOWN, REQUEST_INVALID
 */
export function readStatus(message: SubmittedStatus, roster: Roster): ReadStatus {
  const system = roster.system(message.userId ?? '')?.name;
  if (system === undefined) throw new AxisError('SENDER_UNVERIFIED');
  refuseLocked(system, roster);
  const envelope = readEnvelope(message.body);
  if (envelope.kind === 'document')
    throw new AxisError('REQUEST_INVALID', { reason: 'văn bản phải gửi với khóa định tuyến "edoc"' });
  const { status } = envelope;
  const { code, note } = readStatusCode(status.statusCode);
  if (needsReason(code) && status.description.trim() === '') throw reasonMissing(code);
  const reporter = ownAgency(status.from.code, system, roster);
  const other = roster.knownAgency(status.responseFor.organId) ?? status.responseFor.organId;
  const [issuer, recipient] = reportedBy(code) === 'sender' ? [reporter, other] : [other, reporter];
  return {
    system,
    code,
    note,
    status,
    query: queryOf(status, issuer, recipient),
    reportKey: reportKeyOf(status, code, recipient),
  };
}

function reasonMissing(code: StatusCode): AxisError {
  const path = 'N.MessageHeader.Description';
  return new AxisError('EDXML_INVALID', { count: 1 }, [
    { class: 'N', path, message: `Trạng thái ${code} phải nêu lý do.` },
  ]);
}

function ownAgency(text: string, system: string, roster: Roster): AgencyCode {
  const agency = roster.knownAgency(text);
  if (agency === undefined) throw new AxisError('SENDER_UNKNOWN', { code: text });
  if (roster.systemServing(agency) !== system) throw new AxisError('SENDER_FOREIGN', { code: agency, system });
  return agency;
}

/** By DocumentId first, then by issuer, recipient and Code `number/notation`. */
function queryOf(status: StatusMessage, issuer: string, recipient: string): DeliveryQuery {
  const { documentId, code, promulgatedOn } = status.responseFor;
  const identityKeys = [identityKeyOf(documentId), documentId];
  const slash = code.indexOf('/');
  if (slash === -1) return { identityKeys, recipient, issuer };
  const [number, notation] = [code.slice(0, slash), code.slice(slash + 1)];
  const { key } = identifyDocument({ documentId: '', from: issuer, number, notation, promulgatedOn });
  return { identityKeys: [...identityKeys, key], recipient, issuer, number, notation };
}

function reportKeyOf(status: StatusMessage, code: StatusCode, recipient: string): string {
  const { documentId, code: number } = status.responseFor;
  const text = [identityKeyOf(documentId), number, recipient, code, status.at, status.description].join('\n');
  return createHash('sha256').update(text).digest('hex');
}
