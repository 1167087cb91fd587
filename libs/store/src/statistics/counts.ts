import { type AgencyCode, type Ledger, type Tier } from '#core';
import { type CounterFigure } from './counter-figures.js';

/** Counted as STATISTICS are reported: documents at their sender, deliveries at their recipient, each on the day it happened. */
export interface Counts {
  /** New (0) and replacing (3) documents. */
  readonly sent: number;
  readonly received: number;
  /** Documents that recall another (1), and that update another (2); never among those sent. */
  readonly recalls: number;
  readonly updates: number;
  /** Of those received, refused later (02). */
  readonly refused: number;
  /** Of those received, finished (06). */
  readonly finished: number;
}

/** Nothing counted. */
export const NOTHING_COUNTED: Counts = { sent: 0, received: 0, recalls: 0, updates: 0, refused: 0, finished: 0 };

export interface DayCounts extends Counts {
  /** yyyy-MM-dd. */
  readonly day: string;
}

export interface AgencyCounts extends Counts {
  readonly code: AgencyCode;
  /** Absent when the directory does not know the agency. */
  readonly name?: string | undefined;
  readonly tier: Tier;
}

export interface TierCounts extends Counts {
  readonly tier: Tier;
  /** Agencies of the tier that sent or received at least once. */
  readonly agencies: number;
}

export interface AgencyDayCounts extends Counts {
  readonly day: string;
  readonly agency: string;
}

/** The same figures twice over: from the counters, or from the documents themselves. They never differ. */
export interface Recount {
  /** Sorted by day, then agency; rows of zeros left out. */
  readonly counts: readonly AgencyDayCounts[];
  readonly ledger: Ledger;
  /** The counters of the breakdowns, row by row. */
  readonly figures: readonly CounterFigure[];
}
