import { type SubmittedBody } from '../exchange/submission.js';

/** A sample as edXML, ready to be handed in for the system of its sender. */
export interface SampleDocument {
  readonly body: SubmittedBody;
  /** Bytes of the body. */
  readonly size: number;
  /** Its sender's code as the document writes it. */
  readonly from: string;
  readonly typeName: string;
  /** Digest of the fields it was written from; absent for one that came as edXML. */
  readonly asked?: string | undefined;
}
