import { type DeliveryState } from '#core';

/** One recipient of a document that a system sent, as its list of sent documents shows it. */
export interface SentDelivery {
  readonly documentId: string;
  /** Canonical code of the issuing agency. */
  readonly sender: string;
  readonly recipient: string;
  readonly subject: string;
  readonly number: string;
  readonly notation: string;
  /** Epoch milliseconds. */
  readonly acceptedAt: number;
  /** Epoch milliseconds. */
  readonly arrivedAt?: number | undefined;
  readonly state: DeliveryState;
  /** Every copy of the document has gone out. */
  readonly dispatched: boolean;
  /** Latest status of the recipient's office, 01 to 16; empty before the first. */
  readonly businessCode: string;
  /** Error code of docs/errors.md; only for failed ones. */
  readonly error?: string | undefined;
}

/** A status that a system reported. */
export interface SentStatus {
  readonly reportKey: string;
  readonly documentId: string;
  /** The delivery it is about is this agency's; who reports it, except for 13. */
  readonly recipient: string;
  /** Issuer of the document. */
  readonly sender: string;
  readonly subject: string;
  readonly number: string;
  readonly notation: string;
  /** 01 to 16. */
  readonly code: string;
  /** Epoch milliseconds, the hub's clock. */
  readonly at: number;
}

/** Which deliveries of a system's own documents to list. */
export interface SentQuery {
  /** Who sent them. */
  readonly system: string;
  /** Only those of this document. */
  readonly documentId?: string | undefined;
  readonly limit: number;
}
