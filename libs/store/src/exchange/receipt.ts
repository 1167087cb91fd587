import { type Moment } from './new-document.js';

/** A system says it has taken a document for these recipients. */
export interface Receipt {
  /** The system that says so; only deliveries assigned to it are touched. */
  readonly system: string;
  readonly documentId: string;
  readonly recipients: readonly string[];
  /** When it counts, where that is not the batch's moment: in a simulation. */
  readonly moment?: Moment | undefined;
}

export interface ReceiptBatch extends Moment {
  readonly receipts: readonly Receipt[];
}

/** A delivery that arrived just now, for the first time. */
export interface Arrival {
  readonly documentId: string;
  readonly identity: string;
  readonly recipient: string;
  /** The system that sent the document. */
  readonly senderSystem: string;
}
