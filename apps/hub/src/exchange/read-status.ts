import { createHash } from 'node:crypto';
import { type AgencyCode, AxisError, identityKeyOf, type StatusCode, readStatusCode, reportedBy } from '#core';
import { type IncomingMessage } from '#broker';
import { readEnvelope, type StatusMessage } from '#edxml';
import { type DeliveryQuery } from '#store';
import { type Roster } from '../registry/roster.js';

/** A status message that may be judged: who reports what of which delivery. */
export interface ReadStatus {
  readonly system: string;
  readonly code: StatusCode;
  readonly note?: string | undefined;
  readonly status: StatusMessage;
  readonly query: DeliveryQuery;
  /** Tells a report from its repeat, whatever message brings it. */
  readonly reportKey: string;
}

/**
 * Reads a status message and finds out which delivery it means. 13 is said by the document's sender and names the recipient
 * in ResponseFor/OrganId; everything else is said by the recipient and names the issuer there.
 * @throws AxisError SENDER_UNVERIFIED, EDXML_*, SENDER_UNKNOWN, SENDER_FOREIGN, STATUS_CODE_UNKNOWN, REQUEST_INVALID
 */
export function readStatus(message: IncomingMessage, roster: Roster): ReadStatus {
  const system = roster.system(message.userId ?? '')?.name;
  if (system === undefined) throw new AxisError('SENDER_UNVERIFIED', { system: message.userId ?? '' });
  const envelope = readEnvelope(message.body);
  if (envelope.kind === 'document')
    throw new AxisError('REQUEST_INVALID', { detail: 'a document travels with the key "edoc"' });
  const { status } = envelope;
  const { code, note } = readStatusCode(status.statusCode);
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

function ownAgency(text: string, system: string, roster: Roster): AgencyCode {
  const agency = roster.knownAgency(text);
  if (agency === undefined) throw new AxisError('SENDER_UNKNOWN', { code: text });
  if (roster.systemServing(agency) !== system) throw new AxisError('SENDER_FOREIGN', { code: agency, system });
  return agency;
}

/** By DocumentId first, then by issuer, recipient and Code `number/notation`. */
function queryOf(status: StatusMessage, issuer: string, recipient: string): DeliveryQuery {
  const { documentId, code } = status.responseFor;
  const slash = code.indexOf('/');
  return {
    identityKeys: [identityKeyOf(documentId), documentId],
    recipient,
    issuer,
    ...(slash === -1 ? {} : { number: code.slice(0, slash), notation: code.slice(slash + 1) }),
  };
}

function reportKeyOf(status: StatusMessage, code: StatusCode, recipient: string): string {
  const { documentId, code: number } = status.responseFor;
  const text = [identityKeyOf(documentId), number, recipient, code, status.at, status.description].join('\n');
  return createHash('sha256').update(text).digest('hex');
}
