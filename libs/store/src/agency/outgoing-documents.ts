import { type Database, type Session } from '../connection/database.js';
import { noteNumber, type NumberSeries, takeNumber } from './numbers.js';
import { OutgoingDocumentRow, OutgoingRecipientRow } from './rows.js';
import { markSubmitted, queueAgain, type Unanswered } from './sending-states.js';

/** A document about to be kept for sending. */
export interface NewOutgoingDocument {
  readonly identity: string;
  readonly identityKey: string;
  readonly wireId: string;
  readonly sender: string;
  readonly number: string;
  readonly notation: string;
  readonly promulgatedOn: string;
  readonly typeName: string;
  readonly subject: string;
  readonly priority: number;
  readonly urgent: boolean;
  readonly recipients: readonly string[];
  /** Undefined for a body kept as a file. */
  readonly body: Uint8Array | undefined;
  readonly bodyDigest: string;
  readonly bodySize: number;
}

/** What a composer may ask of the store while its transaction is open. */
export interface NumberDesk {
  take(series: NumberSeries): Promise<number>;
  note(series: NumberSeries, number: number): Promise<void>;
}

/** The caller's key and the digest of what came with it. */
export interface HandedInRequest {
  readonly key: string;
  readonly requestDigest: string;
  readonly at: number;
}

/** `repeated`: the first answer again; `key-taken`: the key belongs to another request. */
export type HandIn = { readonly outcome: 'kept' | 'repeated' | 'key-taken'; readonly document: OutgoingDocumentRow };

/** A document that waits to be published, with its bytes unless they are a file. */
export interface DueDocument {
  readonly id: number;
  readonly key: string;
  readonly urgent: number;
  readonly bodyDigest: string;
  readonly bodySize: number;
  readonly body: Buffer | null;
}

/** The documents this system sends: its durable outbox. Whatever `handIn` answered survives a kill. */
export class OutgoingDocuments {
  constructor(private readonly database: Database) {}

  /** Keeps a document unless its key is known. `compose` runs inside the transaction, only for a new key, and gets its numbers there. */
  handIn(request: HandedInRequest, compose: (numbers: NumberDesk) => Promise<NewOutgoingDocument>): Promise<HandIn> {
    return this.database.write(async (session) => {
      const [known] = await session.all<OutgoingDocumentRow>(BY_KEY, [request.key]);
      if (known !== undefined) return { outcome: isSame(known, request) ? 'repeated' : 'key-taken', document: known };
      const document = await compose({
        take: (series) => takeNumber(session, series),
        note: (series, number) => noteNumber(session, series, number),
      });
      return { outcome: 'kept', document: await keep(session, request, document) };
    });
  }

  /** The next documents to publish, of those kept in the store or of those kept as files: urgent ones first, then in the order they were handed in. */
  async due(limit: number, kept: 'in-store' | 'as-file'): Promise<DueDocument[]> {
    const isFile = kept === 'as-file' ? 1 : 0;
    const urgent = await this.database.read.all<DueDocument>(DUE, [isFile, 1, limit]);
    if (urgent.length === limit) return urgent;
    return [...urgent, ...(await this.database.read.all<DueDocument>(DUE, [isFile, 0, limit - urgent.length]))];
  }

  /** Notes that the broker took these on itself; an answer that came sooner stands. */
  markSubmitted(ids: readonly number[], at: number): Promise<void> {
    return this.database.write((session) => markSubmitted(session, 'outgoing_documents', { ids, at }));
  }

  /** Puts back what waited for an answer too long; says how many. */
  queueAgain(unanswered: Unanswered): Promise<number> {
    return this.database.write((session) => queueAgain(session, 'outgoing_documents', unanswered));
  }

  /** Refuses a document that never reached the hub because it cannot be sent at all. */
  async giveUp(id: number, refusal: { code: string; detail: string; at: number }): Promise<void> {
    await this.database.write((session) =>
      session.all(
        `UPDATE outgoing_documents SET state = 'refused', code = ?, detail = ?, answeredAt = ? WHERE id = ?`,
        [refusal.code, refusal.detail, refusal.at, id],
      ),
    );
  }

  /** Newest first, those older than `before`; without bodies. */
  page(before: number | undefined, limit: number): Promise<OutgoingDocumentRow[]> {
    const query = this.database.read.manager
      .createQueryBuilder(OutgoingDocumentRow, 'd')
      .orderBy('d.id', 'DESC')
      .take(limit);
    return (before === undefined ? query : query.where('d.id < :before', { before })).getMany();
  }

  /** By its key, the hub's id or its normalised identity; the newest if an identity was tried twice. */
  async find(name: { id: string; identityKey: string | undefined }): Promise<OutgoingDocumentRow | undefined> {
    const identity = name.identityKey === undefined ? [] : [{ identityKey: name.identityKey }];
    const [row] = await this.database.read.manager.find(OutgoingDocumentRow, {
      where: [{ key: name.id }, { documentId: name.id }, ...identity],
      order: { id: 'DESC' },
      take: 1,
    });
    return row;
  }

  /** In the order of their codes. */
  recipientsOf(id: number): Promise<OutgoingRecipientRow[]> {
    return this.database.read.manager.find(OutgoingRecipientRow, {
      where: { outgoing: id },
      order: { recipient: 'ASC' },
    });
  }

  /** Undefined for a body kept as a file. */
  async bodyOf(id: number): Promise<Buffer | undefined> {
    const [row] = await this.database.read.all<{ body: Buffer }>(
      `SELECT body FROM outgoing_bodies WHERE outgoing = ?`,
      [id],
    );
    return row?.body;
  }

  /** How many recipients of each of these documents are at which status. */
  standings(
    ids: readonly number[],
  ): Promise<{ outgoing: number; outcome: string | null; status: string; count: number }[]> {
    return this.database.read.all(
      `SELECT outgoing, outcome, status, count(*) AS count FROM outgoing_recipients
       WHERE outgoing IN (SELECT value FROM json_each(?)) GROUP BY outgoing, outcome, status`,
      [JSON.stringify(ids)],
    );
  }
}

function isSame(known: OutgoingDocumentRow, request: HandedInRequest): boolean {
  return known.requestDigest === request.requestDigest;
}

const BY_KEY = `SELECT * FROM outgoing_documents WHERE "key" = ?`;

const DUE = `
  SELECT d.id, d."key", d.urgent, d.bodyDigest, d.bodySize, b.body
  FROM outgoing_documents d LEFT JOIN outgoing_bodies b ON b.outgoing = d.id
  WHERE d.state = 'queued' AND d.isFile = ? AND d.urgent = ? ORDER BY d.id LIMIT ?`;

const KEEP = `
  INSERT INTO outgoing_documents("key", requestDigest, handedInAt, state, submissions, urgent, isFile, identity, identityKey, wireId,
    sender, number, notation, promulgatedOn, typeName, subject, priority, bodyDigest, bodySize)
  VALUES (?, ?, ?, 'queued', 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`;

const KEEP_RECIPIENTS = `
  INSERT INTO outgoing_recipients(outgoing, recipient, status, withdrawal)
  SELECT ?, value, '', '' FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`;

async function keep(
  session: Session,
  request: HandedInRequest,
  document: NewOutgoingDocument,
): Promise<OutgoingDocumentRow> {
  const { body, recipients, urgent, ...columns } = document;
  const [row] = await session.all<OutgoingDocumentRow>(KEEP, [
    ...[request.key, request.requestDigest, request.at, urgent, body === undefined],
    ...[columns.identity, columns.identityKey, columns.wireId, columns.sender, columns.number, columns.notation],
    ...[
      columns.promulgatedOn,
      columns.typeName,
      columns.subject,
      columns.priority,
      columns.bodyDigest,
      columns.bodySize,
    ],
  ]);
  if (body !== undefined) await session.all(`INSERT INTO outgoing_bodies VALUES (?, ?)`, [row!.id, body]);
  await session.all(KEEP_RECIPIENTS, [row!.id, JSON.stringify(recipients)]);
  return row!;
}
