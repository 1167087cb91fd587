import { type BusinessType } from '#core';

/** The bytes of a document as they were submitted. Without `content` they lie in the object store under their digest. */
export interface NewBody {
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  /** Length in bytes. */
  readonly size: number;
  readonly content?: Uint8Array | undefined;
}

/** One recipient of a new document: served by a system, waiting for one (`system` absent), or failed at once (unknown agency). */
export interface NewDelivery {
  /** Canonical code of the receiving agency. */
  readonly code: string;
  readonly system?: string | undefined;
  readonly state: 'waiting' | 'failed';
  /** Error code of docs/errors.md; only for failed ones. */
  readonly error?: string | undefined;
}

/** A checked document, ready to be written. Text is stored as it stands here: nothing is normalised below this line. */
export interface NewDocument {
  /** uuid v7 in text; documents are listed and paged in the order of their ids. */
  readonly id: string;
  /** The sender's idempotency key; unique per system. */
  readonly submissionKey: string;
  /** The system that handed it in. */
  readonly system: string;
  /** Normalised identity, unique among business types 0 and 3. */
  readonly identityKey: string;
  /** Key of an opaque DocumentId, by which the document may be named too; not unique, the newest is meant. */
  readonly aliasKey?: string | undefined;
  /** Identity as people read it: `000.00.00.G22.2020.0123/VPCP-KSTT`. */
  readonly identity: string;
  /** The edXML element DocumentId, verbatim. */
  readonly wireDocumentId: string;
  readonly businessType: BusinessType;
  /** Canonical code of the issuing agency. */
  readonly sender: string;
  readonly number: string;
  readonly notation: string;
  /** yyyy-MM-dd. */
  readonly promulgatedOn: string;
  readonly typeGroup: number;
  readonly typeName: string;
  readonly subject: string;
  /** edXML Priority, 0 to 4. */
  readonly priority: number;
  readonly urgent: boolean;
  /** A paper copy follows. */
  readonly paper: boolean;
  /** yyyy-MM-dd. */
  readonly dueOn?: string | undefined;
  readonly steering?: number | undefined;
  readonly body: NewBody;
  /**
   * Digest of what its sender asked for, where the hub wrote the document from that: what comes under the same key with the same is a repeat,
   * whatever its bytes.
   */
  readonly asked?: string | undefined;
  /** What was odd about it but did not refuse it. */
  readonly notes: readonly string[];
  /** Each code once. */
  readonly recipients: readonly NewDelivery[];
  /** When it counts, where that is not the batch's moment: in a simulation. */
  readonly moment?: Moment | undefined;
}

/** A submission that a rule refused; kept so that the sender and the operators can see why. */
export interface NewRefusal {
  /** uuid v7 in text. */
  readonly id: string;
  readonly system: string;
  readonly submissionKey: string;
  /** SHA-256 of the submitted bytes, lower-case hex. */
  readonly sha256: string;
  readonly kind: 'edoc' | 'status' | 'receipt';
  /** Code of docs/errors.md. */
  readonly code: string;
  /** One sentence with the details filled in. */
  readonly detail: string;
  /** Stored as JSON. */
  readonly problems?: readonly unknown[] | undefined;
  readonly sender?: string | undefined;
  readonly identity?: string | undefined;
  readonly subject?: string | undefined;
}

/** When something was counted: the hub's clock, and the calendar day of Asia/Ho_Chi_Minh it counts on. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number;
  /** yyyy-MM-dd. */
  readonly day: string;
}

/** What is accepted in one transaction. */
export interface Batch extends Moment {
  readonly documents: readonly NewDocument[];
  readonly refusals: readonly NewRefusal[];
  /** How long a sweeper leaves the new documents alone, in milliseconds. */
  readonly leaseMs: number;
  /** Called when everything is written and nothing committed, possibly more than once: the place to die in tests. */
  readonly beforeCommit?: (() => void) | undefined;
}

/** Urgent work overtakes normal work in the serial queue of SQLite; PostgreSQL has no queue. */
export type Lane = 'urgent' | 'normal';
