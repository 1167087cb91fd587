import { type Database, type Session } from '../connection/database.js';
import { updateRows } from '../connection/row-statement.js';
import { type Assignment, PUT_UP } from './dispatch-item.js';

const ASSIGN = updateRows(
  { recipient: 'text', system: 'text' },
  {
    table: 'deliveries',
    set: 'system = v.system',
    where: "deliveries.recipient = v.recipient AND deliveries.system IS NULL AND deliveries.state = 'waiting'",
    returning: 'document_id, deliveries.system AS system',
  },
);

/** Deliveries committed for a system while it was being taken off the axis. */
const RELEASE_ORPHANS = `UPDATE deliveries SET system = NULL
  WHERE state = 'waiting' AND system IS NOT NULL AND system NOT IN (SELECT name FROM systems)`;

/** The document row is the outbox: with `dispatched_at` empty and no lease the next sweep takes it, whatever happens to this process. */
const PUT_UP_AGAIN = updateRows(
  { id: 'text' },
  { table: 'documents', set: `dispatched_at = NULL, lease_until = ${PUT_UP}`, where: 'documents.id = v.id' },
);

export function assignUnserved(
  database: Database,
  systemOf: (code: string) => string | undefined,
): Promise<Assignment> {
  return database.write(async (session) => {
    await session.all(RELEASE_ORPHANS);
    const assigned = await session.each<{ document_id: string; system: string }>(
      ASSIGN,
      await served(session, systemOf),
    );
    const documents = [...new Set(assigned.map(({ document_id }) => document_id))].sort();
    await session.each(
      PUT_UP_AGAIN,
      documents.map((id) => [id]),
    );
    const systems = [...new Set(assigned.map(({ system }) => system))].sort();
    return { deliveries: assigned.length, documents: documents.length, systems };
  });
}

/** Puts every document that waits for a system up for dispatch again: what lay in its inbox is gone. */
export function putUpWaiting(database: Database, system: string): Promise<void> {
  return database.write(async (session) => {
    const waiting = await session.all<{ document_id: string }>(
      "SELECT DISTINCT document_id FROM deliveries WHERE system = ? AND state = 'waiting' ORDER BY document_id",
      [system],
    );
    await session.each(
      PUT_UP_AGAIN,
      waiting.map(({ document_id }) => [document_id]),
    );
  });
}

async function served(session: Session, systemOf: (code: string) => string | undefined): Promise<string[][]> {
  const unserved = await session.all<{ recipient: string }>(
    "SELECT DISTINCT recipient FROM deliveries WHERE system IS NULL AND state = 'waiting' ORDER BY recipient",
  );
  return unserved.flatMap(({ recipient }) => {
    const system = systemOf(recipient);
    return system === undefined ? [] : [[recipient, system]];
  });
}
