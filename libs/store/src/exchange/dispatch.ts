import { type Database } from '../connection/database.js';
import { updateRows } from '../connection/row-statement.js';
import { type Claim, type Dispatched, type DispatchItem, PUT_UP } from './dispatch-item.js';
import { loadItems } from './dispatch-items.js';

/** The lease is a fencing token: what was put up again, or taken over, since it was read is left as it is. */
const MARK = updateRows(
  { id: 'text', lease: 'bigint', at: 'bigint' },
  {
    table: 'documents',
    set: 'dispatched_at = v.at',
    where: `documents.id = v.id AND documents.lease_until = v.lease AND documents.lease_until <> ${PUT_UP}
      AND COALESCE(documents.dispatched_at, 0) = 0`,
  },
);

export async function markDispatched(database: Database, items: readonly Dispatched[], at: number): Promise<void> {
  if (items.length === 0) return;
  await database.write((session) =>
    session.each(
      MARK,
      items.map(({ documentId, leaseUntil }) => [documentId, leaseUntil, at]),
    ),
  );
}

/** On PostgreSQL several hubs sweep at once: each skips what another is just claiming. SQLite has one writer anyway. */
export async function claimUndispatched(database: Database, { limit, now, leaseMs }: Claim): Promise<DispatchItem[]> {
  const skipping = database.dialect === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
  const claimed = await database.write((session) =>
    session.all<{ id: string }>(
      `UPDATE documents SET lease_until = ? WHERE id IN (
         SELECT id FROM documents WHERE dispatched_at IS NULL AND lease_until <= ? ORDER BY id LIMIT ? ${skipping}
       ) RETURNING id`,
      [now + leaseMs, now, limit],
    ),
  );
  return itemsToDispatch(database, claimed.map(({ id }) => id).sort());
}

export function itemsToDispatch(database: Database, ids: readonly string[]): Promise<DispatchItem[]> {
  return loadItems(database.read, ids);
}
