import { type Database } from '../connection/database.js';
import { lookUp, updateRows } from '../connection/row-statement.js';
import { Tally } from '../statistics/tally.js';
import { type Arrival, type ReceiptBatch } from './receipt.js';

/** Only what still waits, and only by the system it was sent to; so a repeat changes, counts and returns nothing. The receipt is status 01. */
const ARRIVE = updateRows(
  { document_id: 'text', recipient: 'text', system: 'text', at: 'bigint', day: 'text' },
  {
    table: 'deliveries',
    set: `state = 'received', arrived_at = v.at, arrived_day = v.day,
      business_code = CASE WHEN business_code = '' THEN '01' ELSE business_code END`,
    where: `deliveries.document_id = v.document_id AND deliveries.recipient = v.recipient
      AND deliveries.system = v.system AND deliveries.state || '' = 'waiting'`,
    returning:
      'deliveries.document_id AS document_id, deliveries.recipient AS recipient, accepted_day, arrived_day, business_code',
  },
);

const SENDERS = lookUp(
  { id: 'text' },
  { select: 'd.id, d.identity, d.system', from: 'documents d', where: 'd.id = v.id' },
);

interface ArrivedRow {
  document_id: string;
  recipient: string;
  accepted_day: string;
  arrived_day: string;
  business_code: string;
}

export function recordReceipts(database: Database, { at, day, receipts }: ReceiptBatch): Promise<Arrival[]> {
  const now = { at, day };
  const rows = receipts.flatMap(({ system, documentId, recipients, moment = now }) =>
    recipients.map((recipient) => [documentId, recipient, system, moment.at, moment.day]),
  );
  if (rows.length === 0) return Promise.resolve([]);
  return database.write(async (session) => {
    const arrived = await session.each<ArrivedRow>(ARRIVE, rows);
    const senders = await session.each<{ id: string; identity: string; system: string }>(
      SENDERS,
      [...new Set(arrived.map(({ document_id }) => document_id))].map((id) => [id]),
    );
    const tally = new Tally();
    for (const { document_id, recipient, accepted_day, arrived_day, business_code } of arrived) {
      tally.arrived(at, document_id);
      tally.arrival(arrived_day, { recipient, acceptedDay: accepted_day }, business_code);
      tally.agency(arrived_day, recipient, 'received', 1);
      tally.ledger(accepted_day, 'received', 1);
    }
    await tally.write(session);
    const sender = new Map(senders.map((row) => [row.id, row]));
    return arrived.flatMap(({ document_id: documentId, recipient }) => {
      const from = sender.get(documentId);
      return from ? [{ documentId, identity: from.identity, recipient, senderSystem: from.system }] : [];
    });
  });
}
