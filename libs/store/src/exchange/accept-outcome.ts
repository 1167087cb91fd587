import { type DeliveryState } from '#core';

/** What became of one document of a batch. Everything but `new` wrote nothing. */
export type AcceptOutcome =
  | { readonly outcome: 'new' }
  /** The same bytes again by the same system, under the same key or the same identity; or under the same key what the same was asked for. */
  | { readonly outcome: 'repeat'; readonly first: StoredDocument }
  /** The identity belongs to another document. */
  | { readonly outcome: 'taken'; readonly first: StoredDocument }
  /** The idempotency key belongs to other bytes, for which something else was asked, or nothing. */
  | { readonly outcome: 'keyReused'; readonly first: StoredDocument };

/** The document that came first, as far as an answer to its repeat needs it. */
export interface StoredDocument {
  readonly id: string;
  readonly identity: string;
  readonly system: string;
  readonly sha256: string;
  /** Epoch milliseconds. */
  readonly acceptedAt: number;
  /** Epoch milliseconds; absent until every copy lies in its inbox. */
  readonly dispatchedAt?: number | undefined;
  readonly recipients: readonly StoredDelivery[];
}

export interface StoredDelivery {
  readonly code: string;
  readonly system?: string | undefined;
  readonly state: DeliveryState;
  readonly error?: string | undefined;
}
