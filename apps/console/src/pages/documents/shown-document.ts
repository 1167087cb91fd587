import { type Delivery, type DocumentSummary, type HistoryEntry } from '#wire';

/** A page of the list; `next` is the cursor of the one that follows. */
export interface DocumentPageBody {
  readonly items: readonly DocumentSummary[];
  readonly next?: string;
}

/** A report in a delivery's history. `late` is one that a later one overtook. */
export interface ShownReport extends HistoryEntry {
  readonly effect?: string;
  readonly note?: string;
}

/** A delivery as an operator sees it. `error` is the code for which it failed. */
export interface ShownDelivery extends Delivery {
  readonly error?: string;
  readonly history: ShownReport[];
}

/** An attachment; `n` counts from 1, `size` in bytes. */
export interface ShownAttachment {
  readonly n: number;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** A document with all that the hub tells of it. */
export interface ShownDocument extends DocumentSummary {
  readonly wireDocumentId?: string;
  readonly system?: string;
  readonly number?: string;
  readonly notation?: string;
  readonly promulgatedOn?: string;
  readonly paper?: boolean;
  readonly dueOn?: string;
  readonly notes?: readonly string[];
  readonly sha256?: string;
  /** Bytes. */
  readonly size?: number;
  readonly dispatchedAt?: string;
  readonly deliveries: readonly ShownDelivery[];
  readonly attachments?: readonly ShownAttachment[];
}
