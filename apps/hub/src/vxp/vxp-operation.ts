import { type VxpCall } from './vxp-call.js';

/** One operation of the interface. */
export interface VxpOperation {
  readonly method: 'POST' | 'GET';
  /** The parameters it knows: those that were sent must be signed, all others are ignored. */
  readonly parameters: readonly string[];
  /** Answers the call. Rejects with an AxisError for what is answered FAIL; nothing was written then. */
  readonly answer: (call: VxpCall) => Promise<void>;
}

/** The operations of one part of the interface, by path. */
export interface VxpPart {
  operations(): Readonly<Record<string, VxpOperation>>;
}
