import { type Database } from '../connection/database.js';

/** A document's bytes, or word that the object store has them. */
export type StoredBody =
  { readonly inObjectStore: false; readonly size: number; readonly content: Buffer } | { readonly inObjectStore: true; readonly size: number };

/** The bytes of documents, by digest (SHA-256, lower-case hex). */
export class BodyRepository {
  constructor(private readonly database: Database) {}

  get(_sha256: string): Promise<StoredBody | undefined> {
    return Promise.reject(new Error('not yet'));
  }
  /** The system sent a document with these bytes, or has a delivery of one that did not fail. */
  canRead(_system: string, _sha256: string): Promise<boolean> {
    return Promise.reject(new Error('not yet'));
  }
}
