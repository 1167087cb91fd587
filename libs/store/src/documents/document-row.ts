import { type DocumentSummary } from './document-record.js';

/** A row of `documents` as SQL gives it back: flags are 0 and 1 on SQLite. */
export interface DocumentRow {
  id: string;
  submission_key: string;
  system: string;
  identity: string;
  wire_document_id: string;
  business_type: number;
  sender: string;
  number: string;
  notation: string;
  promulgated_on: string;
  type_group: number;
  type_name: string;
  subject: string;
  priority: number;
  urgent: boolean | number;
  paper: boolean | number;
  due_on: string | null;
  steering: number | null;
  notes: string;
  sha256: string;
  size: number;
  in_object_store: boolean | number;
  accepted_at: number;
  accepted_day: string;
  dispatched_at: number | null;
}

/** Its columns, of table `d`. */
export const COLUMNS = [
  'id',
  'submission_key',
  'system',
  'identity',
  'wire_document_id',
  'business_type',
  'sender',
  'number',
  'notation',
  'promulgated_on',
  'type_group',
  'type_name',
  'subject',
  'priority',
  'urgent',
  'paper',
  'due_on',
  'steering',
  'notes',
  'sha256',
  'size',
  'in_object_store',
  'accepted_at',
  'accepted_day',
  'dispatched_at',
]
  .map((name) => `d.${name}`)
  .join(', ');

export function summaryOf(row: DocumentRow, deliveryStates: Readonly<Record<string, number>>): DocumentSummary {
  const { id, identity, system, sender, number, notation, subject, priority, sha256, size } = row;
  return {
    ...{ id, identity, system, sender, number, notation, subject, priority, sha256, size },
    wireDocumentId: row.wire_document_id,
    submissionKey: row.submission_key,
    businessType: row.business_type,
    promulgatedOn: row.promulgated_on,
    typeGroup: row.type_group,
    typeName: row.type_name,
    urgent: Boolean(row.urgent),
    paper: Boolean(row.paper),
    dueOn: row.due_on ?? undefined,
    steering: row.steering ?? undefined,
    notes: JSON.parse(row.notes) as string[],
    inObjectStore: Boolean(row.in_object_store),
    acceptedAt: row.accepted_at,
    acceptedDay: row.accepted_day,
    dispatchedAt: row.dispatched_at ?? undefined,
    deliveryStates,
  };
}
