import { type DayPeriod } from '#core';
import { type Database } from '../connection/database.js';
import { type Pairs } from './breakdowns.js';

/** A counter for each pair would cost more than the document itself, so pairs are counted when asked for: documents by an index of their days, deliveries by their key. */
const PAIRS = `SELECT p.*, s.name AS sender_name, r.name AS recipient_name FROM (
    SELECT d.sender, e.recipient, count(*) AS made, SUM(CASE WHEN e.state = 'received' THEN 1 ELSE 0 END) AS received,
      count(*) OVER () AS total
    FROM documents d JOIN deliveries e ON e.document_id = d.id
    WHERE d.accepted_day BETWEEN ? AND ? GROUP BY d.sender, e.recipient
    ORDER BY made DESC, d.sender, e.recipient LIMIT ?) p
  LEFT JOIN agencies s ON s.code = p.sender LEFT JOIN agencies r ON r.code = p.recipient
  ORDER BY made DESC, sender, recipient`;

interface PairRow {
  sender: string;
  recipient: string;
  made: number;
  received: number;
  total: number;
  sender_name: string | null;
  recipient_name: string | null;
}

/** The pairs with the most deliveries, of the documents accepted in the period; like the ledger, of which they are a breakdown. */
export async function findPairs(database: Database, { from, to }: DayPeriod, limit: number): Promise<Pairs> {
  const rows = await database.report<PairRow>(PAIRS, [from, to, limit]);
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ sender, recipient, made, received, ...row }) => ({
      sender,
      senderName: row.sender_name ?? undefined,
      recipient,
      recipientName: row.recipient_name ?? undefined,
      made,
      received,
    })),
  };
}
