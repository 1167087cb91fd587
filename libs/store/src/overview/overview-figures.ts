import { type ArrivalBucket, type Day, type Ledger, type Tier } from '#core';

/** Which figures of now are asked for. */
export interface OverviewQuery {
  /** The hub's clock, epoch milliseconds; traffic is of the day before it. */
  readonly at: number;
  /** The day on which figures end; absent in a simulation: then it is that of the newest document. */
  readonly day?: Day | undefined;
}

/** Whole counts of a period. */
interface SentAndReceived {
  readonly sent: number;
  readonly received: number;
}

/** What all hubs did in a minute of their clocks. */
export interface TrafficMinute {
  /** Minutes since 1970. */
  readonly minute: number;
  readonly accepted: number;
  readonly arrived: number;
}

/** Deliveries made from tier to tier. */
export interface Flow {
  readonly from: Tier;
  readonly to: Tier;
  readonly made: number;
}

/** An agency with what it sent, or received. */
export interface BusyAgency {
  readonly agency: string;
  readonly count: number;
}

/** A delivery that waits longer than others. */
export interface OldDelivery {
  readonly documentId: string;
  readonly identity: string;
  readonly subject: string;
  readonly recipient: string;
  /** Absent: nobody serves the recipient. */
  readonly system?: string | undefined;
  /** When its document was accepted, epoch milliseconds. */
  readonly since: number;
}

/** Figures of now, all of one moment. */
export interface OverviewFigures {
  readonly day: Day;
  readonly today: SentAndReceived;
  /** Of the day's month, so far. */
  readonly month: SentAndReceived;
  readonly sinceOpening: SentAndReceived;
  /** Of the last 24 hours and the minute that is running, the oldest first; minutes without traffic are left out. */
  readonly minutes: readonly TrafficMinute[];
  /** What arrived within the last 60 minutes, and the last 24 hours, and in the minute that is running. */
  readonly arrivals: { readonly hour: readonly ArrivalBucket[]; readonly day: readonly ArrivalBucket[] };
  /** Of the month. */
  readonly flow: readonly Flow[];
  /** The ten most of the month. */
  readonly senders: readonly BusyAgency[];
  readonly recipients: readonly BusyAgency[];
  /** The ten oldest. */
  readonly oldestWaiting: readonly OldDelivery[];
  readonly deadLetters: number;
  /** Since the opening. */
  readonly ledger: Ledger;
}
