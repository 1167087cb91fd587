import { type DeliveryState } from '#core';
import { type Database } from '../connection/database.js';
import { type SentDelivery, type SentQuery, type SentStatus } from './sent-record.js';

interface SentDeliveryRow {
  id: string;
  sender: string;
  recipient: string;
  subject: string;
  number: string;
  notation: string;
  accepted_at: number;
  dispatched_at: number | null;
  arrived_at: number | null;
  state: DeliveryState;
  business_code: string;
  error: string | null;
}

/** Each document has a delivery at least, so no more documents than deliveries are asked for. */
export async function sentDeliveries(database: Database, query: SentQuery): Promise<SentDelivery[]> {
  const { system, documentId, limit } = query;
  const only = documentId === undefined ? '' : 'AND id = ?';
  const rows = await database.report<SentDeliveryRow>(
    `SELECT d.id, d.sender, e.recipient, d.subject, d.number, d.notation, d.accepted_at, d.dispatched_at,
       e.arrived_at, e.state, e.business_code, e.error
     FROM (SELECT id FROM documents WHERE system = ? ${only} ORDER BY id DESC LIMIT ?) AS n
     JOIN documents d ON d.id = n.id JOIN deliveries e ON e.document_id = n.id
     ORDER BY d.id DESC, e.recipient LIMIT ?`,
    [system, ...(documentId === undefined ? [] : [documentId]), limit, limit],
  );
  return rows.map(sentDeliveryOf);
}

function sentDeliveryOf(row: SentDeliveryRow): SentDelivery {
  const { sender, recipient, subject, number, notation, state } = row;
  return {
    ...{ documentId: row.id, sender, recipient, subject, number, notation, state },
    acceptedAt: row.accepted_at,
    arrivedAt: row.arrived_at ?? undefined,
    dispatched: row.dispatched_at !== null,
    businessCode: row.business_code,
    error: row.error ?? undefined,
  };
}

interface SentStatusRow extends Omit<SentStatus, 'reportKey' | 'documentId'> {
  report_key: string;
  document_id: string;
}

export async function sentStatuses(
  database: Database,
  { system, limit }: { system: string; limit: number },
): Promise<SentStatus[]> {
  const rows = await database.report<SentStatusRow>(
    `SELECT s.report_key, s.document_id, s.recipient, d.sender, d.subject, d.number, d.notation, s.code, s.at
     FROM (SELECT * FROM status_reports WHERE reported_by = ? ORDER BY at DESC, position DESC LIMIT ?) AS s
     JOIN documents d ON d.id = s.document_id ORDER BY s.at DESC, s.position DESC`,
    [system, limit],
  );
  return rows.map(({ report_key: reportKey, document_id: documentId, ...row }) => ({ reportKey, documentId, ...row }));
}
