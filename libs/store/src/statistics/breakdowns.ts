import { type Tier } from '#core';
import { type Counts } from './counts.js';

/** Documents of one kind that were sent. */
export interface KindCounts {
  /** Accepted in the period. */
  readonly sent: number;
  /** Deliveries made of them, one for each recipient. */
  readonly deliveries: number;
}

export interface TypeCounts extends KindCounts {
  /** As counted: a known type, or `khác`. */
  readonly type: string;
}

export interface PriorityCounts extends KindCounts {
  /** edXML Priority, 0 to 4. */
  readonly priority: number;
}

export interface PaperCounts extends KindCounts {
  /** A paper copy follows. */
  readonly paper: boolean;
  /** Of the types that go without one, signed since 4/2/2020. */
  readonly paperless: boolean;
}

/** A ministry or province with everything below it. */
export interface BranchCounts extends Counts {
  /** Level 1 of its codes: `H53`. */
  readonly branch: string;
  /** Absent when the directory does not know its highest agency. */
  readonly name?: string | undefined;
  /** Agencies of it that sent or received at least once. */
  readonly agencies: number;
}

/** Deliveries that arrived in the period, by what became of them up to now. */
export interface StatusCounts {
  /** Of the recipients. */
  readonly tier: Tier;
  /** The last code reported, 01 to 06 or 15; '' when it is known to have arrived and nothing else. */
  readonly code: string;
  readonly deliveries: number;
}

/** How many agencies of a tier took part. */
export interface Coverage {
  readonly tier: Tier;
  /** In the directory today. */
  readonly agencies: number;
  /** Of these, that sent at least once in the period; received; either. */
  readonly senders: number;
  readonly recipients: number;
  readonly active: number;
}

/** How soon things happened that happened in the period: sent by agencies of the tier; received and registered (03) by agencies of the tier. */
export interface Punctuality {
  readonly tier: Tier;
  readonly sent: number;
  /** Accepted on the day of signing; or later, but before noon of the next working day. */
  readonly sentSameDay: number;
  readonly sentNextMorning: number;
  readonly received: number;
  /** On the day of acceptance. */
  readonly receivedSameDay: number;
  readonly registered: number;
  /** On the day of acceptance. */
  readonly registeredSameDay: number;
}

/** What one agency sent to another, of the documents accepted in the period. */
export interface PairCounts {
  readonly sender: string;
  readonly senderName?: string | undefined;
  readonly recipient: string;
  readonly recipientName?: string | undefined;
  /** Deliveries made, and received up to now. */
  readonly made: number;
  readonly received: number;
}

/** The pairs with the most deliveries, and how many pairs there are. */
export interface Pairs {
  readonly total: number;
  readonly items: readonly PairCounts[];
}
