/** A document as it came out of the inbox, its body already here (`body`) or a file (`bodyDigest`). */
export interface ArrivedDocument {
  readonly documentId: string;
  readonly identity: string;
  readonly identityKey: string;
  /** When the hub accepted it, ISO 8601. */
  readonly acceptedAt: string;
  readonly urgent: boolean;
  /** This system's own agencies it is for. */
  readonly recipients: readonly string[];
  readonly body: Uint8Array | undefined;
  readonly bodyDigest: string | undefined;
  readonly bodySize: number;
}

/** A status as it came in: of a recipient for a document of ours, or 13 of a sender for one we received. */
export interface ArrivedStatus {
  readonly documentId: string;
  readonly recipient: string;
  readonly code: string;
  readonly description: string;
  readonly staff: string;
  readonly at: string;
}

/** The hub's answer to one submission, by its key. */
export interface Answer {
  readonly key: string;
  readonly kind: 'edoc' | 'status';
  readonly accepted: boolean;
  readonly documentId: string | undefined;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly problems: readonly unknown[] | undefined;
  readonly recipients: readonly {
    readonly code: string;
    readonly outcome: string;
    readonly error?: string | undefined;
  }[];
}

/** Everything of one batch of messages: kept in one transaction or not at all. */
export interface InboxBatch {
  /** Epoch ms. */
  readonly at: number;
  readonly documents: readonly ArrivedDocument[];
  readonly statuses: readonly ArrivedStatus[];
  readonly answers: readonly Answer[];
  /** Asked for each delivery: what the simulated office will do with it first, and when (epoch ms). */
  readonly plan: () => { readonly step: string; readonly dueAt: number } | undefined;
}
