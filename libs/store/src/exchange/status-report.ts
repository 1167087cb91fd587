import { type DeliveryState, type StatusCode, type StatusState } from '#core';
import { type Moment, type NewRefusal } from './new-document.js';

/** How a status message names a delivery. */
export interface DeliveryQuery {
  /** Possible identity keys or document ids, the likeliest first. */
  readonly identityKeys: readonly string[];
  readonly recipient: string;
  /** For the second try, by issuer, recipient and Code. */
  readonly issuer?: string | undefined;
  readonly number?: string | undefined;
  readonly notation?: string | undefined;
}

/** A delivery and what a status report about it must be judged by. */
export interface DeliveryFacts {
  readonly documentId: string;
  readonly identity: string;
  readonly sender: string;
  readonly senderSystem: string;
  readonly recipient: string;
  /** The system serving the recipient, if any. */
  readonly system?: string | undefined;
  /** waiting, received, failed, expired or withdrawn. */
  readonly state: DeliveryState;
  /** Where it stands in the recipient's office. */
  readonly status: StatusState;
}

/** A judged status report. */
export interface NewStatus {
  readonly documentId: string;
  readonly recipient: string;
  /** Unique per report; a second one with the same key writes nothing. At most 200 characters. */
  readonly reportKey: string;
  /** The reporting system. */
  readonly by: string;
  readonly code: StatusCode;
  readonly effect: 'advances' | 'repeats' | 'late' | 'impossible';
  /** What the judgement was made on. If the delivery has moved on meanwhile the outcome is `stale`. */
  readonly seen: StatusState;
  /** What the delivery becomes; absent when the report changes nothing. */
  readonly next?: StatusState | undefined;
  /** A delivery still waiting is counted received (03 implies arrived). */
  readonly arrivedImplied: boolean;
  readonly reason?: string | undefined;
  /** As the message says: yyyy/MM/dd HH:mm:ss. */
  readonly reportedAt: string;
  readonly note?: string | undefined;
  /** When it counts, where that is not the batch's moment: in a simulation. */
  readonly moment?: Moment | undefined;
}

export interface StatusBatch extends Moment {
  readonly reports: readonly NewStatus[];
  /** Status messages that a rule refused, written in the same transaction. */
  readonly refusals?: readonly NewRefusal[] | undefined;
}

/** `recorded`: written. `repeat`: this report was there. `stale`: the delivery has changed since it was read: read and judge again. `unknown`: no such delivery. */
export type StatusOutcome = 'recorded' | 'repeat' | 'stale' | 'unknown';
