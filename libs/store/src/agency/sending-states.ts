import { type Session } from '../connection/database.js';

/** The tables whose rows go from `queued` over `submitted` to an answer. */
export type SubmittedTable = 'outgoing_documents' | 'status_reports';

/** Notes that the broker took these on itself; an answer that came sooner stands. */
export async function markSubmitted(
  session: Session,
  table: SubmittedTable,
  submitted: { ids: readonly number[]; at: number },
): Promise<void> {
  const counted = table === 'outgoing_documents' ? ', submissions = submissions + 1' : '';
  await session.all(
    `UPDATE ${table} SET state = 'submitted', submittedAt = ?${counted}
     WHERE state = 'queued' AND id IN (SELECT value FROM json_each(?))`,
    [submitted.at, JSON.stringify(submitted.ids)],
  );
}

/** Puts back what was submitted before `before` (epoch ms) and never answered; says how many. */
export async function queueAgain(session: Session, table: SubmittedTable, before: number): Promise<number> {
  const sql = `UPDATE ${table} SET state = 'queued' WHERE state = 'submitted' AND submittedAt < ? RETURNING id`;
  return (await session.all(sql, [before])).length;
}
