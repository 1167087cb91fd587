import { v7 as uuid } from 'uuid';
import { AxisError, type AxisErrorCode } from '#core';
import {
  type AcceptOutcome,
  type DispatchItem,
  type NewDocument,
  type DocumentRecord,
  type NewRefusal,
  type StoredDocument,
} from '#store';
import { type RecipientOutcome, type Submission, type SubmissionResult } from './submission.js';

/** What the sender is told, from what the store made of its document. */
export function resultOf(document: NewDocument, outcome: AcceptOutcome, at: number): SubmissionResult {
  if (outcome.outcome === 'new') {
    const { id, identity, recipients, moment } = document;
    return {
      outcome: 'accepted',
      documentId: id,
      identity,
      acceptedAt: moment?.at ?? at,
      recipients: recipients.map(recipientOutcome),
    };
  }
  const { first } = outcome;
  if (outcome.outcome === 'repeat') return repeatOf(first);
  return { outcome: 'refused', error: clash(document, outcome.outcome, first), firstDocumentId: first.id };
}

/** What the sender of a repeat is told. */
export function repeatOf({ id, identity, acceptedAt, recipients }: StoredDocument): SubmissionResult {
  const outcomes = recipients.map(recipientOutcome);
  return { outcome: 'repeated', documentId: id, identity, acceptedAt, recipients: outcomes };
}

function clash(document: NewDocument, outcome: 'taken' | 'keyReused', first: StoredDocument): AxisError {
  if (outcome === 'keyReused') {
    return new AxisError('IDEMPOTENCY_KEY_REUSED', { key: document.submissionKey, identity: first.identity });
  }
  return new AxisError('DOCUMENT_IDENTITY_TAKEN', { identity: document.identity, first: first.id });
}

function recipientOutcome(of: {
  readonly code: string;
  readonly system?: string | undefined;
  readonly state: string;
  readonly error?: string | undefined;
}): RecipientOutcome {
  if (of.state === 'failed')
    return { code: of.code, outcome: 'failed', error: (of.error ?? 'RECIPIENT_UNKNOWN') as AxisErrorCode };
  return of.system === undefined
    ? { code: of.code, outcome: 'waiting' }
    : { code: of.code, outcome: 'accepted', system: of.system };
}

/** A refusal as it is recorded: who submitted what (`sha256` of its bytes), and every reason. */
export function refusalOf(submission: Submission, error: AxisError, sha256: string): NewRefusal {
  return {
    id: uuid(),
    system: submission.system ?? '',
    submissionKey: storable(submission.key),
    sha256: storable(sha256),
    kind: 'edoc',
    code: error.code,
    detail: storable(error.message, 2_000),
    problems: error.problems,
  };
}

/** Text that every store can hold, whatever somebody put into it. */
export function storable(text: string, most = 255): string {
  return text.replace(/\p{Cc}/gu, '\u{FFFD}').slice(0, most);
}

/** A document that was read for people, as far as an answer to its repeat needs it. */
export function asStored(record: DocumentRecord): StoredDocument {
  const { id, identity, system, sha256, acceptedAt, dispatchedAt } = record;
  const recipients = record.deliveries.map((each) => ({
    code: each.recipient,
    system: each.system,
    state: each.state,
    error: each.error,
  }));
  return { id, identity, system, sha256, acceptedAt, dispatchedAt, recipients };
}

/** What there is to bring out of a document accepted `at`, with a lease of `leaseMs`. */
export function dispatchItemOf(document: NewDocument, at: number, leaseMs: number): DispatchItem {
  const bySystem = new Map<string, string[]>();
  for (const { code, system, state } of document.recipients) {
    if (state !== 'waiting' || system === undefined) continue;
    const share = bySystem.get(system);
    if (share === undefined) bySystem.set(system, [code]);
    else share.push(code);
  }
  return {
    documentId: document.id,
    identity: document.identity,
    sender: document.sender,
    urgent: document.urgent,
    acceptedAt: document.moment?.at ?? at,
    leaseUntil: at + leaseMs,
    body: document.body,
    systems: [...bySystem].map(([system, recipients]) => ({ system, recipients })),
  };
}
