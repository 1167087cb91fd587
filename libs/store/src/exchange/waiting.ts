import { type Database } from '../connection/database.js';
import { buildItems, type OpenDelivery } from './dispatch-items.js';
import { type WaitingPage, type WaitingQuery } from './dispatch-item.js';

/** Pages go by document id, which is the order of acceptance; a page holds whole documents. */
export async function waitingFor(database: Database, system: string, query: WaitingQuery): Promise<WaitingPage> {
  const { after = '', limit, since, includeReceived = false } = query;
  const states = includeReceived ? "('waiting', 'received')" : "('waiting')";
  const bySince =
    since === undefined
      ? ''
      : 'AND EXISTS (SELECT 1 FROM documents d WHERE d.id = e.document_id AND d.accepted_at >= ?)';
  const found = await database.read.all<{ document_id: string }>(
    `SELECT DISTINCT e.document_id FROM deliveries e
     WHERE e.system = ? AND e.state IN ${states} AND e.document_id > ? ${bySince} ORDER BY e.document_id LIMIT ?`,
    [system, after, ...(since === undefined ? [] : [since]), limit + 1],
  );
  const ids = found.slice(0, limit).map(({ document_id }) => document_id);
  const last = ids.at(-1);
  if (last === undefined) return { items: [] };
  const deliveries = await database.read.all<OpenDelivery>(
    `SELECT e.document_id, e.recipient, e.system FROM deliveries e
     WHERE e.system = ? AND e.state IN ${states} AND e.document_id > ? AND e.document_id <= ?`,
    [system, after, last],
  );
  const items = await buildItems(database.read, ids, deliveries);
  return found.length > limit ? { items, next: last } : { items };
}
