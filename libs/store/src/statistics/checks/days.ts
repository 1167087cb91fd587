import { type Check } from './check.js';

/** A document counts on the Hanoi day of the moment it was accepted. */
export const DAY_OF_ACCEPTANCE: Check = {
  name: 'day-of-acceptance',
  table: 'documents',
  key: ['document_id', 'identity'],
  differing: ({ hanoiDay }) => `
    SELECT id AS document_id, identity, 'accepted_day' AS what, accepted_day AS counted,
      ${hanoiDay('accepted_at')} AS recounted
    FROM documents WHERE accepted_day <> ${hanoiDay('accepted_at')}`,
};

/** A delivery stands in the ledger on the day of its document. */
export const DAY_OF_DELIVERY: Check = {
  name: 'day-of-delivery',
  table: 'deliveries',
  key: ['document_id', 'identity', 'recipient'],
  differing: () => `
    SELECT e.document_id, d.identity, e.recipient, 'accepted_day' AS what, e.accepted_day AS counted,
      d.accepted_day AS recounted
    FROM deliveries e JOIN documents d ON d.id = e.document_id WHERE e.accepted_day <> d.accepted_day`,
};

/** A delivery counts as received on the Hanoi day of the moment it arrived. */
export const DAY_OF_ARRIVAL: Check = {
  name: 'day-of-arrival',
  table: 'deliveries',
  key: ['document_id', 'identity', 'recipient'],
  differing: ({ hanoiDay }) => `
    SELECT e.document_id, d.identity, e.recipient, 'arrived_day' AS what, e.arrived_day AS counted,
      ${hanoiDay('e.arrived_at')} AS recounted
    FROM deliveries e LEFT JOIN documents d ON d.id = e.document_id
    WHERE e.arrived_day <> ${hanoiDay('e.arrived_at')}`,
};

/** A status counts on the Hanoi day of the moment the hub took it. */
export const DAY_OF_REPORT: Check = {
  name: 'day-of-report',
  table: 'status_reports',
  key: ['document_id', 'recipient', 'report_key'],
  differing: ({ hanoiDay }) => `
    SELECT document_id, recipient, report_key, 'day' AS what, day AS counted, ${hanoiDay('at')} AS recounted
    FROM status_reports WHERE day <> ${hanoiDay('at')}`,
};
