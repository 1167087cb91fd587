import { type Session } from '../connection/database.js';
import { DONE, FAILED, FRESH } from './letter-row.js';

/** Empties the mailbox of a system, what is done included. */
export async function removeLetters(session: Session, system: string): Promise<void> {
  for (const state of [FRESH, FAILED, DONE]) {
    const those = `FROM letters WHERE system = ? AND ${state}`;
    await session.all(`DELETE FROM letter_contents WHERE doc_id IN (SELECT doc_id ${those})`, [system]);
    await session.all(`DELETE ${those}`, [system]);
  }
}
