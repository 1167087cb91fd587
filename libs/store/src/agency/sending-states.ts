import { type EntityManager } from 'typeorm';
import { rowsOf } from './agency-database.js';

/** The tables whose rows go from `waiting` over `sent` to an answer. */
export type SentTable = 'outgoing_documents' | 'status_reports';

/** Notes that the broker took these on itself; an answer that came sooner stands. */
export async function markSent(manager: EntityManager, table: SentTable, sent: { ids: readonly number[]; at: number }): Promise<void> {
  const counted = table === 'outgoing_documents' ? ', submissions = submissions + 1' : '';
  await manager.query(
    `UPDATE ${table} SET state = 'sent', sentAt = ?${counted}
     WHERE state = 'waiting' AND id IN (SELECT value FROM json_each(?))`,
    [sent.at, JSON.stringify(sent.ids)],
  );
}

/** Puts back what was sent before `sentBefore` (epoch ms) and never answered; says how many. */
export async function sendAgain(manager: EntityManager, table: SentTable, sentBefore: number): Promise<number> {
  const sql = `UPDATE ${table} SET state = 'waiting' WHERE state = 'sent' AND sentAt < ? RETURNING id`;
  return (await rowsOf(manager, sql, [sentBefore])).length;
}
