import { In } from 'typeorm';
import { type Database } from '../connection/database.js';
import { IncomingDeliveryRow, IncomingDocumentRow } from './rows.js';

/** A delivery whose next step of the simulated office is due. */
export interface DueStep {
  readonly deliveryId: number;
  readonly document: number;
  readonly recipient: string;
  readonly arrivedAt: number;
  readonly step: string;
}

/** What was found in a document's body: its header, or why there is none. */
export interface ReadHeader {
  readonly id: number;
  readonly header: unknown;
  readonly problem: string | undefined;
}

/** The documents this system received. */
export class IncomingDocuments {
  constructor(private readonly database: Database) {}

  /** Newest first, those older than `before`; without bodies. */
  page(before: number | undefined, limit: number): Promise<IncomingDocumentRow[]> {
    const query = this.database.read.manager
      .createQueryBuilder(IncomingDocumentRow, 'd')
      .orderBy('d.id', 'DESC')
      .take(limit);
    return (before === undefined ? query : query.where('d.id < :before', { before })).getMany();
  }

  /** By the hub's id or its normalised identity. */
  async find(name: { id: string; identityKey: string | undefined }): Promise<IncomingDocumentRow | undefined> {
    const identity = name.identityKey === undefined ? [] : [{ identityKey: name.identityKey }];
    const [row] = await this.database.read.manager.find(IncomingDocumentRow, {
      where: [{ documentId: name.id }, ...identity],
      order: { id: 'DESC' },
      take: 1,
    });
    return row;
  }

  /** In no promised order; those that are not there are left out. */
  byIds(ids: readonly number[]): Promise<IncomingDocumentRow[]> {
    return this.database.read.manager.findBy(IncomingDocumentRow, { id: In([...ids]) });
  }

  /** The deliveries of these documents, in the order of documents and codes. */
  deliveriesOf(documents: readonly number[]): Promise<IncomingDeliveryRow[]> {
    return this.database.read.manager.find(IncomingDeliveryRow, {
      where: { document: In([...documents]) },
      order: { document: 'DESC', recipient: 'ASC' },
    });
  }

  /** Undefined for a body kept as a file. */
  async bodyOf(id: number): Promise<Buffer | undefined> {
    const [row] = await this.database.read.all<{ body: Buffer }>(
      `SELECT body FROM incoming_bodies WHERE document = ?`,
      [id],
    );
    return row?.body;
  }

  /** Keeps what was read from bodies, so that each is read once. */
  async keepHeaders(headers: readonly ReadHeader[]): Promise<void> {
    const rows = headers.map(({ id, header, problem }) => [
      id,
      header === undefined ? null : JSON.stringify(header),
      problem ?? null,
    ]);
    await this.database.write((session) =>
      session.all(
        `UPDATE incoming_documents SET header = v.value ->> 1, problem = v.value ->> 2
         FROM json_each(?) v WHERE incoming_documents.id = v.value ->> 0`,
        [JSON.stringify(rows)],
      ),
    );
  }

  /** Steps of the office due at `now` (epoch ms), the longest due first. */
  dueSteps(now: number, limit: number): Promise<DueStep[]> {
    return this.database.read.all<DueStep>(
      `SELECT id AS deliveryId, document, recipient, arrivedAt, officeStep AS step FROM incoming_deliveries
       WHERE officeDueAt <= ? ORDER BY officeDueAt, id LIMIT ?`,
      [now, limit],
    );
  }

  /** The office leaves these deliveries to people from here on. */
  async layAside(deliveryIds: readonly number[]): Promise<void> {
    await this.database.write((session) =>
      session.all(
        `UPDATE incoming_deliveries SET officeStep = NULL, officeDueAt = NULL WHERE id IN (SELECT value FROM json_each(?))`,
        [JSON.stringify(deliveryIds)],
      ),
    );
  }

  /** When the next step of the office is due (epoch ms); undefined when none is planned. */
  async nextStepAt(): Promise<number | undefined> {
    const sql = `SELECT min(officeDueAt) AS at FROM incoming_deliveries WHERE officeDueAt IS NOT NULL`;
    const [row] = await this.database.read.all<{ at: number | null }>(sql);
    return row?.at ?? undefined;
  }
}
