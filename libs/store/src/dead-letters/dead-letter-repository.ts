import { IsNull } from 'typeorm';
import { type Database } from '../connection/database.js';
import { insertRows } from '../connection/row-statement.js';
import { type Page, pageOf } from '../page.js';
import { DeadLetterRow } from '../rows/failure-rows.js';
import { type DeadLetter, type DeadLetterSummary, type NewDeadLetter } from './dead-letter.js';
import { letterKeyOf } from './letter-key.js';

const ADD = insertRows(
  'dead_letters',
  {
    id: 'text',
    letter_key: 'text',
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
  `ON CONFLICT (letter_key) DO UPDATE SET retried_at = NULL, reason = excluded.reason, at = excluded.at RETURNING id`,
);

/** Messages nobody could handle. */
export class DeadLetterRepository {
  constructor(private readonly database: Database) {}

  /** False when the identical letter lies there already: it keeps its id, and is open, with this reason and time. */
  async add(letter: NewDeadLetter): Promise<boolean> {
    const { id, queue, messageId, type, userId, reason, headers, body, at } = letter;
    const said = [queue, messageId, type, userId, reason, JSON.stringify(headers)];
    const row = [id, letterKeyOf(letter), ...said, body.length, body, at];
    const [lying] = await this.database.write((session) => session.each<{ id: string }>(ADD, [row]));
    return lying?.id === id;
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

  /** Closes the letter as it was read; false when it is gone, or has died once more since. `at` in epoch milliseconds. */
  markRetried({ id, at: diedAt }: Pick<DeadLetterSummary, 'id' | 'at'>, at: number): Promise<boolean> {
    return this.database.write(async ({ manager }) => {
      const { affected } = await manager.update(DeadLetterRow, { id, at: diedAt }, { retriedAt: at });
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

function summaryOf({
  type,
  userId,
  retriedAt,
  headers: _headers,
  letterKey: _key,
  ...row
}: DeadLetterRow): DeadLetterSummary {
  return { ...row, type: type ?? undefined, userId: userId ?? undefined, retriedAt: retriedAt ?? undefined };
}
