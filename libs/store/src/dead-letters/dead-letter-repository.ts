import { type Database } from '../connection/database.js';
import { type Page } from '../page.js';
import { type DeadLetter, type DeadLetterSummary, type NewDeadLetter } from './dead-letter.js';

/** Messages nobody could handle. */
export class DeadLetterRepository {
  constructor(private readonly database: Database) {}

  /** False when the letter (queue and message id) was there already. */
  add(_letter: NewDeadLetter): Promise<boolean> {
    return Promise.reject(new Error('not yet'));
  }
  /** Newest first. */
  list(_query: { cursor?: string | undefined; limit: number; queue?: string | undefined }): Promise<Page<DeadLetterSummary>> {
    return Promise.reject(new Error('not yet'));
  }
  get(_id: string): Promise<DeadLetter | undefined> {
    return Promise.reject(new Error('not yet'));
  }
  /** False when there is no such letter. `at` in epoch milliseconds. */
  markRetried(_id: string, _at: number): Promise<boolean> {
    return Promise.reject(new Error('not yet'));
  }
  /** Letters not retried yet. */
  countOpen(): Promise<number> {
    return Promise.reject(new Error('not yet'));
  }
}
