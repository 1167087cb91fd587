import { type Database, type Session } from '../connection/database.js';
import { insertRows } from '../connection/row-statement.js';
import { answerSubmissions } from './answers.js';
import { type ArrivedDocument, type InboxBatch } from './inbox-batch.js';
import { keepStatuses } from './statuses.js';

/** What of a batch was new here; the rest were repeats. */
export interface Taken {
  readonly newDocuments: number;
}

/** A delivery whose receipt is still to be sent. */
export interface OwedReceipt {
  readonly id: number;
  readonly documentId: string;
  readonly recipient: string;
  readonly arrivedAt: number;
}

/** Takes in what comes out of the inbox, and owes receipts for it. */
export class Inbox {
  constructor(private readonly database: Database) {}

  /** Keeps a whole batch in one transaction. A repeated delivery writes nothing but that its receipt is owed once more. */
  take(batch: InboxBatch): Promise<Taken> {
    return this.database.write(async (session) => {
      const newDocuments = await keepDocuments(session, batch);
      if (batch.documents.length > 0) await keepDeliveries(session, batch);
      await answerSubmissions(session, batch.answers, batch.at);
      await keepStatuses(session, batch.statuses, batch.at);
      return { newDocuments };
    });
  }

  /** Receipts not known to be with the broker, oldest first. */
  owedReceipts(limit: number): Promise<OwedReceipt[]> {
    return this.database.read.all<OwedReceipt>(
      `SELECT v.id, d.documentId, v.recipient, v.arrivedAt
       FROM incoming_deliveries v JOIN incoming_documents d ON d.id = v.document
       WHERE v.receiptedAt IS NULL ORDER BY v.id LIMIT ?`,
      [limit],
    );
  }

  /** Notes that the broker has the receipts of these deliveries. */
  async markReceipted(ids: readonly number[], at: number): Promise<void> {
    await this.database.write((session) =>
      session.all(`UPDATE incoming_deliveries SET receiptedAt = ? WHERE id IN (SELECT value FROM json_each(?))`, [
        at,
        JSON.stringify(ids),
      ]),
    );
  }
}

async function keepDocuments(session: Session, { documents, at }: InboxBatch): Promise<number> {
  if (documents.length === 0) return 0;
  const columns = documents.map((document) => [
    ...[document.documentId, document.identity, document.identityKey, document.acceptedAt],
    ...[document.urgent ? 1 : 0, document.bodyDigest ?? null, document.bodySize],
  ]);
  const added = await session.all<{ id: number; documentId: string }>(
    `INSERT INTO incoming_documents(documentId, identity, identityKey, acceptedAt, urgent, bodyDigest, bodySize, arrivedAt)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, ?
     FROM json_each(?) WHERE true ON CONFLICT(documentId) DO NOTHING RETURNING id, documentId`,
    [at, JSON.stringify(columns)],
  );
  await keepBodies(session, added, documents);
  return added.length;
}

async function keepBodies(
  session: Session,
  added: readonly { id: number; documentId: string }[],
  documents: readonly ArrivedDocument[],
): Promise<void> {
  const bodies = new Map(documents.map((document) => [document.documentId, document.body]));
  const kept = added.flatMap(({ id, documentId }) => {
    const body = bodies.get(documentId);
    return body === undefined ? [] : [[id, body]];
  });
  if (kept.length > 0) await session.each(KEEP_BODY, kept);
}

const KEEP_BODY = insertRows('incoming_bodies', { document: 'integer', body: 'bytea' });

async function keepDeliveries(session: Session, { documents, at, plan }: InboxBatch): Promise<void> {
  const deliveries = documents.flatMap(({ documentId, recipients }) =>
    recipients.map((code) => {
      const first = plan();
      return [documentId, code, first?.step ?? null, first?.dueAt ?? null];
    }),
  );
  await session.all(
    `INSERT INTO incoming_deliveries(document, recipient, arrivedAt, status, withdrawal, officeStep, officeDueAt)
     SELECT d.id, v.value ->> 1, ?, '01', '', v.value ->> 2, v.value ->> 3
     FROM json_each(?) v JOIN incoming_documents d ON d.documentId = v.value ->> 0
     WHERE true ON CONFLICT(document, recipient) DO UPDATE SET receiptedAt = NULL`,
    [at, JSON.stringify(deliveries)],
  );
}
