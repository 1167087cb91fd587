import { type Session } from '../connection/database.js';
import { lookUp } from '../connection/row-statement.js';
import { type DispatchItem } from './dispatch-item.js';

const DOCUMENTS = lookUp(
  { id: 'text' },
  {
    select: 'd.id, d.identity, d.sender, d.urgent, d.accepted_at, d.lease_until, d.sha256, d.size, b.content',
    from: 'documents d LEFT JOIN bodies b ON b.document_id = d.id',
    where: 'd.id = v.id',
  },
);

/** Those still waiting, of every system. */
const WAITING = lookUp(
  { id: 'text' },
  {
    select: 'e.document_id, e.recipient, e.system',
    from: 'deliveries e',
    where: "e.document_id = v.id AND e.state = 'waiting' AND e.system IS NOT NULL",
  },
);

interface DocumentRow {
  id: string;
  identity: string;
  sender: string;
  urgent: boolean | number;
  accepted_at: number;
  lease_until: number;
  sha256: string;
  size: number;
  content: Buffer | null;
}

/** A delivery to put into a dispatch item. */
export interface OpenDelivery {
  readonly document_id: string;
  readonly recipient: string;
  readonly system: string;
}

/** The items of these documents, in the order of the ids, each with its waiting deliveries. */
export async function loadItems(session: Session, ids: readonly string[]): Promise<DispatchItem[]> {
  const deliveries = await session.each<OpenDelivery>(
    WAITING,
    ids.map((id) => [id]),
  );
  return buildItems(session, ids, deliveries);
}

/** The items of these documents, in the order of the ids, with the deliveries given. */
export async function buildItems(
  session: Session,
  ids: readonly string[],
  deliveries: readonly OpenDelivery[],
): Promise<DispatchItem[]> {
  const documents = await session.each<DocumentRow>(
    DOCUMENTS,
    ids.map((id) => [id]),
  );
  const byId = new Map(documents.map((document) => [document.id, document]));
  const systems = new Map<string, Map<string, string[]>>(ids.map((id) => [id, new Map()]));
  for (const { document_id, recipient, system } of deliveries) {
    const ofDocument = systems.get(document_id);
    const recipients = ofDocument?.get(system);
    if (recipients) recipients.push(recipient);
    else ofDocument?.set(system, [recipient]);
  }
  return ids.flatMap((id) => {
    const document = byId.get(id);
    return document ? [itemOf(document, systems.get(id) ?? new Map<string, string[]>())] : [];
  });
}

function itemOf(row: DocumentRow, systems: Map<string, string[]>): DispatchItem {
  const { id, identity, sender, urgent, accepted_at, lease_until, sha256, size, content } = row;
  return {
    documentId: id,
    identity,
    sender,
    urgent: Boolean(urgent),
    acceptedAt: accepted_at,
    leaseUntil: lease_until,
    body: content ? { sha256, size, content } : { sha256, size },
    systems: [...systems].map(([system, recipients]) => ({ system, recipients })),
  };
}
