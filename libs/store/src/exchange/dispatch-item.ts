import { type NewBody } from './new-document.js';

/** One document on its way out: its bytes, and the recipients still waiting for it, by system. */
export interface DispatchItem {
  readonly documentId: string;
  readonly identity: string;
  /** Canonical code of the issuing agency. */
  readonly sender: string;
  readonly urgent: boolean;
  /** Epoch milliseconds. */
  readonly acceptedAt: number;
  readonly body: NewBody;
  /** Until when whoever holds this item has it for itself (epoch milliseconds); it also proves that nobody else took it over meanwhile. */
  readonly leaseUntil: number;
  /** Empty when nobody who waits has a system yet: mark it dispatched, enrolment brings it back. */
  readonly systems: readonly { readonly system: string; readonly recipients: readonly string[] }[];
}

/** What a dispatch must say of itself for its document to be marked. */
export type Dispatched = Pick<DispatchItem, 'documentId' | 'leaseUntil'>;

/** The lease of a document that was put up for dispatch again: nobody has it, so no dispatch begun before can end it. */
export const PUT_UP = 0;

/** Undispatched documents to take over. */
export interface Claim {
  readonly limit: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** How long nobody else gets what is claimed here. */
  readonly leaseMs: number;
}

/** A page of what a system has not taken yet, oldest first. */
export interface WaitingQuery {
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** Documents per page. */
  readonly limit: number;
  /** Only documents accepted at or after this; epoch milliseconds. */
  readonly since?: number | undefined;
  /** Also what it has taken before (a system that lost its store). */
  readonly includeReceived?: boolean | undefined;
}

export interface WaitingPage {
  readonly items: readonly DispatchItem[];
  /** Cursor of the following page; absent on the last. */
  readonly next?: string | undefined;
}

/** What enrolling a system set in motion. */
export interface Assignment {
  readonly deliveries: number;
  readonly documents: number;
  readonly systems: readonly string[];
}
