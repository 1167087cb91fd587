import { type DeliveryState } from '#core';
import { type Session } from '../connection/database.js';
import { lookUp } from '../connection/row-statement.js';
import { type AcceptOutcome, type StoredDelivery, type StoredDocument } from './accept-outcome.js';
import { type NewDocument } from './new-document.js';

const FIRST = 'd.id, d.identity, d.system, d.sha256, d.accepted_at, d.dispatched_at';

const BY_KEY = lookUp(
  { n: 'integer', system: 'text', submission_key: 'text' },
  {
    keep: 'v.n',
    select: FIRST,
    from: 'documents d',
    where: 'd.system = v.system AND d.submission_key = v.submission_key',
  },
);

const BY_IDENTITY = lookUp(
  { n: 'integer', identity_key: 'text' },
  {
    keep: 'v.n',
    select: FIRST,
    from: 'documents d',
    where: 'd.identity_key = v.identity_key AND d.business_type IN (0, 3)',
  },
);

const ASKED = lookUp(
  { id: 'text' },
  { select: 'a.document_id, a.asked', from: 'asked_documents a', where: 'a.document_id = v.id' },
);

const DELIVERIES = lookUp(
  { id: 'text' },
  {
    select: 'e.document_id, e.recipient, e.system, e.state, e.error',
    from: 'deliveries e',
    where: 'e.document_id = v.id',
  },
);

interface FirstRow {
  n: number;
  id: string;
  identity: string;
  system: string;
  sha256: string;
  accepted_at: number;
  dispatched_at: number | null;
}

interface DeliveryRow {
  document_id: string;
  recipient: string;
  system: string | null;
  state: DeliveryState;
  error: string | null;
}

/** For documents that a unique key left out: which document was first, and what that makes of them. The key is looked at before the identity. */
export async function findFirsts(
  session: Session,
  documents: readonly NewDocument[],
): Promise<Map<NewDocument, AcceptOutcome>> {
  if (documents.length === 0) return new Map();
  const byKey = await session.each<FirstRow>(
    BY_KEY,
    documents.map(({ system, submissionKey }, n) => [n, system, submissionKey]),
  );
  const byIdentity = await session.each<FirstRow>(
    BY_IDENTITY,
    documents.map(({ identityKey }, n) => [n, identityKey]),
  );
  const deliveries = await deliveriesOf(session, [...byKey, ...byIdentity]);
  const asked = await askedOf(session, byKey, documents);
  const ofKey = new Map(byKey.map((row) => [row.n, row]));
  const ofIdentity = new Map(byIdentity.map((row) => [row.n, row]));
  const stored = (row: FirstRow): StoredDocument => storedDocument(row, deliveries.get(row.id) ?? []);
  return new Map(
    documents.flatMap((document, n): [NewDocument, AcceptOutcome][] => {
      const sameKey = ofKey.get(n);
      if (sameKey)
        return [[document, { outcome: keyOutcome(document, sameKey, asked.get(sameKey.id)), first: stored(sameKey) }]];
      const sameIdentity = ofIdentity.get(n);
      return sameIdentity
        ? [[document, { outcome: identityOutcome(document, sameIdentity), first: stored(sameIdentity) }]]
        : [];
    }),
  );
}

function keyOutcome(
  { body, asked }: NewDocument,
  first: FirstRow,
  askedFirst: string | undefined,
): 'repeat' | 'keyReused' {
  const isSame = body.sha256 === first.sha256 || (asked !== undefined && asked === askedFirst);
  return isSame ? 'repeat' : 'keyReused';
}

function identityOutcome({ body, system }: NewDocument, first: FirstRow): 'repeat' | 'taken' {
  return body.sha256 === first.sha256 && system === first.system ? 'repeat' : 'taken';
}

/** What was asked for of the firsts, by id; read only where a document says what was asked for it. */
async function askedOf(
  session: Session,
  firsts: readonly FirstRow[],
  documents: readonly NewDocument[],
): Promise<Map<string, string>> {
  const ids = firsts.filter(({ n }) => documents[n]?.asked !== undefined).map(({ id }) => [id]);
  const rows = await session.each<{ document_id: string; asked: string }>(ASKED, ids);
  return new Map(rows.map(({ document_id, asked }) => [document_id, asked]));
}

async function deliveriesOf(session: Session, firsts: readonly FirstRow[]): Promise<Map<string, StoredDelivery[]>> {
  const ids = [...new Set(firsts.map(({ id }) => id))];
  const rows = await session.each<DeliveryRow>(
    DELIVERIES,
    ids.map((id) => [id]),
  );
  const byDocument = new Map<string, StoredDelivery[]>(ids.map((id) => [id, []]));
  for (const { document_id, recipient, system, state, error } of rows) {
    byDocument
      .get(document_id)
      ?.push({ code: recipient, system: system ?? undefined, state, error: error ?? undefined });
  }
  return byDocument;
}

function storedDocument(row: FirstRow, recipients: readonly StoredDelivery[]): StoredDocument {
  const { id, identity, system, sha256 } = row;
  const dispatchedAt = row.dispatched_at ?? undefined;
  return { id, identity, system, sha256, acceptedAt: row.accepted_at, dispatchedAt, recipients };
}
