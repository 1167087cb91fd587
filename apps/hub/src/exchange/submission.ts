import { type AxisError, type AxisErrorCode } from '#core';
import { type NewDocument } from '#store';

/** The bytes of a submission: in hand, or in the object store under their digest (claim check). */
export type SubmittedBody =
  { readonly kind: 'inline'; readonly bytes: Uint8Array } | { readonly kind: 'stored'; readonly sha256: string };

/** One document a system hands in, whichever way it came. */
export interface Submission {
  /** Proven by the edge that took it (AMQP user or secret); undefined where nobody vouches for the sender, which the rules refuse. */
  readonly system: string | undefined;
  /** The sender's idempotency key: unique within its system. */
  readonly key: string;
  readonly body: SubmittedBody;
  /** Digest of what was asked for, where the hub wrote the body from that; repeats under the key are then known by it. */
  readonly asked?: string | undefined;
  /** The time it claims to play at, as it came: counted in a simulation, refused otherwise. */
  readonly simulatedAt?: unknown;
  /** What the interface it came by demands beyond the rules of all; throws the AxisError that refuses it. */
  readonly demands?: (document: Pick<NewDocument, 'sender' | 'recipients'>) => void;
}

/** What became of one recipient: `accepted` = on its way, `waiting` = known, but no system is connected yet, `failed` = gets nothing. */
export interface RecipientOutcome {
  readonly code: string;
  readonly outcome: 'accepted' | 'waiting' | 'failed';
  readonly system?: string;
  /** Why it failed: a code of docs/errors.md. */
  readonly error?: AxisErrorCode;
}

/** What the axis answers to a submission. Repeating the submission gives the same answer with `repeated`. */
export type SubmissionResult =
  | {
      readonly outcome: 'accepted' | 'repeated';
      readonly documentId: string;
      readonly identity: string;
      readonly acceptedAt: number;
      readonly recipients: readonly RecipientOutcome[];
    }
  | { readonly outcome: 'refused'; readonly error: AxisError; readonly firstDocumentId?: string };
