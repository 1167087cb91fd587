/** `edoc`: a document for one recipient. `status`: a status passed on. */
export type LetterKind = 'edoc' | 'status';

/** What its system has said of a letter: nothing, that it is at it, that something went wrong, that it has it. */
export type LetterState = 'initial' | 'processing' | 'fail' | 'done';

/** A letter to be laid into the mailbox of a system that polls. */
export interface NewLetter {
  /** The receiverDocId of VXP; unique among all letters. */
  readonly docId: string;
  /** Whose mailbox. */
  readonly system: string;
  readonly kind: LetterKind;
  /** The hub's id of the document it brings, or that the status is about. */
  readonly documentId: string;
  /** Canonical code of the agency whose delivery it is about. */
  readonly recipient: string;
  /** Agency code it is shown to come from. */
  readonly from: string;
  /** Agency code it is shown to go to. */
  readonly to: string;
  /** The bytes of a status; those of a document lie with the document. */
  readonly content?: Uint8Array | undefined;
}

/** A letter as it lies in a mailbox, without its bytes. */
export interface Letter extends Omit<NewLetter, 'content'> {
  readonly state: LetterState;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
}

/** What its system says of a letter. */
export interface LetterMark {
  readonly docId: string;
  readonly state: LetterState;
}

/** What to list of a mailbox. */
export interface LetterQuery {
  readonly kind: LetterKind;
  /** Put in at or after; epoch milliseconds. */
  readonly from?: number | undefined;
  /** Put in before; epoch milliseconds. */
  readonly to?: number | undefined;
  readonly limit: number;
}
