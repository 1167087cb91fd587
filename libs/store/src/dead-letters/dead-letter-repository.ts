import { IsNull } from 'typeorm';
import { type Database } from '../connection/database.js';
import { insertRows } from '../connection/row-statement.js';
import { type Page, pageOf } from '../page.js';
import { DeadLetterRow } from '../rows/failure-rows.js';
import { type DeadLetter, type DeadLetterSummary, type NewDeadLetter } from './dead-letter.js';

const ADD = insertRows(
  'dead_letters',
  {
    id: 'text',
    queue: 'text',
    message_id: 'text',
    type: 'text',
    user_id: 'text',
    reason: 'text',
    headers: 'text',
    size: 'integer',
    body: 'bytea',
    at: 'bigint',
  },
  `ON CONFLICT (queue, message_id) DO UPDATE SET retried_at = NULL, reason = excluded.reason, at = excluded.at
   WHERE dead_letters.retried_at IS NOT NULL RETURNING id`,
);

/** Messages nobody could handle. */
export class DeadLetterRepository {
  constructor(private readonly database: Database) {}

  /** False when the letter (queue and message id) lies there already; one that was retried and died again is open again. */
  async add(letter: NewDeadLetter): Promise<boolean> {
    const { id, queue, messageId, type, userId, reason, headers, body, at } = letter;
    const row = [id, queue, messageId, type, userId, reason, JSON.stringify(headers), body.length, body, at];
    const added = await this.database.write((session) => session.each(ADD, [row]));
    return added.length === 1;
  }

  /** Newest first. */
  async list(query: DeadLetterQuery): Promise<Page<DeadLetterSummary>> {
    const { cursor, limit, queue, open } = query;
    const found = this.database.read.manager.createQueryBuilder(DeadLetterRow, 'l').orderBy('l.id', 'DESC');
    found.take(limit + 1);
    if (cursor !== undefined) found.andWhere('l.id < :cursor', { cursor });
    if (queue !== undefined) found.andWhere('l.queue = :queue', { queue });
    if (open === true) found.andWhere('l.retriedAt IS NULL');
    return pageOf(await found.getMany(), limit, { item: summaryOf, cursor: ({ id }) => id });
  }

  async get(id: string): Promise<DeadLetter | undefined> {
    const row = await this.database.read.manager.findOneBy(DeadLetterRow, { id });
    if (!row) return undefined;
    const [stored] = await this.database.read.all<{ body: Buffer }>('SELECT body FROM dead_letters WHERE id = ?', [id]);
    const headers = JSON.parse(row.headers) as Record<string, unknown>;
    return { ...summaryOf(row), headers, body: stored?.body ?? Buffer.alloc(0) };
  }

  /** False when there is no such letter. `at` in epoch milliseconds. */
  markRetried(id: string, at: number): Promise<boolean> {
    return this.database.write(async ({ manager }) => {
      const { affected } = await manager.update(DeadLetterRow, { id }, { retriedAt: at });
      return affected === 1;
    });
  }

  /** Letters not retried yet. */
  countOpen(): Promise<number> {
    return this.database.read.manager.countBy(DeadLetterRow, { retriedAt: IsNull() });
  }
}

/** What to list. */
export interface DeadLetterQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly queue?: string | undefined;
  /** Only those not retried yet. */
  readonly open?: boolean | undefined;
}

function summaryOf({ type, userId, retriedAt, headers: _headers, ...row }: DeadLetterRow): DeadLetterSummary {
  return { ...row, type: type ?? undefined, userId: userId ?? undefined, retriedAt: retriedAt ?? undefined };
}
