import { type Check } from './check.js';

/** Every delivery belongs to a document. */
export const DELIVERY_WITHOUT_DOCUMENT: Check = {
  name: 'delivery-without-document',
  table: 'deliveries',
  key: ['document_id', 'recipient'],
  differing: () => `
    SELECT e.document_id, e.recipient, 'documents' AS what, 1 AS counted, 0 AS recounted
    FROM deliveries e LEFT JOIN documents d ON d.id = e.document_id WHERE d.id IS NULL`,
};

/** Every document has at least one delivery. */
export const DOCUMENT_WITHOUT_DELIVERY: Check = {
  name: 'document-without-delivery',
  table: 'documents',
  key: ['document_id', 'identity'],
  differing: () => `
    SELECT d.id AS document_id, d.identity, 'deliveries' AS what, 1 AS counted, 0 AS recounted FROM documents d
    WHERE NOT EXISTS (SELECT 1 FROM deliveries e WHERE e.document_id = d.id)`,
};

/** Every status reported is about a delivery; so a delivery that was taken away is named by what was said about it. */
export const REPORT_WITHOUT_DELIVERY: Check = {
  name: 'report-without-delivery',
  table: 'status_reports',
  key: ['document_id', 'recipient', 'report_key'],
  differing: () => `
    SELECT s.document_id, s.recipient, s.report_key, 'deliveries' AS what, 1 AS counted, 0 AS recounted
    FROM status_reports s LEFT JOIN deliveries e ON e.document_id = s.document_id AND e.recipient = s.recipient
    WHERE e.document_id IS NULL`,
};
