import { type Database } from '../connection/database.js';
import { insertRows } from '../connection/row-statement.js';
import { type NewLetter } from './letter.js';

/**
 * A letter that is there stays as it is, unless it lies in the mailbox of a system that has gone: put in while that one was being taken
 * off the axis, it would keep its successor from ever seeing the document.
 */
const PUT = insertRows(
  'letters',
  {
    doc_id: 'text',
    system: 'text',
    kind: 'text',
    document_id: 'text',
    recipient: 'text',
    from_code: 'text',
    to_code: 'text',
    state: 'text',
    created_at: 'bigint',
    updated_at: 'bigint',
  },
  `ON CONFLICT (doc_id) DO UPDATE SET system = excluded.system, state = excluded.state, created_at = excluded.created_at,
     updated_at = excluded.updated_at
   WHERE letters.system <> excluded.system AND letters.system NOT IN (SELECT name FROM systems)`,
);

const PUT_CONTENT = insertRows(
  'letter_contents',
  { doc_id: 'text', content: 'bytea' },
  'ON CONFLICT (doc_id) DO NOTHING',
);

/** In the order of their ids, so that two hubs that put the same letters never wait in a circle. */
export async function putLetters(database: Database, letters: readonly NewLetter[], at: number): Promise<void> {
  const byId = [...new Map(letters.toReversed().map((letter) => [letter.docId, letter])).values()];
  if (byId.length === 0) return;
  byId.sort((a, b) => (a.docId < b.docId ? -1 : 1));
  const rows = byId.map(({ docId, system, kind, documentId, recipient, from, to }) => [
    ...[docId, system, kind, documentId, recipient, from, to, 'initial'],
    ...[at, at],
  ]);
  const contents = byId.flatMap(({ docId, content }) => (content ? [[docId, content]] : []));
  await database.write(async (session) => {
    await session.each(PUT, rows);
    await session.each(PUT_CONTENT, contents);
  });
}
