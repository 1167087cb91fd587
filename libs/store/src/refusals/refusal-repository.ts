import { type Database } from '../connection/database.js';
import { type Moment, type NewRefusal } from '../exchange/new-document.js';
import { type Page, pageOf } from '../page.js';
import { RefusalRow } from '../rows/failure-rows.js';
import { insertRefusals } from './insert-refusals.js';
import { type RefusalRecord } from './refusal-record.js';

/** Submissions that a rule refused. */
export class RefusalRepository {
  constructor(private readonly database: Database) {}

  /** The same submission (system, key and digest) refused again writes nothing. */
  async record(batch: Moment & { readonly refusals: readonly NewRefusal[] }): Promise<void> {
    if (batch.refusals.length === 0) return;
    await this.database.write((session) => insertRefusals(session, batch, batch.refusals));
  }

  /** Newest first. */
  async list(query: RefusalQuery): Promise<Page<RefusalRecord>> {
    const { cursor, limit, system } = query;
    const found = this.database.read.manager.createQueryBuilder(RefusalRow, 'r').orderBy('r.id', 'DESC');
    found.take(limit + 1);
    if (cursor !== undefined) found.andWhere('r.id < :cursor', { cursor });
    if (system !== undefined) found.andWhere('r.system = :system', { system });
    return pageOf(await found.getMany(), limit, { item: recordOf, cursor: ({ id }) => id });
  }
}

/** What to list. */
export interface RefusalQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Only those this system handed in. */
  readonly system?: string | undefined;
}

function recordOf({ problems, sender, identity, subject, ...row }: RefusalRow): RefusalRecord {
  return {
    ...row,
    problems: problems === null ? undefined : (JSON.parse(problems) as unknown[]),
    sender: sender ?? undefined,
    identity: identity ?? undefined,
    subject: subject ?? undefined,
  };
}
