import { type Check } from './check.js';

/** The bytes kept in the database are those the document was submitted with. Reads every body: the slowest check by far. */
export const BODY_DIGEST: Check = {
  name: 'body-digest',
  table: 'bodies',
  key: ['document_id', 'identity'],
  differing: ({ sha256 }) => `
    SELECT d.id AS document_id, d.identity, 'sha256' AS what, d.sha256 AS counted, ${sha256('b.content')} AS recounted
    FROM documents d JOIN bodies b ON b.document_id = d.id WHERE d.sha256 <> ${sha256('b.content')}`,
};

/** A document whose body is not in the object store has it in the database. */
export const BODY_KEPT: Check = {
  name: 'body-kept',
  table: 'documents',
  key: ['document_id', 'identity'],
  differing: () => `
    SELECT d.id AS document_id, d.identity, 'bodies' AS what, 1 AS counted, 0 AS recounted FROM documents d
    WHERE NOT d.in_object_store AND NOT EXISTS (SELECT 1 FROM bodies b WHERE b.document_id = d.id)`,
};
