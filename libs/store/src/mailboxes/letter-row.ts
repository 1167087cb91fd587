import { type Letter, type LetterKind, type LetterState } from './letter.js';

/** A row of `letters` as SQL gives it back. */
export interface LetterRow {
  doc_id: string;
  system: string;
  kind: LetterKind;
  document_id: string;
  recipient: string;
  from_code: string;
  to_code: string;
  state: LetterState;
  created_at: number;
  updated_at: number;
}

/** Its columns. */
export const COLUMNS =
  'doc_id, system, kind, document_id, recipient, from_code, to_code, state, created_at, updated_at';

/** Each state's letters, in the words of the partial index that serves them: another spelling would not be served. */
export const FRESH = "state IN ('initial', 'processing')";
export const FAILED = "state = 'fail'";
export const DONE = "state = 'done'";

export function letterOf(row: LetterRow): Letter {
  const { system, kind, recipient, state } = row;
  return {
    docId: row.doc_id,
    system,
    kind,
    documentId: row.document_id,
    recipient,
    from: row.from_code,
    to: row.to_code,
    state,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
