import {
  type AgencyCode,
  AxisError,
  displayIdentity,
  type DocumentIdentity,
  type IdentifiedDocument,
  identifyDocument,
  isUrgent,
  secretMarkingIn,
} from '#core';
import { type NewDocument, type NewDelivery } from '#store';
import { type Roster } from '../registry/roster.js';
import { type BriefEnvelope, type BriefHeader } from './reading/brief-envelope.js';

/** At most this many recipients a document. [ours: the limit of the axis' HTTP interface, kept for every way in] */
export const MOST_RECIPIENTS = 5_000;

/** The body of a submission as the hub will keep it. */
export interface KeptBody {
  readonly sha256: string;
  readonly size: number;
  /** Absent when the object store has it. */
  readonly content?: Uint8Array;
}

/**
 * The rules of sending, applied to one submission whose envelope has been read: what comes back may be accepted as it is.
 * @throws AxisError with the first rule that is broken; nothing of the document may then be kept but the refusal.
 */
export function examine(
  submission: { readonly system: string; readonly key: string },
  envelope: BriefEnvelope,
  body: KeptBody,
  roster: Roster,
): Omit<NewDocument, 'id'> {
  if (envelope.kind === 'status')
    throw new AxisError('REQUEST_INVALID', { reason: 'trạng thái phải gửi với khóa định tuyến "status"' });
  const { header } = envelope;
  const businessType = header.business.type;
  if (businessType === 1 || businessType === 2) throw new AxisError('BUSINESS_TYPE_NOT_YET', { type: businessType });
  const sender = ownSender(header, submission.system, roster);
  refuseSecrets(header, envelope.attachments);
  const recipients = recipientsOf(header, roster);
  const { identity, key, alias, differences } = identified(header, sender, submission.system, roster);
  return {
    submissionKey: submission.key,
    system: submission.system,
    identityKey: key,
    aliasKey: alias,
    identity: displayed(identity, header, sender),
    wireDocumentId: header.documentId,
    businessType,
    sender,
    number: header.number,
    notation: header.notation,
    promulgatedOn: header.promulgatedOn,
    typeGroup: header.type.group,
    typeName: header.type.name,
    subject: header.subject,
    priority: header.priority,
    urgent: isUrgent(header.priority),
    paper: header.business.paper,
    ...(header.dueOn === undefined ? {} : { dueOn: header.dueOn }),
    ...(header.steering === undefined ? {} : { steering: header.steering }),
    body,
    notes: [...differences],
    recipients,
  };
}

function ownSender(header: BriefHeader, system: string, roster: Roster): AgencyCode {
  const sender = roster.knownAgency(header.from.code);
  if (sender === undefined) throw new AxisError('SENDER_UNKNOWN', { code: header.from.code });
  if (roster.systemServing(sender) !== system) throw new AxisError('SENDER_FOREIGN', { code: sender, system });
  return sender;
}

/**
 * DocumentId identifies, unless it names an agency that the submitting system does not serve: the code is the issuer's to
 * give, so such a one is a text like any other, and the difference stays noted. [ours]
 */
function identified(header: BriefHeader, sender: AgencyCode, system: string, roster: Roster): IdentifiedDocument {
  const { documentId, number, notation, promulgatedOn } = header;
  const claims = { documentId, from: sender, number, notation, promulgatedOn };
  const found = identifyDocument(claims);
  const { identity } = found;
  if (identity.kind === 'opaque' || identity.agency === sender) return found;
  if (roster.systemServing(identity.agency) === system) return found;
  return { ...identifyDocument({ ...claims, documentId: '' }), alias: undefined, differences: found.differences };
}

/** People read the tuple also where DocumentId is some other text; that text stays the document's alias. */
function displayed(
  identity: DocumentIdentity,
  { number, notation, promulgatedOn }: BriefHeader,
  agency: AgencyCode,
): string {
  if (identity.kind === 'tuple') return displayIdentity(identity);
  return displayIdentity({ kind: 'tuple', agency, year: Number(promulgatedOn.slice(0, 4)), number, notation });
}

function refuseSecrets(header: BriefHeader, attachments: readonly { readonly name: string }[]): void {
  const places = [
    { where: 'trích yếu', text: header.subject },
    ...attachments.map(({ name }) => ({ where: name, text: name })),
  ];
  for (const { where, text } of places) {
    const marking = secretMarkingIn(text);
    if (marking !== undefined) throw new AxisError('SECRET_MARKING', { marking, where });
  }
}

function recipientsOf(header: BriefHeader, roster: Roster): NewDelivery[] {
  if (header.to.length > MOST_RECIPIENTS) {
    throw new AxisError('RECIPIENTS_TOO_MANY', { count: header.to.length, limit: MOST_RECIPIENTS });
  }
  const seen = new Set<string>();
  const deliveries = header.to.map(({ code: text }) => {
    const code = roster.knownAgency(text);
    const name = code ?? text;
    if (seen.has(name)) throw new AxisError('RECIPIENT_DUPLICATE', { code: text });
    seen.add(name);
    return code === undefined ? unknownRecipient(text) : knownRecipient(code, roster);
  });
  if (deliveries.every((each) => each.state === 'failed')) {
    throw new AxisError('RECIPIENTS_NONE_KNOWN', { codes: header.to.map((each) => each.code).join(', ') });
  }
  return deliveries;
}

function unknownRecipient(code: string): NewDelivery {
  return { code, state: 'failed', error: 'RECIPIENT_UNKNOWN' };
}

function knownRecipient(code: AgencyCode, roster: Roster): NewDelivery {
  const system = roster.systemServing(code);
  return { code, state: 'waiting', ...(system === undefined ? {} : { system }) };
}
