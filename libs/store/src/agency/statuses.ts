import { type Session } from '../connection/database.js';
import { type ArrivedStatus } from './inbox-batch.js';
import { standingAfter, type Standing } from './standing.js';

interface Reported {
  readonly documentId: string;
  readonly recipient: string;
  readonly statusCode: string;
}

/** Keeps statuses that came in, each once, and lets those that are new act on the documents they name. */
export async function keepStatuses(session: Session, statuses: readonly ArrivedStatus[], at: number): Promise<void> {
  if (statuses.length === 0) return;
  const rows = statuses.map((one) => [one.documentId, one.recipient, one.code, one.description, one.staff, one.at]);
  const added = await session.all<Reported>(
    `INSERT INTO status_history(documentId, recipient, statusCode, description, staff, at, cameAt)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, ? FROM json_each(?) WHERE true
     ON CONFLICT DO NOTHING RETURNING documentId, recipient, statusCode`,
    [at, JSON.stringify(rows)],
  );
  await applyToIncoming(session, added.filter(asksForReturn));
  await applyToOutgoing(
    session,
    added.filter((one) => !asksForReturn(one)),
  );
}

/** Lets statuses act that overtook the hub's answer, when that answer has just named these documents. */
export async function applyHistoryOf(session: Session, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return;
  const early = await session.all<Reported>(
    `SELECT documentId, recipient, statusCode FROM status_history
     WHERE statusCode <> '13' AND documentId IN (SELECT value FROM json_each(?)) ORDER BY id`,
    [JSON.stringify(documentIds)],
  );
  await applyToOutgoing(session, early);
}

function asksForReturn({ statusCode }: Reported): boolean {
  return statusCode === '13';
}

/** A sender asks a document back: the office lays it aside until a person answers with 15 or 16. */
async function applyToIncoming(session: Session, asked: readonly Reported[]): Promise<void> {
  if (asked.length === 0) return;
  await session.all(
    `UPDATE incoming_deliveries SET withdrawal = 'asked', officeStep = NULL, officeDueAt = NULL
     FROM json_each(?) v JOIN incoming_documents d ON d.documentId = v.value ->> 0
     WHERE incoming_deliveries.document = d.id AND incoming_deliveries.recipient = v.value ->> 1`,
    [JSON.stringify(asked.map(({ documentId, recipient }) => [documentId, recipient]))],
  );
}

async function applyToOutgoing(session: Session, reported: readonly Reported[]): Promise<void> {
  if (reported.length === 0) return;
  const names = JSON.stringify(reported.map(({ documentId, recipient }) => [documentId, recipient]));
  const rows = await session.all<Standing & { outgoing: number; documentId: string; recipient: string }>(STANDINGS, [
    names,
  ]);
  const changed = rows.flatMap((row) => {
    const codes = reported.filter((one) => one.documentId === row.documentId && one.recipient === row.recipient);
    const before: Standing = row;
    const after = codes.reduce((standing, { statusCode }) => standingAfter(standing, statusCode), before);
    return after === before ? [] : [[row.outgoing, row.recipient, after.status, after.withdrawal]];
  });
  if (changed.length > 0) await session.all(CHANGE, [JSON.stringify(changed)]);
}

const STANDINGS = `
  SELECT DISTINCT r.outgoing, d.documentId, r.recipient, r.status, r.withdrawal
  FROM json_each(?) v JOIN outgoing_documents d ON d.documentId = v.value ->> 0
  JOIN outgoing_recipients r ON r.outgoing = d.id AND r.recipient = v.value ->> 1`;

const CHANGE = `
  UPDATE outgoing_recipients SET status = v.value ->> 2, withdrawal = v.value ->> 3 FROM json_each(?) v
  WHERE outgoing_recipients.outgoing = v.value ->> 0 AND outgoing_recipients.recipient = v.value ->> 1`;
