import { type Session } from '../connection/database.js';

/** The tables whose rows go from `queued` over `submitted` to an answer. */
export type SubmittedTable = 'outgoing_documents' | 'status_reports';

/** What counts as unanswered at the moment `at` (epoch ms): whatever was submitted `afterMs` ago, twice that after its second submission, and so on. */
export interface Unanswered {
  readonly at: number;
  /** 0: everything without an answer, however short its wait. */
  readonly afterMs: number;
}

/** The wait for an answer doubles up to this, so that an outage of hours does not fill the queues with repeats. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** Notes that the broker took these on itself, and counts it; an answer that came sooner stands. */
export async function markSubmitted(
  session: Session,
  table: SubmittedTable,
  submitted: { ids: readonly number[]; at: number },
): Promise<void> {
  await session.all(
    `UPDATE ${table} SET state = 'submitted', submittedAt = ?, submissions = submissions + 1
     WHERE state = 'queued' AND id IN (SELECT value FROM json_each(?))`,
    [submitted.at, JSON.stringify(submitted.ids)],
  );
}

/** Puts back what waited for an answer too long: `afterMs`, doubled per submission of the row, but an hour at most (or `afterMs`, where that is longer). Says how many. */
export async function queueAgain(
  session: Session,
  table: SubmittedTable,
  { at, afterMs }: Unanswered,
): Promise<number> {
  const longest = Math.max(afterMs, LONGEST_WAIT_MS);
  return (await session.all(queueAgainIn(table), [at - afterMs, at, afterMs, longest])).length;
}

/** The first condition is what the index answers; the second judges each row by its own count. 2^20 times the shortest wait is beyond every limit. */
function queueAgainIn(table: SubmittedTable): string {
  return `
    UPDATE ${table} SET state = 'queued'
    WHERE state = 'submitted' AND submittedAt <= ? AND submittedAt <= ? - min(? << min(submissions - 1, 20), ?)
    RETURNING id`;
}
