import { type DeliveryState } from '#core';
import { type Database, type Session } from '../connection/database.js';
import { type StatusColumns, statusOf } from '../exchange/office-status.js';
import { type DeliveryRecord, type StatusRecord } from './document-record.js';

interface DeliveryRow extends StatusColumns {
  recipient: string;
  system: string | null;
  state: DeliveryState;
  error: string | null;
  arrived_at: number | null;
}

interface ReportRow {
  recipient: string;
  code: string;
  reported_by: string;
  effect: string;
  reason: string | null;
  note: string | null;
  reported_at: string;
  at: number;
}

/** The deliveries of one document, by recipient, each with the reports about it. */
export async function deliveriesOf(session: Session, documentId: string): Promise<DeliveryRecord[]> {
  const deliveries = await session.all<DeliveryRow>(
    `SELECT recipient, system, state, error, arrived_at, business_code, withdrawal
     FROM deliveries WHERE document_id = ? ORDER BY recipient`,
    [documentId],
  );
  const reports = await session.all<ReportRow>(
    `SELECT recipient, code, reported_by, effect, reason, note, reported_at, at
     FROM status_reports WHERE document_id = ? ORDER BY at, position`,
    [documentId],
  );
  return deliveries.map((row) => ({
    recipient: row.recipient,
    system: row.system ?? undefined,
    state: row.state,
    error: row.error ?? undefined,
    status: statusOf(row),
    arrivedAt: row.arrived_at ?? undefined,
    history: reports.filter(({ recipient }) => recipient === row.recipient).map(statusRecordOf),
  }));
}

function statusRecordOf(row: ReportRow): StatusRecord {
  const { code, effect, at } = row;
  const reason = row.reason ?? undefined;
  return { code, by: row.reported_by, effect, reason, note: row.note ?? undefined, reportedAt: row.reported_at, at };
}

/** How many deliveries of each document are in which state. */
export async function deliveryStatesOf(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  if (ids.length === 0) return new Map();
  const rows = await database.report<{ document_id: string; state: string; n: number }>(
    `SELECT document_id, state, count(*) AS n FROM deliveries
     WHERE document_id IN (${ids.map(() => '?').join(', ')}) GROUP BY document_id, state`,
    ids,
  );
  const states = new Map<string, Record<string, number>>();
  for (const { document_id, state, n } of rows) {
    states.set(document_id, { ...states.get(document_id), [state]: n });
  }
  return states;
}
