import { type DeliveryState, type StatusCode, type StatusState } from '#core';

/** A document as lists show it: without its bytes. */
export interface DocumentSummary {
  readonly id: string;
  readonly identity: string;
  readonly wireDocumentId: string;
  readonly system: string;
  readonly submissionKey: string;
  readonly businessType: number;
  readonly sender: string;
  readonly number: string;
  readonly notation: string;
  readonly promulgatedOn: string;
  readonly typeGroup: number;
  readonly typeName: string;
  readonly subject: string;
  readonly priority: number;
  readonly urgent: boolean;
  readonly paper: boolean;
  readonly dueOn?: string | undefined;
  readonly steering?: number | undefined;
  readonly notes: readonly string[];
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly inObjectStore: boolean;
  /** Epoch milliseconds. */
  readonly acceptedAt: number;
  /** yyyy-MM-dd, Asia/Ho_Chi_Minh. */
  readonly acceptedDay: string;
  readonly dispatchedAt?: number | undefined;
  /** How many of its deliveries are in which state. */
  readonly deliveryStates: Readonly<Record<string, number>>;
}

export interface DeliveryRecord {
  readonly recipient: string;
  readonly system?: string | undefined;
  readonly state: DeliveryState;
  readonly error?: string | undefined;
  /** Where it stands in the recipient's office. */
  readonly status: StatusState;
  /** Epoch milliseconds. */
  readonly arrivedAt?: number | undefined;
  /** Status reports in the order they came; 01 by receipt is `arrivedAt`. */
  readonly history: readonly StatusRecord[];
}

export interface StatusRecord {
  readonly code: string;
  readonly by: string;
  readonly effect: string;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  /** As the message says. */
  readonly reportedAt: string;
  /** Epoch milliseconds, the hub's clock. */
  readonly at: number;
}

export interface DocumentRecord extends DocumentSummary {
  readonly deliveries: readonly DeliveryRecord[];
}

/** What to list, newest first. Every filter narrows. */
export interface DocumentQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Part of the identity key; compared in upper case. */
  readonly identity?: string | undefined;
  /** Words of the subject, or beginnings of them, in any order; case and diacritics do not matter. A text without words finds nothing. */
  readonly words?: string | undefined;
  readonly sender?: string | undefined;
  readonly recipient?: string | undefined;
  /** The system that sent it. */
  readonly system?: string | undefined;
  /** Accepted at or after; epoch milliseconds. */
  readonly from?: number | undefined;
  /** Accepted before; epoch milliseconds. */
  readonly to?: number | undefined;
  /** At least one delivery is in this state. */
  readonly state?: DeliveryState | undefined;
  /** At least one delivery stands at this status: 01 to 06 or 15 as last reported (01: arrived, nothing yet reported); 13 asked back; 16 that declined. */
  readonly status?: StatusCode | undefined;
  /** Type name, exactly. */
  readonly type?: string | undefined;
  readonly urgent?: boolean | undefined;
  /** Only what this system sent, or what is delivered to it. */
  readonly visibleTo?: string | undefined;
}
