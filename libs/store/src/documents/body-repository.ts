import { type Database } from '../connection/database.js';

/** A document's bytes, or word that the object store has them under their digest. */
export type StoredBody =
  | { readonly inObjectStore: false; readonly sha256: string; readonly size: number; readonly content: Buffer }
  | { readonly inObjectStore: true; readonly sha256: string; readonly size: number };

/** A document whose bytes the object store has. */
export interface LargeDocument {
  readonly documentId: string;
  readonly identity: string;
  readonly sha256: string;
}

const BODY = `SELECT d.sha256, d.size, b.content FROM documents d LEFT JOIN bodies b ON b.document_id = d.id`;

/** The index of digests is of large bodies only, on this condition. */
export const LARGE_SIZE = 'SELECT d.size FROM documents d WHERE d.sha256 = ? AND d.in_object_store LIMIT 1';

interface BodyRow {
  sha256: string;
  size: number;
  content: Buffer | null;
}

/** The bytes of documents. Digests are SHA-256, lower-case hex. */
export class BodyRepository {
  constructor(private readonly database: Database) {}

  /** Whether a document has bytes of this digest in the object store, and how many; a small body is found by its document only. */
  async largeSize(sha256: string): Promise<number | undefined> {
    const [row] = await this.database.read.all<{ size: number }>(LARGE_SIZE, [sha256]);
    return row?.size;
  }

  async ofDocument(id: string): Promise<StoredBody | undefined> {
    const [row] = await this.database.read.all<BodyRow>(`${BODY} WHERE d.id = ?`, [id]);
    if (!row) return undefined;
    const { sha256, size, content } = row;
    return content ? { inObjectStore: false, sha256, size, content } : { inObjectStore: true, sha256, size };
  }

  /** The system sent a document with these bytes in the object store, or has a delivery of one. */
  async canRead(system: string, sha256: string): Promise<boolean> {
    const found = await this.database.read.all(
      `SELECT 1 AS found FROM documents d WHERE d.sha256 = ? AND d.in_object_store AND (d.system = ? OR EXISTS (
         SELECT 1 FROM deliveries e WHERE e.document_id = d.id AND e.system = ?)) LIMIT 1`,
      [sha256, system, system],
    );
    return found.length > 0;
  }

  /** Documents whose bytes are in the object store, in the order of their ids, after one of them. Reads past all others. */
  large(after: string, limit: number): Promise<LargeDocument[]> {
    return this.database.report(
      `SELECT id AS "documentId", identity, sha256 FROM documents WHERE in_object_store AND id > ? ORDER BY id LIMIT ${limit}`,
      [after],
    );
  }
}
