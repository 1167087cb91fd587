import { type Database } from '../connection/database.js';
import { type Page } from '../page.js';
import { type DocumentQuery, type DocumentRecord, type DocumentSummary } from './document-record.js';

/** Reads documents for people. */
export class DocumentRepository {
  constructor(private readonly database: Database) {}

  /** Newest first; a page of at most 500. */
  list(_query: DocumentQuery): Promise<Page<DocumentSummary>> {
    return Promise.reject(new Error('not yet'));
  }
  /** With its deliveries and their history. */
  get(_id: string): Promise<DocumentRecord | undefined> {
    return Promise.reject(new Error('not yet'));
  }
  /** The document of business type 0 or 3 with exactly this identity key. */
  findByIdentity(_identityKey: string): Promise<DocumentRecord | undefined> {
    return Promise.reject(new Error('not yet'));
  }
  /** Whether the system sent the document or has a delivery of it. */
  isVisibleTo(_system: string, _id: string): Promise<boolean> {
    return Promise.reject(new Error('not yet'));
  }
}
