import { type Source } from './counter-check.js';

/** Documents that count as sent: new and replacing ones. */
export const SENT = 'documents WHERE business_type IN (0, 3)';

/** Recalls and updates. Spelt as the condition of their index, `documents_recalls_and_updates`, has it. */
export const RECALLS_AND_UPDATES = 'documents WHERE (business_type = 1 OR business_type = 2)';

/** Accepted documents, each in the column of its business type, by these columns. */
export function acceptedBy(...by: readonly string[]): Readonly<Record<'sent' | 'recalls' | 'updates', Source>> {
  return {
    sent: { by, from: SENT },
    recalls: { by, from: `${RECALLS_AND_UPDATES} AND business_type = 1` },
    updates: { by, from: `${RECALLS_AND_UPDATES} AND business_type = 2` },
  };
}
