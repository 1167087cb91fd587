import { type Database } from '../connection/database.js';
import { type Moment, type NewRefusal } from '../exchange/new-document.js';
import { type Page } from '../page.js';
import { type RefusalRecord } from './refusal-record.js';

/** Submissions that a rule refused. */
export class RefusalRepository {
  constructor(private readonly database: Database) {}

  /** The same submission (system, key and digest) refused again writes nothing. */
  record(_batch: Moment & { readonly refusals: readonly NewRefusal[] }): Promise<void> {
    return Promise.reject(new Error('not yet'));
  }
  /** Newest first. */
  list(_query: { cursor?: string | undefined; limit: number; system?: string | undefined }): Promise<Page<RefusalRecord>> {
    return Promise.reject(new Error('not yet'));
  }
}
