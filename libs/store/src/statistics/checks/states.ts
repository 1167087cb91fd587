import { type Check } from './check.js';

const KEY = ['document_id', 'identity', 'recipient'] as const;
const DELIVERIES = 'deliveries e LEFT JOIN documents d ON d.id = e.document_id';

/** What is received has moment and day of its arrival, and nothing else has either. */
export const STATE_AND_ARRIVAL: Check = {
  name: 'state-and-arrival',
  table: 'deliveries',
  key: KEY,
  differing: () => `
    SELECT e.document_id, d.identity, e.recipient, 'state' AS what, e.state AS counted,
      CASE WHEN e.state = 'received' THEN 'waiting' ELSE 'received' END AS recounted
    FROM ${DELIVERIES}
    WHERE CASE WHEN e.state = 'received' THEN e.arrived_at IS NULL OR e.arrived_day IS NULL
      ELSE e.arrived_at IS NOT NULL OR e.arrived_day IS NOT NULL END`,
};

/** Nobody can have reported anything of a document before it arrived: a status other than the empty one means it did. */
export const STATE_AND_STATUS: Check = {
  name: 'state-and-status',
  table: 'deliveries',
  key: KEY,
  differing: () => `
    SELECT e.document_id, d.identity, e.recipient, 'business_code' AS what, e.business_code AS counted, '' AS recounted
    FROM ${DELIVERIES} WHERE e.state = 'waiting' AND e.business_code <> ''`,
};

const ENDS = "('02', '06', '15')";

/**
 * Where a delivery stands in the office follows from what was reported: once refused (02), finished (06) or, above both, given back (15) it
 * stays so, and without such a report it is none of them.
 */
export const STATUS_AND_REPORTS: Check = {
  name: 'status-and-reports',
  table: 'deliveries',
  key: KEY,
  differing: () => `
    SELECT e.document_id, d.identity, e.recipient, 'business_code' AS what, e.business_code AS counted, ends.recounted
    FROM (
      SELECT document_id, recipient, MAX(said) AS recounted FROM (
        SELECT document_id, recipient, business_code AS stands, '' AS said FROM deliveries WHERE business_code IN ${ENDS}
        UNION ALL
        SELECT document_id, recipient, '', code FROM status_reports WHERE effect = 'advances' AND code IN ${ENDS}
      ) AS sides GROUP BY document_id, recipient HAVING MAX(stands) <> MAX(said)
    ) AS ends
    JOIN deliveries e ON e.document_id = ends.document_id AND e.recipient = ends.recipient
    LEFT JOIN documents d ON d.id = e.document_id`,
};

/** A delivery is in one of the five states the ledger knows. */
export const KNOWN_STATE: Check = {
  name: 'known-state',
  table: 'deliveries',
  key: KEY,
  differing: () => `
    SELECT e.document_id, d.identity, e.recipient, 'state' AS what, e.state AS counted, NULL AS recounted
    FROM ${DELIVERIES} WHERE e.state NOT IN ('waiting', 'received', 'failed', 'expired', 'withdrawn')`,
};
