import { type Snapshot } from '../connection/database.js';
import { type OldDelivery } from './overview-figures.js';

const OLDEST = 10;

/**
 * What waits is kept in order by system, then by document. So the first of each system is looked up, by as many steps as there are systems: an
 * index by age alone would cost every delivery two more changes of a tree.
 */
const WAITED_FOR = `WITH RECURSIVE waiting (system) AS (
    SELECT MIN(system) FROM deliveries WHERE state = 'waiting'
    UNION ALL
    SELECT (SELECT MIN(e.system) FROM deliveries e WHERE e.state = 'waiting' AND e.system > w.system)
    FROM waiting w WHERE w.system IS NOT NULL
  )`;
const FIRST = "(SELECT MIN(e.document_id) FROM deliveries e WHERE e.state = 'waiting' AND e.system = w.system)";
const FIRST_OF_EACH = `${WAITED_FOR} SELECT system, ${FIRST} AS first
  FROM waiting w WHERE system IS NOT NULL ORDER BY first LIMIT ${OLDEST}`;
const SINCE_OF_EACH = `${WAITED_FOR} SELECT system, (SELECT d.accepted_at FROM documents d WHERE d.id = ${FIRST}) AS since
  FROM waiting w WHERE system IS NOT NULL`;

interface Row extends Omit<OldDelivery, 'documentId' | 'system' | 'since'> {
  document_id: string;
  system: string | null;
  accepted_at: number;
}

/** The deliveries that wait longest: all are of the systems that have the oldest one each, or of none. Ids are in the order of acceptance. */
export async function readOldestWaiting(snapshot: Snapshot): Promise<OldDelivery[]> {
  const systems = await snapshot.all<{ system: string }>(FIRST_OF_EACH);
  const ofOne = (condition: string, place: number): string =>
    `SELECT * FROM (SELECT document_id, recipient, system FROM deliveries WHERE ${condition} AND state = 'waiting'
       ORDER BY document_id, recipient LIMIT ${OLDEST}) AS of_${place}`;
  const parts = ['system IS NULL', ...systems.map(() => 'system = ?')].map(ofOne);
  const rows = await snapshot.all<Row>(
    `SELECT e.document_id, e.recipient, e.system, d.identity, d.subject, d.accepted_at
     FROM (${parts.join(' UNION ALL ')}) AS e JOIN documents d ON d.id = e.document_id
     ORDER BY e.document_id, e.recipient LIMIT ${OLDEST}`,
    systems.map(({ system }) => system),
  );
  return rows.map(({ document_id: documentId, system, accepted_at: since, ...row }) => ({
    ...row,
    documentId,
    system: system ?? undefined,
    since,
  }));
}

/** Since when (epoch milliseconds of acceptance) the oldest document waits for each system for which one does. */
export async function readOldestOfEach(snapshot: Snapshot): Promise<Map<string, number>> {
  const rows = await snapshot.all<{ system: string; since: number }>(SINCE_OF_EACH);
  return new Map(rows.map(({ system, since }) => [system, since]));
}
