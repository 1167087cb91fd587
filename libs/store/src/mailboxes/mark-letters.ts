import { type Database } from '../connection/database.js';
import { updateRows } from '../connection/row-statement.js';
import { type LetterMark } from './letter.js';

const MARK = updateRows(
  { doc_id: 'text', state: 'text', at: 'bigint' },
  {
    table: 'letters',
    set: 'state = v.state, updated_at = v.at',
    where: "letters.doc_id = v.doc_id AND letters.state || '' <> 'done'",
  },
);

/** In the order of their ids, so that two hubs that mark the same letters never wait in a circle. */
export async function markLetters(database: Database, marks: readonly LetterMark[], at: number): Promise<void> {
  const states = new Map<string, LetterMark['state']>();
  for (const { docId, state } of marks) if (states.get(docId) !== 'done') states.set(docId, state);
  if (states.size === 0) return;
  const rows = [...states].sort(([a], [b]) => (a < b ? -1 : 1)).map(([docId, state]) => [docId, state, at]);
  await database.write(async (session) => {
    await session.each(MARK, rows);
  });
}
