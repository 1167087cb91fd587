import { type CounterTable } from './counter.js';

/** Documents at their sender: `sent` new and replacing ones, `recalls` and `updates` apart. Deliveries at their recipient, of documents of every business type. */
export const AGENCY_COUNTS = ['sent', 'received', 'recalls', 'updates', 'refused', 'finished'] as const;
export type AgencyCount = (typeof AGENCY_COUNTS)[number];

/** What an agency sent, recalled, updated, received, refused and finished, by the day it happened. */
export const AGENCY_DAYS: CounterTable<AgencyCount> = {
  name: 'agency_days',
  keys: { day: 'text', agency: 'text' },
  counts: AGENCY_COUNTS,
};

/** The same by month, so that a long period is read from few rows. */
export const AGENCY_MONTHS: CounterTable<AgencyCount> = {
  name: 'agency_months',
  keys: { month: 'text', agency: 'text' },
  counts: AGENCY_COUNTS,
};

/** The same by year. */
export const AGENCY_YEARS: CounterTable<AgencyCount> = {
  name: 'agency_years',
  keys: { year: 'text', agency: 'text' },
  counts: AGENCY_COUNTS,
};

/**
 * What kind of documents were sent, by day of acceptance: `paper` 1 with a paper copy, `paperless` 1 of the types that go without one. A
 * recall or an update is about a document that was sent before, and is in neither count.
 */
export const DOCUMENT_DAYS: CounterTable<'sent' | 'deliveries'> = {
  name: 'document_days',
  keys: { day: 'text', type: 'text', priority: 'integer', paper: 'integer', paperless: 'integer' },
  counts: ['sent', 'deliveries'],
};

/** Deliveries made from tier to tier, by the day their document was accepted: `made` of the ledger, so of documents of every business type. */
export const FLOW_DAYS: CounterTable<'made'> = {
  name: 'flow_days',
  keys: { day: 'text', from_tier: 'text', to_tier: 'text' },
  counts: ['made'],
};

const LEDGER_COUNTS = ['made', 'received', 'expired', 'withdrawn', 'failed'] as const;
export type LedgerCount = (typeof LEDGER_COUNTS)[number];

/** Where deliveries stand, of documents of every business type, by the day their document was accepted; what waits is counted live. */
export const LEDGER_DAYS: CounterTable<LedgerCount> = {
  name: 'ledger_days',
  keys: { day: 'text' },
  counts: LEDGER_COUNTS,
};

/** How far offices have come with what they received, by the day it arrived, the recipient's tier, and the last status code. */
export const STATUS_DAYS: CounterTable<'deliveries'> = {
  name: 'status_days',
  keys: { day: 'text', tier: 'text', code: 'text' },
  counts: ['deliveries'],
};

/** Figures of a tier by the day it happened; the last five say how soon: `sent` ones after signing, received and registered (03) after sending. */
export const TIER_COUNTS = [
  ...AGENCY_COUNTS,
  ...(['registered', 'sent_same_day', 'sent_next_morning', 'received_same_day', 'registered_same_day'] as const),
] as const;
export type TierCount = (typeof TIER_COUNTS)[number];

export const TIER_DAYS: CounterTable<TierCount> = {
  name: 'tier_days',
  keys: { day: 'text', tier: 'text' },
  counts: TIER_COUNTS,
};

/** What the hubs did in a minute by their own clocks (epoch minutes), whatever time documents play at; kept for two days. */
export const TRAFFIC_MINUTES: CounterTable<'accepted' | 'arrived'> = {
  name: 'traffic_minutes',
  keys: { minute: 'integer' },
  counts: ['accepted', 'arrived'],
};

/** How long what arrived in a minute had been on its way: deliveries by bucket of time; kept for two days. */
export const ARRIVAL_MINUTES: CounterTable<'deliveries'> = {
  name: 'arrival_minutes',
  keys: { minute: 'integer', bucket: 'integer' },
  counts: ['deliveries'],
};
